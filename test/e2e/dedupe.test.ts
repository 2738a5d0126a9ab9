import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { newsmill, temporaryFolder } from '../support/cli.ts';
import { report } from '../support/texts.ts';

describe('newsmill dedupe', () => {
  it('puts copies together, edits to their article, and answers every line', async () => {
    using folder = temporaryFolder();
    const text = report(31, 20);
    const lines = [
      { id: 'a', url: 'https://one.example/x?utm_source=feed', title: 'The bell', body: text },
      { id: 'b', url: 'https://two.example/y', title: 'A bell', body: `Ours.\n\n${text}` },
      { id: 'c', url: 'https://one.example/x', title: 'The bell', body: `${text}\nOne more line.` },
      { id: 'part', url: 'https://one.example/x', title: 'The bell', body: text.slice(0, 600) },
      { id: 'www', url: 'https://www.one.example/x', title: 'The bell', body: `${text}\nOne more line.` },
      { id: 'again', url: 'https://www.one.example/x', title: 'The bell', body: `${text}\nOne more line.` },
      { id: 'd', url: 'https://three.example/z', title: null, body: report(32, 20), published: null },
    ];
    const input = [...lines.map((line) => JSON.stringify(line)), 'no JSON', '{"id":"e"}'].join('\n');
    const [given, out] = [join(folder.path, 'in.jsonl'), join(folder.path, 'out.jsonl')];
    writeFileSync(given, gzipSync(input));
    const run = await newsmill(['dedupe', '--batch', given, '--out', out]);
    expect(run.stderr).toContain('9 documents: 3 articles in 2 clusters, 2 unreadable');
    expect(run.code).toBe(0);
    const answers = readFileSync(out, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(answers.map((answer) => answer.id)).toEqual([
      'a',
      'b',
      'c',
      'part',
      'www',
      'again',
      'd',
      null,
      null,
    ]);
    const [a, b, c, part, www, again, d, e] = answers;
    expect(b?.cluster).toBe(a?.cluster);
    expect(b?.evidence).toMatchObject([{ rung: expect.stringMatching(/text|near/) }]);
    expect(c).toMatchObject({ article: a?.article, cluster: a?.cluster, revisionOf: 'a' });
    expect(c?.evidence).toEqual([{ rung: 'address' }]);
    expect(part).toMatchObject({
      article: a?.article,
      revisionOf: 'a',
      evidence: [{ rung: 'address', part: true }],
    });
    const named = [{ rung: 'name', names: ['path', 'text'], text: 'same' }];
    expect(www).toMatchObject({ article: a?.article, revisionOf: 'a', evidence: named });
    expect(again).toMatchObject({ article: a?.article, revisionOf: 'a', evidence: [{ rung: 'address' }] });
    expect(d?.cluster).not.toBe(a?.cluster);
    expect(e).toMatchObject({ cluster: null, error: { code: 'invalid_input' } });
  });

  it('says what is wrong with a file that is not there', async () => {
    using folder = temporaryFolder();
    const missing = join(folder.path, 'nothing.jsonl');
    const run = await newsmill(['dedupe', '--batch', missing]);
    expect(run.code).toBe(3);
    expect(run.stderr).toContain('file_unreadable');
    expect(existsSync(missing)).toBe(false);
  });
});
