/** Dates as readers of a language write them. */

/** `22 November 2026, 17:05`, in UTC. */
export function longDate(date: Date, language: string): string {
  return new Intl.DateTimeFormat(language, {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'UTC',
  }).format(date);
}

/** ISO 8601 to the second, as metadata has it. */
export function isoDate(date: Date): string {
  return date.toISOString().replace(/\.\d+Z$/, 'Z');
}
