/** Section, subtitle and excerpt. */
import { isObject, type LooseObject, stringOf, typesOf } from '../page/json-ld.ts';
import { firstMeta, type Page } from '../page/page.ts';
import { comparable, plain, remembering } from '../text.ts';
import { sameAddress, videoNode } from './article-node.ts';
import { isAway } from './date-places.ts';
import { type Found, found, metaSource } from './field.ts';
import { isByline } from './names.ts';
import { readShownCategory, readShownPath } from './shown-topics.ts';
import type { SiteNames } from './site-name.ts';

const HOME =
  /^(?:home|homepage|start|startseite|accueil|inicio|início|portada|главная|головна|anasayfa|strona główna|首页|首頁|ホーム|トップ|홈|الرئيسية)$/iu;

/** Whether a breadcrumb's step is its first one: the home page. */
export function isHomeWord(word: string): boolean {
  return HOME.test(word);
}

/**
 * article:section, JSON-LD articleSection, then the last step of the way to the article: in linked data, microdata, or as
 * the page shows it; else the category its markup names.
 */
export function readSection(
  page: Page,
  article: LooseObject | null,
  title: string | null,
): Found<string> | null {
  const meta = firstMeta(
    page,
    'article:section',
    'og:article:section',
    'parsely-section',
    'section',
    'cxenseparse:section',
    'category',
    'article.section',
    'rnews:articlesection',
  );
  const tell = (raw: string): string | null => {
    const text = tidy(firstOfList(raw, page));
    return text === null ||
      NO_SECTION.test(text) ||
      HOME.test(text) ||
      /^[\w-]+\.[a-z]{2,4}$/.test(text) ||
      (title !== null && sameText(text, title))
      ? null
      : text;
  };
  const fromMeta = meta === null ? null : tell(meta.value);
  if (meta !== null && fromMeta !== null) return found(fromMeta, metaSource(meta.name));
  const section = article?.articleSection;
  const list = Array.isArray(section) ? section : [section];
  for (const item of list.slice(0, 5)) {
    const text = tell(stringOf(item ?? null) ?? '');
    if (text !== null) return found(text, 'json-ld');
  }
  const step = breadcrumb(page, title);
  if (step !== null) return NO_SECTION.test(step.value) ? null : step;
  const shown = shownStep(page, title) ?? readShownCategory(page);
  const text = shown === null ? null : tell(shown.value);
  return shown === null || text === null ? null : found(text, shown.source);
}

/** The last step that the page shows of the way to it, before the page itself. */
function shownStep(page: Page, title: string | null): Found<string> | null {
  const path = readShownPath(page);
  const steps = (path?.value ?? []).filter(
    (step) =>
      !step.isHome &&
      !step.isOwn &&
      !HOME.test(step.name) &&
      (title === null || !(isOfTitle(step.name, title) || isCut(step.name, title))),
  );
  const last = steps.at(-1);
  return path === null || last === undefined || last.name.length > 60 ? null : found(last.name, path.source);
}

/** The title's beginning, cut at a length. */
function isCut(step: string, title: string): boolean {
  const start = comparable(step.replace(/(?:…|\.{3})$/u, ''));
  return start.length > 10 && comparable(title).startsWith(start);
}

/** What content systems file a text under that nobody gave a section: no section, or the place on the front page. */
const NO_SECTION =
  /^(?:(?:un|non)[ -]?(?:categori[sz]ed|classé|categorizzato)|sin categor[ií]a|sem categoria|senza categoria|geen categorie|ukategori[sz]eret|okategoriserade?|bez kategorii|без (?:рубрики|категории|категорії)|kategorisiz|allgemein|unkategorisiert|未分類|未分类|미분류|test|default|featured|highlights?|destacad[oa]s?(?: \d+)?|all(?:e)? (?:posts|articles|artikel|beiträge)|archiv|archives?|search|erweiterte suche|suche|static|statische ?seiten|posts?|articles?|artikel|page|tags?|details?|home ?page|front ?page|null|undefined|none)$/iu;

/** Whether a word files what nobody has filed. */
export function isNoSection(word: string): boolean {
  return NO_SECTION.test(word);
}

/** The first of what some systems list as one section: all categories of the article, or its tags. */
function firstOfList(raw: string, page: Page): string {
  const parts = plain(raw.slice(0, 300))
    .replace(/^[\s–—•|/-]+|[\s/]+$/g, '')
    .split(/\s*[,;|]\s*/)
    .filter((part) => part !== '');
  const [first = ''] = parts;
  if (parts.length < 2) return first;
  // “Arts, Culture & Books” is one; a list has no “and”, or its parts are tags too.
  const tags = new Set((page.metas.get('article:tag') ?? []).map((tag) => comparable(tag)));
  const isList =
    !/[,;|]\S/.test(raw.trim()) && parts.length === 2
      ? parts.every((part) => tags.has(comparable(part)))
      : !/\s(?:&|and|und|et|y|e|en|og|och|i|и|ve)\s/iu.test(parts.at(-1) ?? '');
  const known = parts.find((part) => !NO_SECTION.test(part));
  return isList ? (known ?? first) : raw;
}

