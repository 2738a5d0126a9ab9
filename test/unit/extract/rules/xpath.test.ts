/** XPath 1.0, section by section of the recommendation, over one page. */
import { describe, expect, it } from 'vitest';
import { NewsmillError } from '../../../../src/errors.ts';
import type { DomNode } from '../../../../src/extract/html/dom.ts';
import { parseHtml } from '../../../../src/extract/html/index.ts';
import {
  compileXPath,
  evaluateXPath,
  isNodeSet,
  MAX_PATTERN,
  StepBudget,
  stringValue,
} from '../../../../src/extract/html/xpath/index.ts';
import { ownPage } from './xpath-page.ts';

const value = (pattern: string, context: DomNode = ownPage) => evaluateXPath(compileXPath(pattern), context);

/** The string-values of what a pattern selects, white space folded. */
function texts(pattern: string, context?: DomNode): string[] {
  const found = value(pattern, context);
  if (!isNodeSet(found)) throw new Error(`${pattern} gives no nodes`);
  return found.map((node) => stringValue(node, new StepBudget()).replace(/\s+/g, ' ').trim());
}

function codeOf(run: () => unknown): string {
  try {
    run();
  } catch (thrown) {
    if (thrown instanceof NewsmillError) return thrown.code;
    throw thrown;
  }
  return 'none';
}

const element = (selector: string): DomNode => {
  const found = ownPage.querySelector(selector);
  if (found === null) throw new Error(`${selector} is not on the page`);
  return found;
};

describe('location paths (section 2)', () => {
  it.each([
    ['/html/body/header/h1', ['The ferry is late']],
    ['//li', ['three', 'ten', 'minus', 'none']],
    ['//li[1]', ['three']],
    ['//li[last()]', ['none']],
    ['//li[position() > 1][position() < 3]', ['ten', 'minus']],
    [
      '//p[1]',
      ['By Ada Quill and Ben Oar', 'First words.', 'Buy 12 boats', 'Nested', 'Deep', 'Nach dem Text', '12'],
    ],
    ['(//p)[1]', ['By Ada Quill and Ben Oar']],
    ['(//p)[last()]', ['12']],
    ['//li/@data-n', ['3', '10', '-1.5']],
    ['//meta[@property="og:title"]/@content', ['The ferry is late']],
    ['//img/@*', ['a.jpg', '']],
    ['//figcaption/..//@src', ['a.jpg']],
    ['//a[@rel]/text()', ['Ada Quill']],
    ['//article/comment()', ['lead']],
    ['//header/p/node()', ['By', 'Ada Quill', 'and', 'Ben Oar']],
    ['//h1 | //figcaption | //title', ['Ferry & gulls', 'The ferry is late', 'A gull 🐦 flies']],
    ['//P[@CLASS="lead"]', ['First words.', 'Nested']],
    ['//b/ancestor::article/p[2]/b/i', ['and italic']],
    ['//processing-instruction()', []],
    ['//p/namespace::*', []],
  ])('%s', (pattern, expected) => expect(texts(pattern)).toEqual(expected));

  it('counts backwards on reverse axes, and answers in document order', () => {
    const names = (pattern: string): string[] => {
      const found = value(pattern, element('i'));
      return isNodeSet(found)
        ? found.map((node) => ('localName' in node ? String(node.localName) : '#'))
        : [];
    };
    expect(names('ancestor::*')).toEqual(['html', 'body', 'article', 'p', 'b']);
    expect(names('ancestor::*[1]')).toEqual(['b']);
    expect(names('ancestor::*[last()]')).toEqual(['html']);
    expect(names('ancestor-or-self::*[2]')).toEqual(['b']);
    expect(names('(ancestor::*)[1]')).toEqual(['html']);
    expect(texts('preceding-sibling::*[1]', element('li[data-n="10"]'))).toEqual(['three']);
    expect(texts('following-sibling::*[1]', element('li[data-n="10"]'))).toEqual(['minus']);
    expect(texts('preceding::p[1]', element('ul'))).toEqual(['Buy 12 boats']);
    expect(texts('following::p[1]', element('ul'))).toEqual(['Third words.']);
  });

  it('divides the page into ancestors, descendants, self, preceding and following', () => {
    const all = value('//node()');
    const parts = ['ancestor', 'descendant', 'self', 'preceding', 'following'].flatMap((axis) => {
      const part = value(`${axis}::node()`, element('ul'));
      return isNodeSet(part) ? part : [];
    });
    if (!isNodeSet(all)) throw new Error('no nodes');
    expect(new Set(parts)).toEqual(new Set([...all, ownPage]));
    expect(parts).toHaveLength(all.length + 1);
  });

  it('counts the axes of an attribute as section 5 orders them', () => {
    expect(value('count(//p[@class="byline"]/@class/..)')).toBe(1);
    expect(value('count(//li/@data-n/following-sibling::*)')).toBe(0);
    expect(texts('//a[@rel]/@href/following::text()[1]')).toEqual(['Ada Quill']);
    expect(value('count(//h1/@id/self::node())')).toBe(1);
    expect(value('count(//h1/@id/self::id)')).toBe(0);
    expect(value('count(//h1/@id | //h1/@id)')).toBe(1);
  });
});

