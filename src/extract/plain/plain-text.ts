/**
 * Pages without markup: what a scraper or a text service kept of an article. Lines become blocks and
 * go through the same cleaner as the blocks of a page.
 */
import { ArticleContent, type FieldSource } from '../../article/article.ts';
import { NewsmillError } from '../../errors.ts';
import type { Block } from '../body/blocks.ts';
import { cleanBlocks } from '../body/clean.ts';
import type { Decision } from '../body/cleaning.ts';
import { escapeText } from '../body/serialise.ts';
import { wordingOf } from '../body/wording.ts';
import type { ExtractionInput } from '../extraction.ts';
import { confidences } from '../fields/confidence.ts';
import { contentHash } from '../fields/content-hash.ts';
import { parseDate } from '../fields/date-text.ts';
import { languageTag, settleLanguage } from '../fields/language.ts';
import { organisationsAmong } from '../fields/names.ts';
import type { ExtractLimits } from '../options.ts';
import { countWords } from '../text.ts';
import { type Head, readHead, unmarked } from './head.ts';
import { datelineOf, signatureOf } from './wire.ts';
import { linesOfText } from './wrapped-lines.ts';

/** How many lines at the end may say who wrote the text. */
const TAIL_LINES = 6;

/** @throws NewsmillError `no_article` when no headline or no text is left */
export function extractPlainText(
  text: string,
  input: ExtractionInput,
  limits: ExtractLimits,
): ArticleContent {
  const { head, marked } = readLines(text, input, limits);
  if (head.title === null)
    throw new NewsmillError('no_article', 'The text has no line that could be a headline.');
  const kept = marked.filter(({ reason }) => reason === null).map(({ block }) => block);
  if (kept.length === 0) throw new NewsmillError('no_article', 'The text has a headline and no paragraphs.');
  return contentOf(kept, head, input);
}

/** What became of a line. */
export interface ExplainedTextLine {
  readonly text: string;
  readonly kind: Block['kind'];
  readonly fate: 'kept' | 'dropped';
  readonly reason: string | null;
  readonly evidence: string;
}

/** Every line of a text with its fate; those at the top that hold title, byline, date and section are dropped for that. */
export function explainLines(
  text: string,
  input: ExtractionInput,
  limits: ExtractLimits,
): readonly ExplainedTextLine[] {
  const { lines, head, marked } = readLines(text, input, limits);
  const evidence = 'above the text: title, byline, date or section';
  return [
    ...lines.slice(0, head.end).map((line) => {
      return { text: line, kind: 'paragraph', fate: 'dropped', reason: 'head', evidence } as const;
    }),
    ...marked.map(({ block, reason, evidence: seen }) => {
      const fate = reason === null ? 'kept' : 'dropped';
      return { text: block.text, kind: block.kind, fate, reason, evidence: seen } as const;
    }),
  ];
}

interface Lines {
  readonly lines: readonly string[];
  readonly head: Head;
  /** The lines below the head. */
  readonly marked: readonly Decision[];
}

function readLines(text: string, input: ExtractionInput, limits: ExtractLimits): Lines {
  const lines = linesOfText(text.slice(0, limits.maxTextChars));
  const head = readHead(lines, input);
  const blocks = lines.slice(head.end).map((line, i, all) => blockOf(line, all[i + 1]));
  const decisions = cleanBlocks(blocks, null, {
    title: head.title,
    subtitle: null,
    authors: head.authors,
    siteNames: new Set(),
    subjects: new Set(),
    leastSubtitle: 150,
    stated: null,
    baseUrl: input.url,
    hostLines: new Set(input.hostLines),
  });
  const marked = withoutReferences(decisions).map(withoutSignature);
  return { lines, head: withWire(head, marked, input), marked };
}

/** A line in brackets that says who has written the text is a field. */
function withoutSignature(decision: Decision): Decision {
  return decision.reason === null && signatureOf(decision.block.text).length > 0
    ? { block: decision.block, reason: 'byline', evidence: 'says in brackets who wrote the text' }
    : decision;
}

/** What the head does not say, from the dateline and the signature of a wire service. */
function withWire(head: Head, marked: readonly Decision[], input: ExtractionInput): Head {
  const first = marked.find(({ block, reason }) => reason === null && block.kind === 'paragraph');
  const dateline = first === undefined ? null : datelineOf(first.block.text);
  const signed = marked.slice(-TAIL_LINES).map(({ block }) => signatureOf(block.text));
  const date = dateline?.date ?? null;
  const people = head.authors.length > 0 ? head.authors : (signed.find((names) => names.length > 0) ?? []);
  const agency = dateline?.agency ?? null;
  return {
    ...head,
    authors: people.length === 0 && agency !== null ? [agency] : people,
    agency,
    published: head.published ?? (date !== null && date.at <= input.fetchedAt ? date : null),
  };
}

