/** What the process of the newspapers and its parent say to each other. */

export type Manner = 'good' | 'large' | 'tarpit' | 'busy' | 'silent';

export interface Paper {
  /** An address of 127.0.0.0/8. */
  readonly host: string;
  readonly manner: Manner;
}

/** One request, in milliseconds of the papers' clock; `end` is null while it is being answered. */
export interface Access {
  readonly host: string;
  readonly path: string;
  readonly start: number;
  end: number | null;
}

export type PapersOrder = { readonly is: 'serve'; readonly hosts: readonly Paper[] } | { readonly is: 'log' };
export type PapersMessage =
  | { readonly is: 'listening'; readonly port: number }
  | { readonly is: 'log'; readonly log: readonly Access[] };
