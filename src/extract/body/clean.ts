/**
 * Decides, block by block, what of the extracted body is the article's text: by position, structure,
 * link density, class names and wording. Every drop carries its reason.
 */
import { getDomain } from 'tldts';
import type { DomElement, DomNode } from '../html/dom.ts';
import { comparable, weight } from '../text.ts';
import type { Block } from './blocks.ts';
import { type Mark, marksOf } from './marks.ts';
import type { Purpose } from './phrases.ts';
import { type Wording, wordingsOf } from './wording.ts';

/** Why a block is no text. `caption` and `credit` stay in HTML and markdown, the others go everywhere. */
export type DropReason =
  | Purpose
  | Mark
  | 'title'
  | 'subtitle'
  | 'link list'
  | 'empty heading'
  | 'separator'
  | 'repeated'
  | 'code';

export interface Decision {
  readonly block: Block;
  /** Null when the block is kept. */
  readonly reason: DropReason | null;
  /** What was seen: the phrase, the class, the share of links. */
  readonly evidence: string;
}

export interface CleanContext {
  readonly title: string | null;
  readonly subtitle: string | null;
  readonly authors: readonly string[];
  readonly siteNames: ReadonlySet<string>;
  /** What links resolve against. */
  readonly baseUrl: string;
}

interface Seen {
  readonly block: Block;
  readonly marks: ReadonlySet<Mark>;
  /** What its beginning says; what it holds, where that is all. */
  readonly wording: Wording | null;
  readonly wordings: readonly Wording[];
  readonly weight: number;
  readonly linkShare: number;
  /** A paragraph of running text: long enough, mostly unlinked, ends like a sentence. */
  readonly prose: boolean;
  reason: DropReason | null;
  evidence: string;
}

/** Decisions for all blocks, in their order. Pure; linear in the text. */
export function cleanBlocks(
  blocks: readonly Block[],
  root: DomElement | null,
  context: CleanContext,
): Decision[] {
  const seen = look(blocks, root);
  const drop = (item: Seen, reason: DropReason, evidence: string): void => {
    if (item.reason === null) {
      item.reason = reason;
      item.evidence = evidence;
    }
  };
  dropByMarks(seen, root, drop);
  dropNoise(seen, drop);
  dropByWording(seen, drop);
  dropHead(seen, context, drop);
  dropLinkLists(seen, context, drop);
  cutTail(seen, root === null, drop);
  dropTail(seen, context, drop);
  dropRepeated(seen, drop);
  restoreCaptions(seen);
  dropEmptyHeadings(seen, drop);
  return seen.map(({ block, reason, evidence }) => ({ block, reason, evidence }));
}

type Drop = (item: Seen, reason: DropReason, evidence: string) => void;

