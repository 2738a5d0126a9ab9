/**
 * One page in, one normalised article or one failure out. Pure and synchronous: no I/O, no clock
 * but the input's `fetchedAt`.
 */

import { type Access, ArticleContent, type FieldSource, type LiveEntry } from '../article/article.ts';
import type { RightsMark } from '../article/rights.ts';
import { type Failure, NewsmillError } from '../errors.ts';
import { type Body, type Reparse, readBody } from './body/body.ts';
import { lineKey } from './body/host-lines.ts';
import { withEntries } from './body/with-entries.ts';
import { type ExtractionInput, type ExtractionResult, NO_ADDRESS } from './extraction.ts';
import { confidences } from './fields/confidence.ts';
import { contentHash } from './fields/content-hash.ts';
import { type Found, found } from './fields/field.ts';
import { addBodyImages, firstPicture } from './fields/images.ts';
import { settleLanguage } from './fields/language.ts';
import { readLiveEntries } from './fields/live-entries.ts';
import { readPublisherIds } from './fields/publisher-id.ts';
import { rfc3339 } from './fields/rfc3339.ts';
import { statedAddress } from './fields/stated-address.ts';
import { settleTags } from './fields/tags.ts';
import type { DomDocument } from './html/dom.ts';
import type { Utf8Markup } from './html/index.ts';
import { isBriefAbove, withoutBoxes } from './kind/brief.ts';
import { refuseChallengeMarks } from './kind/challenge-marks.ts';
import { articleEvidence } from './kind/evidence.ts';
import { type Box, boxesOf, hubEvidence } from './kind/hub.ts';
import { subscriptionOffer } from './kind/offer.ts';
import { type PageSigns, shownText, signsOf } from './kind/signs.ts';
import { articleType } from './kind/type.ts';
import { refuseWalls } from './kind/walls.ts';
import { type Metadata, readMetadata } from './metadata.ts';
import { type DomChoice, type ExtractLimits, type ExtractOptions, limitsOf } from './options.ts';
import { decodePage, markupOf } from './page/charset.ts';
import { type Page, readPage } from './page/page.ts';
import { parsePage, releasePage } from './page/parse.ts';
import { rightsMarksOf } from './page/rights-marks.ts';
import { missingTextEvidence, refuseShells, SHELL_TEXT } from './page/script-signs.ts';
import { sniffContent } from './page/sniff.ts';
import { type Continuation, continuationOf } from './pages/continuation.ts';
import { extractPlainText } from './plain/plain-text.ts';
import { type RuleOnPage, ruleFor } from './rules/index.ts';
import { completeFromRecord } from './script-data/record-fields.ts';
import { findScriptStory } from './script-data/story.ts';
import { countWords, foldSpace } from './text.ts';

/**
 * Reads one page.
 * @returns content, or a failure with the taxonomy's code and the evidence in its sentence; never throws
 */
export function extractPage(input: ExtractionInput, options: ExtractOptions = {}): ExtractionResult {
  try {
    const aside: Aside = { marks: [], publisherIds: [], continuation: null, hostLines: [] };
    return { content: extractOrThrow(input, options, aside), ...aside };
  } catch (thrown) {
    return { failure: asFailure(thrown, input.url) };
  }
}

/** A thrown value that is no coded failure is a fault of this program, met on this page. */
function asFailure(thrown: unknown, url: string): Failure {
  if (thrown instanceof NewsmillError) return thrown.toFailure();
  const detail = thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown);
  return new NewsmillError('extraction_crashed', `Reading ${url} failed: ${detail}`, {
    cause: thrown,
  }).toFailure();
}

/** What a page says of its article that is no part of the content. */
interface Aside {
  readonly marks: RightsMark[];
  readonly publisherIds: string[];
  continuation: Continuation | null;
  readonly hostLines: string[];
}

