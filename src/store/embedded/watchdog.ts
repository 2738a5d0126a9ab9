/**
 * Stops the server when every process that used it was killed before it could do so itself. A small
 * shell loop of its own session: it outlives its starter and costs about one megabyte.
 */
import { spawn } from 'node:child_process';
import { readlinkSync, rmSync, symlinkSync } from 'node:fs';
import { NewsmillError } from '../../errors.ts';
import { isLive, markOf, signal } from './processes.ts';

/**
 * $1 the control folder (clients/, lock), $2 the server's mark.
 * Four empty rounds in a row, one second each, are taken as nobody being left; then, under the same
 * lock that starters hold, it looks once more and asks the server for a fast shutdown.
 */
const SCRIPT = `
mark() {
  if [ -r /proc/self/stat ]; then
    { read -r stat < "/proc/$1/stat"; } 2>/dev/null || return 1
    set -- "$1" \${stat##*) }
    case $2 in Z*|X*) return 1 ;; esac
    printf '%s.%s' "$1" "\${21}"
  else
    stat=$(LC_ALL=C ps -o stat= -o lstart= -p "$1") || return 1
    set -- "$1" $stat
    case $2 in Z*|X*) return 1 ;; esac
    pid=$1; shift 2
    printf '%s.%s' "$pid" "$(printf '%s' "$*" | tr -c 'A-Za-z0-9' '_')"
  fi
}
lives() { [ "$(mark "\${1%%.*}")" = "$1" ]; }
anyone() {
  for file in "$dir"/clients/*; do
    name=\${file##*/}
    lives "\${name%.*}" && return 0
  done
  return 1
}
dir=$1 server=$2 empty=0
while lives "$server"; do
  if anyone; then empty=0; else empty=$((empty + 1)); fi
  if [ $empty -ge 4 ]; then
    holder=$(readlink "$dir/lock")
    if [ -n "$holder" ] && ! lives "$holder"; then rm -f "$dir/lock"; fi
    if [ ! -d "$dir" ] || ln -sn "$(mark $$)" "$dir/lock" 2>/dev/null; then
      if ! anyone; then
        kill -INT "\${server%%.*}"
        waited=0
        while lives "$server" && [ $waited -lt 60 ]; do sleep 1; waited=$((waited + 1)); done
        lives "$server" && kill -QUIT "\${server%%.*}"
      fi
      rm -f "$dir/lock"
    fi
  fi
  sleep 1
done
`;

/** Makes sure a watchdog for the server runs. Call it while holding the lock. */
export function ensureWatchdog(controlFolder: string, server: string): void {
  const link = linkOf(controlFolder);
  const before = watchdogOf(link);
  // A watchdog ends by itself within a second of its server; one of an earlier server must not count.
  if (before?.server === server && isLive(before.mark)) return;
  const child = spawn('sh', ['-c', SCRIPT, 'newsmill-postgres-watchdog', controlFolder, server], {
    cwd: '/',
    detached: true,
    stdio: 'ignore',
  });
  child.once('error', () => undefined); // no `sh`: told below, where there is no pid
  child.unref();
  const mark = child.pid === undefined ? undefined : markOf(child.pid);
  rmSync(link, { force: true });
  if (mark === undefined)
    throw new NewsmillError('internal', 'The watchdog of the embedded PostgreSQL did not start');
  symlinkSync(`${mark}/${server}`, link);
}

/** Ends the watchdog. Call it while holding the lock, after the server has ended. */
export function endWatchdog(controlFolder: string): void {
  const link = linkOf(controlFolder);
  const watchdog = watchdogOf(link);
  if (watchdog !== undefined) signal(watchdog.mark, 'SIGTERM');
  rmSync(link, { force: true });
}

function linkOf(controlFolder: string): string {
  return `${controlFolder}/watchdog`;
}

function watchdogOf(link: string): { mark: string; server: string } | undefined {
  try {
    const [mark, server] = readlinkSync(link).split('/');
    return mark === undefined || server === undefined ? undefined : { mark, server };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
