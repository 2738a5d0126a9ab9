/** `newsmill export`: what is stored, in formats of other tools. */

import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { rename, unlink } from 'node:fs/promises';
import { basename } from 'node:path';
import { finished } from 'node:stream/promises';
import { Command, InvalidArgumentError } from 'commander';
import { openBlobs } from '../fetch/open-blobs.ts';
import { unwritable } from '../file-fault.ts';
import { exportWarc } from '../pipeline/export-warc.ts';
import { createContext, version } from './context.ts';
import { openStore } from './instance.ts';
import { knownSource } from './known-source.ts';
import { say } from './output.ts';
import { startProgress } from './progress.ts';

export function exportCommand(): Command {
  return new Command('export')
    .requiredOption('--warc <file.warc.gz>', 'write the stored snapshots as a gzipped WARC 1.1 file')
    .option('--source <id>', 'only those of one source')
    .option('--since <date>', 'only those fetched since, such as 2026-11-01 or 2026-11-01T06:00:00Z', aDate)
    .addHelpText(
      'after',
      `
Example:
  newsmill export --warc snapshots.warc.gz --since 2026-11-01

Bodies are stored and written without content codings; header fields that named them are kept as x-crawler-….
For articles instead of snapshots: newsmill articles export.`,
    )
    .action(async (options: { warc: string; source?: string; since?: Date }, command: Command) => {
      const context = createContext(command, {}, { logLevel: 'warn' });
      await using store = await openStore(context);
      const sourceId = await knownSource(store.database.db, options.source);
      // Written aside and renamed, so that a file with this name is always a whole one.
      const aside = `${options.warc}.${process.pid}.tmp`;
      const out = createWriteStream(aside, { flags: 'wx' });
      const broken = Promise.withResolvers<never>();
      broken.promise.catch(() => undefined);
      out.once('error', (cause) => broken.reject(unwritable(options.warc, cause)));
      using progress = startProgress('snapshots');
      try {
        const work = exportWarc(
          { db: store.database.db, blobs: openBlobs(context.config.snapshots, context.dataDir) },
          {
            filename: basename(options.warc),
            software: `newsmill/${version}`,
            filter: {
              sourceId,
              since: options.since,
            },
            write: async (bytes) => {
              if (!out.write(bytes)) await Promise.race([once(out, 'drain'), broken.promise]);
            },
            onProgress: (done) => progress.update(done, done),
          },
        );
        const { records, missing } = await Promise.race([work, broken.promise]);
        out.end();
        await Promise.race([finished(out), broken.promise]);
        await rename(aside, options.warc).catch((cause: unknown) => {
          throw unwritable(options.warc, cause);
        });
        const gone = missing > 0 ? `; ${missing} left out, because their bytes are gone from the store` : '';
        say(`${records} ${records === 1 ? 'snapshot' : 'snapshots'} in ${options.warc}${gone}`);
      } catch (error) {
        out.destroy();
        await unlink(aside).catch(() => undefined);
        throw error;
      }
    });
}

/** A day or an instant, as an option's value. */
export function aDate(text: string): Date {
  const date = new Date(text);
  if (Number.isNaN(date.getTime()) || !/^\d{4}-\d\d-\d\d/.test(text))
    throw new InvalidArgumentError('Write a date such as 2026-11-01, or 2026-11-01T06:00:00Z.');
  return date;
}
