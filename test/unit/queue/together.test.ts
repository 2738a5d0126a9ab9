import { describe, expect, it } from 'vitest';
import { together } from '../../../src/queue/together.ts';

describe('adds that come while one is under way', () => {
  it('go together into the next, and each gets its own answer', async () => {
    const trips: number[][] = [];
    const add = together(async (entries: readonly number[]) => {
      trips.push([...entries]);
      await new Promise(setImmediate);
      return entries.map((entry) => entry * 10);
    });
    const first = [add(1), add(2)];
    await new Promise(setImmediate);
    const later = Array.from({ length: 70 }, (_, n) => add(3 + n));
    expect(await Promise.all([...first, ...later])).toEqual(
      Array.from({ length: 72 }, (_, n) => (n + 1) * 10),
    );
    expect(trips.flat()).toEqual(Array.from({ length: 72 }, (_, n) => n + 1));
    expect(trips[0]).toEqual([1, 2]);
    expect(Math.max(...trips.map((trip) => trip.length))).toBe(64);
  });

  it('fail with their round trip, and not with one before', async () => {
    const add = together(async (entries: readonly string[]) => {
      if (entries.includes('bad')) throw new Error('no answer');
      return entries;
    });
    const failed = await Promise.allSettled([add('good'), add('bad')]);
    expect(failed.map((result) => result.status)).toEqual(['rejected', 'rejected']);
    expect(await add('good')).toBe('good');
  });

  it('begin beside one that is held up when there are enough of them, and no earlier', async () => {
    const trips: string[][] = [];
    const held = Promise.withResolvers<void>();
    const add = together(
      async (entries: readonly string[]) => {
        trips.push([...entries]);
        if (entries.includes('held')) await held.promise;
        return entries;
      },
      { enough: 2, atOnce: 2 },
    );
    const first = add('held');
    await new Promise(setImmediate);
    const second = add('a');
    await new Promise(setImmediate);
    expect(trips).toEqual([['held']]);
    expect(await Promise.all([second, add('b')])).toEqual(['a', 'b']);
    expect(trips).toEqual([['held'], ['a', 'b']]);
    held.resolve();
    expect(await first).toBe('held');
  });
});
