/** Dates as feeds and sitemaps write them: RFC 822, ISO 8601, and what comes near either. */

/** Zone names of feeds that `Date.parse` does not know, as offsets. Those that several zones share are left out. */
const ZONES: Readonly<Record<string, string>> = {
  CET: '+0100',
  CEST: '+0200',
  MEZ: '+0100',
  MESZ: '+0200',
  EET: '+0200',
  EEST: '+0300',
  WET: '+0000',
  WEST: '+0100',
  BST: '+0100',
  MSK: '+0300',
  JST: '+0900',
  KST: '+0900',
  HKT: '+0800',
  SGT: '+0800',
  AEST: '+1000',
  AEDT: '+1100',
  NZST: '+1200',
  NZDT: '+1300',
  SAST: '+0200',
  BRT: '-0300',
  ART: '-0300',
  AKST: '-0900',
  AKDT: '-0800',
  HST: '-1000',
};

/** Before this, a date means that somebody's clock or database was empty. */
const EARLIEST = Date.UTC(1971, 0, 1);
const DAY_MS = 86_400_000;

/**
 * A date as an ISO 8601 instant; undefined where there is none, or none that can be true. A time without zone is
 * taken as UTC, never as the zone of this machine.
 */
export function isoInstant(text: string | undefined, now: Date = new Date()): string | undefined {
  const trimmed = text?.trim().slice(0, 100) ?? '';
  if (trimmed === '') return undefined;
  const time = /^\d{4}/.test(trimmed) ? parseIso(trimmed) : parseRfc822(trimmed);
  if (Number.isNaN(time) || time < EARLIEST || time > now.getTime() + 2 * DAY_MS) return undefined;
  return new Date(time).toISOString();
}

/** ISO 8601 with or without time, zone and colons; W3C-DTF, which sitemaps use, is part of it. */
function parseIso(text: string): number {
  const parts =
    /^(\d{4})(?:-?(\d{2})(?:-?(\d{2}))?)?(?:[T ]+(\d{1,2}):?(\d{2})(?::?(\d{2})(?:[.,]\d+)?)?)?\s*(Z|UTC|GMT|[+-]\d{2}:?(?:\d{2})?)?/i.exec(
      text,
    );
  if (parts === null) return Number.NaN;
  const [, year, month = '01', day = '01', hour = '00', minute = '00', second = '00', zone = 'Z'] = parts;
  const numbers = [month, day, hour, minute, second].map(Number);
  const [m = 0, d = 0, h = 0, min = 0, s = 0] = numbers;
  if (m < 1 || m > 12 || d < 1 || d > 31 || h > 24 || min > 59 || s > 60) return Number.NaN;
  return Date.UTC(Number(year), m - 1, d, h, min, s) - offsetMs(zone);
}

function offsetMs(zone: string): number {
  const parts = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone);
  if (parts === null) return 0;
  const minutes = Number(parts[2]) * 60 + Number(parts[3] ?? 0);
  return (parts[1] === '-' ? -minutes : minutes) * 60_000;
}

/** RFC 822 as RSS uses it; the day's name, in whatever language, says nothing new. */
function parseRfc822(text: string): number {
  const withoutDay = text.replace(/^[^\d,]{1,20},\s*/u, '');
  const zoned = withoutDay.replace(/\b[A-Z]{3,4}$/i, (name) => ZONES[name.toUpperCase()] ?? name);
  const hasZone = /(?:[+-]\d{2}:?\d{2}|\b(?:Z|UTC?|GMT|[ECMP][SD]T))(?:\s*\([^)]*\))?$/i.test(zoned);
  return Date.parse(hasZone ? zoned.replace(/\bUT$/i, 'UTC') : `${zoned} UTC`);
}
