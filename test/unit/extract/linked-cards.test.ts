/** A single card between paragraphs leads elsewhere; linked headings and lists of the article itself stay. */
import { describe, expect, it } from 'vitest';
import { articleHtml, contentOf, PARAGRAPHS, URL_OF_PAGE } from './read.ts';

const linesOf = (middle: string): string[] => contentOf(articleHtml({ middle })).text.split('\n');
const HEADLINE = 'Pier repairs to take another month';

describe('a card between paragraphs', () => {
  it.each([
    [
      'one link around picture and headline',
      `<a class="x8" href="/news/pier"><figure><img src="/pier.jpg"></figure><h4>${HEADLINE}</h4></a>`,
    ],
    [
      'a picture and a linked headline',
      `<div class="x7"><img src="/pier.jpg"><h3><a href="/news/pier">${HEADLINE}</a></h3></div>`,
    ],
    ['a linked headline in a box', `<div class="x6"><h3><a href="/news/pier">${HEADLINE}</a></h3></div>`],
    [
      'a linked headline in a box with a line',
      `<div class="x5"><div><h3><a href="/news/pier">${HEADLINE}</a></h3></div><p>Boats leave from the east mole</p></div>`,
    ],
  ])('is left out: %s', (_, card) => {
    expect(linesOf(card)).toEqual(PARAGRAPHS);
  });
});

describe('what is linked and the article’s own stays', () => {
  const first = PARAGRAPHS.slice(0, 2);
  const rest = PARAGRAPHS.slice(2);
  it.each([
    ['to itself', `<div class="x1"><h3><a href="${URL_OF_PAGE}">${HEADLINE}</a></h3></div>`],
    ['to a part of itself', `<div class="x1"><h3><a href="#pier">${HEADLINE}</a></h3></div>`],
    ['among paragraphs', `<h3><a href="/guide/pier">${HEADLINE}</a></h3>`],
    ['to another site', `<div class="x1"><h3><a href="https://pier.example/">${HEADLINE}</a></h3></div>`],
  ])('a heading %s', (_, heading) => {
    expect(linesOf(heading)).toEqual([...first, HEADLINE, ...rest]);
  });

  it('headings of a list of things that are told about', () => {
    const things = ['The blue smoker', 'The white veil', 'The oak frame'];
    const told = (thing: string): string =>
      `${thing} costs forty crowns in the shop behind the station, and the beekeeper has used it for ten years without a fault.`;
    const html = things
      .map(
        (thing, i) => `<div class="x1"><h3><a href="/shop/${i}">${thing}</a></h3></div><p>${told(thing)}</p>`,
      )
      .join('');
    expect(linesOf(html)).toEqual([...first, ...things.flatMap((thing) => [thing, told(thing)]), ...rest]);
  });
});
