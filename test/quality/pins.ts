/** The figures that extraction has reached, and what counts as a drop below them. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { CORPORA, type Corpus, type Figures } from './measure.ts';

const FILE = new URL('pins.json', import.meta.url);

export const Pins = z.partialRecord(
  z.enum(CORPORA),
  z.object({ digest: z.string(), figures: z.record(z.string(), z.number()) }),
);
export type Pins = z.infer<typeof Pins>;

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

/** Figures that are below their pins, or pinned and no longer measured. */
export function drops(corpus: Corpus, pinned: Figures, measured: Figures): Drop[] {
  return Object.entries(pinned)
    .map(([figure, pin]) => ({ corpus, figure, pinned: pin, measured: measured[figure] ?? 0 }))
    .filter((drop) => drop.measured < drop.pinned - ROUNDING);
}
