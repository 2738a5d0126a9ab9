/** Lists of wordings as one pattern. */

/** Matches a name as a whole only, because “Blocked road reopens” and “404 new cases” are headlines. */
export function whole(...alternatives: readonly string[]): RegExp {
  return new RegExp(`^[^\\p{L}\\p{N}]*(?:${alternatives.join('|')})[^\\p{L}\\p{N}]*$`, 'iu');
}

/** Matches a sentence that holds one of them. */
export function anyOf(...alternatives: readonly string[]): RegExp {
  return new RegExp(`(?:${alternatives.join('|')})`, 'iu');
}
