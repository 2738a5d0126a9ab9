import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { problemLine } from '../../../src/config/problems.ts';
import { SourceDefinition } from '../../../src/config/source.ts';
import { loadSources, unknownProxies } from '../../../src/config/sources-dir.ts';
import { SourceId } from '../../../src/ids.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'newsmill-sources-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const write = (name: string, text: string): void => writeFileSync(join(root, name), text);
const load = () => loadSources(root, root);
const lines = (): string[] => load().problems.map(problemLine);

it('reads each file as a source named after it, with its defaults', () => {
  write('courier-politics.yaml', 'name: Courier\nfeeds: [https://courier.example/feed]\nevery: 15m\n');
  write(
    'b.yaml',
    'name: B\nhubs: [http://b.example/]\ncron: "*/20 6-22 * * mon-fri"\ntimezone: Europe/Berlin\n',
  );
  write('README.md', 'not a source');
  write('c.yaml.example', 'not a source');
  write('.d.yaml', 'not a source');
  const { sources, problems } = load();
  expect(problems).toEqual([]);
  expect(sources.map((s) => s.id)).toEqual(['b', 'courier-politics']);
  expect(sources[1]?.definition).toMatchObject({
    feeds: ['https://courier.example/feed'],
    sitemaps: [],
    priority: 50,
    enabled: true,
    revisit: ['1h', '6h', '1d'],
  });
});

