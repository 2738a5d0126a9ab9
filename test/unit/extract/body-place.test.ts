import { describe, expect, it } from 'vitest';
import { contentOf, PARAGRAPHS, TITLE } from './read.ts';

const page = (body: string, language = 'en'): string =>
  `<!doctype html><html lang="${language}"><head><title>${TITLE}</title></head><body>${body}</body></html>`;
const paragraphs = (texts: readonly string[]): string => texts.map((text) => `<p>${text}</p>`).join('');
const BODY = PARAGRAPHS.join('\n');

const SAID = Array.from(
  { length: 30 },
  (_, i) =>
    `Reader number ${i} thinks that the bees should have stayed behind the station, where the trains never hurt them, and tells it at some length.`,
);

describe('the body’s place', () => {
  it('is the article, however much more its readers wrote below', () => {
    const comments = SAID.map((text) => `<li><p>${text}</p></li>`).join('');
    const { text } = contentOf(
      page(
        `<div id="content"><h1>${TITLE}</h1><div class="story">${paragraphs(PARAGRAPHS.slice(0, 4))}</div><ol id="commentlist">${comments}</ol></div>`,
      ),
    );
    expect(text).toBe(PARAGRAPHS.slice(0, 4).join('\n'));
  });

  it('is the article, however much more a box says of the visitors’ data', () => {
    const purposes = SAID.map((text) => `<p>${text.replace('bees', 'cookies')}</p>`).join('');
    const { text } = contentOf(
      page(
        `<main><h1>${TITLE}</h1><div class="field">${paragraphs(PARAGRAPHS.slice(0, 4))}</div></main><div class="privacy-popup"><div class="purposes">${purposes}</div></div>`,
      ),
    );
    expect(text).toBe(PARAGRAPHS.slice(0, 4).join('\n'));
  });

  it('is no box beside the article that has more prose at one place', () => {
    const part = (text: string): string =>
      `<div class="row"><div class="column"><div class="wrapper"><div class="block"><div class="inner"><div class="text"><p>${text}</p></div></div></div></div></div></div>`;
    const neighbours = SAID.slice(5, 9).map((text) => text.replace('Reader', 'Neighbour'));
    const life = SAID.slice(0, 5).map((text) => text.replace('Reader', 'Writer'));
    const { text } = contentOf(
      page(
        `<main><article><h1>${TITLE}</h1><div class="entry-content">${[...PARAGRAPHS, ...neighbours].map(part).join('')}</div><div class="author-bio"><div class="description">${paragraphs(life)}</div></div></article></main>`,
      ),
    );
    for (const paragraph of [...PARAGRAPHS, ...neighbours]) expect(text).toContain(paragraph);
    expect(text).not.toContain('Writer');
  });
});

describe('paragraphs that open the article in a box of their own', () => {
  const opening =
    'Auf dem Dach der Schule summt es seit April, und niemand wurde gestochen: Die Kinder zählen jeden Morgen die Bienen.';
  const boxed = (text: string, name: string, language = 'de'): string =>
    contentOf(
      page(
        `<main><h1>${TITLE}</h1><div class="section"><div class="row"><div class="${name}"><p>${text}</p></div></div></div><div class="section"><div class="row"><div class="wide">${paragraphs(PARAGRAPHS)}</div></div></div></main>`,
        language,
      ),
    ).text;

  it('are its first paragraphs', () => {
    expect(boxed(opening, 'top')).toBe(`${opening}\n${BODY}`);
  });

  it('are none where they lie over the page, sell something, or stand for a headline', () => {
    expect(boxed(opening, 'modal-box')).toBe(BODY);
    expect(boxed(opening, 'newsletter')).toBe(BODY);
    expect(boxed(opening.replace(/\.$/, ''), 'top')).toBe(BODY);
    expect(boxed(opening, 'top', 'en')).toBe(BODY);
  });
});
