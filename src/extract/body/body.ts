/** The article's body: Readability's content, cleaned, in the three forms it is delivered in. */
import type { FieldSource } from '../../article/article.ts';
import { NewsmillError } from '../../errors.ts';
import type { DomElement, DomNode } from '../html/dom.ts';
import type { Metadata } from '../metadata.ts';
import type { ExtractLimits } from '../options.ts';
import { type LooseObject, stringOf } from '../page/json-ld.ts';
import type { Page } from '../page/page.ts';
import { findScriptStory } from '../script-data/story.ts';
import { comparable, plain, weight } from '../text.ts';
import { readBlocks } from './blocks.ts';
import { findProse, isApart, isCutShort, isNamedBody, pruneCandidate, samplesOf } from './candidate.ts';
import { removeCards } from './cards.ts';
import { cleanBlocks, type Decision } from './clean.ts';
import { frameCaptions } from './frame-captions.ts';
import { noteParagraphs, restoreParagraphs } from './lost-paragraphs.ts';
import { writeMarkdown } from './markdown.ts';
import { type NotedEmbed, noteEmbeds } from './note-embeds.ts';
import { noteOpening, openingBefore } from './opening.ts';
import { withoutOtherStories } from './other-stories.ts';
import { takePictures } from './pictures.ts';
import { placeEmbeds } from './place-embeds.ts';
import { findLead, findStandfirst, prepareDocument } from './prepare.ts';
import { runReadability } from './readability.ts';
import { serialiseHtml } from './serialise.ts';

export interface Body {
  readonly root: DomElement;
  /** One line a block. Empty when nothing was kept. */
  readonly text: string;
  readonly markdown: string;
  readonly html: string;
  readonly source: FieldSource;
  readonly firstParagraph: string | null;
  readonly decisions: readonly Decision[];
  /** The object of scripts' data that the body is from; null otherwise. */
  readonly record: LooseObject | null;
  /** What the candidates weighed that were looked at, the chosen one among them. */
  readonly weights: Weights;
}

/** Weight of each candidate's text; one that was not looked at is left out. */
export type Weights = Partial<Record<'readability' | 'prose' | 'linked' | 'fed' | 'scripted', number>>;

/** Gives the page afresh, or another page in its place. */
export type Reparse = (markup?: string) => Page;

/**
 * @param reparse asked for only when Readability begins again, cut the body short, or the text is in scripts' data
 * @throws NewsmillError `no_article` when there is no content at all
 */
export function readBody(whole: Page, meta: Metadata, limits: ExtractLimits, reparse: Reparse): Body {
  const weights: Weights = {};
  return { ...chooseBody(whole, meta, limits, reparse, weights), weights };
}

/** @param weights is filled in on the way */
function chooseBody(
  whole: Page,
  meta: Metadata,
  limits: ExtractLimits,
  reparse: Reparse,
  weights: Weights,
): Body {
  const title = meta.title?.value ?? '';
  const page = withoutOtherStories(whole, title);
  removeCards(page);
  const texts = [meta.subtitle?.value ?? null, meta.description?.value ?? null];
  const least = leastStandfirst(meta);
  const lead =
    findStandfirst(
      page,
      texts.filter((text) => !isAboutAuthor(text, meta) && !repeats(text, meta)),
      least,
    ) ?? findLead(page, least);
  const opening = isEnglish(meta) ? [] : noteOpening(page, title, least);
  const prose = findProse(page);
  const linked = linkedBody(meta.article);
  const named = prose !== null && isNamedBody(prose.element);
  const samples = prose === null ? [] : samplesOf(prose);
  prepareDocument(page);
  const noted = noteParagraphs(page);
  const embeds = noteEmbeds(page.document.body, page);
  const found = runReadability(page.document, () => {
    const again = reparse();
    prepareDocument(again);
    return again.document;
  });
  const before = found === null ? [] : openingBefore(opening, found.root);
  const standfirst = lead === null ? before : [lead, ...before];
  const restored = found === null ? 0 : restoreParagraphs(found.root, noted);
  const first =
    found === null ? null : assemble(found.root, 'readability', standfirst, embeds, page, meta, limits);
  const got = first === null ? 0 : weight(first.text);
  weights.readability = got;
  weights.prose = prose?.weight ?? 0;
  weights.linked = weight(linked ?? '');
  // What was put back is no sign that Readability chose well.
  const putBack = before.reduce((total, text) => total + weight(text), restored);
  const cutShort =
    prose !== null &&
    (isCutShort(got - putBack, prose.weight, weight(linked ?? ''), named) ||
      (found !== null && named && got < prose.weight && isApart(found.root, samples)));
  if (cutShort) {
    const again = withoutOtherStories(reparse(), title);
    removeCards(again);
    const second = findProse(again);
    if (second !== null && second.element !== again.document.body) {
      prepareDocument(again);
      const others = noteEmbeds(again.document.body, again);
      pruneCandidate(second.element);
      return assemble(second.element, 'markup', standfirst, others, again, meta, limits);
    }
  }
  const scripted = scriptBody(whole, meta, limits, first, weight(linked ?? ''), reparse);
  if (scripted !== null) {
    weights.scripted = weight(scripted.text);
    return scripted;
  }
  const fed = fedBody(whole, meta, limits, got, reparse);
  if (fed !== null) {
    weights.fed = weight(fed.text);
    return fed;
  }
  if (linked !== null && weight(linked) > 1.6 * got && weight(linked) > 400) {
    return assemble(asElement(linked, page), 'json-ld', [], embeds, page, meta, limits);
  }
  if (first === null || first.text === '') {
    const again = reparse();
    const pictures = takePictures(again);
    if (pictures !== null) return readGivenBody(pictures, 'markup', true, again, meta, limits);
  }
  if (first === null)
    throw new NewsmillError(
      'no_article',
      `The page has ${page.textLength} characters of text and no article in it.`,
    );
  return first;
}

