/** CPU time of this process and of the PostgreSQL server it talks to, from proc(5); Linux only. */
import { readdirSync, readFileSync } from 'node:fs';

/** Clock ticks a second of /proc (USER_HZ), 100 on every Linux that Node runs on. */
const TICKS = 100;

interface Stat {
  readonly parent: number;
  readonly ticks: number;
}

function statOf(pid: string): Stat | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return { parent: Number(fields[1]), ticks: Number(fields[11]) + Number(fields[12]) };
  } catch {
    return undefined; // it has ended
  }
}

/** Ticks used so far by each of the server's sessions and its log and page writers; vacuuming does not count. */
function postgresTicks(postmaster: number): ReadonlyMap<string, number> {
  const ticks = new Map<string, number>();
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    const stat = statOf(pid);
    if (stat?.parent !== postmaster) continue;
    try {
      if (readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('autovacuum')) continue;
    } catch {
      continue;
    }
    ticks.set(pid, stat.ticks);
  }
  return ticks;
}

/** CPU time that a process and its threads have used so far, in milliseconds; 0 when it has ended. */
export function processMs(pid: number): number {
  return ((statOf(String(pid))?.ticks ?? 0) * 1000) / TICKS;
}

/** CPU time that the server's sessions have used so far, in milliseconds. */
export function postgresMs(postmaster: number): number {
  return usedMs(new Map(), postgresTicks(postmaster));
}

/** A session that has ended meanwhile (an idle one of another database) is left out. */
function usedMs(before: ReadonlyMap<string, number>, after: ReadonlyMap<string, number>): number {
  let ticks = 0;
  for (const [pid, now] of after) ticks += now - (before.get(pid) ?? 0);
  return (ticks * 1000) / TICKS;
}

/** The postmaster of a data folder. */
export function postmasterOf(dataFolder: string): number {
  return Number(readFileSync(`${dataFolder}/postmaster.pid`, 'utf8').split('\n')[0]);
}

export interface Used {
  readonly nodeMs: number;
  readonly postgresMs: number;
  readonly wallMs: number;
}

/** What `work` costs. The sessions that it uses must live on until after it. */
export async function measure(postmaster: number, work: () => Promise<unknown>): Promise<Used> {
  const [node, postgres, wall] = [process.cpuUsage(), postgresTicks(postmaster), performance.now()];
  await work();
  const { user, system } = process.cpuUsage(node);
  return {
    nodeMs: (user + system) / 1000,
    postgresMs: usedMs(postgres, postgresTicks(postmaster)),
    wallMs: performance.now() - wall,
  };
}
