/** Makes the queue's schedulers follow the sources in PostgreSQL. */
import { rhythmOf } from '../frontier/schedule.ts';
import { isSameSchedule } from '../queue/schedules.ts';
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
  const present = new Map((await parts.queues.schedules('discover')).map((s) => [s.id, s]));
  let removed = 0;
  for (const id of present.keys()) {
    if (!id.startsWith(PREFIX) || wanted.has(id)) continue;
    await parts.queues.unschedule('discover', id);
    removed += 1;
  }
  let written = 0;
  for (const [schedulerId, { id, rhythm }] of wanted) {
    const job = { name: 'source-due' as const, data: { sourceId: id } };
    const there = present.get(schedulerId);
    if (there !== undefined && isSameSchedule(there, { rhythm, job })) continue;
    await parts.queues.schedule('discover', schedulerId, rhythm, job);
    written += 1;
  }
  return { written, removed };
}
