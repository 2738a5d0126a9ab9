/** Why an article came out as it did: candidates for the body, each block's fate, each field's sources. */
import type { ArticleContent } from '../article/article.ts';
import type { Failure } from '../errors.ts';
import { type BlockKind, readBlocks } from './body/blocks.ts';
import { type Body, readBody } from './body/body.ts';
import { findProse } from './body/candidate.ts';
import { extractPage } from './extract.ts';
import type { ExtractionInput } from './extraction.ts';
import { readMetadata } from './metadata.ts';
import { type ExtractOptions, limitsOf } from './options.ts';
import { decodePage } from './page/charset.ts';
import { isObject, type LooseObject, stringOf } from './page/json-ld.ts';
import { type Page, readPage } from './page/page.ts';
import { parsePage, releasePage } from './page/parse.ts';
import { comparable, foldSpace, weight } from './text.ts';

export interface ExplainedBlock {
  readonly text: string;
  readonly kind: BlockKind;
  /** `outside`: not in the part of the page that was taken for the body. */
  readonly fate: 'kept' | 'dropped' | 'outside';
  readonly reason: string | null;
  readonly evidence: string;
}

export interface ExplainedField {
  readonly name: string;
  readonly value: string | null;
  readonly source: string | null;
  /** From 0 to 1; null where there is no value. */
  readonly confidence: number | null;
  /** Everything else on the page that states the same field. */
  readonly alternatives: readonly { readonly where: string; readonly value: string }[];
}

export interface Explanation {
  readonly article: ArticleContent | null;
  readonly failure: Failure | null;
  /** Where the body may be, with the weight of its text (characters; wide scripts count threefold). */
  readonly candidates: readonly {
    readonly name: string;
    readonly weight: number;
    readonly chosen: boolean;
  }[];
  readonly fields: readonly ExplainedField[];
  /** All blocks of the page, in order. */
  readonly blocks: readonly ExplainedBlock[];
}

const FIELDS: readonly {
  readonly name: keyof ArticleContent;
  readonly metas: RegExp;
  readonly members: readonly string[];
}[] = [
  { name: 'title', metas: /(?:^|[:._-])(?:title|headline)$/, members: ['headline', 'name'] },
  { name: 'subtitle', metas: /subtitle/, members: ['alternativeHeadline'] },
  { name: 'authors', metas: /author|creator|^byl/, members: ['author', 'creator'] },
  { name: 'published', metas: /publi[sc]|date|created|issued/, members: ['datePublished', 'dateCreated'] },
  { name: 'modified', metas: /modif|updated/, members: ['dateModified'] },
  { name: 'section', metas: /section|category/, members: ['articleSection'] },
  { name: 'tags', metas: /tag$|keywords/, members: ['keywords'] },
  { name: 'language', metas: /locale|language/, members: ['inLanguage'] },
  { name: 'siteName', metas: /site_name|application-name|publisher/, members: ['publisher'] },
  { name: 'canonicalUrl', metas: /^og:url$/, members: ['url', 'mainEntityOfPage'] },
  { name: 'ampUrl', metas: /amphtml/, members: [] },
  { name: 'syndication', metas: /syndication|original-source/, members: [] },
  { name: 'image', metas: /image/, members: ['image', 'thumbnailUrl'] },
  { name: 'excerpt', metas: /description/, members: ['description'] },
];

/**
 * Extracts a page of HTML and says why. Several times as dear as extracting it.
 * @throws NewsmillError what `decodePage` and `parsePage` throw on pages that cannot be read at all
 */
