/** Loads pages in Chromium, for those that scripts write. */
import type { Browser as Chromium } from 'playwright';
import { NewsmillError } from '../../errors.ts';
import type { AddressGuard } from '../address-guard.ts';
import { guardAt, parseHttpUrl, portOf } from '../address-guard.ts';
import type { Fetcher } from '../fetcher.ts';
import type { Tunnel } from '../proxy-connector.ts';
import type { FetchResponse } from '../response.ts';
import { findChromium } from './chromium.ts';
import { type GuardProxy, startGuardProxy } from './guard-proxy.ts';
import { memoryOf, processesOf } from './memory.ts';
import { loadPage, type PageOptions } from './page-load.ts';

export interface BrowserOptions extends PageOptions {
  readonly guard: AddressGuard;
  /** `Fetcher.tunnelBy`, for pages that are asked for by a proxy. */
  readonly tunnelBy?: Fetcher['tunnelBy'];
}

/** How one page is asked for. */
export interface LoadOptions {
  /** The one address that the page's own host is asked at, whatever others its name has; judged like any other. */
  readonly address?: string | null | undefined;
  /** Name of one of `fetch.proxies`, by which all of the page is asked for. */
  readonly proxy?: string | null | undefined;
  /** Ends the load. */
  readonly signal?: AbortSignal | undefined;
}

export interface Browser extends AsyncDisposable {
  readonly guard: AddressGuard;
  /** Whether there is a Chromium on this machine. */
  isPresent(): Promise<boolean>;
  /** The processes of the Chromiums that run now. */
  processes(): Promise<number[]>;
  /**
   * Loads one page and gives its HTML as the scripts left it. A redirect to another site is answered, not followed.
   *
   * @throws NewsmillError `needs_browser` without a Chromium, `browser_failed` when it broke, and as the
   *   plain client: `address_refused`, `proxy_failed`, `connect_failed`, `body_timeout`, `too_large`
   */
  load(url: string, options?: LoadOptions): Promise<FetchResponse>;
}

const ARGUMENTS = [
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  // WebRTC would reach addresses past the proxy.
  '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
];

interface Running {
  readonly chromium: Chromium;
  readonly proxy: GuardProxy;
  pages: number;
  loaded: number;
  /** It takes no more pages. */
  isRetired: boolean;
  readonly age: NodeJS.Timeout;
}

/** Pages after which the browser's memory is looked at again. */
const PAGES_PER_LOOK = 10;

/**
 * A browser that starts with its first page, and is replaced after `render.recycleAfter` of them, after
 * `render.recycleAfterMinutes`, or when it holds more than `render.maxMemoryMb`; pages under way end first.
 */
export function createBrowser(options: BrowserOptions): Browser {
  let current: Promise<Running> | undefined;
  const all = new Set<Running>();

  const launch = async (): Promise<Running> => {
    const executablePath = await findChromium(options.config.executablePath);
    if (executablePath === null)
      throw new NewsmillError('needs_browser', 'There is no Chromium on this machine');
    // 0.3 s to load, which only a process pays that renders a page.
    const { chromium } = await import('playwright');
    const proxy = await startGuardProxy(options.guard);
    try {
      const browser = await chromium.launch({
        executablePath,
        args: ARGUMENTS,
        chromiumSandbox: !options.config.noSandbox,
        // Loopback is not passed by: it is what the guard is there to refuse.
        proxy: { server: proxy.url, bypass: '<-loopback>' },
      });
      const running: Running = {
        chromium: browser,
        proxy,
        pages: 0,
        loaded: 0,
        isRetired: false,
        age: setTimeout(() => void retire(running), options.config.recycleAfterMinutes * 60_000).unref(),
      };
      all.add(running);
      return running;
    } catch (error) {
      await proxy[Symbol.asyncDispose]();
      const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
      throw new NewsmillError('browser_failed', `Chromium at ${executablePath} does not start: ${reason}`, {
        cause: error,
      });
    }
  };

  const end = async (running: Running): Promise<void> => {
    all.delete(running);
    clearTimeout(running.age);
    await running.chromium.close().catch(() => undefined);
    await running.proxy[Symbol.asyncDispose]();
  };

  const retire = async (running: Running): Promise<void> => {
    running.isRetired = true;
    if ((await current?.catch(() => undefined)) === running) current = undefined;
    if (running.pages === 0 && all.has(running)) await end(running);
  };

  const isTooLarge = async ({ chromium, loaded }: Running): Promise<boolean> => {
    if (loaded % PAGES_PER_LOOK !== 1) return false;
    const bytes = await processesOf(chromium).then(memoryOf, () => null); // a broken one is seen by its page
    return bytes !== null && bytes > options.config.maxMemoryMb * 2 ** 20;
  };

  const take = async (): Promise<Running> => {
    current ??= launch();
    let running: Running;
    try {
      running = await current;
    } catch (error) {
      current = undefined;
      throw error;
    }
    const isSpent = !running.chromium.isConnected() || running.loaded >= options.config.recycleAfter;
    if (isSpent || running.isRetired) {
      await retire(running);
      return take();
    }
    running.pages += 1;
    running.loaded += 1;
    return running;
  };

  const tunnelOf = (
    proxy: string,
    guard: AddressGuard,
  ): { tunnel: Tunnel; fault: () => NewsmillError | null } => {
    const tunnel = options.tunnelBy?.(proxy, guard);
    if (tunnel === undefined)
      throw new NewsmillError('proxy_failed', `A browser does not know the proxy ${proxy}`);
    // Chromium tells that of the host: what the proxy itself does wrong is none of its.
    let fault: NewsmillError | null = null;
    return {
      tunnel: (hostname, port) =>
        tunnel(hostname, port).catch((error: unknown) => {
          if (error instanceof NewsmillError && error.code === 'proxy_failed') fault ??= error;
          throw error;
        }),
      fault: () => fault,
    };
  };

  return {
    guard: options.guard,
    isPresent: async () => (await findChromium(options.config.executablePath)) !== null,
    processes: async () => (await Promise.all([...all].map(({ chromium }) => processesOf(chromium)))).flat(),
    async load(url, { address, proxy, signal } = {}) {
      const target = parseHttpUrl(url);
      const hostname = target.hostname.replace(/^\[|\]$/g, '');
      const guard = address == null ? options.guard : guardAt(options.guard, address, hostname);
      await guard.permittedAddresses(hostname, portOf(target));
      const by = proxy == null ? null : tunnelOf(proxy, guard);
      // Whose connection it is, only a way out of the page's own can tell.
      await using own = address == null && by === null ? null : await startGuardProxy(guard, by?.tunnel);
      const running = await take();
      try {
        const response = await loadPage(
          running.chromium,
          target.href,
          { ...options, proxyUrl: own?.url },
          signal,
        );
        const fault = response.status === 502 ? by?.fault() : null;
        if (fault) throw fault;
        return response;
      } catch (error) {
        throw by?.fault() ?? error;
      } finally {
        running.pages -= 1;
        if (running.isRetired || (await isTooLarge(running))) await retire(running);
      }
    },
    async [Symbol.asyncDispose]() {
      current = undefined;
      await Promise.all([...all].map(end));
    },
  };
}
