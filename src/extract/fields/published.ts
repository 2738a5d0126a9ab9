/** When an article was published and last changed, from the surest source that says so. */
import type { FieldSource, PublishedPrecision } from '../../article/article.ts';
import type { DomElement } from '../html/dom.ts';
import { TEXT_NODE } from '../html/dom.ts';
import { type LooseObject, stringOf } from '../page/json-ld.ts';
import type { Page } from '../page/page.ts';
import { foldSpace } from '../text.ts';
import { type DateHints, dayOf, parseDate, type ReadDate } from './date-text.ts';
import { metaSource } from './field.ts';

export interface PageDates {
  readonly published: {
    readonly at: number;
    readonly precision: PublishedPrecision;
    readonly source: FieldSource;
  } | null;
  readonly modified: { readonly at: number; readonly source: FieldSource } | null;
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
  'dc.date.created',
  'dcterms.created',
  'dc.created',
  'dcterms.date',
  'dc.date',
  'dcsext.articlefirstpublished',
  'displaydate',
  'article.published',
  'article.created',
  'article:post_date',
  'analyticsattributes.articledate',
  'bt:pubdate',
  'gentime',
  'shareaholic:article_published_time',
  'vr:published_time',
  'citation_publication_date',
  'citation_date',
  'citation_online_date',
  'date',
  'date_published',
  'creation_date',
  'created',
  'datecreated',
  'og:release_date',
  'video:release_date',
  'content_create_date',
  'pub_date',
  'timestamp',
  'time',
  'ptime',
  'firstpublished',
  'live_date',
  'article.publicationdate',
  'datum',
  'doc_date',
  'eomportal-publishdate',
  'article:create_at',
];
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

/** Class and id words of an element that shows a date. */
const DATE_CLASS =
  /(?:^|[\s_-])(?:date|dates|datum|fecha|data|datetime|time|timestamp|published|publish|publication|pubdate|posted|entry-date|post-date|dateline|updated|byline|meta|submitted|created|datepublished|posttime|publishdate|articledate|posteddate|metadate|datestamp)(?:$|[\s_-])|date(?:$|[\s_-])|(?:^|[\s_-])date|[a-z](?:Date|Time)(?:$|[\s_-])/;
const AWAY =
  /related|recommend|sidebar|comment|popular|trending|teaser|most-read|mostread|newsletter|copyright|upcoming|calendar|carousel|archive-list|user-?info|userstats|signature/i;
const MODIFIED_WORDS =
  /\b(?:updated|modified|last edited|aktualisiert|stand:|mis à jour|actualizado|aggiornato|atualizado|bijgewerkt|zaktualizowan|обновлен|оновлено|güncelle)|更新|수정/iu;

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
    anyNode(page, read) ??
    fromUrl(page.url, usable) ??
    fromShown(page, read);

  const modifiedFound =
    structured(article, 'dateModified', read) ??
    fromMetas(page, MODIFIED_METAS, read) ??
    fromItemprop(page, 'datemodified', read);
  const fallback = published ?? (modifiedFound === null ? null : modifiedFound);
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
            precision: precisionOf(fallback.date),
            source: fallback.source,
          },
    modified: modified === null ? null : { at: modified.date.at, source: modified.source },
  };
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
): { readonly at: number; readonly precision: PublishedPrecision } | null {
  const date = parseDate(foldSpace(text.slice(0, 400)), { monthFirst: isMonthFirst(page, language) });
  if (date === null || !isBelievable(date, fetchedAt)) return null;
  const latest = Math.max(fetchedAt, date.precision === 'day' ? date.at : 0);
  return { at: Math.min(date.at, latest), precision: precisionOf(date) };
}

interface Dated {
  readonly date: ReadDate;
  readonly source: FieldSource;
}
type Read = (text: string | null | undefined) => ReadDate | null;

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

/** Any other JSON-LD node that states a publication day, but only when all that do agree on it. */
function anyNode(page: Page, read: Read): Dated | null {
  let only: ReadDate | null = null;
  for (const node of page.linkedData.nodes) {
    const date = read(stringOf(node.datePublished ?? null));
    if (date === null) continue;
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
    if (isAway(element)) continue;
    const date =
      read(element.getAttribute('datetime')) ??
      read(element.getAttribute('content')) ??
      read(element.textContent);
    if (date !== null) return { date, source: 'microdata' };
  }
  return null;
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
  const date = usable({ at: day, precision: 'day', zoned: false, index: 0, end: 0 });
  return date === null ? null : { date, source: 'url' };
}

/** How sure a place is before its position counts. */
const SURENESS = { time: 30, marked: 22, text: 8 } as const;
const LEAST_SURE = -24;
const MAX_ELEMENTS = 6000;