export function explainPage(input: ExtractionInput, options: ExtractOptions = {}): Explanation {
  const limits = limitsOf(options);
  const result = extractPage(input, options);
  if (result.failure !== undefined && result.failure.code !== 'no_article')
    return { article: null, failure: result.failure, candidates: [], fields: [], blocks: [] };
  const { text } = decodePage(input.bytes, input.contentType, 'html');
  const documents: ReturnType<typeof parsePage>[] = [];
  const fresh = (): Page => {
    const document = parsePage(text, input.url, options.dom ?? 'own', limits);
    documents.push(document);
    return readPage(document, input.url, limits);
  };
  try {
    const original = fresh();
    const meta = readMetadata(original, input);
    const prose = findProse(original);
    const body = result.failure === undefined ? readBody(fresh(), meta, limits, fresh) : null;
    const article = result.content ?? null;
    return {
      article,
      failure: result.failure ?? null,
      candidates: candidatesOf(body, prose?.weight ?? 0, meta.article),
      fields: FIELDS.map((field) => explainField(field, article, original, meta.article)),
      blocks: explainBlocks(original, body),
    };
  } finally {
    for (const document of documents) releasePage(document);
  }
}

function candidatesOf(
  body: Body | null,
  prose: number,
  article: LooseObject | null,
): Explanation['candidates'] {
  const got = body === null ? 0 : weight(body.text);
  const stated = weight(stringOf(article?.articleBody ?? null) ?? '');
  return [
    {
      name: 'readability',
      weight: body?.source === 'readability' ? got : 0,
      chosen: body?.source === 'readability',
    },
    { name: 'densest prose', weight: prose, chosen: body?.source === 'markup' },
    { name: 'JSON-LD articleBody', weight: stated, chosen: body?.source === 'json-ld' },
  ];
}

function explainField(
  field: (typeof FIELDS)[number],
  article: ArticleContent | null,
  page: Page,
  node: LooseObject | null,
): ExplainedField {
  const alternatives: { where: string; value: string }[] = [];
  const add = (where: string, value: string): void => {
    const shown = foldSpace(value.slice(0, 300));
    if (shown !== '' && alternatives.length < 20) alternatives.push({ where, value: shown });
  };
  for (const member of field.members) {
    const value = node?.[member];
    if (value !== undefined) add(`JSON-LD ${member}`, shortOf(value));
  }
  for (const [name, values] of page.metas)
    if (field.metas.test(name)) for (const value of values.slice(0, 5)) add(`meta ${name}`, value);
  if (field.name === 'title') {
    add('title element', page.documentTitle);
    for (const heading of page.headings.slice(0, 5)) add(heading.localName, heading.textContent ?? '');
  }
  if (field.name === 'published')
    for (const time of page.times.slice(0, 5))
      add('time', time.getAttribute('datetime') ?? time.textContent ?? '');
  if (field.name === 'language') add('html lang', page.htmlLang ?? '');
  const value = article?.[field.name] ?? null;
  return {
    name: field.name,
    value: value === null ? null : Array.isArray(value) ? value.join(', ') : String(value),
    source: article?.provenance[field.name] ?? null,
    confidence: article?.confidence[field.name] ?? null,
    alternatives,
  };
}

/** A JSON-LD value in a few words, two levels deep at most. */
function shortOf(value: unknown): string {
  const list = Array.isArray(value) ? value.slice(0, 10) : [value];
  return list
    .map(
      (item) =>
        (isObject(item) ? stringOf(item.name ?? item.url ?? item['@id'] ?? null) : stringOf(item)) ?? '',
    )
    .filter((text) => text !== '')
    .join(', ');
}

/** Every block of the page, matched by its words to the decision on it; equal blocks in their order. */
function explainBlocks(page: Page, body: Body | null): ExplainedBlock[] {
  const decisions = Map.groupBy(body?.decisions ?? [], (decision) => comparable(decision.block.text));
  const root = page.document.body;
  if (root === null) return [];
  return readBlocks(root).map(({ text, kind }) => {
    const decision = decisions.get(comparable(text))?.shift();
    if (decision === undefined) return { text, kind, fate: 'outside', reason: null, evidence: '' };
    const { reason, evidence } = decision;
    return { text, kind, fate: reason === null ? 'kept' : 'dropped', reason, evidence };
  });
}
