/** Parts of a page that are the entries of a live blog, told by their times and by what the page calls itself. */
import type { DomElement } from '../html/dom.ts';
import type { Page } from '../page/page.ts';
import { foldSpace } from '../text.ts';

/** An entry as it stands in the page: one element with its time in it, or a time and what follows it. */
export interface LivePart {
  readonly time: DomElement;
  /** The element that holds the time, then those that follow it up to the next entry. */
  readonly elements: readonly DomElement[];
}

/** Parts that make a live blog; so many are read. */
export const LEAST_ENTRIES = 3;
const MAX_ENTRIES = 500;
/** How far above its time the element of an entry may be. */
const LEVELS = 6;
/** Elements that one entry may have side by side. */
const MAX_BESIDE = 40;
const LONGEST_TIME = 30;
/** Share of the page's text outside links that the entries have where only its address or title calls it live. */
const MOSTLY = 0.4;

/** A time of day as entries have it, with or without a day. */
const CLOCK = /(?<![\d.])(?:[01]?\d|2[0-3])(?:[:.][0-5]\d(?![\d.])|\s?(?:h|時|点|시|Uhr)(?!\p{L}))/u;
/** An element that shows a time of day alone: “10.05”, “10:05 Uhr”, “11h15”. */
const CLOCK_ALONE =
  /^[[(]?(?:[01]?\d|2[0-3])\s?[:.h]\s?[0-5]\d(?:\s?(?:Uhr|h|Hrs?|ч|[ap]\.?m\.?|[A-Z]{2,4}))?[\])]?\s?[:|–—-]?$/iu;

const LIVE_CLASS = /(?:^|[\s_-])live-?(?:blog|ticker|feed|stream|updates?|coverage)/i;
/** The words for it in other languages, and shorter ones: a box beside an article may have them too. */
const LIVE_WORD =
  /(?:^|[\s_-])(?:live|ticker|news-?ticker|(?:en-?)?direct|le-?direct|en-?vivo|minuto-?a-?minuto|minuto|ao-?vivo|tempo-?real|(?:in-?)?diretta|canl[iı](?:-?anlat[iı]m)?|online|onlajn|translyaciya|live-?verslag|na-?[zż]ywo|relacja)(?:$|[\s_-])/i;
const LIVE_PATH =
  /(?:^|\/)(?:[a-z]{2}\/)?(?:live|live-?blogs?|live-?ticker|ticker|news-?ticker|direct|en-?direct|en-?vivo|minuto-a-minuto|ao-?vivo|(?:in-)?diretta|canl[iı](?:-anlat[iı]m)?|online|onlajn|translyaciya|na-zywo|relacja|liveblog)(?:\/|-|$)|-(?:live-?(?:blog|ticker|updates?)|ticker|minuto-a-minuto|en-vivo|en-direct|ao-vivo|in-diretta|canli|na-zywo)(?:[-_.]|\/|$)/i;
const LIVE_TITLE =
  /^live(?![\p{L}-])(?! (?:in|at|with|from|on|and|music|like|long)\b)|(?<!\p{L})(?:live$|live[ :–—|-]{1,3}(?:blog|ticker|updates?|coverage)|live-?(?:blog|ticker|verslag)|news-?ticker|ticker|live ?:|en direct|direct :|minuto a minuto|en vivo|ao vivo|in diretta|diretta live|онлайн|трансляция|трансляція|прямой эфир|прямий ефір|наживо|canlı|na żywo|relacja live|teljes közvetítés|élő|ao minuto|tempo real)(?!\p{L})|直播|文字直播|实时更新|速報中|ライブ|실시간|مباشر|لحظة بلحظة/iu;

/**
 * The largest group of parts that are alike and each have a time of day, where the page calls itself a live blog: by the
 * class of what holds them; by other words for one in class, address or title only where they are most of the page's text.
 */
