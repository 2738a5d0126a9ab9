/** Makes the queue's schedulers follow the sources in PostgreSQL. */
import { type Rhythm, rhythmOf } from '../frontier/schedule.ts';
import { listSources } from '../store/sources.ts';
import type { Parts } from './parts.ts';

const PREFIX = 'source-';

/**
 * Adds, changes and removes schedulers until there is exactly one for each source that runs. What is
 * right already is not touched, because writing a scheduler anew moves its next turn.
 */
export async function syncSchedules(
  parts: Parts,
): Promise<{ readonly written: number; readonly removed: number }> {
  const sources = await listSources(parts.database.db);
  const wanted = new Map(
    sources
      .filter((s) => s.definition.enabled && !s.paused)
      .map((s) => [`${PREFIX}${s.id}`, { id: s.id, rhythm: rhythmOf(s.definition) }]),
  );
  const present = await parts.queues.schedules('discover');
  let removed = 0;
  const right = new Set<string>();
  for (const schedule of present) {
    if (!schedule.id.startsWith(PREFIX)) continue;
    const want = wanted.get(schedule.id);
    if (!want) {
      await parts.queues.unschedule('discover', schedule.id);
      removed += 1;
    } else if (sameRhythm(want.rhythm, schedule.rhythm)) {
      right.add(schedule.id);
    }
  }
  let written = 0;
  for (const [schedulerId, { id, rhythm }] of wanted) {
    if (right.has(schedulerId)) continue;
    await parts.queues.schedule('discover', schedulerId, rhythm, {
      name: 'source-due',
      data: { sourceId: id },
    });
    written += 1;
  }
  return { written, removed };
}

function sameRhythm(a: Rhythm, b: Rhythm): boolean {
  if ('everyMs' in a) return 'everyMs' in b && a.everyMs === b.everyMs;
  return 'cron' in b && a.cron === b.cron && a.timezone === b.timezone;
}
