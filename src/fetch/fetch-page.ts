/** A page with its redirects followed, for a single URL asked for by a person. */
import { NewsmillError } from '../errors.ts';
import { createFetcher, type FetchConfig, type Fetcher } from './fetcher.ts';
import type { FetchResponse, RequestOptions } from './response.ts';
import { failureOfStatus, isRedirect } from './status-failure.ts';

/** One redirect on the way. */
export interface Hop {
  readonly url: string;
  readonly status: number;
  readonly location: string;
}

/** What came at the end of the redirects. */
export interface FetchedPage {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly contentType: string | null;
  /** URL that answered, after redirects. */
  readonly finalUrl: string;
  readonly fetchedAt: Date;
  readonly hops: readonly Hop[];
}

/** How a page is fetched. Without `fetcher` one is made for this page and closed after it. */
export interface FetchPageOptions extends Pick<RequestOptions, 'accept' | 'signal'> {
  readonly config: FetchConfig;
  readonly fetcher?: Fetcher | undefined;
}

/**
 * Fetches `url`, following redirects; every hop is a guarded request of its own.
 *
 * @throws NewsmillError as `Fetcher.request`, what `failureOfStatus` makes of the last status, `redirect_loop`,
 *   `too_many_redirects`, `bad_redirect`
 */
export async function fetchPage(url: string, options: FetchPageOptions): Promise<FetchedPage> {
  if (options.fetcher !== undefined) return followRedirects(options.fetcher, url, options);
  await using fetcher = createFetcher(options.config);
  return await followRedirects(fetcher, url, options);
}

async function followRedirects(
  fetcher: Fetcher,
  url: string,
  options: FetchPageOptions,
): Promise<FetchedPage> {
  const { maxRedirects } = options.config;
  const hops: Hop[] = [];
  const seen = new Set<string>();
  let next = url;
  for (;;) {
    const response = await fetcher.request(next, { accept: options.accept, signal: options.signal });
    const failure = failureOfStatus(response);
    if (failure !== null) throw failure;
    if (!isRedirect(response.status) || response.location === null) return pageOf(response, hops);
    seen.add(response.url);
    hops.push({ url: response.url, status: response.status, location: response.location });
    next = checkedTarget(response.location, seen, url);
    if (hops.length > maxRedirects) {
      throw new NewsmillError(
        'too_many_redirects',
        `${url} leads through more than ${maxRedirects} redirects`,
      );
    }
  }
}

/** Target of a redirect without its fragment, once it is known to be new and of a scheme that is fetched. */
function checkedTarget(location: string, seen: ReadonlySet<string>, origin: string): string {
  const target = new URL(location);
  if (target.protocol !== 'http:' && target.protocol !== 'https:') {
    throw new NewsmillError(
      'bad_redirect',
      `${origin} redirects to the scheme ${target.protocol.slice(0, -1)}`,
    );
  }
  target.hash = '';
  if (seen.has(target.href))
    throw new NewsmillError('redirect_loop', `${origin} redirects back to ${target.href}`);
  return target.href;
}

function pageOf(response: FetchResponse, hops: readonly Hop[]): FetchedPage {
  return {
    status: response.status,
    headers: response.headers,
    bytes: response.bytes,
    contentType: response.contentType,
    finalUrl: response.url,
    fetchedAt: response.startedAt,
    hops,
  };
}
