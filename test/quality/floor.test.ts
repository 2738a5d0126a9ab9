import { describe, expect, it } from 'vitest';
import { haveCorpora } from '../support/corpora.ts';
import { CORPORA, digestOf, measure } from './measure.ts';
import { drops, pinOf, readPins } from './pins.ts';

const pins = readPins();
const there = haveCorpora() ? CORPORA : CORPORA.filter((corpus) => corpus === 'own');

describe('the floor', () => {
  it.each(there)('stands on %s', (corpus) => {
    const pinned = pins[corpus];
    expect(pinned, `no pins for ${corpus}: run node test/quality/pin.ts`).toBeDefined();
    if (pinned === undefined) return;
    expect(digestOf(corpus), 'pages, labels or scorer changed: run node test/quality/pin.ts').toBe(
      pinned.digest,
    );
    expect(drops(corpus, pinned.figures, measure(corpus))).toEqual([]);
  });

  it('notices a drop and a figure that is gone, and lets rounding pass', () => {
    const pinned = { title: 0.9, day: 0.8, body: 0.7 };
    expect(drops('own', pinned, { title: 0.8994, day: 0.8, body: 0.7001 })).toMatchObject([
      { figure: 'title' },
    ]);
    expect(drops('own', pinned, { title: 0.8996, day: 1 })).toMatchObject([{ figure: 'body', measured: 0 }]);
  });

  it('never pins more than was measured', () => {
    expect(pinOf(0.98199)).toBe(0.981);
    expect(pinOf(1)).toBe(1);
  });
});
