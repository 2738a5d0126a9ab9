/** What is handed to the store of one document, and what it says came of it. */
import { v7 as uuidv7 } from 'uuid';
import type { ArticleContent } from '../article/article.ts';
import type { Rights } from '../article/rights.ts';
import { isTelling } from '../dedupe/fingerprint.ts';
import { articleNames, type NameKind } from '../dedupe/names.ts';
import { candidateKeys } from '../dedupe/shingles.ts';
import type { Comparable, Verdict } from '../dedupe/verify.ts';
import { ArticleId, ClusterId, type SnapshotId, type SourceId } from '../ids.ts';
import { comparableOf, type Shown } from './known-articles.ts';

export interface NewExtraction {
  readonly content: ArticleContent;
  /** What the publisher reserves, kept beside the content; null where nothing was stated. */
  readonly rights?: Rights | null;
  /** The addresses the page is known by, canonical form; the one most worth believing first. */
  readonly urls: readonly string[];
  /** `textKey` of the content. */
  readonly textKey: string;
  /** The ids that the publisher states for the article, in its page and its feed. */
  readonly publisherIds?: readonly string[];
  readonly sourceId: SourceId | null;
  readonly snapshotId: SnapshotId | null;
  readonly fetchedAt: Date;
  /**
   * The page is the one that the article's current revision was read from, and a newer extractor reads these fields
   * otherwise: that is a revision however small it is, and no edit of the publisher's.
   */
  readonly reextracted?: { readonly fields: readonly string[]; readonly extractor: string };
}

export interface StoredExtraction {
  /**
   * - `new`: an article with a text not seen before, also where its address told another story before
   * - `duplicate`: a new article that carries a text already known, or one more address of a known article
   * - `revised`: a known article, whose content has changed
   * - `unchanged`: a known article with the content it had
   */
  readonly outcome: 'new' | 'duplicate' | 'revised' | 'unchanged';
  readonly articleId: ArticleId;
  readonly revision: number;
  readonly clusterId: ClusterId;
}

/** An extraction with what it is looked up by, worked out when first asked for. */
export class Incoming {
  readonly extraction: NewExtraction;
  /** The id of the article, if it becomes a new one. */
  readonly articleId: ArticleId = ArticleId.parse(uuidv7());
  /** The id of the cluster that the article founds, if it founds one. */
  readonly clusterId: ClusterId = ClusterId.parse(uuidv7());
  readonly addresses: readonly string[];
  /** Those that the page was really found under, without the one that it only names as canonical. */
  readonly ownAddresses: readonly string[];
  /** Other names of the article, and what each is. */
  readonly names: ReadonlyMap<string, NameKind>;
  /** How it compares with what others show. */
  readonly verdicts = new Map<Shown, Verdict>();
  #keys: number[] | undefined;

  constructor(extraction: NewExtraction) {
    this.extraction = extraction;
    const { urls } = extraction;
    this.addresses = [...new Set(urls)];
    this.ownAddresses = [...new Set(urls.length > 1 ? urls.slice(1) : urls)];
    const { published, publishedPrecision: precision } = extraction.content;
    this.names = articleNames(extraction.urls, {
      publisherIds: extraction.publisherIds,
      published: published === null || precision === null ? null : { at: published, precision },
      textKey: isTelling(extraction.content.text) ? extraction.textKey : null,
    });
  }

  get text(): Comparable {
    return comparableOf(this.extraction.content);
  }

  get copyKeys(): readonly number[] {
    this.#keys ??= candidateKeys(this.text.body);
    return this.#keys;
  }
}
