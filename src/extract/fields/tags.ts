/** Keywords of the article, and which of those that a page states are about it. */
import { isObject, type LooseObject, stringOf } from '../page/json-ld.ts';
import { firstMeta, type Page } from '../page/page.ts';
import { comparable, decodeEntities, plain } from '../text.ts';
import { type Found, found, metaSource } from './field.ts';
import { isNoSection } from './section.ts';
import { readShownTags } from './shown-topics.ts';
import type { SiteNames } from './site-name.ts';

/** What systems write before a keyword to say what kind it is. */
const KIND =
  /^(?:tags?|categor(?:y|ia|ie|ía)|kategorie|topics?|keywords?|subjects?|thema|schlagwort|sections?|persons?|organi[sz]ations?|places?|locations?)(?:\s*:\s*|\/)/i;
/** Switches and numbers of a system rather than words: “type:story”, “paid:false”, “channel_games”. */
const SWITCH = /^[@_/]|^[\w-]+(?::[\w.-]+)+$|^[a-z0-9]+(?:_[a-z0-9]+)+$|^[0-9a-f]{8}-[0-9a-f-]{20,}$/;
/** A switch with a name in words; where a list has several they are no keywords. */
const SETTING = /^\p{Lu}[\p{L} ]{1,20}:\s?\S/u;
const LEAST_SETTINGS = 3;
/** Between keywords, but not in “Prices (Fares, Fees and Rates)”. */
const OUTSIDE_BRACKETS = /[,;](?![^()]{0,60}\))/;
const LONGEST = 100;
/** A keyword of more words is a sentence. */
const MOST_WORDS = 8;
const MOST_TAGS = 50;

/** Keywords as the page states them for the article, each once: `article:tag`, JSON-LD `keywords`, then other metas; else as it shows them. */
export function readTags(
  page: Page,
  article: LooseObject | null,
  title: string | null,
  names: SiteNames,
): Found<readonly string[]> | null {
  const usable = (values: readonly string[]): string[] => unique(values, title, names);
  const tags = page.metas.get('article:tag') ?? page.metas.get('og:article:tag') ?? [];
  const fromMeta = usable(
    tags.flatMap((value) => decodeEntities(value.slice(0, 2000)).split(OUTSIDE_BRACKETS)),
  );
  if (fromMeta.length > 0) return found(fromMeta, 'opengraph');
  const keywords = article?.keywords;
  const values = Array.isArray(keywords) ? keywords.slice(0, 100) : [keywords];
  const linked = usable(
    values.flatMap((value) => {
      const text = isObject(value) ? stringOf(value.name ?? null) : stringOf(value ?? null);
      return text === null ? [] : Array.isArray(keywords) ? [text] : decodeEntities(text).split(/[,;]/);
    }),
  );
  if (linked.length > 0) return found(linked, 'json-ld');
  const meta = firstMeta(page, 'news_keywords', 'parsely-tags', 'sailthru.tags', 'keywords');
  const listed =
    meta === null || repeatsDescription(meta.value, page) ? [] : usable(splitKeywords(meta.value));
  if (meta !== null && listed.length > 0) return found(listed, metaSource(meta.name));
  const shown = usable((readShownTags(page)?.value ?? []).filter((tag) => !isNoSection(tag)));
  return shown.length === 0 ? null : found(shown, 'markup');
}

/** Chinese keywords may stand between blanks. */
function splitKeywords(value: string): string[] {
  const parts = decodeEntities(value).split(/[,;、，]/);
  return parts.length === 1 && /^(?:\p{Script=Han}+\s+){2}/u.test(value.trim()) ? value.split(/\s+/) : parts;
}

/** Some systems fill the keywords with the description. */
function repeatsDescription(keywords: string, page: Page): boolean {
  const description = firstMeta(page, 'og:description', 'description')?.value ?? '';
  const start = comparable(keywords.slice(0, 60));
  return start.split(' ').length > 6 && comparable(description.slice(0, 200)).startsWith(start.slice(0, 40));
}

/** Under so many no share is told from chance. */
const LEAST_LISTED = 3;
/** So many topics of an article, in linked data, may all be wider than its words. */
const MOST_TOPICS = 6;

/**
 * Keywords that metas and linked data state are often the site's, the same on every page: where none of them
 * occurs in the article they are dropped, and where few do only those are kept. `article:tag` and shown tags
 * are believed.
 *
 * @param text the article's title and text
 */
export function settleTags(
  tags: Found<readonly string[]> | null,
  text: string,
): Found<readonly string[]> | null {
  if (tags === null || ['opengraph', 'rule', 'markup'].includes(tags.source)) return tags;
  const { length } = tags.value;
  // Enough of them as they are written saves making all of the text comparable.
  const shown = ` ${text.slice(0, 30_000).toLowerCase()}`;
  const plainly = tags.value.filter((tag) => shown.includes(` ${tag.toLowerCase()}`)).length;
  if (plainly > 0 && (tags.source === 'json-ld' || plainly * 3 >= length)) return tags;
  const words = ` ${comparable(text.slice(0, 30_000))}`;
  const own = tags.value.filter((tag) => occurs(tag, words));
  if (own.length === 0)
    return length < (tags.source === 'json-ld' ? MOST_TOPICS : LEAST_LISTED) ? tags : null;
  if (tags.source === 'json-ld' || own.length * 3 >= length || length < LEAST_LISTED) return tags;
  return found(own, tags.source);
}

/** Whether all words of a keyword occur, endings aside; scripts without blanks are looked for as they stand. */
function occurs(tag: string, words: string): boolean {
  const parts = comparable(tag).split(' ');
  return parts.every((part) =>
    /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u.test(part)
      ? words.includes(part)
      : words.includes(` ${part.length > 5 ? part.slice(0, Math.max(5, part.length - 3)) : part}`),
  );
}

function unique(values: readonly string[], title: string | null, names: SiteNames): string[] {
  const out = new Map<string, string>();
  const headline = title === null ? '' : comparable(title);
  const hasSettings =
    values.filter((value) => SETTING.test(value.trim()) && !KIND.test(value.trim())).length >= LEAST_SETTINGS;
  for (const value of values) {
    const stated = plain(value.slice(0, 200));
    if (!KIND.test(stated) && (SWITCH.test(stated) || (hasSettings && SETTING.test(stated)))) continue;
    const text = stated.replace(KIND, '');
    const key = comparable(text);
    if (text === '' || text.length > LONGEST || out.size >= MOST_TAGS || isSentence(text)) continue;
    if (key === '' || key === headline || names.known.has(key) || out.has(text.toLowerCase())) continue;
    out.set(text.toLowerCase(), text);
  }
  const list = [...out.values()];
  return repeatsTitle(list, headline) ? [] : list;
}

/** A title's own words, one by one, are no keywords. */
function repeatsTitle(list: readonly string[], headline: string): boolean {
  const words = new Set(headline.split(' '));
  const single = list.filter((tag) => words.has(comparable(tag)));
  return list.length >= 4 && words.size >= 4 && single.length * 5 >= list.length * 4;
}

function isSentence(text: string): boolean {
  const words = text.split(' ').length;
  return words > MOST_WORDS || (words > 3 && /[.!?…]$/.test(text));
}
