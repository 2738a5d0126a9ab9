/**
 * What was made of names read before. A page repeats few names thousands of times; a name found here
 * by its length and outer characters needs no substring, no lower-casing and no hash.
 */
import type { MarkupSource } from '../utf8-markup.ts';

const SLOTS = 256;

interface Entry<T> {
  /** As it is searched for. */
  readonly spelling: string;
  readonly value: T;
}

export class Spellings<T> {
  readonly #entries: (Entry<T> | null)[] = new Array<Entry<T> | null>(SLOTS).fill(null);
  readonly #source: MarkupSource;
  readonly #make: (spelling: string) => T;

  /** @param make makes the value for a name that is not known yet, as it is written */
  constructor(source: MarkupSource, make: (spelling: string) => T) {
    this.#source = source;
    this.#make = make;
  }

  /** The value for the name between `start` and `end`, which is not empty. */
  get(start: number, end: number): T {
    const input = this.#source.units;
    const length = end - start;
    const slot = (input.charCodeAt(start) * 31 + input.charCodeAt(end - 1) * 7 + length) & (SLOTS - 1);
    const entry = this.#entries[slot];
    if (
      entry !== null &&
      entry !== undefined &&
      entry.spelling.length === length &&
      input.startsWith(entry.spelling, start)
    ) {
      return entry.value;
    }
    const value = this.#make(this.#source.slice(start, end));
    this.#entries[slot] = { spelling: input.slice(start, end), value };
    return value;
  }
}
