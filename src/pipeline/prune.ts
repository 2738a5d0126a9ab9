/** Removes what is older than its retention, a bounded piece at a time. */
import { pruneChanges } from '../store/changes.ts';
import { WINDOW_SPANS } from '../store/copy-keys.ts';
import { pruneReadings } from '../store/extractions.ts';
import { pruneHostPassages } from '../store/host-passages.ts';
import { pruneLodgers } from '../store/lodgers.ts';
import { turnSpans } from '../store/near-copies.ts';
import { pruneSnapshots, type SnapshotAges } from '../store/snapshots.ts';
import { listSources } from '../store/sources.ts';
import { pruneVisits } from '../store/visits.ts';
import type { Parts } from './parts.ts';

const DAY_MS = 86_400_000;
/** Rows of one statement, and statements of one run: a backlog is worked off over several runs. */
const PIECE = 5000;
const PIECES = 100;

export async function prune(
  parts: Parts,
  now = Date.now(),
): Promise<{ readonly visits: number; readonly changes: number }> {
  const { keepVisitsDays, keepChangesDays } = parts.config.maintain;
  const { db } = parts.database;
  await turnSpans(db);
  const window = new Date(now - WINDOW_SPANS * 7 * DAY_MS);
  await inPieces((most) => pruneHostPassages(db, window, most));
  await inPieces((most) => pruneLodgers(db, window, most));
  const oldestVisit = new Date(now - keepVisitsDays * DAY_MS);
  const visits = await inPieces((most) => pruneVisits(db, oldestVisit, most));
  await inPieces((most) => pruneReadings(db, oldestVisit, most));
  const ages = await snapshotAges(parts, now);
  await inPieces(async (most) => {
    const { removed, blobs } = await pruneSnapshots(db, ages, most);
    // A page that brings the same bytes back at this very moment finds its blob missing and is fetched again.
    for (const blob of blobs) await parts.blobs.delete(blob);
    return removed;
  });
  const changes = await inPieces((most) => pruneChanges(db, new Date(now - keepChangesDays * DAY_MS), most));
  if (visits + changes > 0) parts.log.info({ visits, changes }, 'Removed what was older than its retention');
  return { visits, changes };
}

async function snapshotAges(parts: Parts, now: number): Promise<SnapshotAges> {
  const { keepDays, keepRevisedDays } = parts.config.snapshots;
  const daysAgo = (days: number): Date => new Date(now - days * DAY_MS);
  const sources = await listSources(parts.database.db);
  return {
    plain: daysAgo(keepDays),
    plainOfSource: new Map(
      sources.flatMap(({ id, definition: { keepSnapshotsDays: days } }) =>
        days === undefined ? [] : [[id, daysAgo(days)] as const],
      ),
    ),
    revised: keepRevisedDays === null ? null : daysAgo(keepRevisedDays),
  };
}

async function inPieces(removeSome: (most: number) => Promise<number>): Promise<number> {
  let removed = 0;
  for (let piece = 0; piece < PIECES; piece += 1) {
    const some = await removeSome(PIECE);
    removed += some;
    if (some < PIECE) break;
  }
  return removed;
}
