/** A text that markup splits, folds away or names in its own way. */
import { describe, expect, it } from 'vitest';
import { contentOf, PARAGRAPHS, TITLE } from './read.ts';

const [first = '', second = '', ...rest] = PARAGRAPHS.map((text) => `<p>${text}</p>`);
const linesOf = (body: string): string[] =>
  contentOf(
    `<!doctype html><html lang="en"><head><title>${TITLE}</title></head><body><main><h1>${TITLE}</h1>${body}</main></body></html>`,
  ).text.split('\n');

describe('a whole text', () => {
  it('stands in two like elements', () => {
    expect(linesOf(`<article>${first}${second}</article><article>${rest.join('')}</article>`)).toEqual(
      PARAGRAPHS,
    );
  });

  it('does not go on in another story', () => {
    const other = `<article><h3><a href="/other">The mill is sold</a></h3><p>${PARAGRAPHS[4]?.replaceAll('roof', 'mill')}</p><p>The mill by the river, which had stood empty since the flood, was sold on Monday to a baker.</p></article>`;
    expect(
      linesOf(`<article>${PARAGRAPHS.map((text) => `<p>${text}</p>`).join('')}</article>${other}`),
    ).toEqual(PARAGRAPHS);
  });

  it.each([
    ['hidden', 'class="collapse" hidden'],
    ['not displayed', 'class="read-more" style="display: none"'],
  ])('is unfolded where the rest is %s', (_, attributes) => {
    expect(
      linesOf(
        `<div>${first}${second}<div ${attributes}>${rest.join('')}</div><button>Read more</button></div>`,
      ),
    ).toEqual(PARAGRAPHS);
  });

  it.each([
    ['locked', 'class="collapse paywall-locked" hidden'],
    ['hidden for another reason', 'class="mobile-copy" hidden'],
  ])('stays folded where the rest is %s', (_, attributes) => {
    const shown = `${first}${second}${rest[0]}`;
    expect(linesOf(`<div>${shown}<div ${attributes}>${rest.slice(1).join('')}</div></div>`)).toEqual(
      PARAGRAPHS.slice(0, 3),
    );
  });

  it('stands in custom elements', () => {
    const blocks = PARAGRAPHS.map((text) => `<text-block>${text}</text-block>`).join('');
    expect(linesOf(`<article-body>${blocks}</article-body>`)).toEqual(PARAGRAPHS);
  });

  it('keeps a custom element within a line there', () => {
    const [head, ...others] = PARAGRAPHS;
    const marked = head?.replace(
      'eleven hives to the flat roof of the primary school',
      (words) => `<x-term>${words}</x-term>`,
    );
    expect(linesOf([marked, ...others].map((text) => `<p>${text}</p>`).join(''))).toEqual(PARAGRAPHS);
  });
});
