/** Rule files: every directive, and every way a line can be wrong. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseRule } from '../../../../src/extract/rules/index.ts';

const patterns = (list: readonly { readonly xpath: { readonly pattern: string } }[]): string[] =>
  list.map(({ xpath }) => xpath.pattern);
const problems = (text: string): string[] =>
  parseRule(text, 'x.txt')
    .notes.filter(({ kind }) => kind === 'problem')
    .map(({ line, message }) => `${line}: ${message}`);

describe('parseRule', () => {
  it('reads every directive', () => {
    const { rule, notes } = parseRule(
      `\uFEFF# a comment
title: //h1
title: //title
body://article
AUTHOR : //a[@rel="author"]
date: //time/@datetime

  strip: //aside
strip_id_or_class: "promo"
strip_image_src: 'pixel'
prune: no
autodetect_on_failure: no
tidy: yes
parser: html5
native_ad_clue: //x
next_page_link: //a[@class='n']
single_page_link: concat(//link/@href, '?print=1')
if_page_contains: //ol
test_url: https://news.example/1
test_contains: one: with a colon
test_contains: two
test_url: https://news.example/2`,
      'news.example.txt',
    );
    expect(notes).toEqual([]);
    expect(rule.file).toBe('news.example.txt');
    expect(patterns(rule.title)).toEqual(['//h1', '//title']);
    expect(patterns(rule.body)).toEqual(['//article']);
    expect(patterns(rule.author)).toEqual(['//a[@rel="author"]']);
    expect(patterns(rule.date)).toEqual(['//time/@datetime']);
    expect(patterns(rule.strip)).toEqual(['//aside']);
    expect(rule.stripIdOrClass).toEqual(['promo']);
    expect(rule.stripImageSrc).toEqual(['pixel']);
    expect([rule.prune, rule.autodetectOnFailure]).toEqual([false, false]);
    expect(patterns(rule.nextPageLink)).toEqual(["//a[@class='n']"]);
    expect(rule.singlePageLink[0]?.condition?.pattern).toBe('//ol');
    expect(rule.tests).toEqual([
      { url: 'https://news.example/1', contains: ['one: with a colon', 'two'] },
      { url: 'https://news.example/2', contains: [] },
    ]);
  });

  it('has both from the start, unless told otherwise', () => {
    const { rule } = parseRule('', 'x.txt');
    expect([rule.prune, rule.autodetectOnFailure, rule.body]).toEqual([true, true, []]);
  });

  it('pairs find_string with replace_string, and takes the short form', () => {
    const { rule, notes } = parseRule(
      `find_string: <a
find_string: <b
replace_string: <i
replace_string: <u
replace_string(<noscript>):
replace_string(src="x:y"): src="z"
replace_string( (a)): b`,
      'x.txt',
    );
    expect(notes).toEqual([]);
    expect(rule.replacements).toEqual([
      { find: '<a', replace: '<i' },
      { find: '<b', replace: '<u' },
      { find: '<noscript>', replace: '' },
      { find: 'src="x:y"', replace: 'src="z"' },
      { find: ' (a)', replace: 'b' },
    ]);
  });

  it('uses no find_string without its replace_string', () => {
    const text = 'find_string: a\nfind_string: b\nreplace_string: c\nreplace_string(d): e';
    expect(parseRule(text, 'x.txt').rule.replacements).toEqual([{ find: 'd', replace: 'e' }]);
    expect(problems(text)).toEqual(['1: 2 find_string, 1 replace_string: none of them is used']);
  });

  it.each([
    ['titel: //h1', 'there is no directive titel'],
    ['test https://news.example/', 'there is no directive test https'],
    ['just words', '“just words” is no directive'],
    ['title:', 'title has no value'],
    ['strip_id_or_class: ""', 'strip_id_or_class has no value'],
    ['prune: maybe', 'prune is yes or no, not “maybe”'],
    ['test_contains: x', 'test_contains comes before any test_url'],
    ['if_page_contains: //p', 'if_page_contains follows no pattern'],
    ['replace_string(): x', 'replace_string has nothing to find'],
    ['body: //div[', '“//div[” is no XPath: it ends too early (character 7).'],
    [
      'body: //p[matches(., "x")]',
      '“//p[matches(., "x")]” is no XPath: there is no function matches() (character 5).',
    ],
    [`body: ${'/p'.repeat(3000)}`, 'body has more than 4096 characters'],
  ])('%s', (line, message) => {
    expect(problems(`# first\n${line}\ntitle: //h1`)).toEqual([`2: ${message}`]);
    expect(patterns(parseRule(`${line}\ntitle: //h1`, 'x.txt').rule.title)).toEqual(['//h1']);
  });

  it('leaves a pattern out whose condition cannot be read', () => {
    const { rule } = parseRule('single_page_link: //a\nif_page_contains: //[', 'x.txt');
    expect(rule.singlePageLink).toEqual([]);
  });

  it('says what it knows and does not do', () => {
    const { notes } = parseRule('http_header(user-agent): Any/1\nrequires_login: yes', 'x.txt');
    expect(notes.map(({ line, kind }) => [line, kind])).toEqual([
      [1, 'ignored'],
      [2, 'ignored'],
    ]);
  });

  it('reads so many lines and no more', () => {
    const { rule, notes } = parseRule('strip: //p\n'.repeat(1500), 'x.txt');
    expect(rule.strip).toHaveLength(1000);
    expect(notes).toEqual([
      { line: 1001, kind: 'problem', message: 'only the first 1000 directives are read' },
    ]);
  });

  it('never throws', () => {
    const word = fc.constantFrom(
      'title',
      'body',
      'replace_string(',
      '):',
      ':',
      '//',
      '[',
      ']',
      '"',
      '\n',
      'no',
      '#',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(word, fc.string({ unit: 'binary' }))), (parts) => {
        parseRule(parts.join(''), 'x.txt');
      }),
      { numRuns: 300 },
    );
  });

  it('reads the example that comes with newsmill without a note', () => {
    const path = fileURLToPath(new URL('../../../../config/rules/news.example.txt', import.meta.url));
    const { rule, notes } = parseRule(readFileSync(path, 'utf8'), path);
    expect(notes).toEqual([]);
    expect(rule.tests[0]?.contains).toHaveLength(1);
  });
});
