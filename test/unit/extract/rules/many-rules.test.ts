import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { extractPage } from '../../../../src/extract/extract.ts';
import {
  explainRule,
  listRuleFiles,
  openRuleBook,
  readRuleFile,
} from '../../../../src/extract/rules/index.ts';
import { articleHtml, inputOf, pageOf } from '../read.ts';

/** As many as the public collection has. */
const FILES = 2041;

/** Patterns in the ways in which people write them: XPath 1.0's axes, functions, unions, positions. */
const XPATHS = [
  '//article',
  '//*[@id="story"]/..',
  "//div[contains(@class, 'story')]",
  "//div[contains(concat(' ', normalize-space(@class), ' '), ' story ')]",
  "id('story')",
  '//h1[1]',
  '(//h1 | //h2)[last()]',
  '//p[not(ancestor::aside) and string-length(normalize-space(.)) > 20]',
  "//a[starts-with(@href, 'http') and position() < 3]/@href",
  "//div[@class='a']/following-sibling::*[1]/self::p",
  "substring-after(//span[@class='by'], 'By ')",
  "//meta[@property='article:published_time']/@content",
  "translate(//h1, 'ABC', 'abc')",
  '//*[local-name()="time"]/@datetime',
  "//img[@src='x' or @data-src]",
  'count(//p) > 3',
  '//table//tr[2]/td[position()=last()]',
  '//p[preceding-sibling::h2[contains(., "Related")]]',
  'descendant-or-self::node()/div',
  "//div[@id = 'a'][2]",
];
/** What is in real files and is wrong. */
const BAD = [
  'body: //div[@class="open',
  'title: //h1[',
  'body: //*[foo()]',
  'strip: ///',
  'author: count(',
  'date: $variable/@x',
  'replace_string(): nothing to find',
  'test_contains: nothing before it',
  'find_string: alone',
  'prune: perhaps',
  'no directive at all',
  'body:',
  'colour: red',
];

/** The directives that the format's documentation names, each with a value that is right. */
function directives(n: number): string[] {
  const xpath = (k: number): string => XPATHS[(n + k) % XPATHS.length] ?? '//p';
  return [
    `title: ${xpath(0)}`,
    `title: ${xpath(1)}`,
    `body: ${xpath(2)}`,
    `body : ${xpath(3)}`,
    `author: ${xpath(4)}`,
    `date:${xpath(5)}`,
    `strip: ${xpath(6)}`,
    `if_page_contains: ${xpath(7)}`,
    'strip_id_or_class: social-box',
    'strip_id_or_class: "quoted"',
    'strip_image_src: /ads/',
    'strip_attr: @style',
    `next_page_link: ${xpath(8)}`,
    "single_page_link: //a[@class='all']",
    'single_page_link_in_feed: //a',
    'autodetect_next_page: yes',
    'prune: no',
    'tidy: yes',
    'parser: html5php',
    'autodetect_on_failure: yes',
    'find_string: <br><br>',
    'replace_string: <p>',
    'replace_string(<div class="x">): <p>',
    'http_header(User-Agent): Mozilla/5.0',
    'http_header(Cookie): a=b: c',
    'requires_login: yes',
    'not_logged_in_xpath: //a',
    'login_uri: https://example.com/login',
    'login_username_field: name',
    'login_password_field: word',
    'login_extra_fields: a=b',
    'skip_json_ld: yes',
    'insert_detected_image: no',
    'native_ad_clue: //x',
    'src_lazy_load_attr: data-src',
    'skip_id_or_class: keep',
    'strip_comments: no',
    'convert_double_br_tags: yes',
    'footnotes: no',
    'dissolve: //span',
    'wrap_in(blockquote): //div',
    'move_into(//article): //aside',
    `test_url: https://site${n}.example/story?a=b:c`,
    'test_contains: a sentence: with a colon',
    '# a comment: with a colon',
    '',
  ];
}

interface Made {
  readonly name: string;
  readonly bad: boolean;
}

