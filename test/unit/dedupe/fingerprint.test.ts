import { describe, expect, it } from 'vitest';
import { normalizeText, textKey } from '../../../src/dedupe/fingerprint.ts';

const long = 'The lighthouse keeper retired on Monday after forty years. '.repeat(11);

describe('textKey', () => {
  it('does not see what syndication changes: title, quotation marks, dashes, white space, case', () => {
    const one = textKey({ title: 'Keeper retires', text: `${long}“A good life”, he said – and left.` });
    const two = textKey({
      title: 'After forty years',
      text: `${long.toUpperCase()} "A good life",  he said - and left.`,
    });
    expect(two).toBe(one);
  });
  it('sees one changed word, and one changed number', () => {
    expect(textKey({ title: 'a', text: `${long} It cost 40 crowns.` })).not.toBe(
      textKey({ title: 'a', text: `${long} It cost 41 crowns.` }),
    );
  });
  it('sees a number in a short line, and a short line within the text', () => {
    const around = (line: string) => textKey({ title: 'a', text: [line, long, long].join('\n') });
    expect(around('From our staff')).toBe(around('By Ole Brekke'));
    expect(around('Gold: 1,250')).not.toBe(around('Gold: 1,380'));
    const within = (line: string) => textKey({ title: 'a', text: [long, line, long].join('\n') });
    expect(within('Brindley')).not.toBe(within('Ashford'));
  });
  it('takes the title in where the text alone says too little', () => {
    expect(textKey({ title: 'Ferry late', text: 'More soon.' })).not.toBe(
      textKey({ title: 'Mayor ill', text: 'More soon.' }),
    );
  });
  it('does not see the lines that an outlet puts around a story', () => {
    const paragraphs = Array.from(
      { length: 4 },
      (_, i) => `${long} It was day number ${i} of the new keeper.`,
    );
    const original = textKey({ title: 'a', text: paragraphs.join('\n') });
    expect(
      textKey({
        title: 'b',
        text: ['From our colleagues on the coast.', ...paragraphs, 'Valley Press Service'].join('\n'),
      }),
    ).toBe(original);
  });
  it('sees short lines where they are what the text says', () => {
    const results = (goals: number) =>
      [`${long}`, ...Array.from({ length: 12 }, (_, i) => `Harbour ${goals + i} Valley ${i}`)].join('\n');
    expect(textKey({ title: 'a', text: results(1) })).not.toBe(textKey({ title: 'a', text: results(2) }));
  });
  it('works for texts without spaces', () => {
    expect(normalizeText('港の「新しい」橋。')).toBe('港の 新しい 橋');
  });
});
