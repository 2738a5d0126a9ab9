/**
 * The article's text in data that a page hands to its scripts: the longest run of paragraphs whose record is
 * this page's. Nothing is run.
 */
import type { Metadata } from '../metadata.ts';
import { isObject, type LooseObject } from '../page/json-ld.ts';
import type { Page } from '../page/page.ts';
import { comparable, plain, weight } from '../text.ts';
import { BlockReader, headlineOf, isAside, isStory, MARKUP, overlap } from './blocks.ts';
import { type Mentions, mayTellOf, mentionsOf } from './mentions.ts';
import { type DataScript, LEAST_SCRIPT, readScriptData, STREAM } from './scripts.ts';

export interface ScriptStory {
  /** The body as markup, to be parsed and cleaned like any other. */
  readonly html: string;
  /** Weight of its text. */
  readonly weight: number;
  /** The data's object of the article; null where the text stands without one. */
  readonly record: LooseObject | null;
}

/** What the data has to hold of what the page shows. */
const CLEARLY_MORE = 1.6;
/** Weight of text under which a run is no article. */
const LEAST = 500;
const MAX_LEVELS = 64;
/** Values that are walked. */
const MAX_STEPS = 300_000;
/** Steps of reading blocks. */
const MAX_BLOCK_STEPS = 600_000;
const MAX_CANDIDATES = 200;
const MAX_HTML = 1_000_000;

interface Candidate {
  readonly blocks: readonly string[];
  readonly text: string;
  readonly weight: number;
  readonly record: LooseObject | null;
}

/**
 * @param shown what the markup gave, or nothing
 * @returns null where no data of the page's scripts holds clearly more of its text
 */
export function findScriptStory(page: Page, meta: Metadata, shown: string): ScriptStory | null {
  const scripts = page.dataScripts.map((script) => ({
    type: script.getAttribute('type')?.trim().toLowerCase() ?? '',
    text: script.textContent ?? '',
  }));
  const data = readScriptData(talkative(scripts, weight(shown), () => pageMentions(page, meta, shown)));
  if (data.values.length === 0) return null;
  const least = Math.max(LEAST, CLEARLY_MORE * weight(shown));
  const walk = new Walk(new BlockReader(data.texts, MAX_BLOCK_STEPS), least);
  for (const value of data.values) walk.visit(value, null, 0);
  // A list around a list with the same text comes first, as it was met first.
  const best = walk.candidates
    .toSorted((a, b) => b.weight - a.weight)
    .find((candidate) => isAbout(candidate, page, meta, shown));
  return best === undefined
    ? null
    : { html: withoutPlaceholders(best.blocks.join('\n')), weight: best.weight, record: best.record };
}

function pageMentions(page: Page, meta: Metadata, shown: string): Mentions | null {
  const lines = [...shown.split('\n', 10), meta.description?.value ?? ''];
  return mentionsOf([meta.title?.value ?? '', page.documentTitle], lines, page.url);
}

/** Elements of markup whose content is no text. */
const CODE_ELEMENT = /<(script|style)\b[^>]{0,2000}>[\s\S]*?<\/\1>/gi;

/** Ends of sentences, as they stand in data. */
const STOPS = ['. ', '.<', '.\\', '."', '。', '\\u3002', '؟', '۔', '। '];
/** Shown characters for which data has to have one such end to be clearly more: sentences of 200 at most, on the average. */
const SHOWN_A_STOP = 125;

/**
 * Scripts whose text may hold more sentences than the page shows, and something of this page: reading all data of all
 * pages would cost more than reading the pages. Rows of one stream are looked at together.
 * @param mentionsOfPage asked at most once, and only where a script has the sentences
 */
function talkative(
  scripts: readonly DataScript[],
  shown: number,
  mentionsOfPage: () => Mentions | null,
): readonly DataScript[] {
  let known: Mentions | null | undefined;
  const tells = (texts: readonly DataScript[]): boolean => {
    if (known === undefined) known = mentionsOfPage();
    const mentions = known;
    return texts.some(({ text }) => mayTellOf(text, mentions));
  };
  const streamed = scripts.filter(({ text }) => text.includes(STREAM));
  const wanted = Math.max(3, shown / SHOWN_A_STOP);
  const talks = (texts: readonly DataScript[]): boolean => {
    let stops = 0;
    for (const { text } of texts) {
      for (const stop of STOPS)
        for (let at = text.indexOf(stop); at >= 0; at = text.indexOf(stop, at + stop.length))
          if (++stops >= wanted) return true;
    }
    return false;
  };
  const alone = scripts.filter(
    (script) =>
      script.text.length >= LEAST_SCRIPT && !streamed.includes(script) && talks([script]) && tells([script]),
  );
  return talks(streamed) && tells(streamed) ? [...alone, ...streamed] : alone;
}

