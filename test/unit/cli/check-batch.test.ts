import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { addressQuestion } from '../../../src/cli/check/address.ts';
import { answerBatch, MAX_LINE_BYTES, type Question } from '../../../src/cli/check/batch.ts';
import { canonicalQuestion } from '../../../src/cli/check/canonical.ts';
import { charsetQuestion } from '../../../src/cli/check/charset.ts';
import { robotsQuestion } from '../../../src/cli/check/robots.ts';
import { readLines } from '../../../src/lines.ts';

/** The answers to lines; what is no text is written as JSON. */
async function ask(question: Question, ...lines: unknown[]): Promise<Record<string, unknown>[]> {
  const text = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n');
  const out: string[] = [];
  const sink = {
    write: async (line: string): Promise<void> => {
      out.push(line);
    },
  };
  const summary = await answerBatch(Readable.from([Buffer.from(text)]), sink, question);
  const answers = out.map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(summary).toEqual({ lines: answers.length, errors: answers.filter((a) => 'error' in a).length });
  const asked = text.split('\n').flatMap((line, i) => (line.trim() === '' ? [] : [i + 1]));
  expect(answers.map((answer) => answer.inputLine)).toEqual(asked);
  return answers.map(({ inputLine: _, ...answer }) => answer);
}

const robots = robotsQuestion('newsmill/0.1');
const error = (code: string) =>
  expect.objectContaining({ class: 'permanent', code, message: expect.any(String) });

describe('answerBatch', () => {
  it('answers each line in order, with its id, and goes on after bad ones', async () => {
    const file = { robotstxt: 'User-agent: *\nDisallow: /a', agent: 'x' };
    expect(
      await ask(
        robots,
        { id: 'one', ...file, url: 'http://h/a' },
        '',
        'no json',
        { id: 7, ...file },
        '[1, 2]',
        'null',
        { ...file, url: 'http://h/b' },
        { id: null, ...file, url: 'http://h/a', expected: 'more than is asked' },
      ),
    ).toEqual([
      { id: 'one', allowed: false, line: 2 },
      { error: error('invalid_input') },
      { id: 7, error: error('invalid_input') },
      { error: error('invalid_input') },
      { error: error('invalid_input') },
      { allowed: true, line: null },
      { id: null, allowed: false, line: 2 },
    ]);
  });

  it('passes over a line that is too long without keeping it', async () => {
    const long = (async function* (): AsyncGenerator<Buffer> {
      yield Buffer.from('{"url": "');
      for (let i = 0; i < 80; i++) yield Buffer.alloc(65_536, 0x61);
      yield Buffer.from('"}\n{"id": 2, "url": "http://news.example/"}');
    })();
    const out: string[] = [];
    const write = async (line: string): Promise<void> => {
      out.push(line);
    };
    await answerBatch(
      long,
      { write },
      canonicalQuestion(() => null),
    );
    expect(out.map((line) => JSON.parse(line))).toEqual([
      { inputLine: 1, error: error('invalid_input') },
      { id: 2, inputLine: 2, canonical: 'http://news.example/', rules: [] },
    ]);
  });

  it('reads lines whatever their ends and the pieces they come in', async () => {
    const bytes = Buffer.from('\ufeffä\r\n\nb\rc\nd', 'utf8');
    for (const size of [1, 2, 3, 100]) {
      const pieces = [];
      for (let i = 0; i < bytes.length; i += size) pieces.push(bytes.subarray(i, i + size));
      const lines = [];
      for await (const line of readLines(Readable.from(pieces), MAX_LINE_BYTES)) lines.push(line.text);
      expect(lines).toEqual(['ä', '', 'b\rc', 'd']);
    }
  });
});

describe('robots', () => {
  it('takes text, bytes or a file, a status, and a whole User-Agent', async () => {
    using folder = temporary();
    const path = join(folder.path, 'robots.txt');
    writeFileSync(
      path,
      Buffer.from([0xef, 0xbb, ...Buffer.from('User-agent: newsmill\nDisallow: /caf'), 0xe9]),
    );
    const base64 = Buffer.from('User-agent: newsmill\nDisallow: /').toString('base64');
    expect(
      await ask(
        robots,
        { file: path, url: 'http://h/caf%E9' },
        { base64, agent: 'newsmill/0.1 (+https://x.example)', url: '/a' },
        { base64, agent: 'other', url: '/a' },
        { robotstxt: '', status: 503, url: '/a' },
        { robotstxt: 'User-agent: *\nDisallow: /', status: 404, url: '/a' },
        { robotstxt: 'User-agent: *\nDisallow: /', agent: '', url: '' },
        { robotstxt: '', url: 'no url' },
        { robotstxt: '', file: path, url: '/a' },
        { file: join(folder.path, 'none'), url: '/a' },
      ),
    ).toEqual([
      { allowed: false, line: 2 },
      { allowed: false, line: 2 },
      { allowed: true, line: null },
      { allowed: false, line: null },
      { allowed: true, line: null },
      { allowed: false, line: 2 },
      { error: error('invalid_input') },
      { error: error('invalid_input') },
      { error: error('file_unreadable') },
    ]);
  });
});

