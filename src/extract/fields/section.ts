/** Section, tags, subtitle and excerpt. */
import { isObject, type LooseObject, stringOf, typesOf } from '../page/json-ld.ts';
import { firstMeta, type Page } from '../page/page.ts';
import { comparable, plain, remembering } from '../text.ts';
import { type Found, found, metaSource } from './field.ts';

const HOME =
  /^(?:home|homepage|start|startseite|accueil|inicio|início|portada|главная|головна|anasayfa|strona główna|首页|首頁|ホーム|トップ|홈|الرئيسية)$/iu;

/** Whether a breadcrumb's step is its first one: the home page. */
export function isHomeWord(word: string): boolean {
  return HOME.test(word);
}

/** article:section, JSON-LD articleSection, then the last step of the breadcrumb before the article. */
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
  const fromMeta = meta === null ? null : tidy(meta.value);
  if (meta !== null && fromMeta !== null) return found(fromMeta, metaSource(meta.name));
  const section = article?.articleSection;
  const list = Array.isArray(section) ? section : [section];
  for (const item of list.slice(0, 5)) {
    const text = tidy(stringOf(item ?? null) ?? '');
    if (text !== null) return found(text, 'json-ld');
  }
  return breadcrumb(page, title);
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
      if (name !== null) names.push(plain(name));
    }
    const steps = names.filter(
      (name) => name !== '' && !HOME.test(name) && (title === null || !sameText(name, title)),
    );
    const last = steps.at(-1);
    if (last !== undefined && last.length <= 60) return found(last, 'json-ld');
  }
  return null;
}

/** Keywords of the article, each once; a list that repeats the title's words one by one is no list of tags. */
export function readTags(page: Page, article: LooseObject | null): Found<readonly string[]> | null {
  const tags = page.metas.get('article:tag') ?? page.metas.get('og:article:tag') ?? [];
  const fromMeta = unique(tags.flatMap((value) => value.split(/[,;]/)));
  if (fromMeta.length > 0) return found(fromMeta, 'opengraph');
  const keywords = article?.keywords;
  const values = Array.isArray(keywords) ? keywords.slice(0, 100) : [keywords];
  const linked = unique(
    values.flatMap((value) => {
      const text = isObject(value) ? stringOf(value.name ?? null) : stringOf(value ?? null);
      return text === null ? [] : Array.isArray(keywords) ? [text] : text.split(/[,;]/);
    }),
  );
  if (linked.length > 0) return found(linked, 'json-ld');
  const meta = firstMeta(page, 'news_keywords', 'parsely-tags', 'sailthru.tags', 'keywords');
  const listed = meta === null ? [] : unique(meta.value.split(/[,;、，]/));
  return meta === null || listed.length === 0 ? null : found(listed, metaSource(meta.name));
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
  const linked = plain((stringOf(article?.description ?? null) ?? '').slice(0, 5000));
  return linked.length > 10 ? found(linked, 'json-ld') : null;
}

const SUBTITLE =
  /(?:^|[\s_-])(?:subtitle|subheadline|sub-headline|subhead|sub-title|standfirst|deck|dek|teaser-text|strapline|chapo|chapeau|entradilla|bajada|sottotitolo|sommario|occhiello|catenaccio|article-summary|article__summary|articlesubtitle|headline-sub|subheading|sub-heading|tagline|alternativeheadline)(?:$|[\s_-])/i;

/** The line under the headline. */
export function readSubtitle(
  page: Page,
  article: LooseObject | null,
  title: string | null,
): Found<string> | null {
  const usable = (raw: string | null): string | null => {
    const text = plain((raw ?? '').slice(0, 3000));
    return text.length < 10 || text.length > 600 || (title !== null && sameText(text, title)) ? null : text;
  };
  const linked = usable(stringOf(article?.alternativeHeadline ?? null));
  if (linked !== null) return found(linked, 'json-ld');
  for (const element of page.itemprops.get('alternativeheadline') ?? []) {
    const text = usable(element.textContent);
    if (text !== null) return found(text, 'microdata');
  }
  const isNamed = remembering((name) => SUBTITLE.test(name));
  let headlineSeen = false;
  for (const element of page.elements) {
    if (element.localName === 'h1') headlineSeen = true;
    if (!headlineSeen) continue;
    const { className } = element;
    if (className === '' || !isNamed(className)) continue;
    const raw = element.textContent ?? '';
    const text = raw.length > 3000 ? null : usable(raw);
    if (text !== null) return found(text, 'markup');
  }
  return null;
}

export function sameText(a: string, b: string): boolean {
  return comparable(a) === comparable(b);
}

function tidy(raw: string): string | null {
  const text = plain(raw.slice(0, 300));
  return text === '' || text.length > 80 || /^https?:/.test(text) ? null : text;
}

function unique(values: readonly string[]): string[] {
  const out = new Map<string, string>();
  for (const value of values) {
    const text = plain(value.slice(0, 200));
    if (text !== '' && text.length <= 100 && out.size < 50 && !out.has(text.toLowerCase()))
      out.set(text.toLowerCase(), text);
  }
  return [...out.values()];
}
