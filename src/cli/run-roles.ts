/**
 * Starts any set of roles in this process, and ends them again. What a role needs is loaded when it is started: a
 * process that only fetches loads neither a browser's driver nor the readers of feeds.
 */
import type { Role } from '../config/schema.ts';
import type { Parts } from '../pipeline/parts.ts';

export interface RunningRoles extends AsyncDisposable {
  /** Brings schedules and queues in line with the database now; does nothing without the maintain role. */
  reconcileNow(): Promise<void>;
  /** Lets running jobs end, gives back what did not. */
  close(): Promise<void>;
}

/**
 * Starts the workers of `roles`. The api role is not one of them: it has no queue.
 *
 * @param options.schedules false leaves the turns of sources alone; for a crawl of given addresses
 * @param options.spareThreads as of the extraction pool; 0 for a run that ends soon
 */
export async function runRoles(
  base: Parts,
  roles: ReadonlySet<Role>,
  options: { readonly schedules?: boolean; readonly spareThreads?: number } = {},
): Promise<RunningRoles> {
  await using starting = new AsyncDisposableStack();
  let poke = (): void => undefined;
  let reconcileNow = async (): Promise<void> => undefined;
  const parts: Parts = { ...base, onFrontierMoved: () => poke() };
  if (roles.has('extract')) {
    const { createExtractPool } = await import('../extract/pool.ts');
    const { startExtract } = await import('../../workers/extract.ts');
    const pool = starting.use(
      createExtractPool({
        ...parts.config.extract,
        ...(options.spareThreads === undefined ? {} : { spareThreads: options.spareThreads }),
        onRuleReport: (message) => parts.log.warn(`Source rule: ${message}`),
      }),
    );
    starting.use(startExtract({ ...parts, pool }));
  }
  if (roles.has('discover')) {
    const { startDiscover } = await import('../../workers/discover.ts');
    starting.use(startDiscover(parts));
  }
  if (roles.has('fetch') || roles.has('render') || roles.has('deliver')) {
    const { createFetcher, createGuardedDispatcher, guardOf } = await import('../fetch/index.ts');
    const fetcher = starting.use(createFetcher(parts.config.fetch));
    const { guard, userAgent } = fetcher;
    if (roles.has('fetch')) {
      const { startFetch } = await import('../../workers/fetch.ts');
      starting.use(startFetch({ ...parts, fetcher }));
    }
    if (roles.has('render')) {
      const { createBrowser } = await import('../fetch/browser/browser.ts');
      const { startRender } = await import('../../workers/render.ts');
      const { render: config, fetch } = parts.config;
      const { tunnelBy } = fetcher;
      const browser = starting.use(
        createBrowser({ config, guard, userAgent, maxBytes: fetch.maxBytes, tunnelBy }),
      );
      starting.use(await startRender({ ...parts, browser }));
    }
    if (roles.has('deliver')) {
      const { startDeliver } = await import('../../workers/deliver.ts');
      const { fetch } = parts.config;
      const { connectTimeoutMs } = fetch;
      const dispatcher = createGuardedDispatcher(guardOf(fetch, { anyPort: true }), { connectTimeoutMs });
      starting.defer(() => dispatcher.destroy());
      starting.use(await startDeliver({ ...parts, dispatcher, userAgent }));
    }
  }
  if (roles.has('maintain')) {
    const { startMaintain } = await import('../../workers/maintain.ts');
    const maintain = starting.use(await startMaintain(parts, { schedules: options.schedules ?? true }));
    poke = maintain.poke;
    reconcileNow = maintain.reconcileNow;
  }
  const running = starting.move();
  const close = (): Promise<void> => running.disposeAsync();
  return { reconcileNow: () => reconcileNow(), close, [Symbol.asyncDispose]: close };
}