describe('address', () => {
  it('tells what a visit would meet, a refusal being an answer', async () => {
    const answers = await ask(
      addressQuestion({ allowAddresses: ['10.1.2.3'], allowPorts: [80, 443], nameServers: [] }),
      { url: 'http://0177.1/' },
      { url: 'http://10.1.2.3/' },
      { url: 'http://93.184.216.34/' },
      { url: 'ftp://93.184.216.34/' },
      { url: 'not a url' },
      { url: 'http://nothing.invalid/' },
      { url: 'http://localhost./' },
      { url: 'http://93.184.216.34:22/' },
    );
    expect(answers.map((a) => [a.allowed, a.code])).toEqual([
      [false, 'address_refused'],
      [true, null],
      [true, null],
      [false, 'unsupported_scheme'],
      [false, 'invalid_url'],
      [false, 'unknown_host'],
      [false, 'address_refused'],
      [false, 'address_refused'],
    ]);
    expect(answers[0]).toEqual({
      allowed: false,
      reason: expect.stringContaining('127.0.0.1 (loopback)'),
      code: 'address_refused',
      addresses: [{ address: '127.0.0.1', range: 'loopback', allowed: false }],
    });
  });

  it('takes a resolver’s answers with the question, and each of those one after the other', async () => {
    const url = 'http://rebind.example/';
    const answers = await ask(
      addressQuestion({ allowAddresses: [], allowPorts: [80, 443], nameServers: [] }),
      { url, addresses: ['93.184.216.34'] },
      { url, addresses: ['10.0.0.1', '::ffff:127.0.0.1'] },
      { url, addresses: [] },
      { url, addresses: [['93.184.216.34'], ['169.254.169.254']] },
      { url, addresses: [['93.184.216.34'], ['93.184.216.35']] },
    );
    expect(answers.map((a) => [a.allowed, a.code])).toEqual([
      [true, null],
      [false, 'address_refused'],
      [false, 'unknown_host'],
      [false, 'address_refused'],
      [true, null],
    ]);
  });
});

describe('canonical and charset', () => {
  it('names the rules, and what keeps a URL from having a spelling', async () => {
    const question = canonicalQuestion((source) =>
      source === 'valley'
        ? { without: ['fragment'], trailingSlash: 'remove', removeParameters: ['ref'], keepParameters: [] }
        : null,
    );
    expect(
      await ask(
        question,
        { url: 'http://news.example/a/?ref=1#b' },
        { url: 'http://news.example/a/?ref=1#b', source: 'valley' },
        { url: 'http://news.example/a#b', options: { without: ['fragment'] } },
        { url: 'http://news.example/a', options: { without: ['host-case'] } },
        { url: 'http://news.example/a', source: 'other' },
        { url: 'mailto:a@b' },
      ),
    ).toEqual([
      { canonical: 'http://news.example/a/?ref=1', rules: ['fragment'] },
      { canonical: 'http://news.example/a#b', rules: ['trailing-slash', 'tracking-parameters'] },
      { canonical: 'http://news.example/a#b', rules: [] },
      { error: error('invalid_input') },
      { error: error('not_found_in_store') },
      { canonical: null, rules: [], error: error('unsupported_scheme') },
    ]);
  });

  it('tells a document’s encoding as the stages would read it', async () => {
    using folder = temporary();
    const at = (name: string, bytes: Uint8Array | string): string => {
      writeFileSync(join(folder.path, name), bytes);
      return join(folder.path, name);
    };
    const koi8 = Buffer.concat([
      Buffer.from('<?xml version="1.0" encoding="koi8-r"?><rss><channel><title>'),
      Buffer.from([0xcd, 0xcf, 0xd3, 0xd4]),
      Buffer.from('</title></channel></rss>'),
    ]);
    expect(
      await ask(
        charsetQuestion,
        { id: 1, file: at('a.xml', koi8) },
        { file: at('b.html', '<meta charset=latin1><p>plain'), contentType: 'text/html' },
        { file: at('c.html', '<p>plain'), contentType: 'text/html; charset=Shift-JIS' },
        { base64: Buffer.from('\ufeffwords').toString('base64') },
        { base64: Buffer.from('words').toString('base64'), contentType: null },
        { base64: Buffer.from('Größe').toString('base64'), contentType: 'text/plain' },
        { file: join(folder.path, 'none') },
      ),
    ).toEqual([
      { id: 1, charset: 'koi8-r', from: 'meta' },
      { charset: 'windows-1252', from: 'meta' },
      { charset: 'shift_jis', from: 'header' },
      { charset: 'utf-8', from: 'bom' },
      { charset: 'utf-8', from: 'default' },
      { charset: 'utf-8', from: 'detection' },
      { error: error('file_unreadable') },
    ]);
  });
});

function temporary(): Disposable & { readonly path: string } {
  const path = mkdtempSync(join(tmpdir(), 'newsmill-check-'));
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) };
}
