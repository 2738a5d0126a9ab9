/** When an article was published and last changed, from the surest source that says so. */
import type { FieldSource, PublishedPrecision } from '../../article/article.ts';
import { type LooseObject, stringOf, typesOf } from '../page/json-ld.ts';
import { absoluteUrl, type Page } from '../page/page.ts';
import { foldSpace } from '../text.ts';
import { isOfAnother } from './article-node.ts';
import { type Dated, isAway, type Read } from './date-places.ts';
import { type DateHints, dayOf, parseDate, type ReadDate } from './date-text.ts';
import { metaSource } from './field.ts';
import { shownChange } from './shown-change.ts';
import { fromShown } from './shown-date.ts';

export interface PageDates {
  readonly published: {
    readonly at: number;
    /** Minutes east of UTC as the page states them; null where it states none. */
    readonly offset: number | null;
    readonly precision: PublishedPrecision;
    readonly source: FieldSource;
  } | null;
  readonly modified: {
    readonly at: number;
    readonly offset: number | null;
    readonly source: FieldSource;
  } | null;
}

const PUBLISHED_METAS = [
  'article:published_time',
  'og:article:published_time',
  'og:published_time',
  'datepublished',
  'date.published',
  'published_time',
  'published_at',
  'article:published',
  'article_date_original',
  'originalpublicationdate',
  'og:pubdate',
  'pubdate',
  'publishdate',
  'publish_date',
  'publish-date',
  'publication_date',
  'publicationdate',
  'publication-date',
  'published',
  'published-date',
  'published_date',
  'parsely-pub-date',
  'sailthru.date',
  'cxenseparse:recs:publishtime',
  'cxenseparse:publishtime',
  'rnews:datepublished',
  'dc.date.issued',
  'dcterms.issued',
  'displaydate',
  'article.published',
  'article.created',
  'article:post_date',
  'analyticsattributes.articledate',
  'bt:pubdate',
  'shareaholic:article_published_time',
  'vr:published_time',
  'citation_publication_date',
  'citation_date',
  'citation_online_date',
  'date_published',
  'datecreated',
  'og:release_date',
  'video:release_date',
  'content_create_date',
  'pub_date',
  'firstpublished',
  'live_date',
  'article.publicationdate',
  'eomportal-publishdate',
  'article:create_at',
];
/** Names that stand for the day of publication on some pages and for that of the last change on others. */
const WEAK_METAS = [
  'dcsext.articlefirstpublished',
  'date',
  'dc.date.created',
  'dcterms.created',
  'dc.created',
  'dcterms.date',
  'dc.date',
  'creation_date',
  'created',
  'timestamp',
  'time',
  'ptime',
  'datum',
  'doc_date',
  'gentime',
];
/** Names of a site's own that still say what they hold. */
const OWN_META = /[:._-](?:uploaded|published(?:_?(?:at|time|date))?|pub_?date|publish_?date)$/;
const MODIFIED_METAS = [
  'article:modified_time',
  'og:article:modified_time',
  'og:modified_time',
  'og:updated_time',
  'datemodified',
  'lastmod',
  'last-modified',
  'modified',
  'dcterms.modified',
  'dc.date.modified',
  'dc.modified',
  'article.updated',
  'article:modified',
  'updated_time',
  'date.modified',
  'revision_date',
  'last_modified',
  'cxenseparse:recs:articlemodified',
  'shareaholic:article_modified_time',
  'bt:moddate',
];

