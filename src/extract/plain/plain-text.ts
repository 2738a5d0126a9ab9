/**
 * Pages without markup: what a scraper or a text service kept of an article. Lines become blocks and
 * go through the same cleaner as the blocks of a page.
 */
import { ArticleContent, type FieldSource } from '../../article/article.ts';
import { NewsmillError } from '../../errors.ts';
import type { Block } from '../body/blocks.ts';
import { cleanBlocks } from '../body/clean.ts';
import type { Decision } from '../body/cleaning.ts';
import { isDateLine } from '../body/date-line.ts';
import { escapeText } from '../body/serialise.ts';
import { wordingOf } from '../body/wording.ts';
import type { ExtractionInput } from '../extraction.ts';
import { confidences } from '../fields/confidence.ts';
import { contentHash } from '../fields/content-hash.ts';
import { parseDate } from '../fields/date-text.ts';
import { languageTag, settleLanguage } from '../fields/language.ts';
import { isByline, organisationsAmong, splitNames } from '../fields/names.ts';
import { isHomeWord } from '../fields/section.ts';
import type { ExtractLimits } from '../options.ts';
import { comparable, countWords, foldSpace } from '../text.ts';

/** How many lines at the top may hold the headline, the byline and the like. */
const HEAD_LINES = 10;

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
  const lines = linesOf(text.slice(0, limits.maxTextChars));
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
  return { lines, head, marked: withoutReferences(decisions) };
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

interface Head {
  readonly title: string | null;
  readonly authors: readonly string[];
  readonly section: string | null;
  readonly published: { readonly at: number; readonly precision: 'second' | 'minute' | 'day' } | null;
  /** Index of the first line of the body. */
  readonly end: number;
}

function readHead(lines: readonly string[], input: ExtractionInput): Head {
  const top = lines.slice(0, HEAD_LINES);
  const title = titleOf(top) ?? input.hints?.title ?? null;
  let section: string | null = null;
  let authors: readonly string[] = [];
  let published: Head['published'] = null;
  let end = 0;
  for (const [index, line] of top.entries()) {
    const crumb = sectionOf(line, title);
    if (comparable(line) === comparable(title ?? '')) end = index + 1;
    else if (crumb !== undefined) {
      section ??= crumb;
      end = index + 1;
    } else if (authors.length === 0 && line.length < 120 && isByline(line)) {
      authors = splitNames(line);
      if (authors.length > 0) end = index + 1;
    } else if (isDateLine(line)) {
      const date = parseDate(line, { monthFirst: false });
      if (published === null && date !== null && date.at <= input.fetchedAt) published = date;
      end = index + 1;
    } else if (line.length > 200) break;
  }
  return { title, authors, section, published, end };
}

/** The line that another one near it repeats, alone or at its end; else the first short line that is no label. */
function titleOf(top: readonly string[]): string | null {
  let best: string | null = null;
  for (const [i, line] of top.entries()) {
    if (line.length < 10 || line.length > 250 || isByline(line)) continue;
    const repeated = top.some(
      (other, j) => i !== j && other.length <= 400 && (other === line ? i < j : other.endsWith(line)),
    );
    if (repeated && (best === null || line.length > best.length)) best = line;
  }
  if (best !== null) return best;
  return (
    top.find(
      (line) =>
        line.length >= 8 &&
        line.length <= 250 &&
        !isByline(line) &&
        !isDateLine(line) &&
        wordingOf(line)?.how !== 'whole' &&
        !/\s[>›»]\s/u.test(line) &&
        !/[.。]$/u.test(line),
    ) ?? null
  );
}

/** The section of a breadcrumb line; null when it is one without a section, undefined when it is none. */
function sectionOf(line: string, title: string | null): string | null | undefined {
  if (line.length > 400) return undefined;
  const withoutTitle =
    title !== null && line !== title && line.endsWith(title) ? line.slice(0, -title.length) : line;
  const steps = withoutTitle
    .split(/\s*[>›»/|→]\s*/u)
    .map((step) => step.trim())
    .filter((step) => step !== '');
  const first = steps[0]?.split(' ', 1)[0] ?? '';
  if (!isHomeWord(first)) return undefined;
  if (steps.length === 1) {
    if (withoutTitle === line) return isHomeWord(line.trim()) ? null : undefined;
    const rest = (steps[0] ?? '').slice(first.length).trim();
    return rest === '' ? null : rest;
  }
  return steps.at(-1) ?? null;
}

/** Lines; a text wrapped at a fixed width is put together paragraph by paragraph. */
function linesOf(text: string): string[] {
  const paragraphs = text
    .replaceAll('\r\n', '\n')
    .replaceAll('\r', '\n')
    .split(/\n[ \t]*\n/);
  const multi = paragraphs.filter((paragraph) => paragraph.trim().includes('\n'));
  let longest = 0;
  for (const paragraph of multi)
    for (const line of paragraph.split('\n')) longest = Math.max(longest, line.length);
  const wrapped = multi.length > paragraphs.length / 2 && longest > 50 && longest <= 100;
  return paragraphs
    .flatMap((paragraph) => (wrapped ? [paragraph.replaceAll('\n', ' ')] : paragraph.split('\n')))
    .map(foldSpace)
    .filter((line) => line !== '');
}

function blockOf(line: string, next: string | undefined): Block {
  const heading = line.length <= 100 && !/[.!?…:;,。！？”"]$/u.test(line) && next !== undefined;
  const item = /^[-*•–]\s+/u.test(line);
  return {
    kind: item ? 'item' : heading ? 'heading' : 'paragraph',
    text: item ? line.replace(/^[-*•–]\s+/u, '') : line,
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
  const excerpt = kept.find((block) => block.kind === 'paragraph')?.text.slice(0, 500) ?? null;
  const provenance: Record<string, FieldSource> = {
    url: 'http',
    canonicalUrl: 'http',
    title: 'plain-text',
    text: 'plain-text',
  };
  if (authors.length > 0) provenance.authors = head.authors.length > 0 ? 'plain-text' : 'feed';
  if (organisationsAmong(authors).length > 0) provenance.organisations = provenance.authors ?? 'plain-text';
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
    organisations: organisationsAmong(authors),
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
