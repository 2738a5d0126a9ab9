/** Names that an article keeps when its address changes. */
import { createHash } from 'node:crypto';

/** Digits that a number in an address needs to be taken for the publisher's id of the article. */
const ID_DIGITS = 5;

/** The host without the prefix that tells how the page is shown: `www.`, `m.`, `mobile.`, `amp.`. */
export function siteOf(url: string): string {
  return (URL.parse(url)?.host ?? '').replace(/^(?:www|m|mobile|amp)\./, '');
}

/** The host without `www.`: pages of one such host are made alike. */
export function plainHostOf(url: string): string {
  return (URL.parse(url)?.host ?? '').replace(/^www\./, '');
}

/** What a name was made of. */
export type NameKind = 'path' | 'number' | 'publisher-id' | 'publication-time' | 'text';

/** When an article says it was published; `at` as ISO 8601. */
export interface PublicationTime {
  readonly at: string;
  readonly precision: 'second' | 'minute' | 'day';
}

/** What names are made of besides addresses. */
export interface NameParts {
  readonly publisherIds?: readonly string[] | undefined;
  readonly published?: PublicationTime | null;
  /** Of a text that is long enough to be known by itself; see `textKey`. */
  readonly textKey?: string | null;
}

/**
 * The names of an article found under `urls`: the site and path without scheme, `/amp` and trailing slash;
 * the site and the longest number of the path (dates do not count); the site and the publisher's own ids,
 * where some are stated; the folder and the moment of publication, which a page keeps whose slug changes, or, where
 * that moment is none, what is known of it and the text. Each as a UUID-shaped MD5, sorted, with what it is.
 */
export function articleNames(
  urls: readonly string[],
  { publisherIds = [], published = null, textKey = null }: NameParts = {},
): ReadonlyMap<string, NameKind> {
  const names = new Map<string, NameKind>();
  const moment = published === null ? null : momentOf(published);
  for (const url of urls) {
    const parsed = URL.parse(url);
    if (parsed === null) continue;
    const site = siteOf(url);
    const path = parsed.pathname.replace(/\/amp(?=\/|$)/g, '').replace(/\/+$/, '');
    if (path !== '') names.set(asUuid(`path:${site}${path}${parsed.search}`), 'path');
    const number = path
      .match(/\d+/g)
      ?.filter((digits) => digits.length >= ID_DIGITS && !/^(?:19|20)\d{6}$/.test(digits))
      .toSorted((a, b) => b.length - a.length)[0];
    if (number !== undefined) names.set(asUuid(`number:${site}/${number}`), 'number');
    const folder = path.replace(/[^/]*$/, '');
    if (moment !== null) names.set(asUuid(`time:${site}${folder} ${moment}`), 'publication-time');
    else if (textKey !== null)
      names.set(asUuid(`${textKey} ${site}${folder} ${published?.at ?? ''}`), 'text');
    for (const id of publisherIds)
      if (id.trim() !== '') names.set(asUuid(`id:${site}/${id.trim()}`), 'publisher-id');
  }
  return new Map([...names].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Null where many articles have it: a day, and a full hour, when pages come out in batches. */
function momentOf({ at, precision }: PublicationTime): string | null {
  const date = new Date(at);
  if (precision === 'day' || Number.isNaN(date.getTime())) return null;
  const moment = date.toISOString();
  return moment.endsWith(':00:00.000Z') ? null : moment;
}

/** Whether two addresses have numbers and they differ: two of a series rather than one under two addresses. */
export function numbersDiffer(one: string, other: string): boolean {
  const [a, b] = [one, other].map((url) => (URL.parse(url)?.pathname.match(/\d+/g) ?? []).join('/'));
  return a !== '' && b !== '' && a !== b;
}

function asUuid(name: string): string {
  const hex = createHash('md5').update(name).digest('hex');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
