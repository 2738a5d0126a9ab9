/** Loads pages in Chromium, for those that scripts write. */
import { type Browser as Chromium, chromium, type Page, type Response } from 'playwright';
import type { Config } from '../../config/schema.ts';
import { NewsmillError } from '../../errors.ts';
import type { AddressGuard } from '../address-guard.ts';
import { parseHttpUrl, portOf } from '../address-guard.ts';
import { type FetchResponse, flatHeaders, readHeaders } from '../response.ts';
import { findChromium } from './chromium.ts';
import { type GuardProxy, startGuardProxy } from './guard-proxy.ts';

export interface BrowserOptions {
  readonly config: Config['render'];
  readonly guard: AddressGuard;
  readonly userAgent: string;
  /** Largest page taken, in bytes of its HTML. */
  readonly maxBytes: number;
}

export interface Browser extends AsyncDisposable {
  /** Whether there is a Chromium on this machine. */
  isPresent(): Promise<boolean>;
  /**
   * Loads one page and gives its HTML as the scripts left it.
   *
   * @throws NewsmillError `needs_browser` without a Chromium, `browser_failed` when it broke, and as the
   *   plain client: `address_refused`, `connect_failed`, `body_timeout`, `too_large`
   */
  load(url: string, signal?: AbortSignal): Promise<FetchResponse>;
}

/** What is not needed to read a page. */
const NOT_LOADED = new Set(['image', 'media', 'font', 'manifest', 'websocket', 'eventsource', 'ping']);
/** How long a loaded page may go on changing before it is read. */
const SETTLE_MS = 5000;

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
}

/** A browser that starts with its first page, and is replaced after `render.recycleAfter` of them. */
export function createBrowser(options: BrowserOptions): Browser {
  let current: Promise<Running> | undefined;
  const all = new Set<Running>();

  const launch = async (): Promise<Running> => {
    const executablePath = await findChromium(options.config.executablePath);
    if (executablePath === null)
      throw new NewsmillError('needs_browser', 'There is no Chromium on this machine');
    const proxy = await startGuardProxy(options.guard);
    try {
      const browser = await chromium.launch({
        executablePath,
        args: ARGUMENTS,
        chromiumSandbox: !options.config.noSandbox,
        // Loopback is not passed by: it is what the guard is there to refuse.
        proxy: { server: proxy.url, bypass: '<-loopback>' },
      });
      const running = { chromium: browser, proxy, pages: 0, loaded: 0 };
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
    await running.chromium.close().catch(() => undefined);
    await running.proxy[Symbol.asyncDispose]();
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
    if (!running.chromium.isConnected() || running.loaded >= options.config.recycleAfter) {
      current = undefined;
      if (running.pages === 0) await end(running);
      return take();
    }
    running.pages += 1;
    running.loaded += 1;
    return running;
  };

  return {
    isPresent: async () => (await findChromium(options.config.executablePath)) !== null,
    async load(url, signal) {
      const target = parseHttpUrl(url);
      await options.guard.permittedAddresses(target.hostname.replace(/^\[|\]$/g, ''), portOf(target));
      const running = await take();
      try {
        return await loadPage(running.chromium, target.href, options, signal);
      } finally {
        running.pages -= 1;
        const replaced = (await current?.catch(() => undefined)) !== running;
        if (running.pages === 0 && replaced) await end(running);
      }
    },
    async [Symbol.asyncDispose]() {
      current = undefined;
      await Promise.all([...all].map(end));
    },
  };
}

async function loadPage(
  browser: Chromium,
  url: string,
  options: BrowserOptions,
  signal?: AbortSignal,
): Promise<FetchResponse> {
  const startedAt = new Date();
  const context = await browser
    .newContext({ userAgent: options.userAgent, serviceWorkers: 'block', acceptDownloads: false })
    .catch((error: unknown) => {
      throw new NewsmillError('browser_failed', 'Chromium broke down', { cause: error });
    });
  const limit = setTimeout(() => void context.close(), options.config.timeoutMs);
  const onAbort = (): void => void context.close();
  signal?.addEventListener('abort', onAbort, { once: true });
  try {
    const page = await context.newPage();
    page.on('dialog', (dialog) => void dialog.dismiss().catch(() => undefined));
    await page.route('**/*', (route) =>
      NOT_LOADED.has(route.request().resourceType()) ? route.abort() : route.continue(),
    );
    const response = await page.goto(url, {
      waitUntil: 'domcontentloaded',
      timeout: options.config.timeoutMs,
    });
    if (response === null) throw new NewsmillError('browser_failed', `Chromium gave no answer for ${url}`);
    await page.waitForLoadState('networkidle', { timeout: SETTLE_MS }).catch(() => undefined); // pages that never rest are read as they are
    return await readPage(page, response, options.maxBytes, startedAt);
  } catch (error) {
    throw asFailure(error, url, options.config.timeoutMs);
  } finally {
    clearTimeout(limit);
    signal?.removeEventListener('abort', onAbort);
    await context.close().catch(() => undefined);
  }
}

async function readPage(
  page: Page,
  response: Response,
  maxBytes: number,
  startedAt: Date,
): Promise<FetchResponse> {
  const url = new URL(page.url());
  const bytes = new Uint8Array(Buffer.from(await page.content(), 'utf8'));
  if (bytes.byteLength > maxBytes)
    throw new NewsmillError('too_large', `${url.href} is over ${maxBytes} bytes once its scripts have run`);
  const headers = flatHeaders(await response.allHeaders());
  const status = response.status();
  return {
    url: url.href,
    status,
    headers,
    bytes,
    truncated: false,
    ...readHeaders(url, status, headers, new Date()),
    // What the browser hands out is its own UTF-8, whatever the host sent.
    contentType: 'text/html; charset=utf-8',
    location: null,
    startedAt,
    durationMs: Date.now() - startedAt.getTime(),
    bytesReceived: bytes.byteLength,
  };
}

function asFailure(error: unknown, url: string, limitMs: number): NewsmillError {
  if (error instanceof NewsmillError) return error;
  const message = error instanceof Error ? error.message : String(error);
  if (/Timeout|has been closed/.test(message))
    return new NewsmillError('body_timeout', `${url} was not loaded within ${limitMs} ms`, { cause: error });
  const network = /net::(ERR_[A-Z_]+)/.exec(message)?.[1];
  if (network !== undefined)
    return new NewsmillError('connect_failed', `Chromium cannot load ${url} (${network})`, { cause: error });
  return new NewsmillError('browser_failed', `Chromium cannot load ${url}: ${message.split('\n')[0]}`, {
    cause: error,
  });
}
