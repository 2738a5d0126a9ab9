/** Which file is for which host, and what becomes of files that cannot be used. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openRuleBook, ruleFileNames } from '../../../../src/extract/rules/index.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'newsmill-rules-'));
  mkdirSync(join(folder, 'own'));
  mkdirSync(join(folder, 'public'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const put = (name: string, text: string): void => writeFileSync(join(folder, name), text);
const open = () => openRuleBook([join(folder, 'own'), join(folder, 'public')]);

describe('ruleFileNames', () => {
  it.each([
    ['example.com', ['example.com.txt']],
    ['www.example.com', ['example.com.txt']],
    ['WWW.Example.COM.', ['example.com.txt']],
    ['sport.example.com', ['sport.example.com.txt', '.example.com.txt']],
    ['a.b.example.com', ['a.b.example.com.txt', '.b.example.com.txt', '.example.com.txt']],
    ['localhost', ['localhost.txt']],
    ['xn--bcher-kva.example', ['xn--bcher-kva.example.txt']],
    ['127.0.0.1', ['127.0.0.1.txt', '.0.0.1.txt', '.0.1.txt']],
    ['', []],
    ['..', []],
    ['../etc/passwd', []],
    ['[::1]', []],
    [`${'a.'.repeat(200)}com`, []],
  ])('%s', (host, names) => expect(ruleFileNames(host)).toEqual(names));
});

describe('a rule book', () => {
  it('takes the most fitting file of the first folder that has one', () => {
    put('public/sport.example.com.txt', 'title: //public-sport');
    put('public/.example.com.txt', 'title: //public-below');
    put('public/Example.com.txt', 'title: //public-own');
    put('own/example.com.txt', 'title: //own');
    const book = open();
    const title = (host: string) => book.find(host)?.title[0]?.xpath.pattern;
    expect(title('example.com')).toBe('//own');
    expect(title('www.example.com')).toBe('//own');
    expect(title('sport.example.com')).toBe('//public-sport');
    expect(title('news.example.com')).toBe('//public-below');
    expect(title('a.b.example.com')).toBe('//public-below');
    expect(title('example.org')).toBeUndefined();
    expect(book.takeReports()).toEqual([]);
  });

  it('lets an own rule for all hosts below go before a public one for one of them', () => {
    put('public/sport.example.com.txt', 'title: //public-sport');
    put('own/.example.com.txt', 'title: //own-below');
    expect(open().find('sport.example.com')?.title[0]?.xpath.pattern).toBe('//own-below');
  });

  it('reports a file that cannot be used once, and goes on to the next folder', () => {
    put('own/example.com.txt', '#'.repeat(300_000));
    mkdirSync(join(folder, 'own/folder.example.txt'));
    put('public/example.com.txt', 'title: //public\nbody: //[\nstrip: ][');
    const book = open();
    expect(book.find('example.com')?.title).toHaveLength(1);
    book.find('example.com');
    expect(book.find('folder.example')).toBeNull();
    const reports = book.takeReports();
    expect(reports).toHaveLength(3);
    expect(reports[0]).toMatch(
      /own.example\.com\.txt: the rule cannot be read: it has more than 262144 bytes$/,
    );
    expect(reports[1]).toMatch(/public.example\.com\.txt:2: “\/\/\[” is no XPath: .* \(and 1 more\)$/);
    expect(reports[2]).toMatch(/folder\.example\.txt: the rule cannot be read: it is no file$/);
    book.find('example.com');
    expect(book.takeReports()).toEqual([]);
  });

  it('reports a folder that is not there', () => {
    const book = openRuleBook([join(folder, 'nowhere')]);
    expect(book.find('example.com')).toBeNull();
    expect(book.takeReports()).toEqual([
      expect.stringContaining('nowhere: the folder of rules cannot be read'),
    ]);
  });

  it('does not grow with the number of hosts', () => {
    for (let i = 0; i < 600; i++) put(`own/host${i}.example.txt`, `title: //h${i}`);
    const book = open();
    const first = book.find('host0.example');
    for (let i = 1; i < 600; i++)
      expect(book.find(`host${i}.example`)?.title[0]?.xpath.pattern).toBe(`//h${i}`);
    const again = book.find('host0.example');
    expect(again).toEqual(first);
    expect(again).not.toBe(first);
    expect(book.find('host0.example')).toBe(again);
  });
});
