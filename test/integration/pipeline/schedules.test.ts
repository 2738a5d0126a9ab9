import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SourceDefinition } from '../../../src/config/source.ts';
import { SourceId } from '../../../src/ids.ts';
import { syncSchedules } from '../../../src/pipeline/sync-schedules.ts';
import { syncSources } from '../../../src/pipeline/sync-sources.ts';
import {
  findSource,
  listSources,
  removeSource,
  setPaused,
  upsertSource,
} from '../../../src/store/sources.ts';
import { startDiscover } from '../../../workers/discover.ts';
import { startMaintain } from '../../../workers/maintain.ts';
import { eventually } from '../../support/cli.ts';
import { loseQueues } from '../../support/lose-queues.ts';
import { openTestParts, type TestParts } from '../../support/parts.ts';
import { haveRedis, startRedis, type TestRedis } from '../../support/redis.ts';

const id = (text: string) => SourceId.parse(text);
const definition = (every: string) =>
  SourceDefinition.parse({ name: 'Harbour', feeds: ['http://127.0.0.1:9/feed.xml'], every });

async function visitsDue(parts: TestParts): Promise<number> {
  const { rows } = await parts.store.database.pool.query<{ n: number }>(
    'SELECT count(*)::int AS n FROM frontier',
  );
  return rows[0]?.n ?? 0;
}

describe.each([{ backend: 'PostgreSQL' }, { backend: 'Redis' }])(
  'schedules, queues on $backend',
  ({ backend }) => {
    let redis: TestRedis | undefined;
    beforeAll(async () => {
      if (backend === 'Redis' && haveRedis()) redis = await startRedis();
    });
    afterAll(() => redis?.[Symbol.asyncDispose]());
    // Without a Redis server on a developer's machine there is nothing to test against; CI always has one.
    const on = it.skipIf(backend === 'Redis' && !haveRedis());
    const open = () => openTestParts(redis ? { queueUrl: redis.url } : {});

    on('exist once for each source after ten starts, whatever order they come in', async () => {
      await using parts = await open();
      await upsertSource(parts.store.db, id('harbour'), definition('15m'), 'api');
      await upsertSource(
        parts.store.db,
        id('valley'),
        SourceDefinition.parse({
          name: 'Valley',
          hubs: ['http://127.0.0.1:9/'],
          cron: '0 6 * * *',
          timezone: 'Europe/Paris',
        }),
        'api',
      );
      const first = await syncSchedules(parts);
      expect(first).toEqual({ written: 2, removed: 0 });
      for (let start = 0; start < 10; start += 1)
        expect(await syncSchedules(parts)).toEqual({ written: 0, removed: 0 });
      const schedules = await parts.queues.schedules('discover');
      expect(schedules.map((s) => s.id).toSorted()).toEqual(['source-harbour', 'source-valley']);
    });

    on('follow a change, a pause, a removal and a resumption', async () => {
      await using parts = await open();
      const { db } = parts.store;
      const harbour = id('harbour');
      await upsertSource(db, harbour, definition('15m'), 'api');
      await syncSchedules(parts);
      await upsertSource(db, harbour, definition('1h'), 'api');
      await syncSchedules(parts);
      expect(await parts.queues.schedules('discover')).toMatchObject([{ rhythm: { everyMs: 3_600_000 } }]);
      await setPaused(db, harbour, true);
      expect(await syncSchedules(parts)).toEqual({ written: 0, removed: 1 });
      // A restart reads the file again; the pause is not the file's.
      await syncSources(db, 'api', [{ id: harbour, definition: definition('2h') }]);
      expect((await findSource(db, harbour))?.paused).toBe(true);
      expect(await syncSchedules(parts)).toEqual({ written: 0, removed: 0 });
      await setPaused(db, harbour, false);
      expect(await syncSchedules(parts)).toEqual({ written: 1, removed: 0 });
      await removeSource(db, harbour);
      expect(await syncSchedules(parts)).toEqual({ written: 0, removed: 1 });
      expect(await listSources(db)).toEqual([]);
    });

    on('turn by turn make the entry points due, and a paused source takes none', async () => {
      await using parts = await open();
      const { db } = parts.store;
      await upsertSource(db, id('often'), definition('1s'), 'api');
      await upsertSource(
        db,
        id('paused'),
        SourceDefinition.parse({ name: 'Paused', feeds: ['http://127.0.0.1:9/other.xml'], every: '1s' }),
        'api',
      );
      await setPaused(db, id('paused'), true);
      await using _worker = startDiscover(parts);
      await using _maintain = await startMaintain(parts, { schedules: true });
      const first = await eventually(
        'the first turn',
        async () => (await findSource(db, id('often')))?.lastDueAt,
      );
      await eventually(
        'another turn',
        async () => ((await findSource(db, id('often')))?.lastDueAt?.getTime() ?? 0) > first.getTime(),
      );
      expect(await visitsDue(parts)).toBe(1);
      expect((await findSource(db, id('paused')))?.lastDueAt).toBeNull();
    });

    on('come back by themselves after the queues lost everything', async () => {
      await using parts = await open();
      const { db } = parts.store;
      await upsertSource(db, id('often'), definition('1s'), 'api');
      await using _worker = startDiscover(parts);
      await using _maintain = await startMaintain(parts, { schedules: true });
      await eventually('the first turn', async () => (await findSource(db, id('often')))?.lastDueAt);
      await loseQueues(parts, redis);
      const flushedAt = Date.now();
      await eventually(
        'a turn after the flush',
        async () => ((await findSource(db, id('often')))?.lastDueAt?.getTime() ?? 0) > flushedAt + 1000,
      );
      await eventually('the scheduler', async () => (await parts.queues.schedules('discover')).length === 1);
    });
  },
);
