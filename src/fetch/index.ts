/** Fetching: the HTTP client, the address guard, robots rules, kinds of documents, and blobs. */
export {
  type AddressGuard,
  type AddressVerdict,
  checkAddress,
  createAddressGuard,
  type GuardConfig,
  guardedLookup,
  guardOf,
  parseHttpUrl,
  type UrlVerdict,
} from './address-guard.ts';
export { type BlobStore, blobHashOf, createBlobStore, type StoredBlob } from './blobs.ts';
export { createGuardedDispatcher, type DispatcherOptions } from './dispatcher.ts';
export { createNameResolver, type NameResolverOptions, type Resolve } from './dns/name-resolver.ts';
export {
  type FetchedPage,
  type FetchPageOptions,
  fetchPage,
  fetchPage as fetchOnce,
  type Hop,
} from './fetch-page.ts';
export {
  createFetcher,
  type FetchConfig,
  type Fetcher,
  type FetcherOptions,
  userAgentOf,
} from './fetcher.ts';
export type { FetchResponse, RequestOptions } from './response.ts';
export {
  MAX_ROBOTS_BYTES,
  MAX_ROBOTS_REDIRECTS,
  parseRobots,
  productTokenOf,
  type RobotsDecision,
  RobotsPolicy,
  type RobotsRule,
  robotsAllows,
  robotsUrlOf,
} from './robots.ts';
export { type DocumentKind, sniffDocument } from './sniff.ts';
export { failureOfStatus, isRedirect, retryAfterSeconds } from './status-failure.ts';