function extractOrThrow(input: ExtractionInput, options: ExtractOptions, aside: Aside): ArticleContent {
  const limits = limitsOf(options);
  const url = URL.parse(input.url);
  if (url === null)
    throw new NewsmillError('invalid_url', `“${input.url.slice(0, 200)}” is no absolute URL.`);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    throw new NewsmillError(
      'unsupported_scheme',
      `The scheme of “${input.url.slice(0, 200)}” is ${url.protocol}`,
    );
  }
  if (input.bytes.byteLength > limits.maxBytes) {
    throw new NewsmillError(
      'page_too_large',
      `The page has ${input.bytes.byteLength} bytes; at most ${limits.maxBytes} are read.`,
    );
  }
  const kind = sniffContent(input.bytes, input.contentType);
  if (kind === 'text') {
    const { text } = decodePage(input.bytes, input.contentType, kind);
    return extractPlainText(text, { ...input, url: url.href }, limits);
  }
  const given = markupOf(input.bytes, input.contentType, kind);

  if (url.href === NO_ADDRESS) {
    const stated = addressIn(given, options.dom ?? 'own', limits);
    if (stated !== null)
      return extractOrThrow({ ...input, url: stated.value, urlSource: stated.source }, options, aside);
  }
  const rule = ruleFor(url, options.rules);
  const html = rule?.rewrite(typeof given === 'string' ? given : given.text, limits) ?? given;
  const documents: DomDocument[] = [];
  const parse = (markup: string | Utf8Markup = html): DomDocument => {
    const document = parsePage(markup, url.href, options.dom ?? 'own', limits);
    documents.push(document);
    return document;
  };
  try {
    return extractDocument(
      parse(),
      url.href,
      input,
      limits,
      rule,
      (markup) => readPage(parse(markup), url.href, limits),
      aside,
    );
  } finally {
    for (const document of documents) releasePage(document);
  }
}

/** A parse of its own: relative references and the source rule hang on the address. */
function addressIn(markup: string | Utf8Markup, dom: DomChoice, limits: ExtractLimits): Found<string> | null {
  const document = parsePage(markup, NO_ADDRESS, dom, limits);
  try {
    return statedAddress(readPage(document, NO_ADDRESS, limits));
  } finally {
    releasePage(document);
  }
}

function extractDocument(
  document: DomDocument,
  url: string,
  input: ExtractionInput,
  limits: ExtractLimits,
  rule: RuleOnPage | null,
  reparse: Reparse,
  aside: Aside,
): ArticleContent {
  const page = readPage(document, url, limits);
  aside.marks.push(...rightsMarksOf(page));
  const stated = readMetadata(page, input);
  aside.publisherIds.push(...readPublisherIds(page, stated.article));
  let meta = rule?.fields(page, stated, input.fetchedAt) ?? stated;
  const live = readLiveEntries(page, { language: meta.language?.value ?? null, fetchedAt: input.fetchedAt });
  aside.continuation = continuationOf(page, rule?.links(page) ?? null);
  let scripted: string | null = null;
  const evidence = articleEvidence(page, meta);
  const signs = signsOf(page, evidence, meta);
  const boxes = boxesOf(page, evidence);
  const isBrief = rule === null && isBriefAbove(boxes, signs);
  // For what few pages are asked; the body is looked for in the tree that `page` has.
  let second: Page | null = null;
  const fresh = (): Page => {
    second ??= reparse();
    return second;
  };
  if (page.textLength < FEW_CHARACTERS) {
    const visibleText = foldSpace(document.body?.textContent ?? '');
    if (page.textLength < SHELL_TEXT && findScriptStory(page, stated, '') === null) {
      refuseChallengeMarks(page);
      refuseWalls(signs, shownText(fresh()));
      if (meta.fed === null) refuseShells(page, visibleText);
    }
    // Looked for now: the search for the body takes scripts out of the tree.
    scripted = missingTextEvidence(page);
  }
  const offer = offerOn(page, meta, fresh);
  let search = searchBody(() => (rule ?? { readBody }).readBody(page, meta, limits, reparse));
  let body = search instanceof NewsmillError ? null : withEntries(search, live?.value ?? []);
  refuseWallsIn(signs, body, fresh);
  const hub = hubIn(signs, boxes, body, fresh);
  if (hub !== null) {
    if (!isBrief) throw new NewsmillError('hub_page', hub);
    const alone = (markup?: string): Page => withoutBoxes(reparse(markup), evidence);
    search = searchBody(() => readBody(alone(), meta, limits, alone));
    body = search instanceof NewsmillError ? null : search;
    refuseWallsIn(signs, body, fresh);
  }
  if (body !== null && body.record !== null)
    meta = completeFromRecord(meta, body.record, page, input.fetchedAt);
  for (const { block, reason } of body?.decisions ?? [])
    if (reason === 'repeated on the host') aside.hostLines.push(lineKey(block.text));
  const title = meta.title ?? null;
  if (body === null || body.text === '' || title === null) {
    if (scripted !== null) throw new NewsmillError('needs_browser', scripted);
    if (search instanceof NewsmillError) throw search;
    const what = title === null ? 'no headline' : 'no article text';
    throw new NewsmillError(
      'no_article',
      `The page has ${page.textLength} characters of text and ${what} in it.`,
    );
  }
  const language = settleLanguage(body.text, meta.language);
  const words = countWords(body.text, language?.value ?? null);
  const access = accessOf(meta, words, offer);
  const images = addBodyImages(body.root, [...meta.images], page.baseUrl);
  const tags = settleTags(meta.tags, `${title.value}\n${body.text}`);
  return finish(input, url, { ...meta, access, tags }, body, {
    title: title.value,
    language: language?.value ?? null,
    languageSource: language?.source ?? null,
    words,
    type: live === null ? articleType(meta.article, page, { words, root: body.root }, fresh) : 'liveBlog',
    live,
    images,
  });
}

