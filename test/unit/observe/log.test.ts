import { describe, expect, it } from 'vitest';
import { NewsmillError } from '../../../src/errors.ts';
import { createLog, type LogOptions } from '../../../src/observe/log.ts';
import { MAX_TEXT } from '../../../src/observe/scrub.ts';

function capture(format: 'auto' | 'pretty' | 'json' = 'json', options: LogOptions = {}) {
  const lines: string[] = [];
  const destination = { write: (line: string) => void lines.push(line) };
  const log = createLog({ level: 'debug', format }, { destination, isTerminal: false, ...options });
  const last = (): Record<string, unknown> => JSON.parse(lines.at(-1) ?? '') as Record<string, unknown>;
  return { log, lines, last };
}

describe('a line for programs', () => {
  it('is JSON with level, time, message and the child’s fields', () => {
    const { log, last } = capture();
    log.child({ role: 'fetch', host: 'a.example' }).child({ frontierId: '7' }).info({ ms: 12 }, 'fetched');
    expect(last()).toMatchObject({
      level: 'info',
      role: 'fetch',
      host: 'a.example',
      frontierId: '7',
      ms: 12,
      msg: 'fetched',
    });
    expect(last().time).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/);
  });

  it('leaves out what is below its level', () => {
    const { log, lines } = capture();
    log.trace('no');
    expect(lines).toEqual([]);
  });

  it('carries class, code and causes of an error', () => {
    const { log, last } = capture();
    const cause = new Error('connect ECONNREFUSED');
    log.error({ err: new NewsmillError('connect_failed', 'No answer', { cause }) }, 'visit failed');
    expect(last().err).toMatchObject({
      type: 'NewsmillError',
      class: 'transient',
      code: 'connect_failed',
      cause: { message: 'connect ECONNREFUSED' },
    });
    log.error(new Error('alone'));
    expect(last()).toMatchObject({ msg: 'alone', err: { message: 'alone' } });
  });
});

describe('secrets', () => {
  it('never reach the log by name, in a URL, in a message, in an error or in a child', () => {
    const { log, lines } = capture();
    const url = 'postgres://user:hunter2@db.example/news';
    log.info({ token: 'hunter2', apiToken: 'hunter2', headers: { Authorization: 'Bearer hunter2' } }, 'a');
    log.info({ url, deep: { list: [{ url: new URL('https://me:hunter2@a.example/?x=1') }] } }, 'b');
    log.info(`connecting to ${url} and https://a.example/?a=1&token=hunter2#x`);
    log.info('to %s', url);
    log.error({ err: new Error(`cannot reach ${url}`, { cause: new Error(url) }) }, 'c');
    log.child({ url, secret: 'hunter2' }).info('d');
    expect(lines).toHaveLength(6);
    expect(lines.join('')).not.toContain('hunter2');
    expect(lines[1]).toContain('https://***@a.example/?x=1');
    expect(lines[2]).toContain('https://a.example/?a=1&token=***#x');
    expect(lines[3]).toContain('to postgres://***@db.example/news');
  });

  it('leaves addresses alone that only look alike', () => {
    const { log, last } = capture();
    const url = 'https://a.example/@author/mail?to=me@b.example';
    log.info({ url }, url);
    expect(last()).toMatchObject({ url, msg: url });
  });
});

describe('bounds', () => {
  it('cuts long strings, long lists, wide objects and deep trees', () => {
    const { log, lines, last } = capture();
    let deep: object = {};
    for (let i = 0; i < 10_000; i += 1) deep = { deep };
    const wide = Object.fromEntries(Array.from({ length: 5000 }, (_, i) => [`k${i}`, 'x'.repeat(3000)]));
    log.info(
      { url: `https://a.example/${'x'.repeat(1e6)}`, list: new Array(1e5).fill(1), deep },
      'y'.repeat(1e6),
    );
    expect(String(last().msg).length).toBeLessThan(MAX_TEXT + 30);
    expect(String(last().url).length).toBeLessThan(MAX_TEXT + 30);
    expect(last().list).toHaveLength(51);
    expect(lines[0]?.length).toBeLessThan(10_000);
    log.info({ wide }, 'z');
    expect(lines[1]?.length).toBeLessThan(60 * MAX_TEXT);
    log.info({ bytes: new Uint8Array(1e6), big: 2n ** 70n, at: new Date(Number.NaN) }, 'bytes');
    expect(last()).toMatchObject({ bytes: '(1000000 bytes)', big: String(2n ** 70n), at: null });
  });

  it('ends on what points at itself', () => {
    const { log, last } = capture();
    const loop: Record<string, unknown> = {};
    loop.self = loop;
    const error = new Error('a');
    error.cause = error;
    log.error({ loop, err: error }, 'loop');
    expect(last().msg).toBe('loop');
  });
});

describe('a line for people', () => {
  it('starts with time, level and role', () => {
    const { log, lines } = capture('pretty');
    log.child({ role: 'fetch' }).warn({ host: 'a.example' }, 'slow');
    expect(lines[0]).toMatch(/^\[\d\d:\d\d:\d\d\] WARN: fetch: slow \{"host":"a\.example"\}\n$/);
  });

  it('is what auto gives on a terminal only', () => {
    const onTerminal = capture('auto', { isTerminal: true });
    onTerminal.log.info('hello');
    expect(onTerminal.lines[0]).toContain('hello');
    expect(() => JSON.parse(onTerminal.lines[0] ?? '')).toThrow();
    const piped = capture('auto');
    piped.log.info('hello');
    expect(piped.last()).toMatchObject({ msg: 'hello' });
  });
});
