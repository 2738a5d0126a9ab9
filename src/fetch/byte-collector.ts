/** Gathers chunks into one array without keeping each chunk, so a body sent byte by byte costs no more. */
export class ByteCollector {
  #bytes: Uint8Array<ArrayBuffer>;
  #length = 0;

  /** @param expected size in bytes if it is known, so that nothing is copied twice */
  constructor(expected = 0) {
    this.#bytes = new Uint8Array(expected);
  }

  get length(): number {
    return this.#length;
  }

  push(chunk: Uint8Array): void {
    const needed = this.#length + chunk.length;
    if (needed > this.#bytes.length) {
      const grown = new Uint8Array(Math.max(needed, this.#bytes.length * 2, 16_384));
      grown.set(this.#bytes.subarray(0, this.#length));
      this.#bytes = grown;
    }
    this.#bytes.set(chunk, this.#length);
    this.#length = needed;
  }

  /** All bytes, in an `ArrayBuffer` of exactly their size, which can be transferred to another thread. */
  finish(): Uint8Array<ArrayBuffer> {
    return this.#length === this.#bytes.length ? this.#bytes : this.#bytes.slice(0, this.#length);
  }
}
