import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
  type EmbeddedPostgres,
  removeEmbeddedPostgres,
  startEmbeddedPostgres,
} from '../../src/store/embedded/embedded-postgres.ts';
import { isLive, markOf } from '../../src/store/embedded/processes.ts';

const isRoot = process.getuid?.() === 0;
const folders: string[] = [];
const children: ChildProcess[] = [];

afterEach(async () => {
  for (const child of children.splice(0)) if (child.exitCode === null) child.kill('SIGKILL');
  for (const folder of folders.splice(0)) {
    await eventually(() =>
      removeEmbeddedPostgres(folder).then(
        () => true,
        () => false,
      ),
    );
    rmSync(folder, { recursive: true, force: true });
  }
});

function newDataDir(): string {
  const folder = mkdtempSync(join(tmpdir(), 'newsmill-embedded-'));
  folders.push(folder);
  return folder;
}

const start = (dataDir: string): Promise<EmbeddedPostgres> =>
  startEmbeddedPostgres({ dataDir, durable: false });

async function query(connectionString: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

const Started = z.object({ connectionString: z.string(), dataFolder: z.string() });

async function startInChild(dataDir: string, account?: { uid: number; gid: number }) {
  const script = join(import.meta.dirname, '../support/use-embedded-postgres.ts');
  const child = spawn(process.execPath, [script, dataDir], {
    stdio: ['pipe', 'pipe', 'inherit'],
    ...account,
    ...(account === undefined ? {} : { env: { PATH: process.env.PATH } }),
  });
  children.push(child);
  for await (const line of createInterface({ input: child.stdout })) {
    return { child, ...Started.parse(JSON.parse(line)) };
  }
  throw new Error('The child ended without a word');
}

/** Whether every folder down to `path` lets others pass. */
function canOthersReach(path: string): boolean {
  for (let folder = path; ; folder = dirname(folder)) {
    if ((statSync(folder).mode & 0o001) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}

function postmasterOf(dataFolder: string): string {
  const pid = Number.parseInt(readFileSync(join(dataFolder, 'postmaster.pid'), 'utf8'), 10);
  return markOf(pid) ?? 'gone';
}

async function eventually(check: () => boolean | Promise<boolean>, limitMs = 30_000): Promise<void> {
  const end = Date.now() + limitMs;
  while (!(await check())) {
    if (Date.now() > end) throw new Error('It did not come about in time');
    await sleep(50);
  }
}

describe('embedded PostgreSQL', () => {
  it('keeps its data over stop and start, and is gone in between', async () => {
    const dataDir = newDataDir();
    const first = await start(dataDir);
    await query(first.connectionString, "CREATE TABLE kept AS SELECT 'Grüße' AS word");
    const server = postmasterOf(first.dataFolder);
    await first.stop();
    expect(isLive(server)).toBe(false);
    expect(existsSync(first.url.host)).toBe(false);

    await using second = await start(dataDir);
    expect(await query(second.connectionString, 'SELECT word, upper(word) AS upper FROM kept')).toEqual([
      { word: 'Grüße', upper: 'GRÜßE' },
    ]);
    expect(second.url.password).toBe(first.url.password);
  });

  it('is a UTF-8 PostgreSQL 18 on a unix socket only, with a password', async () => {
    const dataDir = newDataDir();
    await using postgres = await start(dataDir);
    const [settings] = await query(
      postgres.connectionString,
      `SELECT current_setting('server_version_num')::int / 10000 AS major,
              current_setting('server_encoding') AS encoding,
              current_setting('listen_addresses') AS addresses,
              (SELECT datlocale FROM pg_database WHERE datname = current_database()) AS locale`,
    );
    expect(settings).toEqual({ major: 18, encoding: 'UTF8', addresses: '', locale: 'C.UTF-8' });
    expect(Buffer.byteLength(join(postgres.url.host, '.s.PGSQL.5432'))).toBeLessThan(100);
    expect(statSync(postgres.url.host).mode & 0o777).toBe(0o700);
    expect(statSync(join(dataDir, 'postgres', 'password')).mode & 0o777).toBe(0o600);

    const wrong = new pg.Client({ ...postgres.url, password: 'wrong' });
    await expect(wrong.connect()).rejects.toMatchObject({ code: '28P01' });
  });

  it('is shared by processes that start it at once, until the last one leaves', async () => {
    const dataDir = newDataDir();
    const [own, ...others] = await Promise.all([
      start(dataDir),
      ...[1, 2, 3].map(() => startInChild(dataDir)),
    ]);
    const server = postmasterOf(own.dataFolder);
    for (const other of others) {
      expect(await query(other.connectionString, 'SELECT pg_postmaster_start_time() AS started')).toEqual(
        await query(own.connectionString, 'SELECT pg_postmaster_start_time() AS started'),
      );
    }
    await own.stop();
    expect(isLive(server)).toBe(true);
    for (const { child } of others) {
      expect(isLive(server)).toBe(true);
      child.stdin?.end();
      await once(child, 'exit');
    }
    expect(isLive(server)).toBe(false);
  });

  it('recovers after its server was killed, with what was committed', async () => {
    const dataDir = newDataDir();
    const first = await startEmbeddedPostgres({ dataDir });
    await query(first.connectionString, 'CREATE TABLE kept AS SELECT 1 AS n');
    const killed = postmasterOf(first.dataFolder);
    process.kill(Number.parseInt(killed, 10), 'SIGKILL');
    await eventually(() => !isLive(killed));

    await using second = await startEmbeddedPostgres({ dataDir });
    expect(postmasterOf(second.dataFolder)).not.toBe(killed);
    expect(await query(second.connectionString, 'SELECT n FROM kept')).toEqual([{ n: 1 }]);
    await first.stop();
    expect(await query(second.connectionString, 'SELECT n FROM kept')).toEqual([{ n: 1 }]);
  });

  it('starts although the process id of a dead server now belongs to another process', async () => {
    const dataDir = newDataDir();
    const first = await start(dataDir);
    const pidFile = join(first.dataFolder, 'postmaster.pid');
    const lines = readFileSync(pidFile, 'utf8').split('\n');
    await first.stop();
    const account = statSync(first.dataFolder);
    const other = spawn('sleep', ['60'], { uid: account.uid, gid: account.gid });
    children.push(other);
    writeFileSync(pidFile, [String(other.pid), ...lines.slice(1)].join('\n'));
    chownSync(pidFile, account.uid, account.gid);

    await using second = await start(dataDir);
    expect(await query(second.connectionString, 'SELECT 1 AS n')).toEqual([{ n: 1 }]);
    expect(other.exitCode).toBeNull();
  });

  it('takes over the lock of a process that died while starting', async () => {
    const dataDir = newDataDir();
    mkdirSync(join(dataDir, 'postgres'), { mode: 0o700 });
    symlinkSync('2147483646.1', join(dataDir, 'postgres', 'lock'));
    await using postgres = await start(dataDir);
    expect(await query(postgres.connectionString, 'SELECT 1 AS n')).toEqual([{ n: 1 }]);
  });

  it('ends by itself when all its users were killed', async () => {
    const dataDir = newDataDir();
    const users = await Promise.all([startInChild(dataDir), startInChild(dataDir)]);
    const server = postmasterOf(users[0].dataFolder);
    users[0].child.kill('SIGKILL');
    await sleep(6000);
    expect(isLive(server)).toBe(true);
    users[1].child.kill('SIGKILL');
    await eventually(() => !isLive(server));

    await using again = await start(dataDir);
    expect(await query(again.connectionString, 'SELECT 1 AS n')).toEqual([{ n: 1 }]);
    expect(readdirSync(join(dataDir, 'postgres', 'clients'))).toHaveLength(1);
  });

  it('keeps two data folders apart, also when one is a copy of the other', async () => {
    const dataDir = newDataDir();
    const original = await start(dataDir);
    await query(original.connectionString, 'CREATE TABLE ours AS SELECT 1 AS n');
    await original.stop();
    const copyDir = newDataDir();
    cpSync(dataDir, copyDir, { recursive: true });

    await using first = await start(dataDir);
    await using copy = await start(copyDir);
    expect(copy.dataFolder).not.toBe(first.dataFolder);
    expect(copy.url.host).not.toBe(first.url.host);
    await query(copy.connectionString, 'CREATE TABLE theirs AS SELECT 2 AS n');
    const tables = "SELECT count(*)::int AS n FROM pg_tables WHERE tablename = 'theirs'";
    expect(await query(first.connectionString, tables)).toEqual([{ n: 0 }]);
  });

  it('says why when the folder cannot be used', async () => {
    const folder = newDataDir();
    writeFileSync(join(folder, 'file'), '');
    await expect(start(join(folder, 'file', 'data'))).rejects.toMatchObject({
      code: 'database_unreachable',
      message: expect.stringContaining('a file is in the way'),
    });
  });

  describe.runIf(isRoot)('as root', () => {
    it('works in a home that only root can read, and root still connects', async () => {
      const home = newDataDir();
      chmodSync(home, 0o700);
      const dataDir = join(home, 'checkout', '.newsmill');
      folders.unshift(dataDir);
      await using postgres = await start(dataDir);
      const owner = statSync(postgres.dataFolder).uid;
      expect(owner).not.toBe(0);
      expect(postgres.dataFolder.startsWith(home)).toBe(false);
      const [row] = await query(
        postgres.connectionString,
        "SELECT pg_read_file('postmaster.pid') IS NOT NULL AS ok",
      );
      expect(row).toEqual({ ok: true });
    });

    // In a home that only root can read there is no ordinary user who could run this checkout.
    it.runIf(canOthersReach(import.meta.dirname))(
      'leaves the data of an ordinary user to that user',
      async () => {
        const dataDir = newDataDir();
        const account = { uid: 65534, gid: 65534 };
        chownSync(dataDir, account.uid, account.gid);
        const user = await startInChild(dataDir, account);
        expect(user.dataFolder.startsWith(dataDir)).toBe(true);
        await query(user.connectionString, 'CREATE TABLE kept AS SELECT 1 AS n');
        user.child.stdin?.end();
        await once(user.child, 'exit');

        const root = await start(dataDir);
        expect(root.dataFolder).toBe(user.dataFolder);
        expect(await query(root.connectionString, 'SELECT n FROM kept')).toEqual([{ n: 1 }]);
        await root.stop();

        const again = await startInChild(dataDir, account);
        expect(await query(again.connectionString, 'SELECT n FROM kept')).toEqual([{ n: 1 }]);
        again.child.stdin?.end();
        await once(again.child, 'exit');
      },
    );
  });
});
