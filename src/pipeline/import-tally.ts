/** Counts of an import, and what they are called. */
import type { Failure } from '../errors.ts';

/** What became of one page; `known` is one that an earlier import stored. */
export type ImportedAs = 'new' | 'revised' | 'duplicate' | 'unchanged' | 'known' | Failure;

export interface ImportSummary {
  /** Pages looked at: all counts below together, without `skipped`. */
  readonly pages: number;
  readonly new: number;
  readonly revised: number;
  readonly duplicate: number;
  readonly unchanged: number;
  /** In the store since an earlier import, and left as they are. */
  readonly known: number;
  /** How many ended with which failure code. */
  readonly failures: Readonly<Record<string, number>>;
  /** Records that are no pages, by reason. */
  readonly skipped: Readonly<Record<string, number>>;
  /** Stopped before the archive's end. */
  readonly interrupted: boolean;
  /** The first few of each failure code, with the address of the page or the name of the file. */
  readonly examples: readonly { readonly url: string | null; readonly failure: Failure }[];
  /** Why the archive could not be read to its end; null if it was. */
  readonly broken: Failure | null;
}

const EXAMPLES_PER_CODE = 3;

export class ImportTally {
  pages = 0;
  broken: Failure | null = null;
  interrupted = false;
  readonly #ended = { new: 0, revised: 0, duplicate: 0, unchanged: 0, known: 0 };
  readonly #failures = new Map<string, number>();
  readonly #skipped = new Map<string, number>();
  readonly #examples: { url: string | null; failure: Failure }[] = [];

  count(ended: ImportedAs, url: string | null): void {
    this.pages += 1;
    if (typeof ended === 'string') {
      this.#ended[ended] += 1;
      return;
    }
    const before = this.#failures.get(ended.code) ?? 0;
    this.#failures.set(ended.code, before + 1);
    if (before < EXAMPLES_PER_CODE) this.#examples.push({ url, failure: ended });
  }

  skip(why: string): void {
    this.#skipped.set(why, (this.#skipped.get(why) ?? 0) + 1);
  }

  summary(): ImportSummary {
    return {
      pages: this.pages,
      ...this.#ended,
      failures: Object.fromEntries(this.#failures),
      skipped: Object.fromEntries(this.#skipped),
      examples: this.#examples,
      broken: this.broken,
      interrupted: this.interrupted,
    };
  }
}
