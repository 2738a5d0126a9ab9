/** The discover role: turns of sources, and feeds, sitemaps and hub pages that were fetched. */
import type { Parts } from '../src/pipeline/parts.ts';
import { takeTurn } from '../src/pipeline/source-due.ts';
import type { QueueWorker } from '../src/queue/queues.ts';

const CONCURRENCY = 4;

export function startDiscover(parts: Parts): QueueWorker {
  return parts.queues.work(
    'discover',
    {
      'source-due': ({ sourceId }) => takeTurn(parts, sourceId),
      'read-entry': async (job) => {
        // The readers of feeds and sitemaps are loaded with the first of these.
        const { readEntryPoint } = await import('../src/pipeline/read-entry-point.ts');
        await readEntryPoint(parts, job);
      },
    },
    { concurrency: CONCURRENCY },
  );
}