/** Characters of text under which scripts may write what is missing. */
const FEW_CHARACTERS = 1500;

/** The body, or why there is none, which is thrown only when nothing says more about the page. */
function searchBody(read: () => Body): Body | NewsmillError {
  try {
    return read();
  } catch (thrown) {
    if (thrown instanceof NewsmillError && thrown.code === 'no_article') return thrown;
    throw thrown;
  }
}

/** Texts of so many characters are articles, whatever their pages call themselves. */
const LONG_TEXT = 4000;
/** Where a page states that it is an article, only less text than this may be a notice after all. */
const NOTICE_TEXT = 600;

/**
 * Refuses pages by what would be stored of them. What a source rule chose is what its author wanted.
 * @throws NewsmillError as `refuseWalls`
 */
function refuseWallsIn(signs: PageSigns, body: Body | null, fresh: () => Page): void {
  if (body?.source === 'rule') return;
  const text = textOfPage(body);
  refuseWalls(signs, text === '' ? shownText(fresh()) : text);
}

/** Why a page is a list of articles; null where it is none. */
function hubIn(signs: PageSigns, boxes: readonly Box[], body: Body | null, fresh: () => Page): string | null {
  const text = textOfPage(body);
  const longest = signs.evidence === 'stated' && !signs.isHome ? NOTICE_TEXT : LONG_TEXT;
  if (body?.source === 'rule' || (text.length >= longest && !signs.isHome)) return null;
  return hubEvidence(signs, boxes, text, fresh);
}

/** A feed's text says nothing of the page. */
function textOfPage(body: Body | null): string {
  return body === null || body.source === 'feed' ? '' : body.text;
}

/** Words below which the public part of a paid page is a teaser: two or three sentences and the offer. */
const TEASER_WORDS = 100;
/** Words below which an offer to subscribe stands in the place of the rest. */
const OPENING_WORDS = 300;

/** Characters beside links under which a page's text hardly has more words than that. */
const OPENING_CHARACTERS = 2000;

/** What says what the page offers for sale: looked for before the search for the body takes the tree apart, or in another. */
function offerOn(page: Page, meta: Metadata, fresh: () => Page): () => string | null {
  if (meta.access !== null || page.textLength - page.linkTextLength > OPENING_CHARACTERS)
    return () => subscriptionOffer(fresh());
  const offer = subscriptionOffer(page);
  return () => offer;
}

