/** The entries of a live blog: schema.org `LiveBlogPosting.liveBlogUpdate`, else repeated dated parts of the page. */
import type { LiveEntry } from '../../article/article.ts';
import { escapeText, serialiseHtml } from '../body/serialise.ts';
import type { DomElement } from '../html/dom.ts';
import { isObject, type LooseObject, resolve, stringOf, typesOf } from '../page/json-ld.ts';
import type { Page } from '../page/page.ts';
import { foldSpace, plain } from '../text.ts';
import { isOfAnother } from './article-node.ts';
import { type Found, found } from './field.ts';
import { LEAST_ENTRIES, type LivePart, liveParts } from './live-parts.ts';
import { readDateText } from './published.ts';
import { rfc3339 } from './rfc3339.ts';

const MAX_ENTRIES = 500;
const MAX_CHARS = 50_000;

/** What is needed to read dates. */
export interface EntryDates {
  readonly language: string | null;
  /** Epoch milliseconds; no later time is believed. */
  readonly fetchedAt: number;
}

/** In the order of the page; null where it is no live blog. To be read before the tree is changed. */
export function readLiveEntries(page: Page, dates: EntryDates): Found<readonly LiveEntry[]> | null {
  const stated = fromLinkedData(page, dates);
  if (stated.length > 0) return found(stated, 'json-ld');
  const shown = fromMarkup(page, dates);
  return shown.length >= LEAST_ENTRIES ? found(shown, 'markup') : null;
}

function fromLinkedData(page: Page, dates: EntryDates): LiveEntry[] {
  const entries = new Map<string, LiveEntry>();
  for (const node of page.linkedData.nodes) {
    if (!typesOf(node).includes('LiveBlogPosting') || isOfAnother(node, page)) continue;
    const updates = Array.isArray(node.liveBlogUpdate) ? node.liveBlogUpdate : [node.liveBlogUpdate];
    for (const update of updates.slice(0, MAX_ENTRIES)) {
      const posting = resolve(update, page.linkedData);
      const entry = isObject(posting) ? entryOf(posting, page, dates) : null;
      if (entry !== null && entries.size < MAX_ENTRIES && !entries.has(entry.id))
        entries.set(entry.id, entry);
    }
  }
  return [...entries.values()];
}

function entryOf(posting: LooseObject, page: Page, dates: EntryDates): LiveEntry | null {
  const title = plain((stringOf(posting.headline ?? posting.name ?? null) ?? '').slice(0, 1000));
  const body = stringOf(posting.articleBody ?? posting.text ?? posting.description ?? null) ?? '';
  const lines = body
    .slice(0, MAX_CHARS)
    .split(/\r?\n|<\/(?:p|li|div|h[1-6])>|<br ?\/?>/i)
    .map(plain)
    .filter((line) => line !== '');
  if (lines.length === 0 && title === '') return null;
  const published = instantOf(stringOf(posting.datePublished ?? posting.dateCreated ?? null), page, dates);
  return {
    id: idOf(
      stringOf(posting['@id'] ?? posting.identifier ?? posting.url ?? null),
      published,
      title,
      lines[0],
    ),
    published,
    title: title === '' ? null : title,
    text: lines.length === 0 ? title : lines.join('\n'),
    html: (lines.length === 0 ? [title] : lines).map((line) => `<p>${escapeText(line)}</p>`).join('\n'),
  };
}

