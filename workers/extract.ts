/** The extract role: Readability and the store. The pages themselves are worked on in threads. */
import { extractPage } from '../src/pipeline/extract-page.ts';
import type { ExtractParts } from '../src/pipeline/parts.ts';
import type { QueueWorker } from '../src/queue/queues.ts';

export function startExtract(parts: ExtractParts): QueueWorker {
  // One more than there are threads, so that a thread has its next page while the last one is stored.
  const concurrency = parts.config.extract.threads + 1;
  return parts.queues.work(
    'extract',
    { page: (job, { signal }) => extractPage(parts, job, signal) },
    { concurrency },
  );
}
