/** The render role: one page load in a browser for each granted slot of a page that needs one. */
import { setInterval } from 'node:timers/promises';
import { v7 as uuidv7 } from 'uuid';
import { type RenderParts, visitRendered } from '../src/pipeline/visit-page.ts';
import { announceRenderer, withdrawRenderer } from '../src/store/render-habits.ts';

/** Well within the two minutes after which a silent role counts as gone. */
const ANNOUNCE_MS = 30_000;

/** Pages come here by themselves only while some role says that it has a browser. */
export async function startRender(parts: RenderParts): Promise<AsyncDisposable> {
  await using starting = new AsyncDisposableStack();
  starting.use(
    parts.queues.work(
      'render',
      { page: (job, { signal }) => visitRendered(parts, job, signal) },
      { concurrency: parts.config.render.concurrency },
    ),
  );
  if (await parts.browser.isPresent()) starting.use(await announce(parts));
  return starting.move();
}

async function announce({ database, log }: RenderParts): Promise<AsyncDisposable> {
  const id = uuidv7();
  const stop = new AbortController();
  await announceRenderer(database.db, id);
  const repeat = async (): Promise<void> => {
    for await (const _ of setInterval(ANNOUNCE_MS, undefined, { signal: stop.signal, ref: false })) {
      await announceRenderer(database.db, id).catch((error: unknown) =>
        log.warn(error, 'The render role could not say that it is there'),
      );
    }
  };
  const repeating = repeat().catch(() => undefined); // ends by the abort only
  return {
    async [Symbol.asyncDispose]() {
      stop.abort();
      await repeating;
      await withdrawRenderer(database.db, id).catch(() => undefined); // a database that is gone forgets it in time
    },
  };
}
