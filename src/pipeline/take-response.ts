/** What a response means for its entry: a snapshot, a redirect, nothing new, or a failure. */
import { asNewsmillError, NewsmillError } from '../errors.ts';
import type { StoredBlob } from '../fetch/blobs.ts';
import { type FetchResponse, failureOfStatus, isRedirect } from '../fetch/index.ts';
import { type DocumentKind, sniffDocument } from '../fetch/sniff.ts';
import { canonicalOptionsOf, canonicalUrl, hostKeyOf } from '../frontier/canonical-url.ts';
import { hostPolicies } from '../frontier/host-policy.ts';
import type { FrontierId, GrantId } from '../ids.ts';
import { inTransaction } from '../store/database.ts';
import { type Entry, recordRedirect, recordSnapshot } from '../store/frontier.ts';
import { articleOfUrl } from '../store/read-articles.ts';
import { findSource } from '../store/sources.ts';
import type { FrontierKind, Via } from '../store/tables.ts';
import { endBadly, endWell, pausesOf } from './end-visit.ts';
import { enqueueExtract, enqueueReadEntry } from './enqueue.ts';
import type { Parts } from './parts.ts';

export interface PageJob {
  readonly frontierId: FrontierId;
  readonly grantId: GrantId;
}

/** Records it. Throws only when that could not be done. */
export async function takeResponse(
  parts: Parts,
  entry: Entry,
  job: PageJob,
  response: FetchResponse,
  via: Via,
): Promise<void> {
  const failure = failureOfStatus(response);
  if (failure) return endBadly(parts, entry, job, failure, { httpStatus: response.status, via });
  if (response.status === 304) return endUnchanged(parts, entry, job, 304);
  if (isRedirect(response.status) && response.location !== null) {
    return followRedirect(parts, entry, job, { ...response, location: response.location, via });
  }
  const route = routeOf(entry, response);
  if (route instanceof NewsmillError)
    return endBadly(parts, entry, job, route, { httpStatus: response.status, via });
  await keepSnapshot(parts, entry, job, response, via, route);
}

/** Whether the last visit left nothing to do if the page is still the same. */
export function isKnownGood(entry: Entry): boolean {
  const ended = entry.lastOutcome;
  if (entry.kind !== 'page') return ended === 'discovered' && entry.crawlId === null;
  return ended === 'new' || ended === 'revised' || ended === 'unchanged' || ended === 'duplicate';
}

async function endUnchanged(parts: Parts, entry: Entry, job: PageJob, httpStatus: number): Promise<void> {
  const pauses = await pausesOf(parts, entry);
  const isPage = entry.kind === 'page';
  const { db } = parts.database;
  const article = isPage ? await articleOfUrl(db, entry.url) : null;
  const outcome = isPage ? 'unchanged' : 'discovered';
  const end = { outcome, httpStatus, ...article } as const;
  const ended = await endWell(db, entry, { grantId: job.grantId, says: 'answered' }, end, pauses);
  if (!ended) return;
  parts.metrics.visit(isPage ? 'unchanged' : 'discovered');
  parts.log.debug({ url: entry.url, httpStatus }, 'Not changed');
  parts.onFrontierMoved?.();
}

async function followRedirect(
  parts: Parts,
  entry: Entry,
  job: PageJob,
  {
    status,
    startedAt,
    durationMs,
    location,
    via,
  }: FetchResponse & { readonly location: string; readonly via: Via },
): Promise<void> {
  const source = entry.sourceId === null ? null : await findSource(parts.database.db, entry.sourceId);
  let target: string;
  try {
    // A host that redirects /a to /a/ means it, whatever the source's URLs are spelt like.
    const options = { ...canonicalOptionsOf(source?.definition.canonical), trailingSlash: 'keep' as const };
    target = canonicalUrl(location, options).url;
  } catch (thrown) {
    return endBadly(parts, entry, job, asNewsmillError(thrown), { httpStatus: status, via });
  }
  const seen = [entry.url, ...entry.hops.map((hop) => hop.location)];
  if (seen.includes(target)) {
    const error = new NewsmillError(
      'redirect_loop',
      `${entry.url} redirects in a circle by way of ${target}`,
    );
    return endBadly(parts, entry, job, error, { httpStatus: status, via });
  }
  if (entry.hops.length >= parts.config.fetch.maxRedirects) {
    const error = new NewsmillError(
      'too_many_redirects',
      `${entry.url} was redirected ${entry.hops.length + 1} times`,
    );
    return endBadly(parts, entry, job, error, { httpStatus: status, via });
  }
  const at = new Date(startedAt.getTime() + durationMs).toISOString();
  const hop = { url: entry.fetchUrl, status, location: target, at };
  const host = { host: hostKeyOf(target), policyOf: hostPolicies(parts.config) };
  await inTransaction(parts.database.db, (tx) => recordRedirect(tx, entry, job.grantId, hop, host));
  parts.log.debug({ url: entry.url, status, location: target }, 'Redirected');
  parts.onFrontierMoved?.();
}

