/**
 * Which process is which. A process id alone is not enough: ids are given again, and quickly so in
 * containers. A *mark* is the id together with the time the process started, as `<pid>.<start>`.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

const HAS_PROC = existsSync('/proc/self/stat');

/** The mark of a live process; undefined if there is none with that id, or only its zombie. */
export function markOf(pid: number): string | undefined {
  const seen = HAS_PROC ? readProc(pid) : readPs(pid);
  if (seen === undefined || /^[ZX]/.test(seen.state)) return undefined;
  return `${pid}.${seen.started.replaceAll(/[^A-Za-z0-9]/g, '_')}`;
}

/** Whether the very process that was marked still lives. */
export function isLive(mark: string): boolean {
  const pid = Number.parseInt(mark, 10);
  return pid > 0 && markOf(pid) === mark;
}

/** The command line of a process, its arguments separated by spaces; undefined if it cannot be seen. */
export function commandLine(pid: number): string | undefined {
  try {
    if (HAS_PROC) return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  } catch {
    return undefined; // gone, or hidden from this user: either way not a process to reckon with
  }
}

/** Sends a signal to the marked process. A process that is gone already is no error. */
export function signal(mark: string, name: NodeJS.Signals): void {
  if (!isLive(mark)) return;
  try {
    process.kill(Number.parseInt(mark, 10), name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** Waits until the marked process is gone; false if it is still there after `limitMs`. */
export async function waitUntilGone(mark: string, limitMs: number): Promise<boolean> {
  const end = Date.now() + limitMs;
  while (isLive(mark)) {
    if (Date.now() > end) return false;
    await sleep(20);
  }
  return true;
}

interface Seen {
  readonly state: string;
  readonly started: string;
}

/** proc(5): `pid (comm) state …`, where comm may hold spaces and brackets; field 22 is the start time. */
function readProc(pid: number): Seen | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const [state, started] = [fields[0], fields[19]];
    return state === undefined || started === undefined ? undefined : { state, started };
  } catch {
    return undefined; // no such process
  }
}

function readPs(pid: number): Seen | undefined {
  try {
    const line = execFileSync('ps', ['-o', 'stat=', '-o', 'lstart=', '-p', String(pid)], {
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: 'C' },
    }).trim();
    const gap = line.indexOf(' ');
    return gap < 0
      ? undefined
      : { state: line.slice(0, gap), started: line.slice(gap).trim().replaceAll(/ +/g, ' ') };
  } catch {
    return undefined; // ps ends with 1 if there is no such process
  }
}
