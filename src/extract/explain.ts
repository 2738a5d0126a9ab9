/** Why an article came out as it did: candidates for the body, each block's fate, each field's sources. */
import type { ArticleContent } from '../article/article.ts';
import { type Failure, type FailureCode, NewsmillError } from '../errors.ts';
import { type BlockKind, readBlocks } from './body/blocks.ts';
import { type Body, readBody } from './body/body.ts';
import { findProse } from './body/candidate.ts';
import { layoutOf } from './explain-layout.ts';
import { extractPage } from './extract.ts';
import type { ExtractionInput } from './extraction.ts';
import { type Metadata, readMetadata } from './metadata.ts';
import { type ExtractLimits, type ExtractOptions, limitsOf } from './options.ts';
import { decodePage } from './page/charset.ts';
import { isObject, type LooseObject, stringOf } from './page/json-ld.ts';
import { type Page, readPage } from './page/page.ts';
import { parsePage, releasePage } from './page/parse.ts';
import { sniffContent } from './page/sniff.ts';
import type { Continuation } from './pages/continuation.ts';
import { explainLines } from './plain/plain-text.ts';
import { type ExplainedLine, explainRule, readRuleText, ruleFor } from './rules/index.ts';
import { comparable, foldSpace, plain, weight } from './text.ts';

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
  /** Where the article goes on, on another page; null where it is whole. */
  readonly continuation: Continuation | null;
  /** The source rule in force, with what each of its lines finds; null without one. */
  readonly rule: { readonly file: string; readonly lines: readonly ExplainedLine[] } | null;
  /** All blocks of the page, in order. */
  readonly blocks: readonly ExplainedBlock[];
  /** The page itself with those blocks marked, as `layoutOf` gives it; null for plain text and what cannot be read. */
  readonly layout: string | null;
}

const FIELDS: readonly {
  readonly name: keyof ArticleContent;
  readonly metas: RegExp;
  readonly members: readonly string[];
  /** The relation of links that state it. */
  readonly links?: string;
}[] = [
  { name: 'title', metas: /(?:^|[:._-])(?:title|headline)$/, members: ['headline', 'name'] },
  { name: 'subtitle', metas: /subtitle/, members: ['alternativeHeadline'] },
  { name: 'authors', metas: /author|creator|^byl/, members: ['author', 'creator'] },
  { name: 'organisations', metas: /author|creator|^byl/, members: ['author', 'creator'] },
  { name: 'published', metas: /publi[sc]|date|created|issued/, members: ['datePublished', 'dateCreated'] },
  { name: 'modified', metas: /modif|updated/, members: ['dateModified'] },
  { name: 'section', metas: /section|category/, members: ['articleSection'] },
  { name: 'tags', metas: /tag$|keywords/, members: ['keywords'] },
  { name: 'language', metas: /locale|language/, members: ['inLanguage'] },
  { name: 'siteName', metas: /site_name|application-name|publisher/, members: ['publisher'] },
  { name: 'canonicalUrl', metas: /^og:url$/, members: ['url', 'mainEntityOfPage'], links: 'canonical' },
  { name: 'ampUrl', metas: /amphtml/, members: [], links: 'amphtml' },
  { name: 'syndication', metas: /syndication|original-source/, members: [], links: 'syndication' },
  { name: 'image', metas: /image/, members: ['image', 'thumbnailUrl'] },
  { name: 'images', metas: /^og:image$/, members: ['image'] },
  { name: 'excerpt', metas: /description/, members: ['description'] },
  { name: 'type', metas: /^og:type$/, members: ['@type'] },
  {
    name: 'access',
    metas: /content_tier|accessibleforfree/,
    members: ['isAccessibleForFree', 'hasPart'],
  },
  { name: 'entries', metas: /$^/, members: ['liveBlogUpdate'] },
  { name: 'wordCount', metas: /word_?count/, members: ['wordCount'] },
];

/**
 * Extracts a page and says why; of plain text, which lines are no text. Several times as dear as extracting it.
 * @throws NewsmillError what `decodePage` and `parsePage` throw on pages that cannot be read at all
 */
export function explainPage(input: ExtractionInput, options: ExtractOptions = {}): Explanation {
  const limits = limitsOf(options);
  const result = extractPage(input, options);
  const continuation = result.failure === undefined ? result.continuation : null;
  if (result.failure !== undefined && !OF_ITS_KIND.has(result.failure.code))
    return {
      article: null,
      failure: result.failure,
      candidates: [],
      fields: [],
      continuation,
      rule: null,
      blocks: [],
      layout: null,
    };
  if (sniffContent(input.bytes, input.contentType) === 'text')
    return explainText(input, limits, result.content ?? null, result.failure ?? null);
  const { text } = decodePage(input.bytes, input.contentType, 'html');
  // A page that came without an address was read under the one that it states.
  const address = result.content?.url ?? input.url;
  const rule = ruleFor(new URL(address), options.rules);
  const html = rule?.rewrite(text, limits) ?? text;
  const documents: ReturnType<typeof parsePage>[] = [];
  const fresh = (markup = html): Page => {
    const document = parsePage(markup, address, options.dom ?? 'own', limits);
    documents.push(document);
    return readPage(document, address, limits);
  };
  try {
    const original = fresh();
    const stated = readMetadata(original, input);
    const meta = rule?.fields(original, stated, input.fetchedAt) ?? stated;
    const lines =
      rule === null ? null : { file: rule.rule.file, lines: linesOf(rule.rule.file, text, original) };
    const prose = findProse(original);
    const body = bodyOrNull(() => (rule ?? { readBody }).readBody(fresh(), meta, limits, fresh));
    const article = result.content ?? null;
    return {
      article,
      failure: result.failure ?? null,
      candidates: candidatesOf(body, prose?.weight ?? 0, meta),
      fields: FIELDS.map((field) => explainField(field, article, original, meta.article)),
      continuation,
      rule: lines,
      ...explainBlocks(original, body),
    };
  } finally {
    for (const document of documents) releasePage(document);
  }
}