export function liveParts(page: Page): readonly LivePart[] {
  const called = callsItselfLive(page);
  const times = timesOf(page, called);
  if (times.length < LEAST_ENTRIES) return [];
  const held = new Set<DomElement>();
  for (const time of times) {
    let at: DomElement | null = time;
    for (let level = 0; at !== null && level <= LEVELS; level++, at = at.parentElement) held.add(at);
  }
  const groups = new Map<DomElement, Map<DomElement, DomElement>>();
  for (const time of times) {
    const part = partAround(time, held);
    const parent = part?.parentElement ?? null;
    if (part === null || parent === null) continue;
    const group = groups.get(parent) ?? new Map<DomElement, DomElement>();
    groups.set(parent, group);
    if (!group.has(part) && group.size < MAX_ENTRIES) group.set(part, time);
  }
  const [largest] = [...groups.entries()].sort(([, a], [, b]) => b.size - a.size);
  if (largest === undefined || largest[1].size < LEAST_ENTRIES) return [];
  const [list, group] = largest;
  const sure = names(list, LIVE_CLASS) || isTyped(list);
  if (!sure && !called && !names(list, LIVE_WORD)) return [];
  if (list.closest('nav, aside, footer') !== null) return [];
  const parts = partsOf(group);
  return sure || isMostOf(parts, page) ? parts : [];
}

/** Whether its address or title does. */
function callsItselfLive(page: Page): boolean {
  if (LIVE_PATH.test(URL.parse(page.url)?.pathname ?? '')) return true;
  const headline = foldSpace((page.headline.element?.textContent ?? '').slice(0, 400));
  return LIVE_TITLE.test(headline) || LIVE_TITLE.test(page.documentTitle.slice(0, 400));
}

/** `time` elements with a time of day; without enough of them, small elements that show nothing else. */
function timesOf(page: Page, called: boolean): readonly DomElement[] {
  const most = 4 * MAX_ENTRIES;
  const times = page.times
    .slice(0, most)
    .filter(
      (time) =>
        /\d[T ](?!00:00)\d{1,2}:\d\d/.test(time.getAttribute('datetime') ?? '') ||
        CLOCK.test((time.textContent ?? '').slice(0, 100)),
    );
  if (times.length >= LEAST_ENTRIES) return times;
  const shown: DomElement[] = [];
  for (const element of page.elements) {
    if (shown.length >= most) break;
    if (element.firstElementChild !== null) continue;
    const text = element.textContent ?? '';
    if (text.length > 3 && text.length <= LONGEST_TIME && CLOCK_ALONE.test(text.trim())) shown.push(element);
  }
  // Where the page does not call itself so, what holds the times still may.
  return called || shown.some((time) => names(time, LIVE_WORD) || names(time, LIVE_CLASS)) ? shown : [];
}

/** The lowest element around a time, or the time itself, that is one of several alike with times in them. */
function partAround(time: DomElement, held: ReadonlySet<DomElement>): DomElement | null {
  let at: DomElement | null = time;
  for (let level = 0; at !== null && level < LEVELS; level++, at = at.parentElement) {
    const { localName, parentElement } = at;
    let alike = 0;
    for (const other of parentElement?.children ?? [])
      if (other.localName === localName && held.has(other) && ++alike >= LEAST_ENTRIES) return at;
  }
  return null;
}

/** Entries of one element each stand side by side; else what follows a time up to the next one is its entry. */
function partsOf(group: ReadonlyMap<DomElement, DomElement>): LivePart[] {
  const leads = [...group.keys()];
  const isLead = new Set(leads);
  let adjacent = 0;
  for (const lead of leads) if (isLead.has(lead.nextElementSibling ?? lead)) adjacent++;
  const isFlat = adjacent * 2 < leads.length - 1;
  let longest = 1;
  return [...group].map(([lead, time], i) => {
    const elements = [lead];
    const most = i === leads.length - 1 ? longest : MAX_BESIDE;
    for (
      let at = lead.nextElementSibling;
      isFlat && at !== null && !isLead.has(at) && elements.length < most;
      at = at.nextElementSibling
    )
      elements.push(at);
    longest = Math.max(longest, elements.length);
    return { time, elements };
  });
}

function isMostOf(parts: readonly LivePart[], page: Page): boolean {
  let chars = 0;
  for (const { elements } of parts)
    for (const element of elements) chars += (element.textContent ?? '').replace(/\s+/g, '').length;
  return chars >= MOSTLY * (page.textLength - page.linkTextLength);
}

function names(list: DomElement, pattern: RegExp): boolean {
  let at: DomElement | null = list;
  for (let level = 0; at !== null && level < LEVELS; level++, at = at.parentElement)
    if (at.localName !== 'body' && pattern.test(`${at.className} ${at.id}`)) return true;
  return false;
}

function isTyped(list: DomElement): boolean {
  return list.closest('[itemtype$="LiveBlogPosting"]') !== null;
}
