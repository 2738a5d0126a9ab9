import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { BodyBudget } from '../../../src/fetch/body-budget.ts';

describe('the budget of large bodies', () => {
  it('lets the eldest grow, makes the others wait, and calls them when there is room', async () => {
    const budget = new BodyBudget(100);
    const called: string[] = [];
    const share = (name: string) => budget.share(() => called.push(name));
    const [first, second, third] = [share('first'), share('second'), share('third')];
    expect([first.growTo(60), second.growTo(40), second.growTo(50), third.growTo(1)]).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect(first.growTo(500)).toBe(true);
    await turn();
    expect(called).toEqual([]);
    first.release();
    await turn();
    expect(called).toEqual(['second', 'third']);
    expect(budget.used).toBe(51);
  });

  it('calls only the eldest while there is too much', async () => {
    const budget = new BodyBudget(10);
    const called: string[] = [];
    const [first, second, third] = ['first', 'second', 'third'].map((name) =>
      budget.share(() => called.push(name)),
    );
    expect([first?.growTo(8), second?.growTo(20), third?.growTo(3)]).toEqual([true, false, false]);
    first?.release();
    await turn();
    expect(called).toEqual(['second']);
    expect(second?.growTo(200)).toBe(true);
    second?.release();
    await turn();
    expect(called).toEqual(['second', 'third']);
  });

  it('gives nothing to a body that has ended', () => {
    const budget = new BodyBudget(10);
    const share = budget.share(() => undefined);
    share.growTo(20);
    share.release();
    expect(share.growTo(40)).toBe(true);
    expect(budget.used).toBe(0);
  });
});
