/** The fetch role: one request for each granted slot. */
import type { FetchParts } from '../src/pipeline/parts.ts';
import { visitPage } from '../src/pipeline/visit-page.ts';
import { visitRobots } from '../src/pipeline/visit-robots.ts';
import type { QueueWorker } from '../src/queue/queues.ts';

export function startFetch(parts: FetchParts): QueueWorker {
  return parts.queues.work(
    'fetch',
    {
      page: (job, { signal }) => visitPage(parts, job, signal),
      robots: (job, { signal }) => visitRobots(parts, job, signal),
    },
    { concurrency: parts.config.fetch.concurrency },
  );
}
