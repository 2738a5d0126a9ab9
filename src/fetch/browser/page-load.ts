/** One page in a context of its own: loaded, let come to rest, read. */
import type { Browser as Chromium, Page, Request, Response, Route } from 'playwright';
import type { Config } from '../../config/schema.ts';
import { NewsmillError } from '../../errors.ts';
import { type FetchResponse, flatHeaders, readHeaders } from '../response.ts';
import { rejectConsent } from './consent.ts';
import { type Leaving, type LeavingWatch, watchLeaving } from './leaving.ts';
import { scrollThrough } from './scroll.ts';
import { isTracker } from './trackers.ts';

export interface PageOptions {
  readonly config: Config['render'];
  readonly userAgent: string;
  /** Largest page taken, in bytes of its HTML. */
  readonly maxBytes: number;
  /** The page's own way out, `http://127.0.0.1:port`, instead of the browser's. */
  readonly proxyUrl?: string | undefined;
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
  const { userAgent, proxyUrl } = options;
  const proxy = proxyUrl === undefined ? {} : { proxy: { server: proxyUrl, bypass: '<-loopback>' } };
  const context = await browser
    .newContext({ userAgent, serviceWorkers: 'block', acceptDownloads: false, ...proxy })
    .catch((error: unknown) => {
      throw new NewsmillError('browser_failed', 'Chromium broke down', { cause: error });
    });
  const limit = setTimeout(() => void context.close(), options.config.timeoutMs);
  const onAbort = (): void => void context.close();
  signal?.addEventListener('abort', onAbort, { once: true });
  let leaving: LeavingWatch | undefined;
  try {
    const page = await context.newPage();
    // What it opens beside itself is nobody's page.
    context.on('page', (other) => void other.close().catch(() => undefined));
    page.on('dialog', (dialog) => void dialog.dismiss().catch(() => undefined));
    let isDownload = false;
    page.on('download', (download) => {
      isDownload = true;
      void download.cancel().catch(() => undefined);
    });
    await context.route('**/*', (route) => (isWanted(route, page, url) ? route.continue() : route.abort()));
    leaving = await watchLeaving(context, page, url);
    const response = await page
      .goto(url, {
        waitUntil: 'commit',
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
    const { cutOff } = leaving;
    leaving = undefined; // the page is there: where it leads later is none of its answer
    const { timeoutMs: timeout } = options.config;
    await Promise.race([page.waitForLoadState('domcontentloaded', { timeout }), cutOff]);
    await page.waitForLoadState('networkidle', { timeout: SETTLE_MS }).catch(() => undefined); // pages that never rest are read as they are
    if (options.config.consent === 'reject' && (await rejectConsent(page)) !== null)
      await page.waitForLoadState('domcontentloaded', { timeout: SETTLE_MS }).catch(() => undefined); // some load anew
    await scrollThrough(page);
    return await readPage(page, response, options.maxBytes, startedAt);
  } catch (error) {
    const redirect = leaving?.found() ?? null;
    if (redirect !== null) return answerOf(redirect, startedAt);
    throw asFailure(error, url, options.config.timeoutMs);
  } finally {
    clearTimeout(limit);
    signal?.removeEventListener('abort', onAbort);
    await context.close().catch(() => undefined);
  }
}

function isWanted(route: Route, page: Page, pageUrl: string): boolean {
  const request = route.request();
  return !NOT_LOADED.has(request.resourceType()) && !isTracker(request.url(), pageUrl) && isOf(page, request);
}

/** Whether a request is the page's, and not that of one it opens beside itself, which may have no frame yet. */
function isOf(page: Page, request: Request): boolean {
  try {
    return request.frame().page() === page;
  } catch {
    return false;
  }
}

/** The answer of a page that sends its visitors to another site. */
function answerOf({ url, status, headers }: Leaving, startedAt: Date): FetchResponse {
  return {
    url: url.href,
    status,
    headers,
    bytes: new Uint8Array(),
    truncated: false,
    ...readHeaders(url, status, headers, new Date()),
    startedAt,
    durationMs: Date.now() - startedAt.getTime(),
    bytesReceived: 0,
  };
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
