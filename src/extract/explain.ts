/** Why an article came out as it did: candidates for the body, each block's fate, each field's sources. */
import type { ArticleContent } from '../article/article.ts';
import { type Failure, type FailureCode, NewsmillError } from '../errors.ts';
import { type Body, readBody } from './body/body.ts';
import { findProse } from './body/candidate.ts';
import { type ExplainedBlock, explainBlocks } from './explain-blocks.ts';
import { type ExplainedField, explainFields } from './explain-fields.ts';
import { extractPage } from './extract.ts';
import type { ExtractionInput } from './extraction.ts';
import { type Metadata, readMetadata } from './metadata.ts';
import { type ExtractLimits, type ExtractOptions, limitsOf } from './options.ts';
import { decodePage } from './page/charset.ts';
import { stringOf } from './page/json-ld.ts';
import { type Page, readPage } from './page/page.ts';
import { parsePage, releasePage } from './page/parse.ts';
import { sniffContent } from './page/sniff.ts';
import type { Continuation } from './pages/continuation.ts';
import { explainLines } from './plain/plain-text.ts';
import { type ExplainedLine, explainRule, readRuleText, ruleFor } from './rules/index.ts';
import { plain, weight } from './text.ts';

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
      fields: explainFields(article, { page: original, meta, fetchedAt: input.fetchedAt }),
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
  'legal_block',
  'access_denied',
  'rate_limited',
  'http_server_error',
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
    fields: explainFields(article, null),
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
