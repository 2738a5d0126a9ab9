import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { settleLanguage } from '../../../src/extract/fields/language.ts';
import { sharesOf } from '../../../src/extract/fields/small-words.ts';
import { comparable, countWords, foldSpace, weight } from '../../../src/extract/text.ts';

/** Pieces that the table of characters must leave to Unicode's own rules, among ordinary ones. */
const PIECES = [
  ...[
    'a',
    'B',
    'é',
    'ß',
    'İ',
    'Σ',
    'ﬁ',
    'ǅ',
    '½',
    '1',
    '٣',
    'e\u0301',
    'か\u3099',
    '\uac00\u11a8',
    '日',
    'ก',
    'ั',
  ],
  ...[
    ' ',
    '  ',
    '\t',
    '\n',
    '\u00a0',
    '\u00ad',
    '\u200b',
    '\u2028',
    '\u180e',
    '\u007f',
    '\u3000',
    '\ufeff',
    '…',
    '’',
    '.',
    ',',
    '-',
    '\u0000',
  ],
  ...['\u{1f600}', '\u{1d400}', '\ud800', '\udc00'],
];
const texts = fc.array(fc.constantFrom(...PIECES), { maxLength: 24 }).map((pieces) => pieces.join(''));
const property = (check: (text: string) => void): void =>
  fc.assert(
    fc.property(texts, (text) => {
      check(text);
    }),
    { numRuns: 2000, seed: 7 },
  );

/** What folding is, one step after the other. */
function foldedByExpressions(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\u00ad\u200b\u2060\ufeff\u0000-\u0008\u000b\u000e-\u001f\u007f-\u009f]/g, '')
    .replace(/[\s\u180e]+/g, ' ')
    .trim();
}

describe('text helpers', () => {
  it('compare as NFKC, lower case and the Unicode classes say', () => {
    property((text) =>
      expect(comparable(text)).toBe(
        text
          .normalize('NFKC')
          .toLowerCase()
          .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
          .trim(),
      ),
    );
  });

  it('fold white space and invisible characters wherever they stand', () => {
    property((text) => expect(foldSpace(text)).toBe(foldedByExpressions(text)));
  });

  it('fold every character as the expressions do, alone, within a word and among blanks', () => {
    for (let unit = 0; unit < 0x1_0000; unit++) {
      const char = String.fromCharCode(unit);
      const text = `${char} a${char}b ${char} ${char}c${char}`;
      if (foldSpace(text) !== foldedByExpressions(text)) expect.fail(`U+${unit.toString(16)}`);
    }
  });

  it('are the same for texts longer than one walk', () => {
    const long = ' a  É\u2019\t\u00adb '.repeat(5000);
    expect(foldSpace(long)).toBe(foldedByExpressions(long));
    expect(comparable(long)).toBe(`${'a é b '.repeat(5000)}`.trim());
    expect(comparable(long.slice(0, 9000))).toBe('a é b '.repeat(900).trim());
  });

  it('weigh characters of scripts without spaces as three', () => {
    property((text) => {
      let size = 0;
      for (const char of text)
        size += /[\u0e00-\u0eff\u3040-\u9fff\uac00-\ud7af]/.test(char) ? 3 : char.length;
      expect(weight(text)).toBe(size);
    });
  });

  it('count words over apostrophes, dots and hyphens', () => {
    expect(countWords("It’s 3.5 o'clock – a well-known hour, e\u0301te\u0301!", 'en')).toBe(7);
    expect(countWords('𝐀𝐁 and 𝐂', 'en')).toBe(3);
    expect(countWords('', 'en')).toBe(0);
  });
});

describe('the small words of a text', () => {
  it('are counted between whatever is no letter and no mark', () => {
    property((text) => {
      const many = Array.from({ length: 40 }, () => `${text}the ${text}of`).join('.');
      const words = many.toLowerCase().split(/[^\p{L}\p{M}]+/u);
      const small = words.filter((word) => word === 'the' || word === 'of');
      expect(sharesOf(many).of('en')).toBe(small.length / words.length);
    });
  });
});

describe('the language of a text', () => {
  const english =
    'The council voted on the plan for the old bridge, and it was the first time in years that the mayor had ' +
    'to wait for a result. As the votes were counted, those in the hall could see that this was not to be the end of it.';
  const danish =
    'Det er en af de største sager i byen, og for dem der bor ved havnen er det ikke til at forstå, at den med ' +
    'det samme skal lukkes. Som på mange andre steder er det en af de sidste, og det er til at få øje på for dem.';
  const slovak =
    'Mesto sa rozhodlo, že most bude po rekonštrukcii otvorený aj pre autá, ale ako povedal primátor, to je len ' +
    'prvý krok. Na zasadnutí sa hovorilo o tom, že práce by mali trvať do jari a že sú na ne peniaze z rozpočtu.';

  it('is told by its small words, and by statistics where cousins share them', () => {
    expect(settleLanguage(english, null)?.value).toBe('en');
    expect(settleLanguage(danish, null)?.value).toBe('da');
    expect(settleLanguage(slovak, null)?.value).toBe('sk');
  });

  it('overrules a declaration only when the text is sure of another', () => {
    const long = `${english}\n${english}`;
    expect(settleLanguage(long, { value: 'en-GB', source: 'markup' })?.value).toBe('en');
    expect(settleLanguage(long, { value: 'hi', source: 'markup' })?.value).toBe('en');
    expect(settleLanguage(`${danish}\n${danish}`, { value: 'nb', source: 'markup' })?.value).toBe('nb');
  });
});