class Walk {
  readonly candidates: Candidate[] = [];
  readonly #blocks: BlockReader;
  readonly #least: number;
  readonly #seen = new Set<object>();
  #steps = MAX_STEPS;

  /** @param least weight of a run that is looked at */
  constructor(blocks: BlockReader, least: number) {
    this.#blocks = blocks;
    this.#least = least;
  }

  visit(value: unknown, record: LooseObject | null, level: number): void {
    if (level > MAX_LEVELS || --this.#steps <= 0 || this.#blocks.isSpent) return;
    if (typeof value === 'string') {
      if (value.length >= LEAST / 3 || value.startsWith('$')) this.#consider(value, record);
      return;
    }
    if (typeof value !== 'object' || value === null || this.#seen.has(value)) return;
    this.#seen.add(value);
    if (Array.isArray(value)) {
      if (value.length > 1) this.#consider(value, record);
      for (const item of value as unknown[]) this.visit(item, record, level + 1);
    } else if (isObject(value)) {
      const own = headlineOf(value) === null ? record : value;
      for (const [key, member] of Object.entries(value)) {
        if (typeof member === 'string' || (typeof member === 'object' && member !== null))
          if (!isAside(key)) this.visit(member, own, level + 1);
      }
    }
  }

  #consider(value: unknown, record: LooseObject | null): void {
    if (this.candidates.length >= MAX_CANDIDATES) return;
    const blocks = this.#blocks.blocksOf(value);
    let length = 0;
    for (const block of blocks) length += block.length;
    if (length < this.#least / 3 || length > MAX_HTML) return;
    const text = plain(blocks.join(' ').replace(CODE_ELEMENT, ' '));
    const size = weight(text);
    if (size < this.#least || isCode(text) || !isCoherent(blocks, text)) return;
    this.candidates.push({ blocks, text, weight: size, record });
  }
}

/** Scripts and data that passed for markup because there is some in them: brackets, quotes and signs by the dozen. */
function isCode(text: string): boolean {
  const signs = text.match(/[{}[\]\\=;<>]|":|",/g)?.length ?? 0;
  return signs > 0.01 * text.length;
}

/** Two paragraphs, or one long text that ends its sentences. */
function isCoherent(blocks: readonly string[], text: string): boolean {
  const sentences = text.match(/[.!?。！？…](?=["”»’)\s]|$)|[。！？]/gu)?.length ?? 0;
  if (sentences < 3) return false;
  if (blocks.length > 1) return true;
  return MARKUP.test(blocks[0] ?? '') || text.length > 2 * LEAST;
}

/** Whether a run of text belongs to this page: by its record's headline or address, or by what the page shows of it. */
function isAbout({ text, record }: Candidate, page: Page, meta: Metadata, shown: string): boolean {
  if (record !== null) {
    const headline = plain(headlineOf(record) ?? '');
    const titles = [meta.title?.value ?? '', page.documentTitle];
    if (titles.some((title) => comparable(title) === comparable(headline) || overlap(title, headline) >= 0.6))
      return true;
    if (namesAddress(record, page.url)) return true;
  }
  const inside = comparable(text);
  const lines = [...shown.split('\n').slice(0, 10), meta.description?.value ?? ''].map(comparable);
  if (lines.some((line) => line.length >= 40 && inside.includes(line.slice(0, 80)))) return true;
  if (record !== null && isStory(record)) return false;
  const title = meta.title?.value ?? page.documentTitle;
  return overlap(title, text.slice(0, 1000)) >= 0.6;
}

function namesAddress(record: LooseObject, url: string): boolean {
  const path = (URL.parse(url)?.pathname ?? '/').replace(/\/$/, '');
  if (path.length < 8) return false;
  return [
    'url',
    'canonicalUrl',
    'canonical_url',
    'webUrl',
    'link',
    'permalink',
    'slug',
    'uri',
    'path',
    'href',
    'id',
    'articleId',
  ].some((key) => {
    const own = record[key];
    const named = typeof own === 'string' || typeof own === 'number' ? String(own) : '';
    if (named.length < 6) return false;
    const there = /^https?:/.test(named) ? (URL.parse(named)?.pathname ?? '').replace(/\/$/, '') : named;
    return (
      there.length >= 6 &&
      (path === there ||
        path.endsWith(there.replace(/^\/?/, '/')) ||
        (/\d/.test(there) && path.includes(there)))
    );
  });
}

/** Marks where scripts would put an advertisement or a card. */
function withoutPlaceholders(html: string): string {
  return html.replace(
    /\$\$[A-Z][A-Z0-9_]{1,40}\$\$|%%[A-Z][A-Z0-9_]{1,40}%%|##[A-Z][A-Z0-9_]{1,40}##|\{\{[^{}<>]{1,80}\}\}/g,
    '',
  );
}
