/** Text in structured content, whatever system wrote it: markup, lists of blocks, trees of marked text. */
import { escapeText } from '../body/serialise.ts';
import { isObject, type LooseObject, stringOf } from '../page/json-ld.ts';
import { comparable, weight } from '../text.ts';

/** Levels of a block below the list it stands in. */
const MAX_LEVELS = 24;
/** Weight of a string that is running text and no label. */
const SENTENCE = 60;

/** Members that tell of a story, a person or a place of the site, and are not its text. */
const ASIDE_KEY =
  /comment|repl(?:y|ies)|relat|recommend|recirc|teaser|latest|trending|popular|most_?(?:read|viewed)|translat|i18n|intl|locali[sz]|config|setting|foot(?:er|note)|navi|menu|cookie|consent|privacy|terms|legal|faq|newsletter|subscri|paywall|promo|advert|(?:^|_)ads?(?:$|_)|author|byline|(?:^|_)bio|caption|credit|^(?:alt|seo|meta|title|headline|subtitle|subheadline|description|summary|excerpt|dek|standfirst|image|images|photo|photos|media|video|videos|tags|keywords|categor(?:y|ies)|sections?|url|uri|href|link|links|path|slug|id|key|src|style|styles|css|className|theme|icon|svg|template|transcript|next|previous|share|social|error|errors|query|variables)$/i;
/** Data repeats few names often. */
const asides = new Map<string, boolean>();
const MAX_ASIDES = 10_000;

/** Whether a member is about the story rather than its text. */
export function isAside(key: string): boolean {
  const known = asides.get(key);
  if (known !== undefined) return known;
  const aside = key.length > 100 || ASIDE_KEY.test(key);
  if (asides.size < MAX_ASIDES) asides.set(key, aside);
  return aside;
}

/** Kinds of blocks that are no running text. */
const ASIDE_TYPE =
  /image|photo|picture|video|audio|podcast|embed|advert|^ad$|^ads$|_ad$|^ad_|-ad$|^ad-|promo|relat|newsletter|gallery|slideshow|caption|byline|author|share|social|iframe|script|recirc|teaser|widget|poll|quiz|oembed|reference|interstitial|button|table_?of/i;
const HEADING_TYPE =
  /^(?:core\/)?(?:h[1-6]|head(?:ing|er)(?:[-_ ]?(?:\d|one|two|three|four|five|six))?|sub-?head(?:ing|line)?|cross-?head|intertitle|zwischentitel)$/i;
const ITEM_TYPE = /^(?:li|list-?_?item|(?:un)?ordered-list-item)$/i;
const QUOTE_TYPE = /^(?:core\/)?(?:block-?quote|quote|pull-?quote)$/i;
const BLOCK_TYPE =
  /^(?:core\/)?(?:p|para|paragraphs?|block|unstyled|text|text-?_?block|paragraph[-_ ]?block|div|html|raw-?html|body)$/i;

export const MARKUP =
  /<\/?(?:p|div|br|h[1-6]|ul|ol|li|blockquote|section|article|figure|table)\b[^>]{0,2000}>/i;

/** Walks structured content, with a bound on all steps together. */
export class BlockReader {
  readonly #texts: ReadonlyMap<string, string>;
  #steps: number;
  /** A list is looked at by itself and within those around it. */
  readonly #known = new Map<object, readonly string[]>();
  #cuts = 0;

  /** @param texts strings that stand for other texts */
  constructor(texts: ReadonlyMap<string, string>, steps: number) {
    this.#texts = texts;
    this.#steps = steps;
  }

  /** Whether all steps are used up. */
  get isSpent(): boolean {
    return this.#steps <= 0;
  }

  textOf(value: string): string {
    return value.startsWith('$') ? (this.#texts.get(value) ?? value) : value;
  }

  /** The blocks of a value as markup, one string a block; none where it holds no text. */
  blocksOf(value: unknown, level = 0): readonly string[] {
    if (level > MAX_LEVELS) {
      this.#cuts++;
      return [];
    }
    if (--this.#steps <= 0) return [];
    if (typeof value === 'string') return this.#ofString(this.textOf(value));
    if (typeof value !== 'object' || value === null) return [];
    const known = this.#known.get(value);
    if (known !== undefined) return known;
    const cuts = this.#cuts;
    const blocks = Array.isArray(value)
      ? this.#ofArray(value, level)
      : isObject(value)
        ? this.#ofObject(value, level)
        : [];
    // What was cut at the deepest level may be whole when it is asked for by itself.
    if (cuts === this.#cuts) this.#known.set(value, blocks);
    return blocks;
  }

  #ofArray(value: readonly unknown[], level: number): readonly string[] {
    const element = reactElement(value);
    if (element !== null) return this.blocksOf(element, level + 1);
    const lists = value.map((item) => this.blocksOf(item, level + 1)).filter((list) => list.length > 0);
    return lists.length === 1 ? (lists[0] ?? []) : lists.flat();
  }

  #ofString(text: string): string[] {
    if (MARKUP.test(text)) return weight(text) < SENTENCE ? [] : [text];
    if (!isRunningText(text)) return [];
    return text.split(/\n+/).map((line) => paragraph('p', text.includes('</') ? line : escapeText(line)));
  }

  #ofObject(value: LooseObject, level: number): readonly string[] {
    const type = typeOf(value);
    if (ASIDE_TYPE.test(type) || isStory(value) || (type === '' && headlineOf(value) !== null)) return [];
    const tag = HEADING_TYPE.test(type)
      ? 'h2'
      : ITEM_TYPE.test(type)
        ? 'li'
        : QUOTE_TYPE.test(type)
          ? 'blockquote'
          : BLOCK_TYPE.test(type)
            ? 'p'
            : null;
    if (tag !== null) {
      const inline = this.#inline(value, level + 1);
      if (inline !== null) return inline.trim() === '' ? [] : [paragraph(headingTag(value, tag), inline)];
    }
    let best: readonly string[] = [];
    let bestWeight = 0;
    for (const [key, member] of Object.entries(value)) {
      if (typeof member !== 'object' && typeof member !== 'string') continue;
      if (member === null || isAside(key)) continue;
      const blocks = this.blocksOf(member, level + 1);
      let size = 0;
      for (const block of blocks) size += block.length;
      if (size > bestWeight) [best, bestWeight] = [blocks, size];
    }
    return best;
  }