describe('operators (sections 3.4 and 3.5)', () => {
  it.each<[string, string | number | boolean]>([
    ['1 + 2 * 3 - 4 div 2', 5],
    ['-5 mod 2', -1],
    ['5 mod -2', 1],
    ['1.5 mod 0.5', 0],
    ['- - 3', 3],
    ['1 div 0', Number.POSITIVE_INFINITY],
    ['0 div 0', Number.NaN],
    ['1 < 2 = true()', true],
    ['3 > 2 > 1', false],
    ['1 or 0 and 0', true],
    ['"a" = "a"', true],
    ['"1.0" = 1', true],
    ['"x" != 1', true],
    ['//li/@data-n = 10', true],
    ['//li/@data-n != 10', true],
    ['not(//li/@data-n = 4)', true],
    ['//li/@data-n > 9', true],
    ['9 < //li/@data-n', true],
    ['//li/@data-n < -1.5', false],
    ['//footer/p = //footer/p', true],
    ['//nothing = ""', false],
    ['//nothing = false()', true],
    ['//p = true()', true],
    ['//footer/p[1] != //footer/p[3]', false],
    ['//footer/p[2] < //footer/p[1]', true],
    ['//footer/p > //li', false],
    ['div = mod', false],
    ['count(//*[self::div or self::ul])', 4],
    ['count(//div[@class and @class="ad"])', 1],
    ['2*count(//li)', 8],
  ])('%s', (pattern, expected) => expect(value(pattern)).toEqual(expected));
});

describe('functions (section 4)', () => {
  it.each<[string, string | number | boolean]>([
    ['string(//li)', 'three'],
    ['string(0.1)', '0.1'],
    ['string(-0)', '0'],
    ['string(1000000000000000000000)', '1000000000000000000000'],
    ['string(123456789 * 1000000000000000000)', '123456789000000000000000000'],
    ['string(1 div 10000000)', '0.0000001'],
    ['string(1 div 0)', 'Infinity'],
    ['string(true())', 'true'],
    ['concat("a", 1, true())', 'a1true'],
    ['starts-with("ferry", "fer")', true],
    ['starts-with("ferry", "")', true],
    ['contains("ferry", "err")', true],
    ['contains("ferry", "Err")', false],
    ['contains(//p[@class="lead"]/@class, "ea")', true],
    ['substring-before("1999/04/01", "/")', '1999'],
    ['substring-before("1999", "/")', ''],
    ['substring-after("1999/04/01", "/")', '04/01'],
    ['substring-after("1999", "/")', ''],
    ['substring-after("1999", "")', '1999'],
    ['substring("12345", 2, 3)', '234'],
    ['substring("12345", 2)', '2345'],
    ['substring("12345", 1.5, 2.6)', '234'],
    ['substring("12345", 0, 3)', '12'],
    ['substring("12345", 0 div 0, 3)', ''],
    ['substring("12345", 1, 0 div 0)', ''],
    ['substring("12345", -42, 1 div 0)', '12345'],
    ['substring("12345", -1 div 0, 1 div 0)', ''],
    ['substring("a🐦b", 2, 1)', '🐦'],
    ['string-length("a🐦b")', 3],
    ['string-length("")', 0],
    ['normalize-space("  a \t\n b  ")', 'a b'],
    ['normalize-space(//h1)', 'The ferry is late'],
    ['translate("bar", "abc", "AB")', 'BAr'],
    ['translate("--aaa--", "abc-", "ABC")', 'AAA'],
    ['translate("aa", "aa", "xy")', 'xx'],
    ['boolean("false")', true],
    ['boolean("")', false],
    ['boolean(0 div 0)', false],
    ['boolean(//nothing)', false],
    ['not(0)', true],
    ['number("  -12.50 ")', -12.5],
    ['number("1e3")', Number.NaN],
    ['number("+1")', Number.NaN],
    ['number("")', Number.NaN],
    ['number(true())', 1],
    ['sum(//li/@data-n)', 11.5],
    ['sum(//nothing)', 0],
    ['floor(-1.5)', -2],
    ['ceiling(-1.5)', -1],
    ['round(2.5)', 3],
    ['round(-2.5)', -2],
    ['count(//li[@data-n])', 3],
    ['name(//li[1]/@*)', 'data-n'],
    ['local-name(//article)', 'article'],
    ['name(/)', ''],
    ['name(//nothing)', ''],
    ['name(//comment())', ''],
    ['count(id("foot headline nothing"))', 2],
    ['string(id("headline")/@id)', 'headline'],
    ['count(id(//p/@class))', 0],
    ['count(//p[lang("de")])', 1],
    ['count(//*[lang("de-at")])', 1],
    ['count(//h1[lang("en")])', 1],
    ['count(//h1[lang("e")])', 0],
  ])('%s', (pattern, expected) => expect(value(pattern)).toEqual(expected));

  it.each([
    ["//div[contains(concat(' ',normalize-space(@class),' '),' ad ')]", 2],
    ["//div[not(@class)]/p | //p[@class='lead'][not(ancestor::div)]", 2],
    ['//p[preceding-sibling::ul and following-sibling::figure]', 1],
    ['//footer/self::footer | //footer/preceding-sibling::*', 4],
    ["//img[contains(@src, '.jpg') or contains(@src, '.png')]", 1],
    ["//a[text()='Next']/parent::footer", 1],
    ["//*[name()='figure' or local-name()='figcaption']", 2],
    ['//p[string-length(.) > 20]', 2],
    ['//ul/li[position() mod 2 = 1]', 2],
    ['//p[.//b]', 1],
  ])('as site rules have it: %s', (pattern, count) => expect(texts(pattern)).toHaveLength(count));

  it('finds foreign elements by their name', () => {
    const page = parseHtml(
      '<p>a<svg><path d="x"/></svg><math><mi>y</mi></math></p>',
      'https://news.example/',
    );
    expect(value('count(//svg | //path | //math)', page)).toBe(3);
  });
});