/** @param fetchedAt epoch milliseconds; nothing later (a day of clock and zone error allowed for) is believed */
export function readDates(
  page: Page,
  article: LooseObject | null,
  language: string | null,
  fetchedAt: number,
): PageDates {
  const hints: DateHints = { monthFirst: isMonthFirst(page, language) };
  const latest = fetchedAt;
  const usable = (date: ReadDate | null): ReadDate | null =>
    date !== null && isBelievable(date, latest) ? date : null;
  const read = (text: string | null | undefined): ReadDate | null =>
    text === null || text === undefined ? null : usable(parseDate(foldSpace(text.slice(0, 400)), hints));

  const published =
    structured(article, 'datePublished', read) ??
    fromMetas(page, PUBLISHED_METAS, read) ??
    fromItemprop(page, 'datepublished', read) ??
    structured(article, 'dateCreated', read) ??
    fromItemprop(page, 'datecreated', read) ??
    anyNode(page, 'datePublished', read) ??
    anyNode(page, 'uploadDate', read) ??
    fromOwnMeta(page, read) ??
    weakest(page, read, usable);

  const modifiedStated =
    structured(article, 'dateModified', read) ??
    fromMetas(page, MODIFIED_METAS, read) ??
    fromItemprop(page, 'datemodified', read);
  const modifiedFound = modifiedStated ?? (published === null ? null : shownChange(page, read));
  const chosen = published ?? modifiedStated ?? fromPreviewImage(page, usable);
  const fallback = chosen === null ? null : withZone(withTime(chosen, page, read), page, read);
  const modified =
    modifiedFound === null ||
    modifiedFound.date.at > fetchedAt ||
    (fallback !== null && modifiedFound.date.at < fallback.date.at)
      ? null
      : modifiedFound;
  return {
    published:
      fallback === null
        ? null
        : {
            at: Math.min(fallback.date.at, Math.max(fetchedAt, startOfDay(fallback))),
            offset: fallback.date.offset,
            precision: precisionOf(fallback.date),
            source: fallback.source,
          },
    modified:
      modified === null
        ? null
        : { at: modified.date.at, offset: modified.date.offset, source: modified.source },
  };
}

/** What is left where nothing states the publication as such: the address, a shown date, metas that may mean a change, scripts. */
function weakest(page: Page, read: Read, usable: (date: ReadDate | null) => ReadDate | null): Dated | null {
  const url = fromUrl(page.url, usable);
  if (url !== null) return url;
  const shown = fromShown(page, read);
  const weak = fromMetas(page, WEAK_METAS, read);
  if (shown !== null && (weak === null || shown.isSure)) return shown.dated;
  return weak ?? fromScripts(page, read);
}

const ZONE_METAS = [...PUBLISHED_METAS, ...WEAK_METAS];

/**
 * The same moment may stand in the page with the publisher's own zone: as UTC it can fall on another
 * day. A time without any zone gets that of a statement a whole number of quarter hours away.
 */
function withZone(chosen: Dated, page: Page, read: Read): Dated {
  const { date } = chosen;
  if (date.precision === 'day' || (date.offset !== null && date.offset !== 0)) return chosen;
  const texts: (string | null)[] = [];
  for (const name of ZONE_METAS) texts.push(...(page.metas.get(name) ?? []).slice(0, 3));
  for (const time of page.times.slice(0, 8)) texts.push(time.getAttribute('datetime'));
  for (const text of texts) {
    if (text === null || !/\d[+−-]\d\d:?\d\d\s*$|\s[+−-]\d{4}\s*$/.test(text)) continue;
    const other = read(text);
    if (other === null || other.offset === null || other.precision === 'day') continue;
    const apart = Math.abs(other.at - date.at);
    const same = date.zoned
      ? apart < 60_000 && other.offset !== 0
      : apart <= 14 * 3_600_000 && apart % 900_000 === 0;
    if (same)
      return { date: { ...date, at: other.at, offset: other.offset, zoned: true }, source: chosen.source };
  }
  return chosen;
}

const DAY = 86_400_000;

/** The calendar day, as the page's own zone has it. */
function calendarDay({ at, offset }: ReadDate): number {
  return Math.floor((at + (offset ?? 0) * 60_000) / DAY);
}

