import { describe, expect, it } from 'vitest';
import { cleaningTurns, commonOptions, identityOptions } from '../../../src/queue/job-options.ts';
import { isSameSchedule, readSchedule, repeatOptions } from '../../../src/queue/schedules.ts';
import { queueConfig } from '../../support/queue-config.ts';

describe('identityOptions', () => {
  it('keeps the identity and never gives the same job id twice', () => {
    const [one, two] = [identityOptions('robots:a.example:8443'), identityOptions('robots:a.example:8443')];
    expect(one.deduplication).toEqual({ id: 'robots:a.example:8443' });
    expect(one.jobId).toMatch(/^robots\.a\.example\.8443~[\w-]{12}$/);
    expect(one.jobId).not.toBe(two.jobId);
  });

  it.each(['', 'x'.repeat(401)])('refuses an id of another length', (id) => {
    expect(() => identityOptions(id)).toThrow(expect.objectContaining({ code: 'invalid_input' }));
  });
});

describe('retention', () => {
  it('counts on every job in Redis and on every 32nd of a queue in PostgreSQL', () => {
    const redis = cleaningTurns('redis');
    expect([redis('fetch'), redis('fetch')]).toEqual([true, true]);
    const postgres = cleaningTurns('postgres');
    const turns = Array.from({ length: 320 }, (_, index) => [
      postgres('fetch'),
      index % 2 ? postgres('extract') : false,
    ]);
    expect(turns.filter(([fetch]) => fetch)).toHaveLength(10);
    expect(turns.filter(([, extract]) => extract)).toHaveLength(5);
  });

  it('bounds number and age where it is the job’s turn, and keeps nothing when told so', () => {
    const config = queueConfig({ keepCompleted: 5, keepFailed: 7 });
    expect(commonOptions(config, true)).toMatchObject({
      removeOnComplete: { count: 5, age: 604_800 },
      removeOnFail: { count: 7, age: 604_800 },
    });
    expect(commonOptions(config, false)).toMatchObject({
      removeOnComplete: false,
      removeOnFail: { age: 604_800 },
    });
    for (const turn of [true, false])
      expect(commonOptions(queueConfig({ keepCompleted: 0, keepFailed: 0 }), turn)).toMatchObject({
        removeOnComplete: true,
        removeOnFail: true,
      });
  });
});

describe('schedules', () => {
  it.each([{ everyMs: 900_000 }, { cron: '*/15 * * * *', timezone: 'Europe/Berlin' }])(
    'reads back what it wrote: %j',
    (rhythm) => {
      const { every, pattern, tz } = {
        every: undefined,
        pattern: undefined,
        tz: undefined,
        ...repeatOptions(rhythm),
      };
      const stored = readSchedule({
        key: 'source-a',
        name: 'source-due',
        next: 1,
        template: { data: { sourceId: 'a' } },
        ...(every === undefined ? {} : { every }),
        ...(pattern === undefined ? {} : { pattern }),
        ...(tz === undefined ? {} : { tz }),
      });
      expect(stored).toEqual({
        id: 'source-a',
        rhythm,
        job: { name: 'source-due', data: { sourceId: 'a' } },
        nextMs: 1,
      });
      const wanted = { rhythm, job: { name: 'source-due', data: { sourceId: 'a' } } };
      expect(stored !== undefined && isSameSchedule(stored, wanted)).toBe(true);
      expect(stored !== undefined && isSameSchedule(stored, { ...wanted, rhythm: { everyMs: 1 } })).toBe(
        false,
      );
      expect(
        stored !== undefined && isSameSchedule(stored, { ...wanted, job: { name: 'source-due', data: {} } }),
      ).toBe(false);
    },
  );
});
