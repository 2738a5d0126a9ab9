/** CPU time of a PostgreSQL server on this machine, all its processes together. Linux only. */
import { readdirSync, readFileSync } from 'node:fs';
import type pg from 'pg';

/** Clock ticks a second in /proc; Linux gives 100 to programs on every architecture. */
const TICKS_A_SECOND = 100;

interface ProcessTimes {
  readonly parent: number;
  /** Of the process itself. */
  readonly own: number;
  /** Of its children that have ended. */
  readonly ended: number;
}

/** A reader of the CPU milliseconds that the server has used so far. */
export async function postgresCpu(pool: pg.Pool): Promise<() => number> {
  const { rows } = await pool.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
  const backend = rows[0] && timesOf(rows[0].pid);
  if (backend === undefined) throw new Error('This PostgreSQL is not a process of this machine');
  return () => serverMs(backend.parent);
}

function serverMs(postmaster: number): number {
  let ticks = 0;
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const times = timesOf(Number(name));
    if (times === undefined) continue;
    if (Number(name) === postmaster) ticks += times.own + times.ended;
    else if (times.parent === postmaster) ticks += times.own;
  }
  return (ticks * 1000) / TICKS_A_SECOND;
}

/** proc(5), stat: the fields after the name, which may hold anything and ends with the last parenthesis. */
function timesOf(pid: number): ProcessTimes | undefined {
  let line: string;
  try {
    line = readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    return undefined; // it has ended meanwhile
  }
  const fields = line
    .slice(line.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number);
  const [, parent = 0] = fields;
  const at = (field: number): number => fields[field - 3] ?? 0;
  return { parent, own: at(14) + at(15), ended: at(16) + at(17) };
}