/** A day, as addresses and many attributes state it, gets its time from the meta or the shown date of that same day. */
function withTime(chosen: Dated, page: Page, read: Read): Dated {
  if (precisionOf(chosen.date) !== 'day') return chosen;
  const isSame = (other: Dated | null): other is Dated =>
    other !== null &&
    precisionOf(other.date) !== 'day' &&
    calendarDay(other.date) === calendarDay(chosen.date);
  const stated = fromMetas(page, ZONE_METAS, read);
  if (isSame(stated)) return stated;
  const shown = fromShown(page, read);
  return shown?.isSure === true && isSame(shown.dated) ? shown.dated : chosen;
}

/** Not before the web, not after the fetch. */
function isBelievable(date: ReadDate, fetchedAt: number): boolean {
  // A time without a zone may be ahead of UTC by half a day.
  const slack = date.zoned ? 5 * 60_000 : 14 * 3_600_000;
  return date.at >= Date.UTC(1995, 0, 1) && date.at <= fetchedAt + slack;
}

/** A publication date out of a text that is known to hold one, with the bounds of `readDates`; null without. */
export function readDateText(
  text: string,
  page: Page,
  language: string | null,
  fetchedAt: number,
): { readonly at: number; readonly offset: number | null; readonly precision: PublishedPrecision } | null {
  const date = parseDate(foldSpace(text.slice(0, 400)), { monthFirst: isMonthFirst(page, language) });
  if (date === null || !isBelievable(date, fetchedAt)) return null;
  const latest = Math.max(fetchedAt, date.precision === 'day' ? date.at : 0);
  return { at: Math.min(date.at, latest), offset: date.offset, precision: precisionOf(date) };
}

function startOfDay(dated: Dated): number {
  return dated.date.precision === 'day' ? dated.date.at : 0;
}

/** Midnight to the second, without a zone, is how systems write a day. */
function precisionOf(date: ReadDate): PublishedPrecision {
  return date.precision !== 'day' && !date.zoned && date.at % 86_400_000 === 0 ? 'day' : date.precision;
}

function structured(article: LooseObject | null, key: string, read: Read): Dated | null {
  const date = read(stringOf(article?.[key] ?? null));
  return date === null ? null : { date, source: 'json-ld' };
}

/** Any other JSON-LD node that states a publication day, or the day of its upload where it is a video, but only when all that do agree on it. */
function anyNode(page: Page, key: 'datePublished' | 'uploadDate', read: Read): Dated | null {
  let only: ReadDate | null = null;
  for (const node of page.linkedData.nodes) {
    if (key === 'uploadDate' && !typesOf(node).includes('VideoObject')) continue;
    const date = read(stringOf(node[key] ?? null));
    if (date === null || isOfAnother(node, page)) continue;
    if (only !== null && Math.abs(only.at - date.at) > 86_400_000) return null;
    only ??= date;
  }
  return only === null ? null : { date: only, source: 'json-ld' };
}

function fromMetas(page: Page, names: readonly string[], read: Read): Dated | null {
  for (const name of names) {
    for (const value of page.metas.get(name) ?? []) {
      const date = read(value);
      if (date !== null) return { date, source: metaSource(name) };
    }
  }
  return null;
}

function fromItemprop(page: Page, name: string, read: Read): Dated | null {
  for (const element of page.itemprops.get(name) ?? []) {
    if (isAway(element, page)) continue;
    const date =
      read(element.getAttribute('datetime')) ??
      read(element.getAttribute('content')) ??
      (element.localName === 'abbr' ? read(element.getAttribute('title')) : null) ??
      read(element.textContent);
    if (date !== null) return { date, source: 'microdata' };
  }
  return null;
}

function fromOwnMeta(page: Page, read: Read): Dated | null {
  for (const [name, values] of page.metas) {
    const date = OWN_META.test(name) ? read(values[0]) : null;
    if (date !== null) return { date, source: metaSource(name) };
  }
  return null;
}

const SCRIPT_DATE =
  /"(?:date_?published|published_?(?:at|date|time)|publish_?(?:date|time)|publication_?(?:date|time)|first_?published(?:_?at)?|pub_?date|article_?publish_?date)"\s*:\s*"([^"\\]{8,40})"/gi;

