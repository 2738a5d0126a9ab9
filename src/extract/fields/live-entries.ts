/** The entries of a live blog: schema.org `LiveBlogPosting.liveBlogUpdate`, else repeated dated parts of the page. */
import type { LiveEntry } from '../../article/article.ts';
import { escapeText, serialiseHtml } from '../body/serialise.ts';
import type { DomElement } from '../html/dom.ts';
import { isObject, type LooseObject, resolve, stringOf, typesOf } from '../page/json-ld.ts';
import type { Page } from '../page/page.ts';
import { foldSpace, plain } from '../text.ts';
import { isOfAnother } from './article-node.ts';
import { type Found, found } from './field.ts';
import { readDateText } from './published.ts';
import { rfc3339 } from './rfc3339.ts';

const MAX_ENTRIES = 500;
const MAX_CHARS = 50_000;
/** Dated parts that make a live blog of markup that calls itself one. */
const LEAST_ENTRIES = 3;

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

const LIVE = /(?:^|[\s_-])live-?(?:blog|ticker|feed|stream|updates?|coverage)/i;
const LIVE_TYPE = /LiveBlogPosting$/;

/** Parts with an id and a time of their own, alike, in markup that calls itself a live blog. */
function fromMarkup(page: Page, dates: EntryDates): LiveEntry[] {
  const groups = new Map<DomElement, DomElement[]>();
  for (const time of page.times.slice(0, 4 * MAX_ENTRIES)) {
    const part = partAround(time);
    const parent = part?.parentElement ?? null;
    if (part === null || parent === null) continue;
    const group = groups.get(parent);
    if (group === undefined) groups.set(parent, [part]);
    else if (!group.includes(part) && group.length < MAX_ENTRIES) group.push(part);
  }
  const [largest] = [...groups.entries()].sort(([, a], [, b]) => b.length - a.length);
  if (largest === undefined || largest[1].length < LEAST_ENTRIES || !isLive(largest[0])) return [];
  return largest[1].flatMap((part) => shownEntry(part, page, dates) ?? []);
}

/** The element with an id around a time, some levels up, that is one of several alike. */
function partAround(time: DomElement): DomElement | null {
  let at = time.parentElement;
  for (let level = 0; at !== null && level < 6; level++, at = at.parentElement) {
    if (idAttribute(at) === null) continue;
    const { localName, parentElement } = at;
    let alike = 0;
    for (const other of parentElement?.children ?? [])
      if (other.localName === localName && idAttribute(other) !== null && ++alike >= LEAST_ENTRIES) return at;
  }
  return null;
}

function idAttribute(element: DomElement): string | null {
  for (const name of ['id', 'data-id', 'data-post-id', 'data-entry-id', 'data-key']) {
    const id = element.getAttribute(name)?.trim() ?? '';
    if (id !== '' && id.length <= 200) return id;
  }
  return null;
}

function isLive(list: DomElement): boolean {
  let at: DomElement | null = list;
  for (let level = 0; at !== null && level < 6; level++, at = at.parentElement)
    if (LIVE.test(`${at.className} ${at.id}`) || LIVE_TYPE.test(at.getAttribute('itemtype') ?? ''))
      return true;
  return false;
}

function shownEntry(part: DomElement, page: Page, dates: EntryDates): LiveEntry | null {
  const id = idAttribute(part);
  const [time] = part.getElementsByTagName('time');
  const heading = part.querySelector('h2, h3, h4, h5');
  const title = foldSpace((heading?.textContent ?? '').slice(0, 1000));
  const paragraphs = [...part.getElementsByTagName('p')].filter(
    (paragraph) => paragraph.querySelector('time') === null && foldSpace(paragraph.textContent ?? '') !== '',
  );
  const lines = paragraphs.map((paragraph) => foldSpace((paragraph.textContent ?? '').slice(0, MAX_CHARS)));
  if (id === null || (lines.length === 0 && title === '')) return null;
  const html = paragraphs.map((paragraph) => serialiseHtml(paragraph, new Set(), page.baseUrl));
  return {
    id,
    published: instantOf(time?.getAttribute('datetime') ?? null, page, dates),
    title: title === '' ? null : title,
    text: (lines.length === 0 ? [title] : lines).join('\n'),
    html: lines.length === 0 ? `<p>${escapeText(title)}</p>` : html.join('\n'),
  };
}