  /** The markup of one block; null where it is made of blocks itself. */
  #inline(value: unknown, level: number): string | null {
    if (level > MAX_LEVELS || --this.#steps <= 0) return null;
    if (typeof value === 'string') {
      const text = this.textOf(value);
      return MARKUP.test(text) ? null : /<\/[a-z]/i.test(text) ? text : escapeText(text);
    }
    if (Array.isArray(value)) {
      const element = reactElement(value);
      if (element !== null) return this.#inline(element, level + 1);
      const parts: string[] = [];
      for (const item of value as unknown[]) {
        if (isObject(item) && level > 1 && isBlock(item)) return null;
        const part = this.#inline(item, level + 1);
        if (part === null) return null;
        parts.push(part);
      }
      return parts.join('');
    }
    if (!isObject(value)) return '';
    for (const key of [
      'text',
      'html',
      'innerHTML',
      '__html',
      'content',
      'children',
      'value',
      'data',
      'attributes',
      'props',
      'dangerouslySetInnerHTML',
      'paragraph',
      'body',
    ]) {
      const member = value[key];
      if (member === undefined || member === null || member === '') continue;
      if (typeof member !== 'string' && typeof member !== 'object') continue;
      return this.#inline(member, level + 1);
    }
    return '';
  }
}

/** `["$", "p", key, {children}]`, an element as React streams it, as an object with its type. */
function reactElement(value: readonly unknown[]): LooseObject | null {
  const [mark, type, , props] = value;
  return mark === '$' && typeof type === 'string' && isObject(props) && value.length <= 8
    ? { type: type.startsWith('$') ? '' : type, props }
    : null;
}

function typeOf(value: LooseObject): string {
  for (const key of [
    'type',
    'nodeType',
    '_type',
    'blockName',
    'kind',
    'tag',
    'tagName',
    '__typename',
    'name',
  ]) {
    const type = value[key];
    if (typeof type === 'string' && type.length <= 60) return type;
  }
  return '';
}

function isBlock(value: LooseObject): boolean {
  const type = typeOf(value);
  return type !== 'text' && (BLOCK_TYPE.test(type) || HEADING_TYPE.test(type) || ITEM_TYPE.test(type));
}

function headingTag(value: LooseObject, tag: string): string {
  return tag === 'p' && /^h[2-6]$/.test(stringOf(value.style ?? null) ?? '') ? 'h2' : tag;
}

function paragraph(tag: string, inner: string): string {
  return `<${tag}>${inner}</${tag}>`;
}

/** A story of its own: a headline, and an address or a date. */
export function isStory(value: LooseObject): boolean {
  return headlineOf(value) !== null && STORY_KEYS.some((key) => typeof value[key] === 'string');
}

const STORY_KEYS = [
  'url',
  'href',
  'slug',
  'link',
  'permalink',
  'canonicalUrl',
  'canonical_url',
  'webUrl',
  'publishedAt',
  'published_at',
  'datePublished',
  'publishDate',
  'published',
  'firstPublished',
  'createdAt',
];

/** What an object is called, if it is a story: null without it. */
export function headlineOf(value: LooseObject): string | null {
  for (const key of ['headline', 'title', 'headlines', 'articleTitle', 'headLine', 'Title']) {
    const own = value[key];
    const text = isObject(own)
      ? stringOf(own.basic ?? own.text ?? own.rendered ?? own.main ?? null)
      : stringOf(own ?? null);
    if (text !== null && text.length >= 5 && text.length <= 600) return text;
  }
  return null;
}

/** Sentences, and no address, code or key. */
function isRunningText(text: string): boolean {
  if (weight(text) < SENTENCE || /^(?:https?:|data:|\/|[{[<])/.test(text)) return false;
  const head = text.slice(0, 2000);
  if (/[{};=]{2}|function\s*\(|=>|\bvar\b.*=/.test(head)) return false;
  const letters = head.match(/\p{L}/gu)?.length ?? 0;
  return letters > 0.6 * head.length && (/\S\s\S/.test(head) || /[\u3040-\u9fff]/.test(head));
}

/** Words in common, from 0 to 1 of the shorter text's. */
export function overlap(a: string, b: string): number {
  const [left, right] = [wordsOf(a), wordsOf(b)];
  const least = Math.min(left.size, right.size);
  if (least === 0) return 0;
  let shared = 0;
  for (const word of left) if (right.has(word)) shared++;
  return shared / least;
}

/** Words, or pairs of characters of writing without spaces. */
function wordsOf(text: string): Set<string> {
  const key = comparable(text.slice(0, 1000));
  const words = key.split(' ').filter((word) => word.length > 1);
  if (words.length > 2) return new Set(words);
  return new Set(Array.from({ length: Math.max(0, key.length - 1) }, (_, i) => key.slice(i, i + 2)));
}
