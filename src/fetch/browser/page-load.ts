/** One page in a context of its own: loaded, let come to rest, read. */
import type { Browser as Chromium, Page, Response, Route } from 'playwright';
import type { Config } from '../../config/schema.ts';
import { NewsmillError } from '../../errors.ts';
import { type FetchResponse, flatHeaders, readHeaders } from '../response.ts';
import { rejectConsent } from './consent.ts';
import { scrollThrough } from './scroll.ts';
import { isTracker } from './trackers.ts';

export interface PageOptions {
  readonly config: Config['render'];
  readonly userAgent: string;
  /** Largest page taken, in bytes of its HTML. */
  readonly maxBytes: number;
}

/** What is not needed to read a page. */
const NOT_LOADED = new Set(['image', 'media', 'font', 'manifest', 'websocket', 'eventsource', 'ping']);
/** How long a loaded page may go on changing before it is read. */
const SETTLE_MS = 5000;

/** @throws NewsmillError as `Browser.load` does, except for what is checked before */
export async function loadPage(
  browser: Chromium,
  url: string,
  options: PageOptions,
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
    let isDownload = false;
    page.on('download', (download) => {
      isDownload = true;
      void download.cancel().catch(() => undefined);
    });
    await page.route('**/*', (route) => (isWanted(route, url) ? route.continue() : route.abort()));
    const response = await page
      .goto(url, {
        waitUntil: 'domcontentloaded',
        timeout: options.config.timeoutMs,
      })
      .catch((error: unknown) => {
        if (!/Download is starting/.test(String(error)) && !(isDownload && /ERR_ABORTED/.test(String(error))))
          throw error;
        throw new NewsmillError('unsupported_type', `${url} is a file to download, not a page`, {
          cause: error,
        });
      });
    if (response === null) throw new NewsmillError('browser_failed', `Chromium gave no answer for ${url}`);
    await page.waitForLoadState('networkidle', { timeout: SETTLE_MS }).catch(() => undefined); // pages that never rest are read as they are
    if (options.config.consent === 'reject' && (await rejectConsent(page)) !== null)
      await page.waitForLoadState('domcontentloaded', { timeout: SETTLE_MS }).catch(() => undefined); // some load anew
    await scrollThrough(page);
    return await readPage(page, response, options.maxBytes, startedAt);
  } catch (error) {
    throw asFailure(error, url, options.config.timeoutMs);
  } finally {
    clearTimeout(limit);
    signal?.removeEventListener('abort', onAbort);
    await context.close().catch(() => undefined);
  }
}

function isWanted(route: Route, pageUrl: string): boolean {
  const request = route.request();
  return !NOT_LOADED.has(request.resourceType()) && !isTracker(request.url(), pageUrl);
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
