/**
 * The change log under 32 writers with random commit delays (up to 40 ms) and rollbacks, one of which is
 * killed (-9) half-way, and three readers who follow it: every reader must see every committed change once,
 * each article's in their order, and the worst lag must stay under a second.
 *
 * Ends with 1 where one of these is missed.
 *
 *   npm run bench:changes -- [--changes N] [--writers N] [--readers N]
 */
import { parseArgs } from 'node:util';
import { raceChanges } from './support/change-race.ts';
import { startScratch } from './support/scratch.ts';

const { values } = parseArgs({
  options: {
    changes: { type: 'string', default: '100000' },
    writers: { type: 'string', default: '32' },
    readers: { type: 'string', default: '3' },
  },
});
/** From when a change is appended until the last reader has seen it. */
const WORST_LAG_MS = 1000;

await using scratch = await startScratch();
const report = await raceChanges({
  connectionString: await scratch.create('changes'),
  writers: Number(values.writers),
  processes: 5,
  readers: Number(values.readers),
  changes: Number(values.changes),
});
console.log(
  `${report.committed} committed changes in ${report.seconds.toFixed(0)} s ` +
    `(${(report.committed / report.seconds).toFixed(0)}/s), ${values.writers} writers, one killed`,
);
console.table(report.readers);
const wrong = report.readers.reduce((sum, r) => sum + r.missed + r.twice + r.phantoms + r.outOfOrder, 0);
const worst = Math.max(...report.readers.map((r) => r.worstLagMs));
console.log(
  `wrong ${wrong} (bar 0), worst lag ${worst} ms, commit delay included (bar under ${WORST_LAG_MS})`,
);
if (wrong > 0 || worst >= WORST_LAG_MS) process.exitCode = 1;
