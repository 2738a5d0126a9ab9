/** Each field of an article with everything on the page that states it. */
import type { ArticleContent } from '../article/article.ts';
import { asGiven, type GivenArticle, pathOf } from './addressless.ts';
import { everyDate } from './fields/published.ts';
import { rfc3339 } from './fields/rfc3339.ts';
import { everyByline } from './fields/shown-authors.ts';
import type { Metadata } from './metadata.ts';
import { isObject, stringOf } from './page/json-ld.ts';
import type { Page } from './page/page.ts';
import { foldSpace } from './text.ts';

export interface ExplainedField {
  readonly name: string;
  readonly value: string | null;
  readonly source: string | null;
  /** From 0 to 1; null where there is no value. */
  readonly confidence: number | null;
  /** Everything else on the page that states the same field. */
  readonly alternatives: readonly { readonly where: string; readonly value: string }[];
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

/** What is needed to look for further values. */
export interface FieldContext {
  readonly page: Page;
  readonly meta: Metadata;
  /** Epoch milliseconds. */
  readonly fetchedAt: number;
}

/** All fields; without a page (plain text) what the article says, and no alternatives. */
export function explainFields(
  content: ArticleContent | null,
  context: FieldContext | null,
): readonly ExplainedField[] {
  const article = content === null ? null : asGiven(content);
  return FIELDS.map((field) =>
    context === null ? fieldOf(field.name, article, []) : explainField(field, article, context),
  );
}

function explainField(
  field: (typeof FIELDS)[number],
  article: GivenArticle | null,
  { page, meta, fetchedAt }: FieldContext,
): ExplainedField {
  const alternatives: { where: string; value: string }[] = [];
  const add = (where: string, value: string): void => {
    const shown = pathOf(foldSpace(value.slice(0, 300)));
    if (shown !== '' && alternatives.length < 20) alternatives.push({ where, value: shown });
  };
  for (const member of field.members) {
    const value = meta.article?.[member];
    if (value !== undefined) add(`JSON-LD ${member}`, shortOf(value));
  }
  for (const [name, values] of page.metas)
    if (field.metas.test(name)) for (const value of values.slice(0, 5)) add(`meta ${name}`, value);
  if (field.name === 'title') {
    add('title element', page.documentTitle);
    for (const heading of page.headings.slice(0, 5)) add(heading.localName, heading.textContent ?? '');
  }
  if (field.name === 'published') {
    for (const time of page.times.slice(0, 5))
      add('time', time.getAttribute('datetime') ?? time.textContent ?? '');
    for (const { where, date } of everyDate(page, meta.language?.value ?? null, fetchedAt))
      add(where, rfc3339(date.at, date.offset).slice(0, date.precision === 'day' ? 10 : undefined));
  }
  if (field.name === 'language') add('html lang', page.htmlLang ?? '');
  if (field.name === 'authors') {
    for (const element of page.itemprops.get('author') ?? [])
      add('itemprop author', element.textContent ?? '');
    for (const { where, names } of everyByline(page)) add(where, names.join(', '));
  }
  for (const link of page.links)
    if (field.links !== undefined && link.rel.split(/\s+/).includes(field.links))
      add(`link ${field.links}`, link.href);
  return fieldOf(field.name, article, alternatives);
}

function fieldOf(
  name: keyof ArticleContent,
  article: GivenArticle | null,
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