/** Who may read the whole: as stated; else paid where a short text ends in an offer. A teaser is no article. */
function accessOf(meta: Metadata, words: number, offerThere: () => string | null): Found<Access> | null {
  const offer = meta.access === null && words < OPENING_WORDS ? offerThere() : null;
  const access = offer === null ? meta.access : found<Access>('paywalled', 'markup');
  if (access?.value === 'paywalled' && words < TEASER_WORDS) {
    const why = offer === null ? 'says that it is not free' : `says “${offer}”`;
    throw new NewsmillError('paywall_stub', `The page ${why} and shows ${words} words.`);
  }
  return access;
}

interface Settled {
  readonly title: string;
  readonly language: string | null;
  readonly languageSource: FieldSource | null;
  readonly words: number;
  readonly type: ArticleContent['type'];
  readonly images: ArticleContent['images'];
  readonly live: Found<readonly LiveEntry[]> | null;
}

interface BodyText {
  readonly text: string;
  readonly markdown: string;
  readonly html: string;
  readonly source: FieldSource;
  readonly firstParagraph: string | null;
}

function finish(
  input: ExtractionInput,
  url: string,
  meta: Metadata,
  body: BodyText,
  settled: Settled,
): ArticleContent {
  const provenance: Record<string, FieldSource> = {
    url: input.urlSource ?? 'http',
    text: body.source,
    title: meta.title?.source ?? 'markup',
  };
  const from = (field: string, value: { readonly source: FieldSource } | null): void => {
    if (value !== null) provenance[field] = value.source;
  };
  from('canonicalUrl', meta.canonical);
  from('ampUrl', meta.amp);
  from('syndication', meta.syndication);
  from('siteName', meta.siteNames.siteName);
  from('subtitle', meta.subtitle);
  from('authors', meta.authors);
  if (meta.organisations.length > 0) from('organisations', meta.authors);
  from('section', meta.section);
  from('tags', meta.tags);
  from('published', meta.dates.published);
  from('modified', meta.dates.modified);
  from('image', meta.lead);
  from('entries', settled.live);
  from('access', meta.access);
  provenance.wordCount = 'computed';
  provenance.contentHash = 'computed';
  provenance.type = meta.article === null ? 'computed' : 'json-ld';
  if (settled.images.length > 0) provenance.images = meta.lead?.source ?? 'markup';
  const image = meta.lead?.value ?? firstPicture(settled.images);
  if (meta.lead === null && image !== null) provenance.image = 'markup';
  if (settled.languageSource !== null) provenance.language = settled.languageSource;
  const excerpt = meta.description?.value ?? body.firstParagraph;
  if (excerpt !== null) provenance.excerpt = meta.description?.source ?? body.source;
  const hintedSite = input.hints?.siteName ?? null;
  if (meta.siteNames.siteName === null && hintedSite !== null) provenance.siteName = 'feed';
  const { published, modified } = meta.dates;
  return ArticleContent.parse({
    url,
    canonicalUrl: meta.canonical.value,
    ampUrl: meta.amp?.value ?? null,
    syndication: [...(meta.syndication?.value ?? [])],
    siteName: meta.siteNames.siteName?.value ?? hintedSite,
    title: settled.title,
    subtitle: meta.subtitle?.value ?? null,
    authors: [...(meta.authors?.value ?? [])],
    organisations: [...meta.organisations],
    section: meta.section?.value ?? null,
    tags: [...(meta.tags?.value ?? [])],
    language: settled.language,
    published: published === null ? null : rfc3339(published.at, published.offset),
    publishedPrecision: published?.precision ?? null,
    modified: modified === null ? null : rfc3339(modified.at, modified.offset),
    text: body.text,
    markdown: body.markdown,
    html: body.html,
    excerpt,
    image,
    images: settled.images,
    entries: [...(settled.live?.value ?? [])],
    wordCount: settled.words,
    type: settled.type,
    access: meta.access?.value ?? 'free',
    contentHash: contentHash(settled.title, body.text),
    provenance,
    confidence: confidences(provenance),
  });
}