it('takes the example that is shipped', () => {
  const example = new URL('../../../config/sources/example.yaml.example', import.meta.url);
  const text = readFileSync(fileURLToPath(example), 'utf8');
  write('example.yaml', text);
  write('all.yaml', text.replaceAll(/^#(?=[a-z])/gim, ''));
  const { sources, problems } = load();
  expect(problems).toEqual([]);
  expect(sources).toHaveLength(2);
  expect(sources[0]?.definition).toMatchObject({ language: 'en', delayMs: 1000 });
  // What has a default shows it; what has none shows an example.
  expect(sources[0]?.definition).toMatchObject({ ...sources[1]?.definition });
});

it('keeps the good ones beside the bad ones', () => {
  write('good.yaml', 'name: G\nfeeds: [https://g.example/]\nevery: 1h\n');
  write('bad.yaml', 'name: 5\nfeeds: [https://g.example/]\nevery: 1h\n');
  const { sources, problems } = load();
  expect(sources.map((s) => s.id)).toEqual(['good']);
  expect(problems.map(problemLine)).toEqual(['bad.yaml:1: name is 5. Write text of at most 200 characters.']);
});

it('says every thing that is wrong, with its line', () => {
  write(
    'a.yaml',
    'feeds: x\ncron: "61 * * * *"\ntimezone: Mars/Base\nevery: 15 minutes\nhub: []\nrevisit:\n  - 1h\n  - 9000d\n',
  );
  expect(lines()).toEqual([
    'a.yaml:1: name is missing. Write text of at most 200 characters.',
    'a.yaml:1: feeds is "x". Write a list, each item an http:// or https:// URL.',
    expect.stringMatching(/^a\.yaml:2: cron is "61 \* \* \* \*"\. Cron does not take it \(.*61.*\); "0 6 /),
    'a.yaml:3: timezone is "Mars/Base". Write an IANA time zone, such as Europe/Berlin or UTC.',
    'a.yaml:4: every is "15 minutes". Write a number and a unit: 30s, 15m, 6h or 1d.',
    'a.yaml:4: every is "15 minutes". Give exactly one of every (such as 15m) and cron.',
    'a.yaml:5: hub is not a setting. Did you mean hubs?',
    'a.yaml:8: revisit[1] is "9000d". Write at most 366d.',
  ]);
});

it.each([
  ['* * * *', /Write five fields/],
  ['0 * * * * *', /Write five fields/],
  ['@hourly', /Write five fields/],
  ['0 0 30 2 *', /does not take it/],
  ['a b c d e', /does not take it/],
])('refuses the cron expression %s', (cron, words) => {
  write('a.yaml', `name: A\nfeeds: [https://a.example/]\ncron: "${cron}"\n`);
  expect(lines()).toEqual([expect.stringMatching(words)]);
});

it('asks for a place to look at and for a time', () => {
  write('a.yaml', 'name: A\nfeeds: []\n');
  expect(lines()).toEqual([
    'a.yaml:1: Name at least one of feeds, sitemaps or hubs.',
    'a.yaml:1: every is missing. Give exactly one of every (such as 15m) and cron.',
  ]);
  write('a.yaml', '');
  expect(lines()).toEqual([
    expect.stringMatching(/^a\.yaml:1: This is empty\. Write a section with the keys name/),
  ]);
  write('a.yaml', 'name: "A\nfeeds: }\n');
  expect(lines()[0]).toMatch(/^a\.yaml:\d: this is not YAML as it should be: /);
});

it('refuses file names that give no id, and the other ending', () => {
  write('My Paper.yaml', 'name: A\n');
  write('b.yml', 'name: A\n');
  mkdirSync(join(root, 'folder.yaml'));
  expect(lines()).toEqual([
    expect.stringMatching(/^My Paper\.yaml: .*Rename the file: lower-case letters, digits and hyphens/),
    'b.yml: the file name must end in .yaml. Rename the file.',
    expect.stringMatching(/^folder\.yaml: .*it is not a file/),
  ]);
});

it('takes a folder that is not there as one without sources', () => {
  expect(loadSources(join(root, 'gone'), root)).toEqual({ sources: [], problems: [] });
  write('file', '');
  expect(loadSources(join(root, 'file'), root).problems.map(problemLine)).toEqual([
    expect.stringMatching(/^file: this folder of sources cannot be read: ENOTDIR/),
  ]);
});

describe('a source’s proxy', () => {
  const source = (proxy?: string) => ({
    id: SourceId.parse('harbour'),
    definition: SourceDefinition.parse({
      name: 'Harbour',
      feeds: ['https://news.example/rss'],
      every: '1h',
      ...(proxy === undefined ? {} : { proxy }),
    }),
  });

  it('must be one of the configuration', () => {
    expect(unknownProxies([source(), source('north')], [{ name: 'north' }])).toEqual([]);
    expect(unknownProxies([source('nosuch')], [{ name: 'north' }])).toMatchObject([
      { where: 'source harbour', key: 'proxy', message: expect.stringContaining('there are north') },
    ]);
  });
});

it('says in a sentence that a file is no text, or not in UTF-8', () => {
  const put = (name: string, bytes: Buffer): void => writeFileSync(join(root, name), bytes);
  put('a.yaml', Buffer.from([0x1f, 0x8b, 0x08, 0x00, 0xff, 0x00, 0x12]));
  put('b.yaml', Buffer.from('name: B\n# Stra\xdfe\n', 'latin1'));
  put('c.yaml', Buffer.from('\ufeffname: C\n', 'utf16le'));
  expect(lines()).toEqual([
    expect.stringMatching(/^a\.yaml: a\.yaml cannot be read: it is a binary file, not text\./),
    expect.stringMatching(/^b\.yaml: b\.yaml cannot be read: line 2 is not UTF-8\. Save the file as UTF-8/),
    expect.stringMatching(/^c\.yaml: c\.yaml cannot be read: it is text in UTF-16\. Save it as UTF-8/),
  ]);
});

it('has every key of a source, commented or not, in the example', () => {
  const file = fileURLToPath(new URL('../../../config/sources/example.yaml.example', import.meta.url));
  const text = readFileSync(file, 'utf8');
  const { canonical } = SourceDefinition.shape;
  const wanted = [...Object.keys(SourceDefinition.shape), ...Object.keys(canonical.unwrap().shape)];
  const isThere = (key: string): boolean => new RegExp(`(?:^#? *|[{,] )${key}:`, 'm').test(text);
  expect(wanted.filter((key) => !isThere(key))).toEqual([]);
});