function breadcrumb(page: Page, title: string | null): Found<string> | null {
  for (const node of page.linkedData.nodes) {
    if (!typesOf(node).includes('BreadcrumbList')) continue;
    const items = node.itemListElement;
    if (!Array.isArray(items)) continue;
    const names: string[] = [];
    for (const item of items.slice(0, 10)) {
      if (!isObject(item)) continue;
      const inner = item.item;
      const name = stringOf(item.name ?? (isObject(inner) ? inner.name : null) ?? null);
      const href = stringOf(isObject(inner) ? (inner['@id'] ?? inner.url ?? null) : (inner ?? null));
      // The page's own step has a short title of the article.
      if (name !== null && (href === null || names.length === 0 || !sameAddress(href, page)))
        names.push(plain(name));
    }
    const steps = names.filter(
      (name) => name !== '' && !HOME.test(name) && (title === null || !isOfTitle(name, title)),
    );
    const last = steps.at(-1);
    if (last !== undefined && last.length <= 60) return found(last, 'json-ld');
  }
  return null;
}

/** Whether a step is the title or a good part of it: sections have one to three words. */
function isOfTitle(step: string, title: string): boolean {
  if (sameText(step, title)) return true;
  const words = comparable(step).split(' ');
  if (words.length < 4) return false;
  const inTitle = new Set(comparable(title).split(' '));
  return words.filter((word) => inTitle.has(word)).length * 2 >= words.length;
}

export function readDescription(page: Page, article: LooseObject | null): Found<string> | null {
  const og = firstMeta(page, 'og:description');
  const standard = firstMeta(
    page,
    'description',
    'dc.description',
    'twitter:description',
    'sailthru.description',
  );
  for (const meta of [og, standard]) {
    const text = meta === null ? '' : plain(meta.value.slice(0, 5000));
    if (meta !== null && text.length > 10) return found(text, metaSource(meta.name));
  }
  const described = article?.description ?? videoNode(page)?.description ?? null;
  const linked = plain((stringOf(described) ?? '').slice(0, 5000));
  return linked.length > 10 ? found(linked, 'json-ld') : null;
}

const SUBTITLE =
  /(?:^|[\s_-])(?:subtitle|subheadline|sub-headline|subhead|sub-title|standfirst|deck|dek|teaser-text|strapline|chapo|chapeau|entradilla|bajada|sottotitolo|sommario|occhiello|catenaccio|article-summary|article__summary|articlesubtitle|headline-sub|subheading|sub-heading|tagline|alternativeheadline)(?:$|[\s_-])/i;

/** How far behind the headline the line under it may stand, in elements. */
const SUBTITLE_REACH = 90;
/** Further away, shorter ones are labels of boxes: “Most popular today”. */
const CLOSE = 20;
const SHORTEST_LINE = 25;
const LONGEST_HEADING = 110;
/** How long a paragraph is that no line under the headline stands behind. */
const RUNNING_TEXT = 150;

/**
 * The line under the headline: as linked data or microdata state it; else an element near the headline that
 * is named after it, or a heading right behind that the page's description repeats.
 */
export function readSubtitle(
  page: Page,
  article: LooseObject | null,
  title: string | null,
  description: string | null,
  names: SiteNames,
): Found<string> | null {
  const usable = (raw: string | null): string | null => {
    const text = plain((raw ?? '').slice(0, 3000));
    return text.length < 10 || text.length > 600 || isNoSubtitle(text, title, names) ? null : text;
  };
  const linked = usable(stringOf(article?.alternativeHeadline ?? null));
  if (linked !== null) return found(linked, 'json-ld');
  for (const element of page.itemprops.get('alternativeheadline') ?? []) {
    const text = usable(element.textContent);
    if (text !== null) return found(text, 'microdata');
  }
  const { index } = page.headline;
  if (index < 0) return null;
  const isNamed = remembering((name) => SUBTITLE.test(name));
  const stated = description === null ? '' : comparable(description);
  for (let i = index + 1; i < Math.min(page.elements.length, index + SUBTITLE_REACH); i++) {
    const element = page.elements[i];
    if (element === undefined) break;
    const { className, localName } = element;
    const named = className !== '' && isNamed(className);
    const isHeading = /^h[2-4]$/.test(localName);
    if (!named && !isHeading && localName !== 'p') continue;
    const raw = element.textContent ?? '';
    if (!named && !isHeading) {
      if (raw.length > RUNNING_TEXT) break;
      continue;
    }
    const text = raw.length > 3000 ? null : usable(raw);
    // A line under the headline may be named a teaser itself.
    if (
      text === null ||
      isAway(element.parentElement ?? element, page) ||
      element.querySelector('time, button, form') !== null
    )
      continue;
    if (i - index > CLOSE && text.length < SHORTEST_LINE) continue;
    const repeats = stated !== '' && stated === comparable(text);
    // A longer heading is the article's first sentence in large letters.
    if (named || (repeats && text.length <= LONGEST_HEADING)) return found(text, 'markup');
  }
  return null;
}

/** What stands under headlines and is about something else: a label, the site, a byline, the title again. */
function isNoSubtitle(text: string, title: string | null, names: SiteNames): boolean {
  if (/:\s*$|^\d{1,2}[./-]\d/.test(text) || names.known.has(comparable(text)) || isByline(text)) return true;
  if (title === null) return false;
  const [own, whole] = [comparable(text), comparable(title)];
  return own === whole || whole.endsWith(` ${own}`) || whole.startsWith(`${own} `);
}

export function sameText(a: string, b: string): boolean {
  return comparable(a) === comparable(b);
}

function tidy(raw: string): string | null {
  const text = plain(raw.slice(0, 300));
  return text === '' || text.length > 80 || /^https?:/.test(text) ? null : text;
}
