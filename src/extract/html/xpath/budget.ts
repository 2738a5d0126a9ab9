/** What one page may cost. Every node that is looked at and every 64 characters that are read count as a step. */
import { NewsmillError } from '../../../errors.ts';

/** Enough for hundreds of patterns on a large page; some tenths of a second when used up. */
export const DEFAULT_STEPS = 3_000_000;

export class StepBudget {
  readonly most: number;
  #left: number;

  constructor(most: number = DEFAULT_STEPS) {
    this.most = most;
    this.#left = most;
  }

  get spent(): number {
    return this.most - this.#left;
  }

  /** @throws NewsmillError `rule_too_costly` */
  spend(steps: number): void {
    this.#left -= steps;
    if (this.#left < 0) {
      this.#left = 0;
      throw new NewsmillError(
        'rule_too_costly',
        `The patterns took more than ${this.most} steps on this page.`,
      );
    }
  }

  /** Pays for reading or making a text of so many UTF-16 units. */
  spendText(length: number): void {
    this.spend(1 + (length >>> 6));
  }
}
