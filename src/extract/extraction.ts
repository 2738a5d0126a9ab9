/**
 * What extraction takes and gives: the contract between the pipeline and `src/extract`.
 * Plain data on both sides, so that it crosses a thread boundary as it is.
 */
import type { ArticleContent } from '../article/article.ts';
import type { RightsMark } from '../article/rights.ts';
import type { Failure } from '../errors.ts';

/** One page as it was received. */
export interface ExtractionInput {
  /** The body as received, content-encoding already removed. */
  readonly bytes: Uint8Array;
  /** The address that was read, after redirects. */
  readonly url: string;
  /** The Content-Type header, if any. */
  readonly contentType: string | null;
  /** When it was fetched (epoch milliseconds): no date later than this is believed. */
  readonly fetchedAt: number;
  /** What discovery said about the page, used only where the page itself is silent. */
  readonly hints?: {
    readonly title?: string;
    readonly published?: string;
    readonly authors?: readonly string[];
    readonly language?: string;
    readonly siteName?: string;
  };
}

/** Either the article's content, or why there is none. Never both, never neither. */
export type ExtractionResult =
  | {
      readonly content: ArticleContent;
      /** Meta elements that may state rights. */
      readonly marks: readonly RightsMark[];
      /** Ids that the page states for the article, the most telling first. */
      readonly publisherIds: readonly string[];
      readonly failure?: undefined;
    }
  | { readonly content?: undefined; readonly failure: Failure };

/**
 * Kept with every extraction. It goes up when the same page may give other content, so that it can be
 * told which stored pages a newer extractor might read differently.
 */
export const EXTRACTOR_VERSION = '2';
