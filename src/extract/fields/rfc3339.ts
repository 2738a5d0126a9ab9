/** Instants as articles carry them (RFC 3339 §5.6). */

/**
 * An instant with milliseconds, in the zone that the page states: its date is the day the publisher
 * means, which as UTC can be another.
 * @param at epoch milliseconds
 * @param offset minutes east of UTC, or null (written as UTC) where none was stated
 */
export function rfc3339(at: number, offset: number | null): string {
  if (offset === null || offset === 0) return new Date(at).toISOString();
  const local = new Date(at + offset * 60_000).toISOString().slice(0, -1);
  const minutes = Math.abs(offset);
  const two = (part: number): string => String(Math.floor(part)).padStart(2, '0');
  return `${local}${offset < 0 ? '-' : '+'}${two(minutes / 60)}:${two(minutes % 60)}`;
}
