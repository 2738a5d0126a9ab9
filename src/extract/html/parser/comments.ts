/** Comments (https://html.spec.whatwg.org/#comment-start-state and the states after it). */

export class CommentReader {
  /** Where reading goes on after the last comment read. */
  end = 0;
  readonly #input: string;
  /** Where the next `-->` is (the input's length if there is none): pages with many comments ask often. */
  #nextClose = -1;

  constructor(input: string) {
    this.#input = input;
  }

  /** The data of the comment whose `<!--` ends at `start`. */
  read(start: number): string {
    const input = this.#input;
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
    const data = input.slice(start, close);
    const bang = data.indexOf('--!>');
    if (bang !== -1) {
      this.end = start + bang + 4;
      return data.slice(0, bang);
    }
    this.end = Math.min(close + 3, input.length);
    // What the input's end cuts off is no part of the comment.
    return close === input.length ? data.replace(/--?!?$/, (tail) => (tail === '-!' ? tail : '')) : data;
  }
}
