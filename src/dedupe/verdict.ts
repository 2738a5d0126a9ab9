/** What is compared, and what comes of a comparison. */
import type { Prepared } from './shingles.ts';
import type { Tokens } from './tokens.ts';

/** A document as it is compared. */
export interface Comparable {
  readonly title: Tokens;
  readonly body: Prepared;
  /** Host the document was found on; null where it is not known. */
  readonly host: string | null;
  /** Tokens at the beginning of the body that are its dateline (place, date, agency). */
  readonly dateline?: number;
  /** Body tokens that newsmill knows to be furniture of the host: 1 where they do not count. */
  readonly furniture?: Uint8Array | undefined;
}

/** What keeps two texts with much in common from being merged. */
export type Guard =
  | 'little-in-common'
  | 'quotations'
  | 'template'
  | 'other-name'
  | 'numbers'
  | 'same-host-brief'
  | 'same-host'
  | 'lead'
  | 'title'
  | 'other-subject'
  | 'part-too-small'
  | 'too-short';

/** The figures of a comparison; shares are 0 to 1, rounded to thousandths. */
export interface Evidence {
  /** Share of the shorter text that the longer carries. */
  readonly shorterInLonger: number;
  readonly longerInShorter: number;
  /** The first figure outside quotation marks; null where the text is nearly all quotation. */
  readonly outsideQuotes: number | null;
  /** Of the longer text outside its quotation marks, the share that the shorter has; null as above. */
  readonly longerOutsideQuotes: number | null;
  /** Share of the shorter text covered in those of its blocks that the longer has at all. */
  readonly density: number;
  /** Tokens they have in common. */
  readonly common: number;
  /** Places where both say the same but for a name or a number. */
  readonly substitutions: number;
  /** Different ones of them in which each text has something that the other has nowhere. */
  readonly exclusive: number;
  /** Whether the titles name what is substituted. */
  readonly inTitles: boolean;
  /** Numbers of the shared blocks of the shorter text that the longer lacks, of `numbers`. */
  readonly numbersMissing: number;
  /** Numbers of the shared blocks of the longer text that the shorter lacks. */
  readonly numbersAdded: number;
  readonly numbers: number;
  /** Whether both begin with what they share. */
  readonly leads: boolean;
  /** Whether one of them begins with a passage that the other has anywhere. */
  readonly sharesOpening: boolean;
  /** How far what the longer text adds speaks of the same names; null where that was not asked or cannot be told. */
  readonly cohesion: number | null;
}

export interface Verdict {
  readonly outcome: 'merged' | 'related' | 'apart';
  /** The smaller of the shares with and without quotations. */
  readonly score: number;
  /** Which text carries the other: `both` when each carries nearly all of the other. */
  readonly direction: 'a-in-b' | 'b-in-a' | 'both';
  /** Why it was not merged; null when it was. */
  readonly guard: Guard | null;
  readonly evidence: Evidence;
}
