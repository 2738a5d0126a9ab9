import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffTexts, type Piece } from '../../../src/dedupe/diff/diff.ts';

const side = (pieces: readonly Piece[], left: Piece['op']): string =>
  pieces
    .filter((piece) => piece.op !== left)
    .map((piece) => piece.text)
    .join('');
const shown = (before: string, after: string): string =>
  diffTexts(before, after)
    .map(({ op, text }) => (op === 'same' ? text : op === 'removed' ? `[-${text}-]` : `{+${text}+}`))
    .join('');

describe('diffTexts', () => {
  it.each([
    ['The 14:05 ferry is late.', 'The 14:10 ferry is late.', 'The [-14:05-]{+14:10+} ferry is late.'],
    ['One line.', 'One line.\nAnother line.', 'One line.{+\nAnother line.+}'],
    ['a\nb\nc', 'a\nc', 'a\n[-b\n-]c'],
    ['双方讨论了贸易问题。', '双方讨论了能源问题。', '双方讨论了[-贸易-]{+能源+}问题。'],
    ['ภาษี 5% ในปีหน้า', 'ภาษี 7% ในปีหน้า', 'ภาษี [-5%-]{+7%+} ในปีหน้า'],
    ['The council’s old plan', "The council's old plan", "The [-council’s-]{+council's+} old plan"],
    ['', 'new', '{+new+}'],
    ['old', '', '[-old-]'],
    ['same', 'same', 'same'],
    ['', '', ''],
  ])('shows the change from %j to %j by words', (before, after, wanted) => {
    expect(shown(before, after)).toBe(wanted);
  });

  it('shows a passage that was written anew as one change, not as crumbs', () => {
    const pieces = diffTexts(
      'Lead. The old quick text of nothing here at all for anybody in this town.',
      'Lead. A brand new wholly other sentence of something there and everybody knows it well.',
    );
    expect(pieces.filter((piece) => piece.op !== 'same').length).toBeLessThanOrEqual(6);
  });

  it('gives both texts back, whatever they are', () => {
    const text = fc.array(fc.constantFrom('a', 'b', ' ', '\n', '汉', '字', 'ก', '1,5', '🙂', '.', 'é'), {
      maxLength: 60,
    });
    fc.assert(
      fc.property(text, text, (one, other) => {
        const [before, after] = [one.join(''), other.join('')];
        const pieces = diffTexts(before, after);
        expect(side(pieces, 'added')).toBe(before);
        expect(side(pieces, 'removed')).toBe(after);
        pieces.forEach((piece, i) => {
          expect(piece.text).not.toBe('');
          expect(piece.op).not.toBe(pieces[i - 1]?.op);
        });
      }),
      { numRuns: 300, seed: 7 },
    );
  });

  it('ends on texts made to make it slow, with both texts whole', () => {
    const words = (seed: number): string => {
      let state = seed;
      return Array.from({ length: 60_000 }, () => {
        state = (state * 48_271) % 2_147_483_647;
        return `w${state % 3000}`;
      }).join(' ');
    };
    for (const [before, after] of [
      [words(1), words(2)],
      ['a\n'.repeat(40_000), 'b\na\n'.repeat(30_000)],
      ['ก'.repeat(300_000), 'ข'.repeat(300_000)],
    ] as const) {
      const pieces = diffTexts(before, after);
      expect(side(pieces, 'added') === before && side(pieces, 'removed') === after).toBe(true);
    }
  });
});
