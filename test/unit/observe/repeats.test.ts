import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createLog } from '../../../src/observe/log.ts';
import { limitRepeats, type RepeatOptions } from '../../../src/observe/repeats.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function capture(options: RepeatOptions) {
  const messages: string[] = [];
  const destination = {
    write: (line: string) => void messages.push(String((JSON.parse(line) as { msg: string }).msg)),
  };
  const log = createLog({ level: 'info', format: 'json' }, { destination, isTerminal: false });
  return { repeats: limitRepeats(log, options), messages };
}

it('lets a few through, and says at the end of the window how many it left out', () => {
  const { repeats, messages } = capture({ perWindow: 2, windowMs: 1000 });
  for (let i = 0; i < 10; i += 1) repeats.warn('down', { host: 'a' }, 'host is down');
  repeats.warn('slow', {}, 'host is slow');
  expect(messages).toEqual(['host is down', 'host is down', 'host is slow']);
  vi.advanceTimersByTime(1000);
  expect(messages.slice(3)).toEqual(['host is down (8 more like this were left out)']);
  repeats.warn('down', {}, 'host is down');
  expect(messages.slice(4)).toEqual(['host is down']);
});

it('says so on flush and dispose, too', () => {
  const { repeats, messages } = capture({ perWindow: 1, windowMs: 1000 });
  repeats.warn('a', {}, 'a');
  repeats.warn('a', {}, 'a');
  repeats[Symbol.dispose]();
  expect(messages).toEqual(['a', 'a (1 more like this were left out)']);
  vi.advanceTimersByTime(5000);
  expect(messages).toHaveLength(2);
});

it('keeps a bounded number of keys apart', () => {
  const { repeats, messages } = capture({ perWindow: 1, windowMs: 1000, maxKeys: 10 });
  for (let i = 0; i < 1000; i += 1) repeats.warn(`host-${i}`, {}, `host-${i} is down`);
  expect(messages).toHaveLength(11);
  repeats.flush();
  expect(messages.at(-1)).toBe('host-999 is down (989 more like this were left out)');
});
