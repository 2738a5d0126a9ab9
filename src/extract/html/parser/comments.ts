/** Comments (https://html.spec.whatwg.org/#comment-start-state and the states after it). */
import type { MarkupSource } from '../utf8-markup.ts';

export class CommentReader {
  /** Where reading goes on after the last comment read. */
  end = 0;
  readonly #source: MarkupSource;
  /** Where the next `-->` is (the input's length if there is none): pages with many comments ask often. */
  #nextClose = -1;

  constructor(source: MarkupSource) {
    this.#source = source;
  }

  /** The data of the comment whose `<!--` ends at `start`. */
  read(start: number): string {
    const input = this.#source.units;
    for (const abrupt of ['>', '->']) {
      if (input.startsWith(abrupt, start)) {
        this.end = start + abrupt.length;
        return '';
      }
    }
    if (this.#nextClose < start) {
      const close = input.indexOf('-->', start);
      this.#nextClose = close === -1 ? input.length : close;
    }
    const close = this.#nextClose;
    const bang = input.slice(start, close).indexOf('--!>');
    if (bang !== -1) {
      this.end = start + bang + 4;
      return this.#source.slice(start, start + bang);
    }
    const data = this.#source.slice(start, close);
    this.end = Math.min(close + 3, input.length);
    // What the input's end cuts off is no part of the comment.
    return close === input.length ? data.replace(/--?!?$/, (tail) => (tail === '-!' ? tail : '')) : data;
  }
}
