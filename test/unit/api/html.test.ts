import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { expect, it } from 'vitest';
import { escapeHtml, html, webHref } from '../../../src/api/page/html.ts';

const { document } = new JSDOM('').window;

/** Texts rich in what means something in HTML. */
const pieces = fc.array(
  fc.oneof(
    fc.constantFrom('<', '>', '&', '"', "'", '&amp;', '&#0;', '</p>', '<!--', '`', '=', '\n'),
    fc.string({ unit: 'grapheme', maxLength: 5 }),
  ),
);

it('gives back any text as text, in content and in attributes', () => {
  fc.assert(
    fc.property(
      pieces.map((list) => list.join('')),
      (text) => {
        document.body.innerHTML = html`<p title="${text}">${text}</p>`.html;
        expect(document.body.childNodes).toHaveLength(1);
        expect(document.querySelector('p')?.textContent).toBe(text);
        expect(document.querySelector('p')?.getAttribute('title')).toBe(text);
      },
    ),
    { numRuns: 300 },
  );
});

it('escapes values, and only them', () => {
  const list = [html`<li>${'a<b'}</li>`, html`<li>${2}</li>`];
  expect(html`<ul>${list}</ul>${null}${undefined}`.html).toBe('<ul><li>a&lt;b</li><li>2</li></ul>');
  expect(escapeHtml(`<script>"&'`)).toBe('&lt;script&gt;&quot;&amp;&#39;');
});

it('links to the web only', () => {
  expect(webHref('https://a.example/?q=1')).toBe('https://a.example/?q=1');
  for (const url of ['javascript:alert(1)', ' https://a.example', 'data:text/html,x', '//a.example'])
    expect(webHref(url)).toBe('#');
});
