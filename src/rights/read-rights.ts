/** Everything that was stated about the use of one page, read together. */
import {
  RESERVATIONS,
  type Reservation,
  type Rights,
  type RightsMark,
  type RightsPlace,
} from '../article/rights.ts';
import type { RobotsSignal } from '../fetch/robots.ts';
import { readDirectives, readRobotsTag, reservationOf } from './directives.ts';
import { NO_SIGNALS, readSignals, type SignalUse } from './signals.ts';
import { type TdmRule, tdmRuleFor } from './tdmrep.ts';

/** Where statements are found. All but the URL may be missing. */
export interface RightsSources {
  readonly url: string;
  /** Name that statements for one crawler are read for. */
  readonly product: string;
  /** Response headers, names in lower case; several fields of one name joined with a comma or a line feed. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly marks?: readonly RightsMark[];
  /** Signals of robots.txt that hold for the URL, the most specific first. */
  readonly robotsSignals?: readonly RobotsSignal[];
  readonly tdmrep?: readonly TdmRule[] | null;
}

const MAX_EVIDENCE = 50;
const MAX_VALUE = 500;

/**
 * What is nearer to the page goes before what is farther away: meta elements before headers before files of the host
 * (TDM Reservation Protocol, “Processing priority”). Robots directives add up.
 *
 * @returns null where nothing at all was stated
 */
export function readRights(sources: RightsSources): Rights | null {
  const evidence: Rights['evidence'] = [];
  const note = (from: RightsPlace, name: string, value: string): void => {
    if (evidence.length < MAX_EVIDENCE) evidence.push({ from, name, value: value.slice(0, MAX_VALUE) });
  };
  const tdm = readTdm(sources, note);
  const robots = readRobots(sources, note);
  const signals = readAllSignals(sources, note);
  if (evidence.length === 0) return null;
  const reserved = new Set<Reservation>();
  if (tdm?.reserved === true) reserved.add('tdm');
  for (const [use, allowed] of Object.entries(signals)) if (allowed === false) reserved.add(use as SignalUse);
  for (const directive of robots) {
    const reservation = reservationOf(directive);
    if (reservation !== null) reserved.add(reservation);
  }
  return { reserved: RESERVATIONS.filter((r) => reserved.has(r)), tdm, robots, signals, evidence };
}

type Note = (from: RightsPlace, name: string, value: string) => void;

function readTdm({ url, headers, marks, tdmrep }: RightsSources, note: Note): Rights['tdm'] {
  let tdm: Rights['tdm'] = null;
  const rule = tdmrep ? tdmRuleFor(tdmrep, url) : null;
  if (rule !== null) {
    note('tdmrep.json', rule.location, `tdm-reservation: ${rule.reserved ? 1 : 0}`);
    tdm = { reserved: rule.reserved, policy: rule.policy, from: 'tdmrep.json' };
  }
  const inMarks = (name: string): string | undefined => marks?.find((mark) => mark.name === name)?.content;
  const places: readonly (readonly [RightsPlace, string | undefined, string | undefined])[] = [
    ['header', headers?.['tdm-reservation'], headers?.['tdm-policy']],
    ['meta', inMarks('tdm-reservation'), inMarks('tdm-policy')],
  ];
  for (const [from, reservation, policy] of places) {
    if (reservation !== undefined) note(from, 'tdm-reservation', reservation);
    if (policy !== undefined) note(from, 'tdm-policy', policy);
    // Several fields of one header come as one: a reservation among them counts.
    const values = reservation?.split(/[,\n]/).map((value) => value.trim()) ?? [];
    if (!values.includes('0') && !values.includes('1')) continue;
    tdm = { reserved: values.includes('1'), policy: policy?.trim().slice(0, MAX_VALUE) ?? null, from };
  }
  return tdm;
}

function readRobots({ headers, marks, product }: RightsSources, note: Note): string[] {
  const found = new Set<string>();
  const name = product.toLowerCase();
  for (const field of headers?.['x-robots-tag']?.split('\n') ?? []) {
    note('header', 'x-robots-tag', field);
    for (const directive of readRobotsTag(field, name)) found.add(directive);
  }
  for (const mark of marks ?? []) {
    if (mark.name !== 'robots' && mark.name !== name) continue;
    note('meta', mark.name, mark.content);
    for (const directive of readDirectives(mark.content)) found.add(directive);
  }
  return [...found].slice(0, MAX_EVIDENCE);
}

function readAllSignals({ headers, robotsSignals }: RightsSources, note: Note): Rights['signals'] {
  const signals: Record<SignalUse, boolean | null> = { ...NO_SIGNALS };
  for (const name of ['content-signal', 'content-usage']) {
    const field = headers?.[name];
    if (field === undefined) continue;
    note('header', name, field);
    for (const [use, allowed] of readSignals(field)) signals[use] = allowed && signals[use] !== false;
  }
  const nearer = { ...signals };
  let specific: Partial<Record<SignalUse, number>> = {};
  for (const signal of robotsSignals ?? []) {
    note('robots.txt', `${signal.name} (line ${signal.line})`, signal.value);
    for (const [use, allowed] of readSignals(signal.value)) {
      if (nearer[use] !== null) continue;
      const length = signal.pattern?.length ?? 0;
      if (length < (specific[use] ?? 0)) continue;
      // Among statements for the same paths, the one that reserves counts.
      signals[use] = allowed && (signals[use] !== false || length > (specific[use] ?? 0));
      specific = { ...specific, [use]: length };
    }
  }
  return signals;
}
