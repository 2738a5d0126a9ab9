/** The guards on untrusted markup. */
import { Readability } from '@mozilla/readability';
import { describe, expect, it } from 'vitest';
import { NewsmillError } from '../../../../src/errors.ts';
import type { DomDocument, DomNode } from '../../../../src/extract/html/dom.ts';
import { parseHtml } from '../../../../src/extract/html/index.ts';

const URL_OF_PAGE = 'https://news.example/';
const PARAGRAPH = `<p>${'The ferry was late again, and nobody at the pier knew why. '.repeat(8)}</p>`;

function depthOf(document: DomDocument): number {
  let deepest = 0;
  for (const element of document.querySelectorAll('*')) {
    // Only leaves can be the deepest; the others would be counted again and again.
    if (element.firstElementChild !== null) continue;
    let depth = 0;
    for (let node: DomNode | null = element; node !== null; node = node.parentElement) depth += 1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

function codeOf(html: string): string | null {
  try {
    parseHtml(html, URL_OF_PAGE);
    return null;
  } catch (error) {
    return error instanceof NewsmillError ? error.code : String(error);
  }
}

function each(count: number, make: (i: number) => string): string {
  return Array.from({ length: count }, (_, i) => make(i)).join('');
}

describe('the cap on depth', () => {
  it.each([
    ['divs', '<div>'.repeat(20_000)],
    ['unclosed formatting', each(5_000, (i) => `<b id=${i}>`)],
    ['formatting closed across a block', `${each(5_000, (i) => `<b id=${i}>`)}<div>x${'</b>'.repeat(5_000)}`],
    ['links around blocks', '<a><div>'.repeat(5_000)],
    ['tables', '<table><tr><td>'.repeat(5_000)],
    ['lists', '<ul><li>'.repeat(5_000)],
    ['SVG', `<svg>${'<g>'.repeat(5_000)}</svg>`],
  ])('holds for nested %s, and nothing is lost', (_name, nested) => {
    const document = parseHtml(`${nested}${PARAGRAPH}`, URL_OF_PAGE);
    expect(depthOf(document)).toBeLessThanOrEqual(512);
    expect(document.body?.textContent).toContain('nobody at the pier knew why');
    expect(() => new Readability(document as unknown as Document).parse()).not.toThrow();
  });

  it('keeps the order of text', () => {
    const html = each(2_000, (i) => `<div>${i} `) + each(2_000, (i) => `</div>${i} `);
    const numbers = parseHtml(html, URL_OF_PAGE).body?.textContent?.trim().split(' ').slice(0, 2_000);
    expect(numbers).toEqual(Array.from({ length: 2_000 }, (_, i) => String(i)));
  });

  it('leaves pages below it as they are', () => {
    const html = `${'<div>'.repeat(500)}x${'</div>'.repeat(500)}`;
    expect(parseHtml(html, URL_OF_PAGE).body?.innerHTML).toBe(html);
  });

  it('survives reading, copying and writing of templates nested without bound', () => {
    const document = parseHtml('<template>'.repeat(10_000), URL_OF_PAGE);
    const copy = document.documentElement?.cloneNode(true);
    expect(document.documentElement?.outerHTML.length).toBeGreaterThan(200_000);
    expect(copy?.textContent).toBe('');
  });
});

describe('the guards', () => {
  it.each([
    ['a million nested elements', 'page_too_deep', '<div>'.repeat(1_000_000)],
    ['a million and one siblings', 'page_too_many_nodes', '<br>'.repeat(1_000_001)],
    [
      'formatting multiplied by paragraphs',
      'page_too_many_nodes',
      each(20_000, (i) => `<p><b id=${i}>x</p>`),
    ],
    [
      'end tags that match nothing deep within',
      'page_too_deep',
      '<foo>'.repeat(24_000) + '</bar>'.repeat(200_000),
    ],
  ])('end %s', (_name, code, html) => {
    expect(codeOf(html)).toBe(code);
  });

  it('keep 1,024 attributes of an element, the first of each name', () => {
    const document = parseHtml(`<p ${each(100_000, (i) => `a${i % 60_000}=${i} `)}>x`, URL_OF_PAGE);
    const attributes = [...(document.querySelector('p')?.attributes ?? [])];
    expect(attributes.length).toBe(1_024);
    expect(attributes.every(({ name, value }) => name === `a${value}`)).toBe(true);
  });

  it('take other limits', () => {
    expect(() => parseHtml('<p>a<p>b<p>c', URL_OF_PAGE, { maxNodes: 5 })).toThrow(NewsmillError);
    const document = parseHtml('<i>'.repeat(50), URL_OF_PAGE, { maxDepth: 10 });
    expect(depthOf(document)).toBe(10);
  });

  it('refuse an address that is not absolute', () => {
    expect(() => parseHtml('', '/story')).toThrow(expect.objectContaining({ code: 'invalid_url' }));
  });

  it.each([
    ['comments', `${'<!-->'.repeat(100_000)}${'<!----!>'.repeat(100_000)}-->`],
    ['unclosed comments', '<!--'.repeat(500_000)],
    ['unclosed quotes', '<a b="'.repeat(500_000)],
    ['unclosed tags', '<a '.repeat(500_000)],
    ['scripts in scripts', '<script><!--<script>'.repeat(200_000)],
    ['ampersands', '&'.repeat(2_000_000)],
    ['references without semicolons', '&notit'.repeat(500_000)],
    ['one long number', `&#${'9'.repeat(2_000_000)};`],
    ['NUL characters', '\0'.repeat(2_000_000)],
    ['lone surrogates', '\ud800'.repeat(1_000_000)],
    ['less-than signs', '<'.repeat(300_000)],
    ['text between table rows', `<table>${'x<tr>'.repeat(50_000)}`],
    ['repeated html tags', each(50_000, (i) => `<html a${i}=1>`)],
    ['titles cut off', '<title></titl'.repeat(100_000)],
  ])('let pass megabytes of %s', (_name, html) => {
    expect(codeOf(html)).toBeNull();
  });
});