/** The stated id without the page's address before it; else the time, else the words it begins with. */
function idOf(
  stated: string | null,
  published: string | null,
  title: string,
  line: string | undefined,
): string {
  const fragment = stated === null ? null : (/#([^#]{1,200})$/.exec(stated)?.[1] ?? stated.slice(0, 300));
  return fragment ?? published ?? (title === '' ? (line ?? '') : title).slice(0, 100);
}

function instantOf(text: string | null, page: Page, { language, fetchedAt }: EntryDates): string | null {
  const date = text === null ? null : readDateText(text, page, language, fetchedAt);
  return date === null || date.precision === 'day' ? null : rfc3339(date.at, date.offset);
}

function fromMarkup(page: Page, dates: EntryDates): LiveEntry[] {
  const entries = new Map<string, LiveEntry>();
  for (const part of liveParts(page)) {
    const entry = shownEntry(part, page, dates);
    if (entry === null) continue;
    // Two entries of one minute, in markup without ids.
    const id = entries.has(entry.id) ? `${entry.id} ${entry.text.slice(0, 100)}` : entry.id;
    if (!entries.has(id)) entries.set(id, { ...entry, id });
  }
  return [...entries.values()];
}

function idAttribute(element: DomElement): string | null {
  for (const name of ['id', 'data-id', 'data-post-id', 'data-entry-id', 'data-key']) {
    const id = element.getAttribute(name)?.trim() ?? '';
    if (id !== '' && id.length <= 200) return id;
  }
  return null;
}

function shownEntry({ time, elements }: LivePart, page: Page, dates: EntryDates): LiveEntry | null {
  const [part] = elements;
  if (part === undefined) return null;
  const clock = foldSpace((time.textContent ?? '').slice(0, 100));
  const heading = allOf(elements, 'h2, h3, h4, h5').find(
    (element) => !element.contains(time) || hasMore(element, clock),
  );
  // A headline that leads to another page announces that page.
  if (heading?.querySelector('a[href^="http"], a[href^="/"]') != null) return null;
  const title = withoutClock(heading, time, clock).slice(0, 1000);
  const { lines, html } = linesOf(elements, heading, time, clock, page);
  if (lines.length === 0 && title === '') return null;
  const published = instantOf(time.getAttribute('datetime'), page, dates);
  return {
    id: idAttribute(part) ?? idOf(null, published, title, lines[0]),
    published,
    title: title === '' ? null : title,
    text: (lines.length === 0 ? [title] : lines).join('\n'),
    html: lines.length === 0 ? `<p>${escapeText(title)}</p>` : html.join('\n'),
  };
}

/** Shorter lines beside the time are who wrote the entry, or where. */
const SHORT = 40;

/** The paragraphs of an entry; without any, what its elements say beside time and heading. */
function linesOf(
  elements: readonly DomElement[],
  heading: DomElement | undefined,
  time: DomElement,
  clock: string,
  page: Page,
): { lines: string[]; html: string[] } {
  const paragraphs = allOf(elements, 'p').filter((paragraph) => hasMore(paragraph, ''));
  const lines: string[] = [];
  const html: string[] = [];
  for (const paragraph of paragraphs) {
    const line = withoutClock(paragraph, time, clock).slice(0, MAX_CHARS);
    const isTimes = paragraph.contains(time);
    if (line === '' || (isTimes && paragraphs.length > 1 && line.length < SHORT)) continue;
    lines.push(line);
    html.push(isTimes ? `<p>${escapeText(line)}</p>` : serialiseHtml(paragraph, new Set(), page.baseUrl));
  }
  if (lines.length > 0) return { lines, html };
  for (const element of elements) {
    if (element === heading || element === time) continue;
    const told =
      heading !== undefined && element.contains(heading) ? foldSpace(heading.textContent ?? '') : '';
    const line = withoutClock(element, time, clock).replace(told, '').trim();
    if (line.length < SHORT) continue;
    lines.push(line);
    html.push(`<p>${escapeText(line)}</p>`);
  }
  return { lines, html };
}

/** Those of some elements, and of what is in them, that a selector matches, in order. */
function allOf(elements: readonly DomElement[], selector: string): DomElement[] {
  return elements.flatMap((element) => [
    ...(element.matches(selector) ? [element] : []),
    ...element.querySelectorAll(selector),
  ]);
}

function hasMore(element: DomElement, clock: string): boolean {
  return foldSpace((element.textContent ?? '').slice(0, 1000)).length > clock.length + 3;
}

/** The text of an element, without the entry's time where it holds that. */
function withoutClock(element: DomElement | undefined, time: DomElement, clock: string): string {
  if (element === undefined) return '';
  const text = foldSpace((element.textContent ?? '').slice(0, MAX_CHARS));
  return element.contains(time) ? text.replace(clock, '').replace(/^[\s:|–—-]+/u, '') : text;
}
