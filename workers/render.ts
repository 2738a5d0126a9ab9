/** The render role: one page load in a browser for each granted slot of a source with `render: always`. */
import { type RenderParts, visitRendered } from '../src/pipeline/visit-page.ts';
import type { QueueWorker } from '../src/queue/queues.ts';

export function startRender(parts: RenderParts): QueueWorker {
  return parts.queues.work(
    'render',
    { page: (job, { signal }) => visitRendered(parts, job, signal) },
    { concurrency: parts.config.render.concurrency },
  );
}