/** What a page may be instead of an article: those are explained like one, with what would have been its body. */
const OF_ITS_KIND = new Set<FailureCode>([
  'no_article',
  'hub_page',
  'soft_not_found',
  'consent_wall',
  'bot_challenge',
  'paywall_stub',
  'login_wall',
  'needs_browser',
]);

function bodyOrNull(read: () => Body): Body | null {
  try {
    return read();
  } catch (thrown) {
    if (thrown instanceof NewsmillError && thrown.code === 'no_article') return null;
    throw thrown;
  }
}

/** Nothing where the rule is not in a file. */
function linesOf(file: string, html: string, page: Page): readonly ExplainedLine[] {
  let text: string;
  try {
    text = readRuleText(file);
  } catch {
    // A rule that was given as text: what it does shows in the candidates.
    return [];
  }
  return explainRule(text, html, page);
}

function explainText(
  input: ExtractionInput,
  limits: ExtractLimits,
  article: ArticleContent | null,
  failure: Failure | null,
): Explanation {
  const { text } = decodePage(input.bytes, input.contentType, 'text');
  return {
    article,
    failure,
    candidates: [],
    fields: FIELDS.map(({ name }) => fieldOf(name, article, [])),
    continuation: null,
    rule: null,
    blocks: explainLines(text, input, limits),
    layout: null,
  };
}

function candidatesOf(body: Body | null, prose: number, meta: Metadata): Explanation['candidates'] {
  const got = body === null ? 0 : weight(body.text);
  const { weights, source } = body ?? { weights: {}, source: null };
  const stated = weights.linked ?? weight(stringOf(meta.article?.articleBody ?? null) ?? '');
  const all = [
    { name: 'source rule', weight: source === 'rule' ? got : null, source: 'rule' },
    { name: 'readability', weight: weights.readability ?? 0, source: 'readability' },
    { name: 'densest prose', weight: weights.prose ?? prose, source: 'markup' },
    { name: 'data of scripts', weight: weights.scripted ?? 0, source: 'script-data' },
    {
      name: 'text of the feed',
      weight: weights.fed ?? (meta.fed === null ? null : weight(plain(meta.fed))),
      source: 'feed',
    },
    { name: 'JSON-LD articleBody', weight: stated, source: 'json-ld' },
  ];
  return all.flatMap((candidate) =>
    candidate.weight === null
      ? []
      : [{ name: candidate.name, weight: candidate.weight, chosen: candidate.source === source }],
  );
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
  if (field.name === 'authors')
    for (const element of page.itemprops.get('author') ?? [])
      add('itemprop author', element.textContent ?? '');
  for (const link of page.links)
    if (field.links !== undefined && link.rel.split(/\s+/).includes(field.links))
      add(`link ${field.links}`, link.href);
  return fieldOf(field.name, article, alternatives);
}

function fieldOf(
  name: keyof ArticleContent,
  article: ArticleContent | null,
  alternatives: ExplainedField['alternatives'],
): ExplainedField {
  const value = article?.[name] ?? null;
  return {
    name,
    value: value === null || (Array.isArray(value) && value.length === 0) ? null : shownValue(value),
    source: article?.provenance[name] ?? null,
    confidence: article?.confidence[name] ?? null,
    alternatives,
  };
}

/** A field's value on one line: pictures by their addresses, entries by time and id. */
function shownValue(value: unknown): string {
  if (!Array.isArray(value)) return String(value);
  return value
    .map((item) =>
      isObject(item)
        ? [item.published, item.id, item.url, item.caption]
            .filter((part) => typeof part === 'string')
            .join(' ')
        : String(item),
    )
    .join(', ');
}

/** A JSON-LD value in a few words, two levels deep at most. */
function shortOf(value: unknown): string {
  const list = Array.isArray(value) ? value.slice(0, 10) : [value];
  return list
    .map(
      (item) =>
        (typeof item === 'boolean'
          ? String(item)
          : isObject(item)
            ? stringOf(item.name ?? item.headline ?? item.url ?? item['@id'] ?? null)
            : stringOf(item)) ?? '',
    )
    .filter((text) => text !== '')
    .join(', ');
}

/** Every block of the page, matched by its words to the decision on it; equal blocks in their order. Marks the tree. */
function explainBlocks(page: Page, body: Body | null): Pick<Explanation, 'blocks' | 'layout'> {
  const decisions = Map.groupBy(body?.decisions ?? [], (decision) => comparable(decision.block.text));
  const root = page.document.body;
  if (root === null) return { blocks: [], layout: null };
  const marked = readBlocks(root).map((block) => {
    const { text, kind } = block;
    const decision = decisions.get(comparable(text))?.shift();
    const explained: ExplainedBlock =
      decision === undefined
        ? { text, kind, fate: 'outside', reason: null, evidence: '' }
        : {
            text,
            kind,
            fate: decision.reason === null ? 'kept' : 'dropped',
            reason: decision.reason,
            evidence: decision.evidence,
          };
    return { block, explained };
  });
  return { blocks: marked.map(({ explained }) => explained), layout: layoutOf(page.document, marked) };
}