describe('what cannot be read', () => {
  it.each([
    '',
    '//',
    '//div[',
    '//div]',
    '//div[@class=]',
    'p q',
    '//p[$x]',
    '//svg:svg',
    'nonsense(1)',
    'matches(., "x")',
    'count()',
    'concat("a")',
    'sideways::p',
    '"open',
    '1 2',
    '//p/',
    '//p[position()=]',
    '@',
    '//p#x',
    'child::',
  ])('%j is rule_invalid', (pattern) => expect(codeOf(() => compileXPath(pattern))).toBe('rule_invalid'));

  it('nodes are wanted where a text stands', () => {
    for (const pattern of ['count("a")', 'sum(1)', '"a" | //p', '("a")/b', '("a")[1]'])
      expect(codeOf(() => value(pattern))).toBe('rule_invalid');
  });
});

describe('bounds', () => {
  it('refuses long and deeply nested patterns', () => {
    expect(codeOf(() => compileXPath(`//p[${'1+'.repeat(MAX_PATTERN)}1]`))).toBe('rule_invalid');
    expect(codeOf(() => compileXPath(`${'('.repeat(500)}1${')'.repeat(500)}`))).toBe('rule_invalid');
    expect(codeOf(() => compileXPath(`//p${'[p'.repeat(500)}${']'.repeat(500)}`))).toBe('rule_invalid');
    expect(value(`${'-'.repeat(MAX_PATTERN - 1)}1`)).toBe(-1);
  });

  const deep = parseHtml(`${'<div>'.repeat(400)}${'<p>word word</p>'.repeat(3000)}`, 'https://news.example/');
  it.each([
    '//*[count(//*[count(//*) > 1]) > 1]',
    '//p[count(preceding::*) > count(following::*)]',
    '//*/ancestor::*/descendant::*/ancestor::*',
    '//*[contains(., //*)]//*[contains(., "x")]//*',
    `//*[string-length(${'concat(.,.,'.repeat(20)}.${')'.repeat(20)}) = 1]`,
    '//*[translate(., "word", "x") = translate(//body, "a", "b")]',
  ])('%s ends by the budget', (pattern) => {
    const budget = new StepBudget(200_000);
    const run = () => evaluateXPath(compileXPath(pattern), deep, budget);
    expect(codeOf(run)).toBe('rule_too_costly');
    expect(budget.spent).toBe(budget.most);
  });

  it('counts the steps of all patterns of a page together', () => {
    const budget = new StepBudget(60_000);
    const xpath = compileXPath('//p');
    evaluateXPath(xpath, deep, budget);
    const once = budget.spent;
    expect(once).toBeGreaterThan(6000);
    expect(
      codeOf(() => {
        for (let i = 0; i < 10; i++) evaluateXPath(xpath, deep, budget);
      }),
    ).toBe('rule_too_costly');
  });
});
