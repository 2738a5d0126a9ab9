/** Answers of the DNS, kept for as long as they are good for. */

/** What a question ended with: addresses, or the error to throw again. */
export type Answer =
  | { readonly addresses: readonly string[]; readonly error?: undefined }
  | { readonly addresses?: undefined; readonly error: Error };

interface Kept {
  readonly answer: Answer;
  readonly until: number;
}

/** A bounded map from names to answers; the name that was put in longest ago makes room. */
export class AnswerCache {
  readonly #kept = new Map<string, Kept>();
  readonly #most: number;
  readonly #now: () => number;

  /**
   * @param most names kept
   * @param now  milliseconds on a clock that never goes back
   */
  constructor(most: number, now: () => number = () => performance.now()) {
    this.#most = most;
    this.#now = now;
  }

  get(name: string): Answer | undefined {
    const kept = this.#kept.get(name);
    if (kept === undefined) return undefined;
    if (kept.until > this.#now()) return kept.answer;
    this.#kept.delete(name);
    return undefined;
  }

  /** @param seconds how long it is good for; nothing is kept for none */
  put(name: string, answer: Answer, seconds: number): void {
    this.#kept.delete(name);
    if (!(seconds > 0)) return;
    if (this.#kept.size >= this.#most) {
      const oldest = this.#kept.keys().next();
      if (oldest.done !== true) this.#kept.delete(oldest.value);
    }
    this.#kept.set(name, { answer, until: this.#now() + seconds * 1000 });
  }
}
