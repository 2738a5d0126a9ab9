/** What the cleaning steps share: a block with what was seen of it, and the decision on it. */

import { parse } from 'tldts';
import type { DomElement } from '../html/dom.ts';
import { comparable } from '../text.ts';
import type { Block } from './blocks.ts';
import type { Mark } from './marks.ts';
import type { Purpose } from './phrases.ts';
import type { Wording } from './wording.ts';

/** Why a block is no text. `caption` and `credit` stay in HTML and markdown, the others go everywhere. */
export type DropReason =
  | Purpose
  | Mark
  | 'title'
  | 'subtitle'
  | 'link list'
  | 'empty heading'
  | 'separator'
  | 'repeated'
  | 'repeated on the host'
  | 'unstated'
  | 'code';

export interface Decision {
  readonly block: Block;
  /** Null when the block is kept. */
  readonly reason: DropReason | null;
  /** What was seen: the phrase, the class, the share of links. */
  readonly evidence: string;
}

export interface CleanContext {
  readonly title: string | null;
  readonly subtitle: string | null;
  readonly authors: readonly string[];
  readonly siteNames: ReadonlySet<string>;
  /** A subtitle of so many characters is a paragraph that opens the article. */
  readonly leastSubtitle: number;
  /** schema.org `articleBody` as lines, where the page has it. */
  readonly stated: string | null;
  /** Section and tags, folded for comparing. */
  readonly subjects: ReadonlySet<string>;
  /** What links resolve against. */
  readonly baseUrl: string;
  /** Keys of the lines that the page's host repeats. */
  readonly hostLines: ReadonlySet<string>;
}

export interface Seen {
  readonly block: Block;
  readonly marks: ReadonlySet<Mark>;
  /** What its beginning says; what it holds, where that is all. */
  readonly wording: Wording | null;
  readonly wordings: readonly Wording[];
  readonly weight: number;
  readonly linkShare: number;
  /** A paragraph of running text: long enough, mostly unlinked, ends like a sentence. */
  readonly prose: boolean;
  reason: DropReason | null;
  evidence: string;
  /** What `keyOf` gives, once it was asked for. */
  key: string | null;
}

/** The block's text for comparing. */
export function keyOf(item: Seen): string {
  item.key ??= comparable(item.block.text);
  return item.key;
}

export type Drop = (item: Seen, reason: DropReason, evidence: string) => void;

export const SENTENCE_END = /[.!?…。！？؟।"”»“’')\]]\s*$/u;

/** Whether the block's first link leads to another site: neither the same registrable domain nor the same name under another suffix. */
export function leadsAway(item: Seen, context: CleanContext): boolean {
  const { container, nodes } = item.block;
  let link = container?.closest('a') ?? null;
  for (const node of nodes) {
    if (link !== null) break;
    if (node.nodeType !== 1) continue;
    const element = node as DomElement;
    link = element.localName === 'a' ? element : element.querySelector('a');
  }
  const target = URL.parse(link?.getAttribute('href') ?? '', context.baseUrl);
  if (target === null) return false;
  const there = parse(target.hostname);
  const here = parse(URL.parse(context.baseUrl)?.hostname ?? '');
  return (
    there.domain !== here.domain &&
    (there.domainWithoutSuffix !== here.domainWithoutSuffix || (here.domainWithoutSuffix ?? '').length < 3)
  );
}

export function sum(seen: readonly Seen[]): number {
  let total = 1;
  for (const item of seen) total += item.weight;
  return total;
}
