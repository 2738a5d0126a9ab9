/** Literal replacements in a page's markup, bounded in what they can make of it. */
import type { Replacement } from './rule.ts';

/** Replacements of one rule that are made. */
const MAX_REPLACEMENTS = 200;

export interface Replaced {
  readonly text: string;
  /** Whether a replacement was left out because the page would have outgrown the limit. */
  readonly refused: boolean;
}

/** @param most characters that the text may grow to; one that is longer already may not grow */
export function replaceStrings(text: string, replacements: readonly Replacement[], most: number): Replaced {
  let out = text;
  let refused = replacements.length > MAX_REPLACEMENTS;
  for (const { find, replace } of replacements.slice(0, MAX_REPLACEMENTS)) {
    const growth = replace.length - find.length;
    if (growth > 0 && out.length + growth * occurrences(out, find) > Math.max(most, text.length))
      refused = true;
    // A function, because a replacement text may hold `$` patterns.
    else out = out.replaceAll(find, () => replace);
  }
  return { text: out, refused };
}

function occurrences(text: string, find: string): number {
  let count = 0;
  for (let at = text.indexOf(find); at !== -1; at = text.indexOf(find, at + find.length)) count++;
  return count;
}
