/**
 * The normalised article: what downstream services read, and what the published JSON Schema
 * (`newsmill schema article`, `GET /v1/schemas/article`) is generated from.
 *
 * Field names follow schema.org/NewsArticle where it has one for the thing.
 */
import { z } from 'zod';
import { ArticleId, ClusterId, SourceId } from '../ids.ts';
import { RevisionKind } from './revision-kind.ts';
import { Rights } from './rights.ts';

/** RFC 3339 in UTC with milliseconds, as `Date.prototype.toISOString` writes it. */
const Instant = z.iso.datetime({ precision: 3 });
/** RFC 3339 with milliseconds, in the zone that the page states; in UTC where it states none. */
export const StatedInstant = z.iso.datetime({ precision: 3, offset: true });
const WebUrl = z.url({ protocol: /^https?$/ });

/** How much of `published` was stated by the page; the rest is filled with zeros. */
export const PublishedPrecision = z.enum(['second', 'minute', 'day']);
export type PublishedPrecision = z.infer<typeof PublishedPrecision>;

export const ArticleType = z.enum(['article', 'brief', 'liveBlog', 'gallery', 'video']);
export type ArticleType = z.infer<typeof ArticleType>;

export const Access = z.enum(['free', 'metered', 'paywalled']);
export type Access = z.infer<typeof Access>;

export const ArticleImage = z.object({
  url: WebUrl,
  caption: z.string().nullable(),
  credit: z.string().nullable(),
  width: z.number().int().positive().nullable(),
  height: z.number().int().positive().nullable(),
});
export type ArticleImage = z.infer<typeof ArticleImage>;

/** One entry of a live blog. */
export const LiveEntry = z.object({
  id: z.string().min(1).describe('As the page names it: stays while the entry does'),
  published: StatedInstant.nullable(),
  title: z.string().nullable(),
  text: z.string().min(1).describe('One line a paragraph'),
  html: z.string().describe('Sanitised like the body'),
});
export type LiveEntry = z.infer<typeof LiveEntry>;

/** Where a field's value was found. `none` is not written: a null field has no provenance. */
export const FieldSource = z.enum([
  'rule',
  'json-ld',
  'microdata',
  'opengraph',
  'meta',
  'markup',
  'visible-text',
  'url',
  'readability',
  'script-data',
  'feed',
  'http',
  'plain-text',
  'computed',
]);
export type FieldSource = z.infer<typeof FieldSource>;

export const Provenance = z.record(z.string(), FieldSource);
export type Provenance = z.infer<typeof Provenance>;

/** How likely a field's value is right, from 0 to 1, judged by where it was found. */
export const Confidence = z.record(z.string(), z.number().min(0).max(1));
export type Confidence = z.infer<typeof Confidence>;

/** What is read from one page: the part of an article that needs no store. */
export const ArticleContent = z.object({
  url: WebUrl.describe('The address that was read, after redirects'),
  canonicalUrl: WebUrl.describe('What the page says its address is, where that can be believed; else url'),
  ampUrl: WebUrl.nullable().default(null).describe('The AMP version that the page links to'),
  syndication: z
    .array(WebUrl)
    .default([])
    .describe('Other addresses of the same text that the page names: its original, and copies elsewhere'),
  siteName: z.string().nullable(),
  title: z.string().min(1),
  subtitle: z.string().nullable(),
  authors: z
    .array(z.string())
    .describe(
      'Who signs it, in order; a desk, an agency or the publisher where no person is named, or where JSON-LD has both',
    ),
  organisations: z
    .array(z.string())
    .default([])
    .describe(
      'Those that sign it and are no people: desks, agencies, publishers. What stands in authors and not here is a person',
    ),
  section: z.string().nullable(),
  tags: z.array(z.string()),
  language: z.string().nullable().describe('BCP 47 tag'),
  published: StatedInstant.nullable().describe(
    'With the offset that the page states, so that its date is the day the publisher means',
  ),
  publishedPrecision: PublishedPrecision.nullable(),
  modified: StatedInstant.nullable(),
  text: z.string().min(1).describe('The body, one line a block, no blank lines'),
  markdown: z.string().describe('The body as CommonMark with GFM tables'),
  html: z.string().describe('The body as sanitised HTML: no scripts, styles, event handlers or frames'),
  excerpt: z.string().nullable(),
  image: WebUrl.nullable().describe('The lead image'),
  images: z.array(ArticleImage),
  entries: z
    .array(LiveEntry)
    .default([])
    .describe(
      'Of a live blog, in the order of the page; what they say is in the body too. Empty for other types',
    ),
  wordCount: z.number().int().nonnegative(),
  type: ArticleType,
  access: Access,
  contentHash: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .describe('SHA-256 over the normalised title and text: equal for equal content'),
  provenance: Provenance.describe('Where each field was found'),
  confidence: Confidence.default({}).describe('How likely each field is right'),
});
export type ArticleContent = z.infer<typeof ArticleContent>;

/** An article as stored and delivered. */
export const Article = ArticleContent.extend({
  id: ArticleId,
  urls: z.array(WebUrl).describe('Every address this article was found under'),
  source: SourceId.nullable(),
  fetched: Instant,
  revision: z.number().int().positive(),
  cluster: ClusterId.describe('Articles with the same cluster carry the same text'),
  revisionKinds: z
    .array(RevisionKind)
    .describe('What kind of change this revision was; empty for the first one'),
  withdrawn: Instant.nullable().describe(
    'When it was taken down, or its address was given to another story; else null',
  ),
  rights: Rights.nullable().describe('What the publisher reserves; null where nothing was stated'),
});
export type Article = z.infer<typeof Article>;
