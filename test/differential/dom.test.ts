/** Selectors, inline styles and the reading members of the tree, against jsdom's. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DomDocument, DomElement } from '../../src/extract/html/dom.ts';
import { parseHtml } from '../../src/extract/html/index.ts';
import { closeJsdom, parseHtmlWithJsdom } from '../../src/extract/html/jsdom.ts';
import { malformedPages } from './malformed.ts';

const URL_OF_PAGE = 'https://news.example/2024/05/a-story.html';

const PAGE = `<!DOCTYPE html><html lang="en-GB"><head><base href="/sub/"><title> A
  <b>title</b> </title><meta name="Author" content="x"></head><body class="home Big">
  <main id="m"><h1 class="a b">One</h1><h2>Two</h2><p class="a">x<em>y</em></p><p title="one two-three">z</p>
  <ul><li>1</li><li class="b">2<ul><li>2.1</li></ul></li><li>3</li></ul><div></div><div> </div><div><!-- c --></div>
  <a href="/p.PDF" rel="NoFollow">pdf</a><a href="https://x.example/q?a=b" data-x="A b c">q</a><a>r</a>
  <svg viewBox="0 0 1 1" class="a"><linearGradient id="g"/><a xlink:href="#x"><title>t</title></a></svg>
  <math><mi class="a">x</mi></math><template><p class="a">in template</p></template>
  <input type="TEXT" checked disabled><img src="i.png" srcset="j.png 2x" alt=""><custom-tag ID="Ü">u</custom-tag></main>
  </body></html>`;

const SELECTORS = [
  '*',
  'p',
  'P',
  'h1, h2 , p',
  '.a',
  '.a.b',
  'p.a',
  '#m',
  'main#m > p.a',
  '#m *',
  'h1 + h2',
  'h1+p',
  'h1 ~ p',
  'ul li',
  'ul > li > ul > li',
  'li:first-child',
  'li:last-child',
  'li:only-child',
  'li:nth-child(2)',
  'li:nth-child(odd)',
  'li:nth-child( 2n + 1 )',
  'li:nth-child(-n+2)',
  'li:nth-last-child(1)',
  'p:first-of-type',
  'p:last-of-type',
  'a:nth-of-type(2)',
  ':nth-last-of-type(even)',
  'title:only-of-type',
  'div:empty',
  ':root',
  'html:root > body',
  'p:not(.a)',
  ':not(p):not(a)',
  'p:not(.a, [title])',
  ':is(h1, h2)',
  ':where(h1,h2):not(.a)',
  'ul:has(> li > ul)',
  'li:has(ul)',
  'h1:has(+ h2)',
  'h1:has(~ p em)',
  'main:has(.nothing, svg)',
  '[href]',
  '[href="/p.PDF"]',
  "[href='/p.pdf' i]",
  '[href^="https:"]',
  '[href$=".PDF"]',
  '[href*=example]',
  '[title~=one]',
  '[title~="two"]',
  '[class~=b]',
  '[lang|=en]',
  '[lang|="en-GB"]',
  '[data-x="a B C" i]',
  '[data-x="A b c" s]',
  '[rel=nofollow]',
  '[type=text]',
  '[name=author]',
  '[name="Author"]',
  '[title=""]',
  '[title^=""]',
  'linearGradient',
  'lineargradient',
  'svg a',
  'svg title',
  'svg.a',
  'mi.a',
  'template p',
  'custom-tag',
  '#Ü',
  '#\\DC ',
  '.\\61',
  '[checked]',
  'body.Big',
  'body.big',
  'a:not([href])',
  ':scope > body',
  'p , , a',
  'p >',
  '> p',
  '',
  '..a',
  ':nonsense',
  'p:nth-child(x)',
];

const STYLES = (
  'display:none|display: NONE|DISPLAY:none|display:none !important|display:none!important;display:block|' +
  'display:none;display:block|display:none;display:foo|display:foo|display:"none"|display:/*x*/none|/* display:none|' +
  'color:red;;display:none|display: none none|display:none\\;|{display:none}|background:url(data:;display:none|' +
  'display:none;background:url(data:;base64,xx)|background:url("a;display:none");|visibility:hidden|' +
  'visibility: Hidden |visibility:collapse|visibility:hidden;visibility:inherit|display:n\\6fne|display :none|' +
  'd\\69splay:none|display:var(--x)|--x:1;display:none|display:none!|display:none ! important|display:none!imp|' +
  'a;display:none|a:(;display:none|a:[;];display:none|<!-- display:none -->|display:none,|display:;display:none|' +
  'display|all:unset|all:initial;display:none|display:none;display:-webkit-box|display:none;display:inline flow|' +
  'display:none;display:flex|display:none;display:var(--a)|display:none;display:contents|display:none;display:unset|' +
  'display:none;display:table-cell|display:none;display:inline-box|display:none;display:calc(1)|*display:none|' +
  '_display:none|display:none\\9|visibility:hidden;visibility:auto|@x;display:none|a:{};display:none|' +
  "display:none;visibility:visible|display:none;all:unset|display:none!important;all:unset|a:url('x;');display:none"
).split('|');

describe('own tree and jsdom', () => {
  let own: DomDocument;
  let reference: DomDocument;
  beforeAll(() => {
    own = parseHtml(PAGE, URL_OF_PAGE);
    reference = parseHtmlWithJsdom(PAGE, URL_OF_PAGE);
  });
  afterAll(() => closeJsdom(reference));

  function select(document: DomDocument, selector: string): string[] {
    try {
      return [...document.querySelectorAll(selector)].map((element) => element.outerHTML);
    } catch (error) {
      return [error instanceof Error || error instanceof DOMException ? error.name : String(error)];
    }
  }

  it.each(SELECTORS)('find the same for %j', (selector) => {
    expect(select(own, selector)).toEqual(select(reference, selector));
  });

  it.each(STYLES)('read the style %j alike', (style) => {
    const read = (document: DomDocument): unknown => {
      const element = document.createElement('p') as DomElement & { style: Record<string, string> };
      element.setAttribute('style', style);
      // jsdom gives a keyword for the whole display; only what hides counts here.
      return [element.style.display === 'none', element.style.visibility === 'hidden'];
    };
    expect(read(own)).toEqual(read(reference));
  });

  it('give the same members', () => {
    const read = (document: DomDocument): unknown[] => [
      document.title,
      document.baseURI,
      document.documentURI,
      document.head?.innerHTML,
      document.body?.className,
      document.textContent,
      document.getElementById('m')?.tagName,
      document.documentElement?.outerHTML,
      [...document.getElementsByTagName('a')].map((element) => [
        element.parentElement?.tagName,
        element.textContent,
      ]),
      [...document.getElementsByTagName('linearGradient')].length,
      [...document.getElementsByTagName('lineargradient')].length,
      [...document.querySelectorAll('*')].map((element) => [
        element.tagName,
        element.localName,
        element.id,
        [...element.attributes].map(({ name, value }) => [name, value]),
        element.children.length,
        element.childNodes.length,
        element.firstElementChild?.tagName,
        element.lastElementChild?.tagName,
        element.nextElementSibling?.tagName,
        element.previousElementSibling?.tagName,
        element.closest('main, svg')?.tagName,
        element.matches('p, .a'),
      ]),
    ];
    expect(read(own)).toEqual(read(reference));
  });

  it('change the same', () => {
    const change = (document: DomDocument): unknown[] => {
      const main = document.getElementById('m');
      const [list, svg, heading] = ['ul', 'svg', 'h1'].map((name) => document.querySelector(name));
      if (main === null || !list || !svg || !heading) throw new Error('The page has changed');
      const log: unknown[] = [main.textContent];
      main.insertBefore(list, heading);
      heading.textContent = 'a < b & c';
      heading.setAttribute('Data-Y', '"<>&\u00a0');
      heading.removeAttribute('CLASS');
      log.push(main.textContent, list.cloneNode(true).textContent, list.contains(heading));
      main.appendChild(document.createTextNode('x'));
      svg.remove();
      list.innerHTML = '<li>new<td>cell<p>par<li>two';
      main.replaceChild(document.createElement('HR'), heading);
      for (const refused of [() => main.removeChild(heading), () => list.appendChild(main)]) {
        try {
          refused();
        } catch (error) {
          log.push((error as DOMException).name);
        }
      }
      log.push(main.innerHTML, main.textContent, document.querySelectorAll('li').length);
      return log;
    };
    expect(change(own)).toEqual(change(reference));
  });

  it.each(malformedPages())('serialise alike: %s', (_name, html) => {
    const page = parseHtmlWithJsdom(html, URL_OF_PAGE);
    expect(parseHtml(html, URL_OF_PAGE).documentElement?.outerHTML).toBe(page.documentElement?.outerHTML);
    closeJsdom(page);
  });
});