/** Shown text of this weight is an article, whatever else scripts hold. */
const SHOWN_ENOUGH = 2000;

/** The text in scripts' data, where it is clearly more than what the markup and the linked data hold. */
function scriptBody(
  page: Page,
  meta: Metadata,
  limits: ExtractLimits,
  shown: Body | null,
  linked: number,
  reparse: Reparse,
): Body | null {
  const got = shown === null ? 0 : weight(shown.text);
  // A page that says that its text is not free means what it shows.
  if (got > SHOWN_ENOUGH || linked > 1.2 * got + 400 || meta.access?.value === 'paywalled') return null;
  const story = findScriptStory(page, meta, shown?.text ?? '');
  if (story === null) return null;
  const own = reparse(`<body><article>${story.html}</article>`);
  const root = own.document.body?.firstElementChild ?? null;
  if (root === null) return null;
  prepareDocument(own);
  const embeds = noteEmbeds(root, own);
  pruneCandidate(root);
  const body = assemble(root, 'script-data', [], embeds, { ...page, document: own.document }, meta, limits);
  return weight(body.text) < 1.4 * got || body.text === '' ? null : { ...body, record: story.record };
}

/** Weight of a feed's text from which on it is more than a teaser. */
const FED_LEAST = 400;

/** The text that the page's feed carries, where the page shows clearly less; never that of a page that is not free. */
function fedBody(
  page: Page,
  meta: Metadata,
  limits: ExtractLimits,
  got: number,
  reparse: Reparse,
): Body | null {
  if (meta.fed === null || got > SHOWN_ENOUGH || meta.access?.value === 'paywalled') return null;
  const own = reparse(`<body><article>${meta.fed}</article>`);
  const root = own.document.body;
  if (root === null) return null;
  prepareDocument(own);
  const embeds = noteEmbeds(root, own);
  pruneCandidate(root);
  const body = assemble(root, 'feed', [], embeds, { ...page, document: own.document }, meta, limits);
  const weighs = weight(body.text);
  return weighs < FED_LEAST || weighs < 1.6 * got ? null : body;
}

/**
 * The body where its place is known already.
 * @param root  holds what was chosen, already out of the page's tree
 * @param prune whether asides, forms and the like in it are taken out
 */
export function readGivenBody(
  root: DomElement,
  source: FieldSource,
  prune: boolean,
  page: Page,
  meta: Metadata,
  limits: ExtractLimits,
): Body {
  prepareDocument(page);
  const embeds = noteEmbeds(root, page);
  if (prune) pruneCandidate(root);
  return assemble(root, source, [], embeds, page, meta, limits);
}