/** A headline that follows "Read also:" is the one that is meant by it. */
function withoutReferences(decisions: readonly Decision[]): Decision[] {
  let announced = false;
  return decisions.map((decision) => {
    const { block, reason } = decision;
    const isReference = announced && !/[.!?…。！？]["”»]?$/u.test(block.text) && block.text.length < 160;
    announced = reason !== null && wordingOf(block.text)?.purpose === 'related' && /[:：]$/u.test(block.text);
    return reason === null && isReference
      ? { block, reason: 'related', evidence: 'the line before announces it' }
      : decision;
  });
}

/** A heading or an item as Markdown marks it; else what a line without a full stop is. */
function blockOf(line: string, next: string | undefined): Block {
  const marked = unmarked(line) !== line;
  const heading = marked || (line.length <= 100 && !/[.!?…:;,。！？”"]$/u.test(line) && next !== undefined);
  const item = /^[-*•–]\s+/u.test(line);
  return {
    kind: item ? 'item' : heading ? 'heading' : 'paragraph',
    text: item ? line.replace(/^[-*•–]\s+/u, '') : unmarked(line),
    nodes: [],
    container: null,
    linkChars: 0,
    links: 0,
    emphasisChars: 0,
    level: heading ? 2 : 0,
  };
}

function contentOf(kept: readonly Block[], head: Head, input: ExtractionInput): ArticleContent {
  const text = kept.map((block) => block.text).join('\n');
  const language = settleLanguage(
    text,
    languageTag(input.hints?.language) === null
      ? null
      : { value: languageTag(input.hints?.language) ?? '', source: 'feed' },
  );
  const title = head.title ?? '';
  const words = countWords(text, language?.value ?? null);
  const hintedDate =
    head.published === null && input.hints?.published !== undefined
      ? parseDate(input.hints.published, { monthFirst: false })
      : null;
  const published =
    head.published ?? (hintedDate !== null && hintedDate.at <= input.fetchedAt ? hintedDate : null);
  const authors = head.authors.length > 0 ? head.authors : (input.hints?.authors ?? []);
  const organisations = [
    ...new Set([...organisationsAmong(authors), ...(head.agency === null ? [] : [head.agency])]),
  ];
  const excerpt = kept.find((block) => block.kind === 'paragraph')?.text.slice(0, 500) ?? null;
  const provenance: Record<string, FieldSource> = {
    url: 'http',
    canonicalUrl: 'http',
    title: 'plain-text',
    text: 'plain-text',
  };
  if (authors.length > 0) provenance.authors = head.authors.length > 0 ? 'plain-text' : 'feed';
  if (organisations.length > 0)
    provenance.organisations = head.agency === null ? (provenance.authors ?? 'plain-text') : 'plain-text';
  if (head.section !== null) provenance.section = 'plain-text';
  if (published !== null) provenance.published = head.published === null ? 'feed' : 'plain-text';
  if (language !== null) provenance.language = language.source;
  if (excerpt !== null) provenance.excerpt = 'plain-text';
  if (input.hints?.siteName !== undefined) provenance.siteName = 'feed';
  provenance.wordCount = 'computed';
  provenance.contentHash = 'computed';
  provenance.type = 'computed';
  return ArticleContent.parse({
    url: input.url,
    canonicalUrl: input.url.replace(/#.*$/, ''),
    ampUrl: null,
    syndication: [],
    siteName: input.hints?.siteName ?? null,
    title,
    subtitle: null,
    authors: [...authors],
    organisations,
    section: head.section,
    tags: [],
    language: language?.value ?? null,
    published: published === null ? null : new Date(published.at).toISOString(),
    publishedPrecision: published?.precision ?? null,
    modified: null,
    text,
    markdown: kept.map(markdownOf).join('\n\n'),
    html: kept.map(htmlOf).join('\n'),
    excerpt,
    image: null,
    images: [],
    wordCount: words,
    type: words < 100 ? 'brief' : 'article',
    access: 'free',
    contentHash: contentHash(title, text),
    provenance,
    confidence: confidences(provenance),
  });
}

function markdownOf(block: Block): string {
  const text = block.text.replace(/[\\`*_[\]<>]/g, (char) => `\\${char}`);
  return block.kind === 'heading'
    ? `## ${text}`
    : block.kind === 'item'
      ? `- ${text}`
      : text.replace(/^(#{1,6}\s|[-+]\s)/, '\\$1');
}

function htmlOf(block: Block): string {
  const text = escapeText(block.text);
  return block.kind === 'heading'
    ? `<h2>${text}</h2>`
    : block.kind === 'item'
      ? `<ul><li>${text}</li></ul>`
      : `<p>${text}</p>`;
}
