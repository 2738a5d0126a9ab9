/**
 * Content-Signal (contentsignals.org) and Content-Usage (IETF aipref): what a page may be used for. Both stand in
 * robots.txt, in groups like rules, and in response headers.
 */
import type { Rights } from '../article/rights.ts';

export type Signals = Rights['signals'];
export type SignalUse = keyof Signals;

export const NO_SIGNALS: Signals = { search: null, 'ai-input': null, 'ai-train': null };

/** The names of uses in either vocabulary. */
const USES: Readonly<Record<string, SignalUse>> = {
  search: 'search',
  'ai-input': 'ai-input',
  'ai-train': 'ai-train',
  'train-ai': 'ai-train',
  'train-genai': 'ai-train',
};

const VALUES: Readonly<Record<string, boolean>> = { yes: true, y: true, no: false, n: false };

/** The uses that a value names: `search=yes, ai-train=no`. What is named both ways is reserved. */
export function readSignals(value: string): Map<SignalUse, boolean> {
  const found = new Map<SignalUse, boolean>();
  for (const pair of value
    .slice(0, 2000)
    .toLowerCase()
    .split(/[,;\s]+/)) {
    const [name = '', stated = ''] = pair.split('=', 2);
    const use = Object.hasOwn(USES, name) ? USES[name] : undefined;
    const allowed = Object.hasOwn(VALUES, stated) ? VALUES[stated] : undefined;
    if (use !== undefined && allowed !== undefined) found.set(use, allowed && found.get(use) !== false);
  }
  return found;
}