/**
 * The date that the page shows: of `<time>` elements, elements named after dates and short lines with
 * a full date, the one that stands best: near the headline, and not with comments or other stories.
 */
function fromShown(page: Page, read: Read): Dated | null {
  const headline = headlineIndex(page);
  let best: { dated: Dated; score: number } | null = null;
  for (const [index, element] of page.elements.entries()) {
    if (index > MAX_ELEMENTS) break;
    const shown = shownDate(element, read);
    if (shown === null) continue;
    const score = shown.score + placeOf(element, index, headline);
    if (score >= LEAST_SURE && (best === null || score > best.score)) best = { dated: shown.dated, score };
  }
  return best?.dated ?? null;
}

function headlineIndex(page: Page): number {
  const headline = page.headings.find(
    (heading) => heading.localName === 'h1' && heading.closest('nav, aside, footer') === null,
  );
  return headline === undefined ? -1 : page.elements.indexOf(headline);
}

function shownDate(element: DomElement, read: Read): { dated: Dated; score: number } | null {
  const isTime = element.localName === 'time';
  const marks = `${element.className} ${element.id}`;
  const marked = marks.length > 3 && DATE_CLASS.test(marks);
  const text = isTime || marked ? (element.textContent ?? '') : ownText(element);
  if (text.length > 400) return null;
  const stated =
    isTime || marked
      ? (read(element.getAttribute('datetime')) ?? read(element.getAttribute('content')))
      : null;
  const date =
    stated ??
    (/\d/.test(text) ? shortDate(text, isTime || marked, read) : null) ??
    (marked ? read(element.getAttribute('title')) : null);
  if (date === null || /©|\(c\)|copyright/iu.test(text)) return null;
  const around = `${marks} ${element.parentElement?.className ?? ''}`;
  let score: number = isTime ? SURENESS.time : marked ? SURENESS.marked : SURENESS.text;
  if (
    element.hasAttribute('pubdate') ||
    /publi[sc]|entry-date|pubdate|post-date|posted|created/i.test(around)
  )
    score += 12;
  if (
    (/updated|modified/i.test(around) && !/publi[sc]/i.test(around)) ||
    MODIFIED_WORDS.test(text.slice(0, 80)) ||
    MODIFIED_WORDS.test(textBefore(element))
  )
    score -= 20;
  return { dated: { date, source: isTime || marked ? 'markup' : 'visible-text' }, score };
}

/** A date in a short line; in longer text only one that opens it, as a dateline does. */
function shortDate(text: string, marked: boolean, read: Read): ReadDate | null {
  const folded = foldSpace(text);
  if (folded.length < 6) return null;
  const date = read(folded);
  if (date === null || marked || folded.length <= 90) return date;
  return date.index < 40 ? date : null;
}

function textBefore(element: DomElement): string {
  return (element.previousSibling?.textContent ?? '').slice(-40);
}

/** What a place adds: less the further from the headline, much less among comments and other stories. */
function placeOf(element: DomElement, index: number, headline: number): number {
  const distance =
    headline < 0
      ? Math.min(index / 12, 12)
      : index >= headline
        ? Math.min((index - headline) / 6, 20)
        : Math.min((headline - index) / 2, 28);
  return -distance - (isAway(element) ? 26 : 0) - (element.closest('a, li') === null ? 0 : 6);
}

/** Text of an element's own text nodes, cheaply: only when it is small. */
function ownText(element: DomElement): string {
  let text = '';
  for (let child = element.firstChild; child !== null; child = child.nextSibling) {
    if (child.nodeType === TEXT_NODE) text += child.nodeValue ?? '';
    if (text.length > 400) break;
  }
  return text;
}

/** Whether an element stands in a part that is not about this article. Six levels are looked at. */
function isAway(element: DomElement): boolean {
  let at: DomElement | null = element;
  for (let level = 0; at !== null && level < 6; level++) {
    const name = at.localName;
    if (name === 'footer' || name === 'aside' || name === 'nav') return true;
    if (name === 'body' || name === 'main') return false;
    if (AWAY.test(at.className) || AWAY.test(at.id)) return true;
    if (name === 'article') return false;
    at = at.parentElement;
  }
  return false;
}

function isMonthFirst(page: Page, language: string | null): boolean {
  const tag = (page.htmlLang ?? language ?? '').toLowerCase();
  const locale = (page.metas.get('og:locale')?.[0] ?? '').toLowerCase();
  if (/^en[-_](?:us|ph)/.test(tag) || /^en_us/.test(locale)) return true;
  if (/^en[-_]/.test(tag) || (!tag.startsWith('en') && tag !== '')) return false;
  const host = URL.parse(page.url)?.hostname ?? '';
  return !/\.(?:uk|au|nz|in|ie|za|ca|eu|de|fr|es|it|nl|pl|pt|br|ru|tr)$/.test(host);
}
