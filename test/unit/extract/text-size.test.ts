import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TextSizes } from '../../../src/extract/body/text-size.ts';
import { parseHtml } from '../../../src/extract/html/index.ts';

const fold = (text: string): string => text.trim().replace(/\s{2,}/g, ' ');
const pieces = fc.array(
  fc.constantFrom(
    '<b>',
    '</b>',
    '<i>',
    '</i>',
    '<u></u>',
    ' ',
    '\n',
    '\u00a0',
    '\u3000',
    'word',
    ',',
    'ä',
    '<!-- -->',
  ),
  { maxLength: 40 },
);

describe('sizes of texts', () => {
  it('are those of the folded text, however it is split over elements', () => {
    fc.assert(
      fc.property(pieces, fc.constantFrom(-1, 3), (markup, longest) => {
        const root = parseHtml(`<div>${markup.join('')}</div>`, 'https://a.example/').body?.firstElementChild;
        if (root === null || root === undefined) throw new Error('no root');
        const sizes = new TextSizes(fold, (element) => fold(element.textContent ?? ''), longest);
        const text = root.textContent ?? '';
        expect(sizes.of(root)).toMatchObject({
          length: fold(text).length,
          commas: text.split(',').length - 1,
          spaceBefore: /^\s/.test(text),
          spaceAfter: /\s$/.test(text),
        });
      }),
      { numRuns: 1000 },
    );
  });
});