const SENTENCE_END = /[.!?…。！？؟।"”»“’')\]]\s*$/u;

const NO_MARKS: ReadonlySet<Mark> = new Set();

function look(blocks: readonly Block[], root: DomElement | null): Seen[] {
  const inherited = new Map<DomNode, ReadonlySet<Mark>>();
  const marksAt = (element: DomElement): ReadonlySet<Mark> => {
    const known = inherited.get(element);
    if (known !== undefined) return known;
    const own = marksOf(element);
    const parent = element === root ? null : element.parentElement;
    const above = parent === null ? NO_MARKS : marksAt(parent);
    const all = own.length === 0 ? above : new Set([...above, ...own]);
    inherited.set(element, all);
    return all;
  };
  if (root !== null) inherited.set(root, NO_MARKS);
  return blocks.map((block) => {
    const holder = holderOf(block);
    const size = weight(block.text);
    const wordings = wordingsOf(block.text);
    const linkShare = block.linkChars / block.text.length;
    return {
      block,
      marks: holder === null ? NO_MARKS : marksAt(holder),
      wording: wordings[0] ?? null,
      wordings,
      weight: size,
      linkShare,
      prose:
        block.kind !== 'heading' &&
        size >= 80 &&
        linkShare < (block.kind === 'item' ? 0.25 : 0.4) &&
        SENTENCE_END.test(block.text),
      reason: null,
      evidence: '',
    };
  });
}

/** The element that stands for the block: its only element, or its container. */
function holderOf(block: Block): DomElement | null {
  const only = block.nodes.length === 1 ? block.nodes[0] : undefined;
  return only !== undefined && only.nodeType === 1 ? (only as DomElement) : block.container;
}

/** Marks that make a block no text when the marked part is small beside the whole. */
const MARK_SHARE: Readonly<Partial<Record<Mark, number>>> = {
  caption: 0.3,
  credit: 0.1,
  related: 0.3,
  newsletter: 0.2,
  share: 0.15,
  tags: 0.1,
  byline: 0.1,
  bio: 0.2,
  date: 0.08,
  breadcrumb: 0.1,
  comments: 0.3,
  advert: 0.15,
  contents: 0.2,
  legal: 0.15,
  navigation: 0.2,
};

/** On a heading these names tell how it is used (an anchor, a slot before it), not that it is none. */
const NOT_FOR_HEADINGS = new Set<Mark>(['contents', 'advert', 'navigation', 'caption']);

function dropByMarks(seen: readonly Seen[], root: DomElement | null, drop: Drop): void {
  const total = sum(seen);
  const share = new Map<Mark, number>();
  for (const item of seen)
    for (const mark of item.marks) share.set(mark, (share.get(mark) ?? 0) + item.weight / total);
  for (const item of seen) {
    if (item.block.kind === 'caption') drop(item, 'caption', 'the markup says caption');
    else if (isBesidePicture(item, root)) drop(item, 'caption', 'stands with a picture');
    for (const mark of item.marks) {
      if (item.block.kind === 'heading' && NOT_FOR_HEADINGS.has(mark)) continue;
      const most = MARK_SHARE[mark];
      if (
        most !== undefined &&
        (share.get(mark) ?? 0) <= most &&
        !(item.prose && item.weight > 300 && mark !== 'caption')
      ) {
        drop(item, mark, `class says ${mark}`);
      }
    }
  }
}

/** A short block in a figure, in a small box named after pictures, or in the picture's own paragraph. */
function isBesidePicture(item: Seen, root: DomElement | null): boolean {
  const { block } = item;
  if (
    item.weight > 500 ||
    block.container === null ||
    !(block.kind === 'paragraph' || block.kind === 'caption')
  )
    return false;
  if (block.container.closest('figure') !== null) return true;
  if (item.marks.has('media') && item.weight < 350 && isPictureBox(block.container, root)) return true;
  return (
    item.weight < 250 && block.container.localName === 'p' && block.container.querySelector('img') !== null
  );
}

/** Whether the nearest box that is named after pictures has one, and hardly more text than a caption. */
function isPictureBox(element: DomElement, root: DomElement | null): boolean {
  for (let at: DomElement | null = element; at !== null && at !== root; at = at.parentElement) {
    if (!marksOf(at).includes('media')) continue;
    if (weight((at.textContent ?? '').trim()) > 450) return false;
    if (at.querySelector('img, picture, video, amp-img') !== null) return true;
  }
  return false;
}

/** Who took the picture, with little else: a caption or credit that nothing else marks as one. */
const AGENCY =
  'getty(?: images)?|afp|reuters|ap photo|ap|associated press|epa|efe|ansa|shutterstock|istock|imago(?: images)?|picture alliance|alamy|unsplash|pexels|pixabay|bloomberg|anadolu(?: agency)?|xinhua|zuma(?: press)?|dpa|keystone|scanpix|ntb|tt|lusa|pap|belga|anp|wikimedia(?: commons)?|press association|pa wire|연합뉴스|뉴스1|뉴시스';
const CREDIT_LINES: readonly RegExp[] = [
  new RegExp(`(?:[|/：]|\\s[–—-]|via)\\s?(?:${AGENCY})[)\\]]?\\s*$`, 'iu'),
  new RegExp(`^.{0,80}\\([^()]{0,60}(?:${AGENCY})\\b[^()]{0,40}\\)\\s*$`, 'iu'),
  /\((?:(?:ap|afp|file) )?(?:photos?|images?|photograph|pictures?|fotos?|bild|credits?|courtesy|illustration|supplied|handout|screenshot|사진)\b[^()]{0,120}\)\.?$/iu,
  /^(?:photos?|images?|fotos?|pictures?|credits?|photograph|bild|фото|crédit|fot\.|사진|写真|图|圖)\s?(?:by|:|：|=|\/|von|de|di)\s?.{2,80}$/iu,
  /\b(?:photo(?:graph)? (?:by|courtesy|credit)|bild:|foto:|fotos:|photo:|image:|photograph:)[^.]{2,80}$/iu,
  /^©\s?[^.]{2,160}\.?$/u,
];

/** Lines that no article has as text, whatever surrounds them. */
const NOISE: readonly (readonly [DropReason, RegExp])[] = [
  [
    'navigation',
    /^(?:image|photo|slide|bild|foto|picture|page|seite)?\s*\d{1,3}\s*(?:of|\/|von|de|di|sur|из|z)\s*(?:\/\s*)?\d{1,3}$/iu,
  ],
  ['navigation', /^https?:\/\/\S+$/i],
  ['separator', /^[\s_*~=\-–—•·.…#+|/<>«»◇◆■□▼▲●○★☆]{1,60}$/u],
  ['navigation', /^\d{1,3}$/],
  ['media', /^\d{1,2}:\d{2}(?::\d{2})?$/],
];

function dropNoise(seen: readonly Seen[], drop: Drop): void {
  for (const item of seen) {
    if (item.reason !== null || item.block.kind === 'row' || item.block.kind === 'code' || item.weight > 600)
      continue;
    const { text } = item.block;
    for (const [reason, pattern] of NOISE)
      if (pattern.test(text)) drop(item, reason, 'no words of an article');
    if (
      item.weight < 400 &&
      item.block.kind !== 'heading' &&
      CREDIT_LINES.some((pattern) => pattern.test(text.slice(-240)))
    )
      drop(item, 'credit', 'ends like a picture credit');
  }
}

function dropByWording(seen: readonly Seen[], drop: Drop): void {
  for (const item of seen) {
    if (item.reason !== null) continue;
    for (const wording of item.wordings) {
      if (isWordedAway(item, wording)) drop(item, wording.purpose, `${wording.how} “${wording.phrase}”`);
    }
  }
}

function isWordedAway(item: Seen, wording: Wording): boolean {
  const { block, linkShare } = item;
  const text = block.text;
  if (wording.how === 'whole') return true;
  const label = text.slice(wording.phrase.length, wording.phrase.length + 24);
  const labelled = /^[^.!?]{0,20}[:：|»›→▶]/.test(label) || /^[\s[(【]*[:：]/.test(label);
  const open = !SENTENCE_END.test(text);
  switch (wording.purpose) {
    case 'related':
      if (wording.how === 'has') return item.weight < 250;
      return (
        item.weight < 300 &&
        (linkShare > 0.5 ||
          (labelled && (linkShare > 0.2 || open)) ||
          (open && text.length < 60 && linkShare > 0))
      );
    case 'newsletter':
      if (wording.how === 'has') return item.weight < 350;
      return (
        item.weight < 250 &&
        (linkShare > 0.4 || (open && text.length < 60) || (item.block.links > 0 && item.weight < 160))
      );
    case 'share':
    case 'account':
      if (wording.how === 'has') return item.weight < 250;
      return item.weight < 120 && (linkShare > 0.5 || (open && text.length < 40));
    case 'comments':
    case 'contact':
      if (wording.how === 'has') return item.weight < 220;
      return item.weight < 160 && (linkShare > 0.4 || labelled);
    case 'tags':
      return item.weight < 400 && (labelled || linkShare > 0.5);
    case 'caption':
      return (
        item.weight < 300 &&
        (labelled || wording.phrase.endsWith(':') || /^[(©▲▼△[]/.test(wording.phrase)) &&
        !item.prose
      );
    case 'advert':
      if (wording.how === 'has') return item.weight < 400;
      return item.weight < 120 && open;
    case 'legal':
      if (wording.how === 'has') return item.weight < 350;
      return item.weight < 400 && /^(?:©|\(c\)|copyright|ⓒ|<)/.test(wording.phrase);
    case 'date':
      return item.weight < 120 && /\d/.test(text) && !item.prose;
    case 'byline':
      if (/^(?:reporting|editing|additional reporting)/.test(wording.phrase))
        return item.weight < 400 && /\bby\b/.test(text);
      return item.weight < 110 && !item.prose && (linkShare > 0.5 || wording.phrase.endsWith(':'));
    case 'navigation':
      return item.weight < 100 && linkShare > 0.8;
    default:
      return false;
  }
}

const READING_TIME =
  /^(?:\p{L}{3,15}:?\s+)?(?:ca\. )?\d{1,3}\s*(?:min(?:s|utes?|uten|utos|uti|uter|uut)?\.?)(?:[\s-]+(?:read|reading|lesezeit|lesedauer|de lecture|de lectura|di lettura|de leitura|leestijd|lezen|czytania|lesetid|läsning|okuma))?(?:\s+time)?$|^(?:lesezeit|lesedauer|reading time|read time|temps de lecture|tiempo de lectura|tempo di lettura|tempo de leitura|leestijd|lesetid)\b.{0,20}$/iu;

/** How many blocks at each end may be headline, byline, date, section and the like. */
const EDGE = 14;

/** What stands around the first paragraph: headline, subtitle, byline, date, section, reading time. */
function dropHead(seen: readonly Seen[], context: CleanContext, drop: Drop): void {
  const title = comparable(context.title ?? '');
  const subtitle = comparable(context.subtitle ?? '');
  const names = context.authors.map(comparable).filter((name) => name !== '');
  let proseSeen = 0;
  for (const [i, item] of seen.entries()) {
    const inHead = i < EDGE && proseSeen < 3;
    if (item.reason === null && item.weight <= 400 && item.block.kind !== 'quote') {
      const text = comparable(item.block.text);
      if (title !== '' && (text === title || (inHead && repeatsTitle(text, title, item))))
        drop(item, 'title', 'repeats the headline');
      else if (
        inHead &&
        proseSeen === 0 &&
        subtitle !== '' &&
        text === subtitle &&
        item.weight < SUBTITLE_ONLY
      )
        drop(item, 'subtitle', 'is the subtitle');
      else if (inHead || i >= seen.length - EDGE) dropEdgeLine(item, text, names, context, drop);
    }
    if (item.prose && item.reason === null) proseSeen++;
  }
}

/** A subtitle of so many characters is a paragraph that opens the article. */
const SUBTITLE_ONLY = 150;

function repeatsTitle(text: string, title: string, item: Seen): boolean {
  if (text.length > 20 && title.startsWith(text)) return true;
  return (
    item.block.kind === 'heading' && (text.startsWith(title) || (title.length > 25 && text.endsWith(title)))
  );
}

function dropEdgeLine(
  item: Seen,
  text: string,
  names: readonly string[],
  context: CleanContext,
  drop: Drop,
): void {
  if (item.weight > 200 || item.block.kind === 'row') return;
  const line = item.block.text;
  if (isDateLine(line)) drop(item, 'date', 'a date and little else');
  else if (isBylineOf(text, names)) drop(item, 'byline', 'names the author and little else');
  else if (READING_TIME.test(line)) drop(item, 'date', 'a reading time');
  else if (context.siteNames.has(text)) drop(item, 'navigation', 'the site’s name');
}

const DATE_PART =
  /\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}-\d{2}-\d{2}|\d{4}\s?[年년]|\d{1,2}(?:st|nd|rd|th|er|\.|º)?\s+(?:de\s+)?\p{L}{3,12}\.?,?\s+(?:de\s+)?\d{4}|\p{L}{3,12}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}/u;

/** A line that is a date with a label, a time or a place at most. */
export function isDateLine(text: string): boolean {
  return text.length < 200 && text.split('\n').every(isOneDate);
}

const _CLOCK = /\d{1,2}[:.h]\d{2}(?::\d{2})?/g;
/** Newsrooms’ words for published and updated that stand before a time alone. */
const STAMP =
  /^(?:published|updated|posted|uppdaterad|publicerad|publisert|oppdatert|sist oppdatert|opdateret|publiceret|offentliggjort|päivitetty|julkaistu|aktualisiert|veröffentlicht|mis à jour|publié|actualizado|publicado|aggiornato|pubblicato|atualizado|bijgewerkt|gepubliceerd|обновлено|опубликовано)\b/iu;

function isOneDate(line: string): boolean {
  if (line.length > 110 || !/\d/.test(line)) return false;
  const match = DATE_PART.exec(line);
  if (match !== null) {
    const rest = line
      .replace(match[0], ' ')
      .replace(/\d{1,2}[:.h]\d{2}(?::\d{2})?/g, ' ')
      .replace(DATE_PART, ' ');
    const letters = rest.match(/\p{L}/gu)?.length ?? 0;
    return letters <= 32;
  }
  if (STAMP.test(line) && line.length < 60) return true;
  if (/^\p{Lu}\p{L}{2,11}\.? \d{1,2}(?:, \d{4})?$|^\d{1,2}[:.]\d{2}(?: \d{4})?$/u.test(line)) return true;
  return /^(?:\p{L}{2,12}\s+){0,2}\d{1,3}\s+(?:second|minute|hour|day|week|month|year|stunde|minute|tag|heure|jour|hora|día|dia|ora|giorno|uur|dag|godzin|dni|час|день|дня|мин)\p{L}{0,3}\s*(?:ago)?$/iu.test(
    line,
  );
}

function isBylineOf(text: string, names: readonly string[]): boolean {
  for (const name of names) {
    const at = text.indexOf(name);
    if (at >= 0 && text.length - name.length <= 40) return true;
  }
  return false;
}

/**
 * Lists, and runs of blocks, that are nothing but links with headline-like texts. Links to other
 * sites between paragraphs are what the article speaks of (a shop, a source), so they stay.
 */
function dropLinkLists(seen: readonly Seen[], context: CleanContext, drop: Drop): void {
  const lastProse = seen.findLastIndex((item) => item.prose && item.reason === null);
  for (let i = 0; i < seen.length; i++) {
    const item = seen[i];
    if (item === undefined || item.reason !== null || !isLinkOnly(item)) continue;
    let end = i;
    for (
      let next = seen[end + 1];
      next !== undefined && next.reason === null && isLinkOnly(next);
      next = seen[end + 1]
    )
      end++;
    const run = seen.slice(i, end + 1);
    const atEnd = end >= lastProse;
    const isHeadingOfText = run.length === 1 && item.block.kind === 'heading' && !atEnd;
    const pointsAway = !atEnd && run.every((one) => leadsAway(one, context));
    const isLine = run.length >= 2 || item.block.kind !== 'paragraph' || item.weight < 160;
    if (isLine && !isHeadingOfText && !pointsAway)
      for (const one of run) drop(one, 'link list', `${Math.round(one.linkShare * 100)} % of it is a link`);
    i = end;
  }
}

function isLinkOnly(item: Seen): boolean {
  return (
    item.linkShare >= 0.85 && item.block.links > 0 && item.block.kind !== 'row' && item.block.kind !== 'quote'
  );
}

/** Whether the block's first link leads to another registrable domain. */
function leadsAway(item: Seen, context: CleanContext): boolean {
  const { container, nodes } = item.block;
  let link = container?.closest('a') ?? null;
  for (const node of nodes) {
    if (link !== null) break;
    if (node.nodeType !== 1) continue;
    const element = node as DomElement;
    link = element.localName === 'a' ? element : element.querySelector('a');
  }
  const target = URL.parse(link?.getAttribute('href') ?? '', context.baseUrl);
  return (
    target !== null && getDomain(target.hostname) !== getDomain(URL.parse(context.baseUrl)?.hostname ?? '')
  );
}

const OPENERS = new Set<Purpose>(['related', 'comments', 'newsletter', 'share', 'tags', 'account']);

/**
 * A line that opens one of the sections that follow articles, with next to no prose after it, ends
 * the article. Plain text has nothing else to tell its tail by.
 */
function cutTail(seen: readonly Seen[], isPlainText: boolean, drop: Drop): void {
  let total = 0;
  for (const item of seen) if (item.prose) total += item.weight;
  const most = isPlainText ? 0.1 : 0.03;
  let after = 0;
  let headings = 0;
  let cut = -1;
  for (let i = seen.length - 1; i > 0; i--) {
    const item = seen[i];
    if (item === undefined) continue;
    if (item.prose && item.reason === null) after += item.weight;
    if (item.block.kind === 'heading' && item.reason === null) headings++;
    if (after > most * total || headings > 4) break;
    const { wording } = item;
    if (wording !== null && OPENERS.has(wording.purpose) && isOpener(item, wording)) cut = i;
  }
  if (cut < 0) return;
  const opener = seen[cut];
  for (const item of seen.slice(cut))
    drop(item, opener?.wording?.purpose ?? 'related', `after “${opener?.wording?.phrase ?? ''}”`);
}

function isOpener(item: Seen, wording: Wording): boolean {
  if (item.linkShare > 0.9 && item.block.kind !== 'heading') return false;
  return (
    wording.how === 'whole' || (wording.how === 'opens' && item.block.kind === 'heading' && item.weight < 60)
  );
}

/** What stands after the last paragraph of prose, and the author's life that ends it. */
function dropTail(seen: readonly Seen[], context: CleanContext, drop: Drop): void {
  let last = seen.findLastIndex((item) => item.reason === null && item.prose);
  const names = context.authors.map(comparable).filter((name) => name !== '');
  for (let at = last; at > 0 && at >= last - 3; at--) {
    const item = seen[at];
    if (item === undefined || item.reason !== null) continue;
    if (!isBio(item, names)) break;
    drop(item, 'bio', 'tells who the author is');
    last = at - 1;
  }
  for (let i = last + 1; i < seen.length; i++) {
    const item = seen[i];
    if (
      item === undefined ||
      item.reason !== null ||
      item.block.kind === 'quote' ||
      item.block.kind === 'row'
    )
      continue;
    const { wording } = item;
    if (
      wording !== null &&
      item.weight < 200 &&
      wording.how !== 'has' &&
      wording.purpose !== 'caption' &&
      !isLeadIn(item)
    ) {
      drop(item, wording.purpose, `after the end: “${wording.phrase}”`);
    } else if (item.linkShare > 0.6 && item.weight < 250 && !leadsAway(item, context))
      drop(item, 'link list', 'links after the end');
  }
  dropLinkedItems(seen, last, drop);
}

/** “Watch:” before an embedded player and “As he wrote on Twitter:” belong to the text. */
function isLeadIn(item: Seen): boolean {
  return /[:：]$/u.test(item.block.text) && item.block.text.length > 25;
}

const BIO =
  /\b(?:is an?|is the|was an?|are|writes|covers|has (?:been|written|worked|covered)|joined|lives in|works|reports|graduated|ist|schreibt|arbeitet|leitet|studierte|lebt|est|couvre|écrit|es|escribe|cubre|è|scrive|é|escreve|jest|pisze|является|пишет)\b/iu;

/** A paragraph that begins with the author's name, or a name's last part, and says what they are. */
function isBio(item: Seen, names: readonly string[]): boolean {
  if (item.weight > 900 || item.block.kind === 'heading') return false;
  const head = item.block.text.slice(0, 160);
  const text = comparable(head);
  for (const name of names) {
    const first = name.split(' ')[0] ?? '';
    if (
      (text.startsWith(`${name} `) || (first.length > 3 && text.startsWith(`${first} is `))) &&
      BIO.test(head)
    )
      return true;
  }
  return false;
}

/** A last list whose every item has a link and none is a sentence: more stories. */
function dropLinkedItems(seen: readonly Seen[], last: number, drop: Drop): void {
  const tail = seen.slice(last + 1).filter((item) => item.reason === null);
  const items = tail.filter((item) => item.block.kind === 'item');
  if (items.length < 2 || !items.every((item) => item.linkShare > 0.25 && item.weight < 400)) return;
  for (const item of tail) {
    if (item.block.kind === 'item') drop(item, 'link list', 'a last list of links');
    else if (item.weight < 60) drop(item, 'related', 'opens a last list of links');
  }
}

/** The same words twice: the second is a teaser; a quote that a paragraph holds is a pull quote. */
function dropRepeated(seen: readonly Seen[], drop: Drop): void {
  const texts = new Map<string, Seen>();
  const quotes: { item: Seen; text: string }[] = [];
  for (const item of seen) {
    if (item.reason !== null || item.weight < 30 || item.block.kind === 'row') continue;
    const text = comparable(item.block.text);
    const first = texts.get(text);
    if (first === undefined) texts.set(text, item);
    else if (item.block.kind !== 'item') drop(item, 'repeated', 'stands above already');
    if ((item.block.kind === 'quote' || item.marks.has('quote')) && item.weight < 400 && quotes.length < 40)
      quotes.push({ item, text });
  }
  for (const { item, text } of quotes) {
    if (item.reason !== null) continue;
    for (const [other, holder] of texts) {
      if (
        holder === item ||
        holder.block.kind === 'quote' ||
        other.length <= text.length ||
        !other.includes(text)
      )
        continue;
      drop(item, 'quote', 'a paragraph says it too');
      break;
    }
  }
}

/** On a page of pictures the captions are the text. */
function restoreCaptions(seen: readonly Seen[]): void {
  let kept = 0;
  let captions = 0;
  for (const item of seen) {
    if (item.reason === null && item.block.kind !== 'heading') kept += item.weight;
    else if (item.reason === 'caption' && item.wording === null) captions += item.weight;
  }
  if (captions < 200 || kept > 0.5 * captions) return;
  for (const item of seen) {
    if (item.reason !== 'caption' || item.wording !== null) continue;
    item.reason = null;
    item.evidence = '';
  }
}

/** A heading with nothing kept under it announces what was dropped. */
function dropEmptyHeadings(seen: readonly Seen[], drop: Drop): void {
  let open: Seen[] = [];
  let droppedBetween = 0;
  for (const item of seen) {
    if (item.reason !== null) {
      if (item.reason !== 'caption' && item.reason !== 'credit') droppedBetween++;
      continue;
    }
    if (item.block.kind === 'heading') {
      open = open.filter((heading) => heading.block.level < item.block.level);
      open.push(item);
      droppedBetween = 0;
    } else {
      open = [];
      droppedBetween = 0;
    }
  }
  for (const heading of open)
    drop(heading, 'empty heading', droppedBetween > 0 ? 'all under it is dropped' : 'nothing follows');
}

function sum(seen: readonly Seen[]): number {
  let total = 1;
  for (const item of seen) total += item.weight;
  return total;
}