type Stage = { readonly stage: 'extract' | 'discover'; readonly kind: FrontierKind };

/** Which stage a document goes to: what it is counts, not what it was taken for. */
function routeOf(entry: Entry, response: FetchResponse): Stage | NewsmillError {
  const document = sniffDocument(response.bytes, response.contentType);
  if (document === 'empty')
    return new NewsmillError('empty_body', `${entry.fetchUrl} answered with no content`);
  const isEntryPoint = entry.kind === 'feed' || entry.kind === 'sitemap' || entry.kind === 'hub';
  // Sitemaps are often files in gzip; what they hold is the reader's to say.
  const isGzip = response.bytes[0] === 0x1f && response.bytes[1] === 0x8b;
  if (isGzip && entry.kind === 'seed') return { stage: 'discover', kind: 'sitemap' };
  if (!isEntryPoint && (document === 'pdf' || document === 'binary')) {
    const type = document === 'pdf' ? 'a PDF' : `binary data (${response.contentType ?? 'no content type'})`;
    return new NewsmillError('unsupported_type', `${entry.fetchUrl} is ${type}`);
  }
  switch (entry.kind) {
    case 'feed':
    case 'sitemap':
    case 'hub':
      return { stage: 'discover', kind: entry.kind };
    case 'page':
      return isMarkup(document)
        ? { stage: 'extract', kind: 'page' }
        : new NewsmillError('unsupported_type', `${entry.fetchUrl} is a feed or sitemap, not a page`);
    case 'seed':
      if (isMarkup(document)) {
        return new URL(response.url).pathname === '/'
          ? { stage: 'discover', kind: 'hub' }
          : { stage: 'extract', kind: 'seed' };
      }
      return { stage: 'discover', kind: document.startsWith('sitemap') ? 'sitemap' : 'feed' };
  }
}

function isMarkup(document: DocumentKind): boolean {
  return document === 'html' || document === 'text';
}

async function keepSnapshot(
  parts: Parts,
  entry: Entry,
  job: PageJob,
  response: FetchResponse,
  via: Via,
  route: Stage,
): Promise<void> {
  const bytes = response.bytes.byteLength;
  let blob: StoredBlob;
  try {
    blob = await parts.blobs.put(response.bytes, { transfer: true });
  } catch (thrown) {
    return endBadly(parts, entry, job, asNewsmillError(thrown), { httpStatus: response.status, via });
  }
  if (blob.hash === entry.lastBlob && isKnownGood(entry))
    return endUnchanged(parts, entry, job, response.status);
  const snapshot = {
    url: response.url,
    status: response.status,
    headers: response.headers,
    contentType: response.contentType,
    blob: blob.hash,
    bytes,
    via,
    fetchedAt: response.startedAt,
    etag: response.etag,
    lastModified: response.lastModified,
  };
  const next = { ...route, leaseMs: parts.config.maintain.leaseMs };
  const snapshotId = await recordSnapshot(parts.database.db, entry, job.grantId, snapshot, next);
  if (snapshotId === null) return;
  if (route.stage === 'extract') await enqueueExtract(parts.queues, entry.id, snapshotId);
  else await enqueueReadEntry(parts.queues, entry.id, snapshotId);
  parts.onFrontierMoved?.();
}
