/** `newsmill dedupe`: which of many documents carry the same text, on a database that is gone afterwards. */
import { createReadStream, createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, type Readable, type Writable } from 'node:stream';
import { finished, pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { Command } from 'commander';
import { unreadable, unwritable } from '../file-fault.ts';
import { dedupeBatch } from '../pipeline/dedupe-batch.ts';
import { openDatabase } from '../store/database.ts';
import { removeEmbeddedPostgres, startEmbeddedPostgres } from '../store/embedded/embedded-postgres.ts';
import { migrate } from '../store/migrate.ts';
import { say } from './output.ts';
import { startProgress } from './progress.ts';
import { refuseSameFile } from './same-file.ts';

interface DedupeOptions {
  readonly batch: string;
  readonly out?: string;
}

export function dedupeCommand(): Command {
  return new Command('dedupe')
    .requiredOption(
      '--batch <in.jsonl>',
      'lines of {"id", "url", "title", "body"[, "published"]}, may be gzipped; - for standard input',
    )
    .option(
      '--out <out.jsonl>',
      'where lines of {"id", "inputLine", "cluster", "article"[, "revisionOf"], "evidence"} go; standard output without it',
    )
    .addHelpText(
      'after',
      `
Example:
  newsmill dedupe --batch documents.jsonl --out clusters.jsonl

Documents are stored in the order of their lines, on an embedded PostgreSQL of their own that is removed
afterwards; the database in use is not touched.`,
    )
    .action(async (options: DedupeOptions) => {
      const summary = await run(options);
      say(
        `${summary.documents} documents: ${summary.articles} articles in ${summary.clusters} clusters, ` +
          `${summary.failures} unreadable${options.out === undefined ? '' : `, in ${options.out}`}`,
      );
    });
}

async function run({ batch, out }: DedupeOptions): ReturnType<typeof dedupeBatch> {
  await refuseSameFile(batch, out);
  await using held = new AsyncDisposableStack();
  const input = await openInput(batch);
  const output: Writable = out === undefined ? process.stdout : createWriteStream(out);
  const broken = Promise.withResolvers<never>();
  broken.promise.catch(() => undefined);
  input.once('error', broken.reject);
  output.once('error', (cause) => broken.reject(unwritable(out ?? 'standard output', cause)));
  const dataDir = mkdtempSync(join(tmpdir(), 'newsmill-dedupe-'));
  held.defer(() => rmSync(dataDir, { recursive: true, force: true }));
  held.defer(() => removeEmbeddedPostgres(dataDir));
  const postgres = held.use(await startEmbeddedPostgres({ dataDir, durable: false }));
  await migrate(postgres.connectionString);
  const { db } = held.use(openDatabase({ connectionString: postgres.connectionString, poolSize: 2 }));
  using progress = startProgress('documents');
  try {
    const work = dedupeBatch({ input, output, db, onProgress: (done) => progress.update(done, done) });
    const summary = await Promise.race([work, broken.promise]);
    if (out !== undefined) {
      output.end();
      await Promise.race([finished(output), broken.promise]);
    }
    return summary;
  } catch (thrown) {
    throw unreadable(batch, thrown);
  }
}

/** The file's lines; a gzipped one is known by its first two bytes (RFC 1952 §2.3.1). */
async function openInput(path: string): Promise<Readable> {
  if (path === '-') return process.stdin;
  try {
    await using file = await open(path);
    const { buffer, bytesRead } = await file.read(Buffer.alloc(2), 0, 2, 0);
    const plain = createReadStream(path);
    if (bytesRead < 2 || buffer.readUInt16BE(0) !== 0x1f8b) return plain;
    const inflated = new PassThrough();
    pipeline(plain, createGunzip(), inflated).catch((error: Error) => inflated.destroy(error));
    return inflated;
  } catch (thrown) {
    throw unreadable(path, thrown);
  }
}