/** Every fifth file has something wrong; ends of lines, marks at the beginning and blanks differ. */
function make(folder: string): Made[] {
  return Array.from({ length: FILES }, (_, n) => {
    const name = `${n % 7 === 0 ? '.' : ''}site${n}.example.${n % 3 === 0 ? 'co.uk' : 'com'}.txt`;
    const wrong = n % 5 === 0 ? BAD[(n / 5) % BAD.length] : undefined;
    const lines = directives(n).toSpliced(n % 11, 0, ...(wrong === undefined ? [] : ['', wrong, '']));
    const text = `${n % 4 === 0 ? '\uFEFF' : ''}${lines.join(n % 2 === 0 ? '\r\n' : '\n')}`;
    writeFileSync(join(folder, name), n % 13 === 0 ? text.replaceAll(/^/gm, '  ') : text);
    return { name, bad: wrong !== undefined };
  });
}

describe('a folder of as many rules as the public collection has', () => {
  let folder = '';
  let made: Made[] = [];
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'newsmill-rules-'));
    made = make(folder);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('is read whole, and what is wrong is named by file and line', () => {
    const files = listRuleFiles(folder);
    expect(files).toHaveLength(FILES);
    const problems = new Map(
      files.map(({ name, path }) => [
        name,
        readRuleFile(path).notes.filter(({ kind }) => kind === 'problem'),
      ]),
    );
    for (const { name, bad } of made) {
      expect([name, problems.get(name)?.length === 0]).toEqual([name, !bad]);
      for (const { line } of problems.get(name) ?? []) expect(line).toBeGreaterThan(0);
    }
  });

  it('keeps the other lines of a file with a bad one', () => {
    for (const { name } of made.filter(({ bad }) => bad).slice(0, 40)) {
      const { rule } = readRuleFile(join(folder, name));
      expect(rule.body.length).toBeGreaterThanOrEqual(2);
      expect(rule.stripIdOrClass).toEqual(['social-box', 'quoted']);
      expect(rule.replacements.some(({ find }) => find === '<div class="x">')).toBe(true);
      expect(rule.tests[0]?.contains).toContain('a sentence: with a colon');
    }
  });

  it('finds a host’s file, by name or wildcard, and reads pages by it', () => {
    const book = openRuleBook([folder]);
    expect(book.find('www.site1.example.com')?.file).toBe(join(folder, 'site1.example.com.txt'));
    expect(book.find('deep.news.site7.example.com')?.file).toBe(join(folder, '.site7.example.com.txt'));
    expect(book.find('site2.example.org')).toBeNull();
    for (let n = 0; n < 100; n++) {
      const url = `https://www.site${n}.example.${n % 3 === 0 ? 'co.uk' : 'com'}/story`;
      const { failure } = extractPage(inputOf(articleHtml(), { url }), { rules: book });
      expect([url, failure?.code]).toEqual([url, failure === undefined ? undefined : 'no_article']);
    }
    const reports = book.takeReports();
    expect(reports.length).toBeGreaterThan(10);
    for (const report of reports) expect(report).toContain(folder);
  });
});

describe('explainRule', () => {
  it('says what each line finds, and which one counts', () => {
    const html = articleHtml();
    const text = [
      '# a rule',
      'title: //h9',
      'title: //h1',
      'title: //title',
      'body: //article',
      'strip: //p',
      'if_page_contains: //video',
      'strip_id_or_class: nothing',
      'body: //p[',
      'find_string: <main>',
      'replace_string: <div>',
      'replace_string(</main>): </div>',
      'prune: yes',
    ].join('\n');
    const lines = explainRule(text, html, pageOf(html));
    expect(lines.map(({ line, hits }) => [line, hits])).toEqual([
      [2, 0],
      [3, 1],
      [4, 1],
      [5, 1],
      [6, null],
      [8, 0],
      [9, null],
      [10, 1],
      [11, null],
      [12, 1],
      [13, null],
    ]);
    expect(lines[2]?.note).toBe('line 3 goes before it');
    expect(lines[4]?.note).toMatch(/condition/);
    expect(lines[6]?.note).not.toBeNull();
    // The pair is complete.
    expect([lines[7]?.note, lines[8]?.note]).toEqual([null, null]);
  });

  it('says where a find_string has no replace_string', () => {
    const html = articleHtml();
    const [line] = explainRule('find_string: <main>', html, pageOf(html));
    expect(line?.note).toMatch(/none of them is used/);
  });
});
