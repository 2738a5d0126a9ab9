/** The figures that extraction has reached, and what counts as a drop below them. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { CORPORA, type Corpus, type Figures } from './measure.ts';

const FILE = new URL('pins.json', import.meta.url);

const Pinned = z.object({
  digest: z.string().describe('Of pages, labels and scorer'),
  figures: z.record(z.string(), z.number()),
  seal: z.string().describe('Digest over the above: a pin that was changed by hand does not fit it'),
});
export type Pinned = z.infer<typeof Pinned>;
export const Pins = z.partialRecord(z.enum(CORPORA), Pinned);
export type Pins = z.infer<typeof Pins>;

/** What was measured of one corpus. */
export interface Measured {
  readonly digest: string;
  readonly figures: Figures;
}

export interface Drop {
  readonly corpus: Corpus;
  readonly figure: string;
  readonly pinned: number;
  readonly measured: number;
}

/** Pins have three decimals; half of the last one is rounding. */
const ROUNDING = 0.0005;

export function readPins(): Pins {
  return existsSync(FILE) ? Pins.parse(JSON.parse(readFileSync(FILE, 'utf8'))) : {};
}

export function writePins(pins: Pins): void {
  writeFileSync(FILE, `${JSON.stringify(pins, null, 2)}\n`);
}

/** A figure cut to what is pinned of it: never above what was measured. */
export function pinOf(measured: number): number {
  return Math.floor(measured * 1000) / 1000;
}

/** The seal that a corpus' pins must carry. */
export function sealOf(corpus: Corpus, { digest, figures }: Measured): string {
  const sorted = Object.entries(figures).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256')
    .update(JSON.stringify([corpus, digest, sorted]))
    .digest('hex')
    .slice(0, 16);
}

/**
 * The pins after a measurement: raised where it was better. Where it was worse in anything, none is
 * changed (`pins` is null), unless lowering was asked for.
 *
 * @param mayLower whether somebody said that pins may go down
 */
export function repin(
  before: Pins,
  measured: ReadonlyMap<Corpus, Measured>,
  mayLower: boolean,
): { readonly pins: Pins | null; readonly dropped: readonly Drop[] } {
  const dropped = [...measured].flatMap(([corpus, { figures }]) =>
    drops(corpus, before[corpus]?.figures ?? {}, figures),
  );
  if (dropped.length > 0 && !mayLower) return { pins: null, dropped };
  const pins: Pins = { ...before };
  for (const [corpus, { digest, figures }] of measured) {
    const old = before[corpus]?.figures ?? {};
    const pinned = {
      digest,
      figures: Object.fromEntries(
        Object.entries(figures).map(([name, value]) => [
          name,
          mayLower ? pinOf(value) : Math.max(pinOf(value), old[name] ?? 0),
        ]),
      ),
    };
    pins[corpus] = { ...pinned, seal: sealOf(corpus, pinned) };
  }
  return { pins, dropped };
}

/** Figures that are below their pins, or pinned and no longer measured. */
export function drops(corpus: Corpus, pinned: Figures, measured: Figures): Drop[] {
  return Object.entries(pinned)
    .map(([figure, pin]) => ({ corpus, figure, pinned: pin, measured: measured[figure] ?? 0 }))
    .filter((drop) => drop.measured < drop.pinned - ROUNDING);
}
