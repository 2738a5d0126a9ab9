/** All metadata of a page, each field with where it was found. */
import type { Access, ArticleImage } from '../article/article.ts';
import type { ExtractionInput } from './extraction.ts';
import { readAccess } from './fields/access.ts';
import { articleNode } from './fields/article-node.ts';
import { readAuthors } from './fields/authors.ts';
import { readCanonical } from './fields/canonical.ts';
import { type Found, found } from './fields/field.ts';
import { readImages, readLeadImage } from './fields/images.ts';
import { declaredLanguage, languageTag } from './fields/language.ts';
import { organisationsAmong } from './fields/names.ts';
import { readAmpUrl, readSyndication } from './fields/other-addresses.ts';
import { type PageDates, readDates, readDateText } from './fields/published.ts';
import { readDescription, readSection, readSubtitle } from './fields/section.ts';
import { readSiteNames, type SiteNames } from './fields/site-name.ts';
import { readTags } from './fields/tags.ts';
import { readTitle } from './fields/title.ts';
import { type LooseObject, stringOf } from './page/json-ld.ts';
import type { Page } from './page/page.ts';

export interface Metadata {
  readonly article: LooseObject | null;
  readonly title: Found<string> | null;
  readonly subtitle: Found<string> | null;
  readonly authors: Found<readonly string[]> | null;
  /** Those that sign it and are no people; see `organisationsAmong` for sources that do not say. */
  readonly organisations: readonly string[];
  readonly siteNames: SiteNames;
  readonly section: Found<string> | null;
  readonly tags: Found<readonly string[]> | null;
  readonly dates: PageDates;
  readonly language: Found<string> | null;
  readonly canonical: Found<string>;
  readonly amp: Found<string> | null;
  readonly syndication: Found<readonly string[]> | null;
  readonly lead: Found<string> | null;
  readonly images: readonly ArticleImage[];
  readonly access: Found<Access> | null;
  readonly description: Found<string> | null;
  /** The text that the page's feed carries, as HTML. */
  readonly fed: string | null;
  /** Keys of the lines that the page's host repeats. */
  readonly hostLines: ReadonlySet<string>;
}

/** Reads everything there is before the body is taken out of the page. */
export function readMetadata(page: Page, input: ExtractionInput): Metadata {
  const article = articleNode(page);
  const siteNames = readSiteNames(page, article);
  const hints = input.hints ?? {};
  const title =
    readTitle(page, article, siteNames) ?? (hints.title === undefined ? null : found(hints.title, 'feed'));
  const declared =
    declaredLanguage(page, stringOf(article?.inLanguage ?? null)) ??
    (languageTag(hints.language) === null ? null : found(languageTag(hints.language) ?? '', 'feed'));
  const { authors, organisations } = readAuthors(page, article, siteNames);
  const fed = authors === null ? (hints.authors ?? []) : [];
  const lead = readLeadImage(page, article);
  const canonical = readCanonical(page);
  const description = readDescription(page, article);
  return {
    article,
    title,
    subtitle: readSubtitle(page, article, title?.value ?? null, description?.value ?? null, siteNames),
    authors: fed.length > 0 ? found(fed, 'feed') : authors,
    organisations: fed.length > 0 ? organisationsAmong(fed) : organisations,
    siteNames,
    section: readSection(page, article, title?.value ?? null),
    tags: readTags(page, article, title?.value ?? null, siteNames),
    dates: withFedDate(readDates(page, article, declared?.value ?? null, input.fetchedAt), page, input),
    language: declared,
    canonical,
    amp: readAmpUrl(page),
    syndication: readSyndication(page, canonical.value),
    lead,
    images: readImages(page, article, lead?.value ?? null),
    access: readAccess(page, article),
    description,
    fed: hints.content ?? null,
    hostLines: new Set(input.hostLines),
  };
}

/** The feed's date, where the page states none. */
function withFedDate(dates: PageDates, page: Page, { hints, fetchedAt }: ExtractionInput): PageDates {
  if (dates.published !== null || hints?.published === undefined) return dates;
  const date = readDateText(hints.published, page, null, fetchedAt);
  if (date === null || (dates.modified !== null && dates.modified.at < date.at)) return dates;
  return { ...dates, published: { ...date, source: 'feed' } };
}
