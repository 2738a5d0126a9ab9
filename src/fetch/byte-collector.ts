/** Size of the pieces that small chunks are gathered in, in bytes. */
const BLOCK_BYTES = 65_536;

/**
 * Gathers the chunks of a body. A chunk is kept as it is only where it fills most of the memory it hangs on;
 * the rest is copied together, so that a body sent byte by byte takes no more memory than another.
 */
export class ByteCollector {
  readonly #pieces: Uint8Array[] = [];
  #block: Uint8Array | null = null;
  #used = 0;
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(chunk: Uint8Array): void {
    this.#length += chunk.length;
    if (chunk.length * 2 > chunk.buffer.byteLength) {
      this.#closeBlock();
      this.#pieces.push(chunk);
      return;
    }
    let rest = chunk;
    while (rest.length > 0) {
      this.#block ??= new Uint8Array(BLOCK_BYTES);
      const fitting = rest.subarray(0, BLOCK_BYTES - this.#used);
      this.#block.set(fitting, this.#used);
      this.#used += fitting.length;
      if (this.#used === BLOCK_BYTES) this.#closeBlock();
      rest = rest.subarray(fitting.length);
    }
  }

  /** All bytes, in an `ArrayBuffer` of exactly their size, which can be transferred to another thread. */
  finish(): Uint8Array<ArrayBuffer> {
    this.#closeBlock();
    const bytes = new Uint8Array(this.#length);
    let position = 0;
    for (const piece of this.#pieces) {
      bytes.set(piece, position);
      position += piece.length;
    }
    this.#pieces.length = 0;
    return bytes;
  }

  /** Lets go of everything. */
  clear(): void {
    this.#pieces.length = 0;
    this.#block = null;
    this.#used = 0;
    this.#length = 0;
  }

  #closeBlock(): void {
    if (this.#block !== null) this.#pieces.push(this.#block.subarray(0, this.#used));
    this.#block = null;
    this.#used = 0;
  }
}
