/**
 * The memory that large bodies may take together. Ordinary pages never meet it; sixteen bombs at once take no more than
 * a few of them would.
 */

/** What one body holds of the budget. */
export interface Share {
  /**
   * Counts what the body has grown to.
   *
   * @param bytes all that it holds now, not what it grew by
   * @returns false where it should wait until it is called back
   */
  growTo(bytes: number): boolean;
  /** Gives everything back for good; others may go on. */
  release(): void;
}

interface Holder {
  held: number;
  waits: boolean;
  released: boolean;
  readonly goOn: () => void;
}

/**
 * A budget in bytes. Whoever holds a share for longest may always grow (a body has its own limit), so that bodies which
 * wait for each other cannot stand still for good.
 */
export class BodyBudget {
  readonly #capacity: number;
  readonly #holders = new Set<Holder>();
  #used = 0;

  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  /** Bytes held by all shares. */
  get used(): number {
    return this.#used;
  }

  /** @param goOn called once for each `growTo` that returned false, when there is room again */
  share(goOn: () => void): Share {
    const holder: Holder = { held: 0, waits: false, released: false, goOn };
    return {
      growTo: (bytes) => {
        if (bytes <= holder.held || holder.released) return true;
        this.#used += bytes - holder.held;
        holder.held = bytes;
        this.#holders.add(holder);
        holder.waits = this.#used > this.#capacity && !this.#isEldest(holder);
        return !holder.waits;
      },
      release: () => {
        this.#used -= holder.held;
        holder.held = 0;
        holder.waits = false;
        holder.released = true;
        if (this.#holders.delete(holder)) this.#wake();
      },
    };
  }

  #isEldest(holder: Holder): boolean {
    return this.#holders.values().next().value === holder;
  }

  #wake(): void {
    for (const holder of this.#holders) {
      if (!holder.waits || (this.#used > this.#capacity && !this.#isEldest(holder))) continue;
      holder.waits = false;
      // Not in the stack of whoever made room: what one body does is no business of another's end.
      setImmediate(holder.goOn);
    }
  }
}
