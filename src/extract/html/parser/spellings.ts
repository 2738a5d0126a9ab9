/**
 * What was made of names read before. A page repeats few names thousands of times; a name found here
 * by its length and outer characters needs no substring, no lower-casing and no hash.
 */
const SLOTS = 256;

interface Entry<T> {
  readonly spelling: string;
  readonly value: T;
}

export class Spellings<T> {
  readonly #entries: (Entry<T> | null)[] = new Array<Entry<T> | null>(SLOTS).fill(null);
  readonly #input: string;
  readonly #make: (spelling: string) => T;

  /** @param make makes the value for a name that is not known yet, as it is written in `input` */
  constructor(input: string, make: (spelling: string) => T) {
    this.#input = input;
    this.#make = make;
  }

  /** The value for the name between `start` and `end`, which is not empty. */
  get(start: number, end: number): T {
    const input = this.#input;
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
    const spelling = input.slice(start, end);
    const value = this.#make(spelling);
    this.#entries[slot] = { spelling, value };
    return value;
  }
}
