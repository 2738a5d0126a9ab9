import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block, BlockKind } from '../../../src/extract/body/blocks.ts';
import { cleanBlocks } from '../../../src/extract/body/clean.ts';
import { lineKey } from '../../../src/extract/body/host-lines.ts';
import { wordingOf } from '../../../src/extract/body/wording.ts';
import { parseDate } from '../../../src/extract/fields/date-text.ts';
import {
  isByline,
  isOrganisation,
  splitNames,
  stripBy,
  tidyName,
} from '../../../src/extract/fields/names.ts';
import { comparable, decodeEntities, foldSpace, plain } from '../../../src/extract/text.ts';

/** Pieces that the readers look for, mixed with any text at all. */
const PIECES = [
  'By ',
  'Von ',
  'par ',
  '作者：',
  ' and ',
  ' und ',
  ', ',
  ' | ',
  '“',
  '”',
  '…',
  '.',
  '!',
  'Ann Lee',
  'ANN MARIE LEE',
  'Staff Reporter',
  'Reuters',
  '12 May 2024',
  'May 12, 2024',
  '2024-05-12T10:00:00Z',
  '2024年5月12日',
  '31.02.2024',
  '12/13/2024',
  '10:61 pm',
  '&amp;amp;',
  '&#x110000;',
  '<b>',
  '©',
  'Photo: ',
  'Read more',
  'Subscribe',
  '\u00ad',
  '\u200b',
  '\ud800',
  '\u0301',
  'İ',
  'ﬃ',
  '404',
];
const text = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'binary', maxLength: 12 })), {
    maxLength: 30,
  })
  .map((parts) => parts.join(''));

const KINDS: readonly BlockKind[] = [
  'paragraph',
  'heading',
  'item',
  'row',
  'quote',
  'code',
  'caption',
  'term',
];
const block: fc.Arbitrary<Block> = fc
  .record({
    kind: fc.constantFrom(...KINDS),
    raw: text,
    links: fc.nat(5),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ kind, raw, links, share }) => {
    const shown = foldSpace(raw) || 'x';
    return {
      kind,
      text: shown,
      nodes: [],
      container: null,
      links,
      linkChars: Math.floor(shown.length * share),
      emphasisChars: 0,
      level: kind === 'heading' ? 2 : 0,
    };
  });
const context = fc.record({
  title: fc.option(text),
  subtitle: fc.option(text),
  authors: fc.array(text, { maxLength: 3 }),
  siteNames: fc.array(text, { maxLength: 3 }).map((names) => new Set(names)),
  subjects: fc.array(text, { maxLength: 3 }).map((names) => new Set(names)),
  leastSubtitle: fc.nat(200),
  stated: fc.option(text),
  baseUrl: fc.constant('https://harbour.example/'),
  hostLines: fc.array(text.map(lineKey), { maxLength: 10 }).map((lines) => new Set(lines)),
});

const RUNS = { numRuns: process.env.CI === undefined ? 300 : 1000 };

describe('text helpers', () => {
  it.each([
    ['foldSpace', foldSpace],
    ['plain', plain],
  ])('%s never makes a text longer', (_, helper) => {
    fc.assert(
      fc.property(text, (input) => {
        expect(helper(input).length).toBeLessThanOrEqual(input.length);
      }),
      RUNS,
    );
  });

  it.each([
    ['foldSpace', foldSpace],
    ['comparable', comparable],
  ])('%s changes nothing the second time', (_, helper) => {
    fc.assert(
      fc.property(text, (input) => {
        const once = helper(input);
        expect(helper(once)).toBe(once);
      }),
      RUNS,
    );
  });

  it('decodeEntities never makes a text longer', () => {
    fc.assert(
      fc.property(text, (input) => {
        expect(decodeEntities(input).length).toBeLessThanOrEqual(input.length);
      }),
      RUNS,
    );
  });
});

describe('the cleaner', () => {
  it('decides on every block, in order, with evidence, and changes none', () => {
    fc.assert(
      fc.property(fc.array(block, { maxLength: 25 }), context, (blocks, around) => {
        const decisions = cleanBlocks(blocks, null, around);
        expect(decisions.map((decision) => decision.block)).toEqual(blocks);
        for (const { reason, evidence } of decisions) expect(reason === null).toBe(evidence === '');
      }),
      RUNS,
    );
  });

  it('keeps all of what it kept', () => {
    fc.assert(
      fc.property(fc.array(block, { maxLength: 25 }), context, (blocks, around) => {
        const kept = cleanBlocks(blocks, null, around)
          .filter(({ reason }) => reason === null)
          .map((decision) => decision.block);
        const again = cleanBlocks(kept, null, around).filter(({ reason }) => reason !== null);
        expect(again.map(({ block: { text: line }, reason, evidence }) => [line, reason, evidence])).toEqual(
          [],
        );
      }),
      RUNS,
    );
  });

  it('decides the same on the same blocks', () => {
    fc.assert(
      fc.property(fc.array(block, { maxLength: 25 }), context, (blocks, around) => {
        expect(cleanBlocks(blocks, null, around)).toEqual(cleanBlocks(blocks, null, around));
      }),
      RUNS,
    );
  });

  it('finds a phrase no longer than the line', () => {
    fc.assert(
      fc.property(text, (line) => {
        const wording = wordingOf(line);
        // Lower case may be a character longer than the letter it is made of (İ).
        if (wording !== null) expect(wording.phrase.length).toBeLessThanOrEqual(line.toLowerCase().length);
      }),
      RUNS,
    );
  });
});

describe('the date reader', () => {
  it('finds a whole instant within the text, or nothing', () => {
    fc.assert(
      fc.property(text, fc.boolean(), (input, monthFirst) => {
        const date = parseDate(input, { monthFirst });
        if (date === null) return;
        expect(Number.isInteger(date.at)).toBe(true);
        expect(date.index).toBeGreaterThanOrEqual(0);
        expect(date.end).toBeLessThanOrEqual(input.trim().length);
        expect(date.end).toBeGreaterThan(date.index);
      }),
      RUNS,
    );
  });

  it('reads back what it read, to the second', () => {
    fc.assert(
      fc.property(text, (input) => {
        const date = parseDate(input, { monthFirst: false });
        if (date === null) return;
        const again = parseDate(new Date(date.at).toISOString(), { monthFirst: false });
        expect(again?.at).toBe(date.at - (date.at % 1000));
      }),
      RUNS,
    );
  });
});

describe('the author reader', () => {
  it('gives names that are no longer than the byline and are names still', () => {
    fc.assert(
      fc.property(text, (byline) => {
        const names = splitNames(byline);
        expect(names.join('').length).toBeLessThanOrEqual(byline.length);
        expect(new Set(names).size).toBe(names.length);
        for (const name of names) expect(name.length).toBeGreaterThan(1);
        isByline(byline);
        isOrganisation(byline);
      }),
      RUNS,
    );
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(text, (byline) => {
        for (const name of splitNames(byline)) {
          expect(tidyName(name)).toBe(name);
          expect(splitNames(name)).toEqual([name]);
        }
      }),
      RUNS,
    );
  });

  it('takes words off a byline and adds none', () => {
    fc.assert(
      fc.property(text, (byline) => {
        expect(byline).toContain(stripBy(byline));
      }),
      RUNS,
    );
  });
});