/** Data that scripts carry: believed where all of it agrees on one day. At most 40 scripts, 300,000 characters each. */
function fromScripts(page: Page, read: Read): Dated | null {
  let only: ReadDate | null = null;
  // Linked data that could be read was asked already, and what it says of other stories is not this page's day.
  const asked = page.linkedData.nodes.length > 0 ? ':not([type="application/ld+json" i])' : '';
  for (const script of [...page.document.querySelectorAll(`script:not([src])${asked}`)].slice(0, 40)) {
    const text = (script.textContent ?? '').slice(0, 300_000);
    for (const match of text.matchAll(SCRIPT_DATE)) {
      const date = read(match[1]);
      if (date === null) continue;
      if (only !== null && Math.abs(only.at - date.at) > 86_400_000) return null;
      only ??= date;
    }
  }
  return only === null ? null : { date: only, source: 'markup' };
}

/** The day in the address of the preview picture: newsrooms file pictures by day. */
function fromPreviewImage(page: Page, usable: (date: ReadDate | null) => ReadDate | null): Dated | null {
  const value = page.metas.get('og:image')?.[0];
  const url = absoluteUrl(value, page.baseUrl);
  return url === null ? null : fromUrl(url, usable);
}

/** /2024/11/05/, /2024-11-05-, /20241105/ in the path. */
function fromUrl(url: string, usable: (date: ReadDate | null) => ReadDate | null): Dated | null {
  const path = URL.parse(url)?.pathname ?? '';
  const backwards = /[/_-](\d{2})-(\d{2})-((?:19|20)\d{2})(?=[/_.-]|$)/.exec(path);
  const turned = backwards === null ? null : [backwards[0], backwards[3], backwards[2], backwards[1]];
  const match =
    /[/_-](\d{4})[/_-](\d{1,2})[/_-](\d{1,2})(?=[/_.-]|$)/.exec(path) ??
    turned ??
    /[/_-]((?:19|20)\d{2})([01]\d)([0-3]\d)(?=[/_.-]|$)/.exec(path);
  if (match === null) return null;
  const day = dayOf(Number(match[1]), Number(match[2]), Number(match[3]));
  if (day === null) return null;
  const date = usable({ at: day, precision: 'day', zoned: false, offset: null, index: 0, end: 0 });
  return date === null ? null : { date, source: 'url' };
}

function isMonthFirst(page: Page, language: string | null): boolean {
  const tag = (page.htmlLang ?? language ?? '').toLowerCase();
  const locale = (page.metas.get('og:locale')?.[0] ?? '').toLowerCase();
  if (/^en[-_](?:us|ph)/.test(tag) || /^en_us/.test(locale)) return true;
  if (/^en[-_]/.test(tag) || (!tag.startsWith('en') && tag !== '')) return false;
  const host = URL.parse(page.url)?.hostname ?? '';
  return !/\.(?:uk|au|nz|in|ie|za|ca|eu|de|fr|es|it|nl|pl|pt|br|ru|tr)$/.test(host);
}

/** Dates that the page has beside what states them as such: for whoever asks why another was taken. */
export function everyDate(
  page: Page,
  language: string | null,
  fetchedAt: number,
): { readonly where: string; readonly date: ReadDate }[] {
  const hints: DateHints = { monthFirst: isMonthFirst(page, language) };
  const usable = (date: ReadDate | null): ReadDate | null =>
    date !== null && isBelievable(date, fetchedAt) ? date : null;
  const read: Read = (text) =>
    text === null || text === undefined ? null : usable(parseDate(foldSpace(text.slice(0, 400)), hints));
  const places = [
    { where: 'address', date: fromUrl(page.url, usable)?.date },
    { where: 'shown', date: fromShown(page, read)?.dated.date },
    { where: 'scripts', date: fromScripts(page, read)?.date },
    { where: 'address of the preview picture', date: fromPreviewImage(page, usable)?.date },
  ];
  return places.flatMap(({ where, date }) => (date === undefined ? [] : [{ where, date }]));
}
