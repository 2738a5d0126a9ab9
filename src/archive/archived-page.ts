/** One response out of an archive: what a snapshot is made of, however it was kept. */
import type { Failure } from '../errors.ts';

export interface ArchivedPage {
  /** The address that was asked for, as the archive has it. */
  readonly url: string;
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly contentType: string | null;
  /** The body with transfer and content codings undone. */
  readonly bytes: Uint8Array;
  readonly fetchedAt: Date;
  readonly via: 'fetch' | 'render';
  /** What the page was asked for as, where that is known: a page, or a list of articles. */
  readonly kind?: string;
}

/** What reading an archive yields, in the archive's order. */
export type ArchiveEntry =
  /** `file` where each page is a file of its own. */
  | { readonly page: ArchivedPage; readonly file?: string }
  /** Nothing wrong, but no page: a picture, a redirect, an error page. `why` is one of few words, for counting. */
  | { readonly skipped: string; readonly url: string | null }
  /** A page that cannot be read. */
  | { readonly failure: Failure; readonly url: string | null };
