/**
 * What extraction takes and gives: the contract between the pipeline and `src/extract`.
 * Plain data on both sides, so that it crosses a thread boundary as it is.
 */
import type { ArticleContent, FieldSource } from '../article/article.ts';
import type { RightsMark } from '../article/rights.ts';
import type { Failure } from '../errors.ts';
import type { Continuation } from './pages/continuation.ts';

/**
 * The address of a page that came without one; `.invalid` is reserved for no host at all (RFC 2606). What the page says
 * its own address is stands in for it.
 */
export const NO_ADDRESS = 'https://page.invalid/';

/** One page as it was received. */
export interface ExtractionInput {
  /** The body as received, content-encoding already removed. */
  readonly bytes: Uint8Array;
  /** The address that was read, after redirects. */
  readonly url: string;
  /** Where that address is from; `http` without it. */
  readonly urlSource?: FieldSource;
  /** The Content-Type header, if any. */
  readonly contentType: string | null;
  /** When it was fetched (epoch milliseconds): no date later than this is believed. */
  readonly fetchedAt: number;
  /** Keys of the lines that the page's host repeats in its articles (`lineKey`). */
  readonly hostLines?: readonly string[];
  /** What discovery said about the page, used only where the page itself is silent. */
  readonly hints?: {
    readonly title?: string;
    readonly published?: string;
    readonly authors?: readonly string[];
    readonly language?: string;
    readonly siteName?: string;
    /** The whole text as HTML, where a feed carries it. */
    readonly content?: string;
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
      /** Where the article goes on, on another page; null where it is whole. */
      readonly continuation: Continuation | null;
      /** Keys of the lines that were left out because the host repeats them. */
      readonly hostLines: readonly string[];
      readonly failure?: undefined;
    }
  | { readonly content?: undefined; readonly failure: Failure };

/**
 * Kept with every extraction. It goes up when the same page may give other content, so that it can be
 * told which stored pages a newer extractor might read differently.
 */
export const EXTRACTOR_VERSION = '2';