/** schema.org `articleBody`, as plain lines; null when it is no text to speak of. */
function linkedBody(article: LooseObject | null): string | null {
  const body = stringOf(article?.articleBody ?? null);
  if (body === null || body.length < 300) return null;
  return body
    .slice(0, 500_000)
    .split(/\r?\n|<\/p>|<br ?\/?>/i)
    .map(plain)
    .filter((line) => line !== '')
    .join('\n');
}

function asElement(text: string, page: Page): DomElement {
  const root = page.document.createElement('div');
  for (const line of text.split('\n')) {
    const paragraph = page.document.createElement('p');
    paragraph.appendChild(page.document.createTextNode(line));
    root.appendChild(paragraph);
  }
  return root;
}

function assemble(
  root: DomElement,
  source: FieldSource,
  standfirst: readonly string[],
  embeds: readonly NotedEmbed[],
  page: Page,
  meta: Metadata,
  limits: ExtractLimits,
): Body {
  for (const paragraph of standfirst.toReversed()) addStandfirst(root, paragraph, page);
  const blocks = readBlocks(root);
  const decisions = cleanBlocks(blocks, root, {
    title: meta.title?.value ?? null,
    subtitle: meta.subtitle?.value ?? null,
    authors: meta.authors?.value ?? [],
    siteNames: meta.siteNames.known,
    subjects: new Set([meta.section?.value ?? '', ...(meta.tags?.value ?? [])].map(comparable)),
    leastSubtitle: leastStandfirst(meta),
    stated: source === 'json-ld' ? null : linkedBody(meta.article),
    baseUrl: page.baseUrl,
    hostLines: meta.hostLines,
  });
  const kept = decisions.filter((decision) => decision.reason === null);
  const dropped = droppedNodes(decisions);
  placeEmbeds(root, dropped, embeds, page);
  frameCaptions(root, decisions, page.document);
  return {
    root,
    text: joinText(kept, limits.maxTextChars),
    markdown: writeMarkdown(root, dropped, page.baseUrl),
    html: serialiseHtml(root, dropped, page.baseUrl),
    source,
    firstParagraph:
      kept
        .find(({ block }) => block.kind === 'paragraph' && block.text.length > 60)
        ?.block.text.slice(0, 500) ?? null,
    decisions,
    record: null,
    weights: {},
  };
}

/**
 * How long a standfirst must be to be a paragraph of the article. An English dek is a second headline unless
 * it is a whole paragraph; a Vorspann, a chapô, an ingress is where the text begins, however short.
 */
function leastStandfirst(meta: Metadata): number {
  return isEnglish(meta) ? 150 : 50;
}

function isEnglish(meta: Metadata): boolean {
  return /^en\b/i.test(meta.language?.value ?? 'en');
}

function repeats(text: string | null, meta: Metadata): boolean {
  const title = comparable(meta.title?.value ?? '');
  const key = comparable(text ?? '');
  return title.includes(key) || (title !== '' && key.includes(title) && key.length < title.length + 40);
}

/** A description that begins with the author's name tells of the author. */
function isAboutAuthor(text: string | null, meta: Metadata): boolean {
  return text !== null && (meta.authors?.value ?? []).some((name) => text.startsWith(name));
}

/** Puts the summing-up paragraph before the first one, unless Readability kept it. */
function addStandfirst(root: DomElement, standfirst: string, page: Page): void {
  const head = comparable((root.textContent ?? '').slice(0, standfirst.length * 4 + 2000));
  if (head.includes(comparable(standfirst).slice(0, 80))) return;
  const paragraph = page.document.createElement('p');
  paragraph.appendChild(page.document.createTextNode(standfirst));
  root.insertBefore(paragraph, root.firstChild);
}

function joinText(kept: readonly Decision[], most: number): string {
  const lines: string[] = [];
  let length = 0;
  for (const { block } of kept) {
    length += block.text.length + 1;
    if (length > most) break;
    lines.push(block.text);
  }
  return lines.join('\n');
}

/** Captions and credits stay with their pictures; everything else that is dropped is dropped everywhere. */
function droppedNodes(decisions: readonly Decision[]): Set<DomNode> {
  const nodes = new Set<DomNode>();
  for (const { block, reason } of decisions) {
    if (reason === null || reason === 'caption' || reason === 'credit') continue;
    for (const node of block.nodes) nodes.add(node);
  }
  return nodes;
}
