/** A source's turns: when the next one is, and what the queue's scheduler is told. */
import { CronExpressionParser } from 'cron-parser';
import { parseDuration, type SourceDefinition } from '../config/source.ts';
import type { Rhythm } from '../queue/schedules.ts';

export function rhythmOf(definition: Pick<SourceDefinition, 'every' | 'cron' | 'timezone'>): Rhythm {
  return definition.cron === undefined
    ? { everyMs: parseDuration(definition.every ?? '1h') }
    : { cron: definition.cron, timezone: definition.timezone };
}

/** The first turn after `now`. Cron follows the source's time zone, daylight saving included. */
export function nextTurn(rhythm: Rhythm, now: Date): Date {
  if ('everyMs' in rhythm) return new Date(now.getTime() + rhythm.everyMs);
  return CronExpressionParser.parse(rhythm.cron, { currentDate: now, tz: rhythm.timezone }).next().toDate();
}

/**
 * How much too early a scheduler may fire and still mean the turn: its clock runs in steps of the
 * rhythm, ours from when the last turn was taken.
 */
export function slackOf(rhythm: Rhythm): number {
  return 'everyMs' in rhythm ? Math.min(30_000, rhythm.everyMs / 10) : 1000;
}
