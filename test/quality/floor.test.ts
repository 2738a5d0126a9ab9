import { describe, expect, it } from 'vitest';
import { haveCorpora } from '../support/corpora.ts';
import { CORPORA, type Corpus, digestOf, measure } from './measure.ts';
import { drops, type Measured, pinOf, readPins, repin, sealOf } from './pins.ts';

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

  it.each(CORPORA)('of %s was written by pin.ts, not by hand', (corpus) => {
    const pinned = pins[corpus];
    expect(pinned === undefined ? null : sealOf(corpus, pinned)).toBe(pinned?.seal);
    const lower = Object.fromEntries(
      Object.entries(pinned?.figures ?? {}).map(([name, value]) => [name, value - 0.001]),
    );
    expect(sealOf(corpus, { digest: pinned?.digest ?? '', figures: lower })).not.toBe(pinned?.seal);
  });

  it('goes up by itself, and down only when that is asked for', () => {
    const at = (title: number, body: number) =>
      new Map<Corpus, Measured>([['own', { digest: 'pages', figures: { title, body } }]]);
    const start = repin({}, at(0.9, 0.8), false).pins ?? {};
    expect(start.own?.figures).toEqual({ title: 0.9, body: 0.8 });
    expect(repin(start, at(0.95, 0.7996), false).pins?.own?.figures).toEqual({ title: 0.95, body: 0.8 });
    const worse = repin(start, at(0.95, 0.7), false);
    expect(worse.pins).toBeNull();
    expect(worse.dropped).toMatchObject([{ figure: 'body', pinned: 0.8, measured: 0.7 }]);
    const lowered = repin(start, at(0.95, 0.7), true);
    expect(lowered.pins?.own?.figures).toEqual({ title: 0.95, body: 0.7 });
    expect(lowered.pins?.own?.seal).toBe(sealOf('own', lowered.pins?.own ?? { digest: '', figures: {} }));
    expect(lowered.dropped).toHaveLength(1);
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
