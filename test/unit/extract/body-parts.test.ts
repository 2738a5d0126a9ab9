import { describe, expect, it } from 'vitest';
import { articleHtml, contentOf, PARAGRAPHS, TITLE } from './read.ts';

const BODY = PARAGRAPHS.join('\n');
const textOf = (parts: Parameters<typeof articleHtml>[0]): string => contentOf(articleHtml(parts)).text;

describe('paragraphs that Readability takes out', () => {
  const boxed = (text: string): string =>
    `<div class="block"><div class="inner"><p class="copy">${text}</p></div></div>`;
  const page = (parts: readonly string[]): string =>
    `<!doctype html><html lang="en"><head><title>${TITLE}</title></head><body><main><article><h1>${TITLE}</h1>${parts.join('')}</article></main></body></html>`;

  it('come back to their place when they carry the names of those kept', () => {
    const linked =
      'The <a href="/engineers">engineers of the district and their report on the roofs</a> will decide in November.';
    const plain = linked.replace(/<[^>]+>/g, '');
    const boxes = PARAGRAPHS.map(boxed);
    const { text } = contentOf(page([...boxes.slice(0, 3), boxed(linked), ...boxes.slice(3)]));
    expect(text.split('\n')).toEqual([...PARAGRAPHS.slice(0, 3), plain, ...PARAGRAPHS.slice(3)]);
  });

  it('come back when only screen readers were to skip them', () => {
    const late =
      'The beekeeper has promised to bring the honey to the autumn fair, if the weather lets the bees work.';
    const parts = PARAGRAPHS.map((text) => `<p>${text}</p>`);
    const { text } = contentOf(
      page([...parts.slice(0, 4), `<p aria-hidden="true">${late}</p>`, ...parts.slice(4)]),
    );
    expect(text).toBe([...PARAGRAPHS.slice(0, 4), late, ...PARAGRAPHS.slice(4)].join('\n'));
  });

  it('stay out from a footer, a form or a figure, whatever they are called', () => {
    const parts = PARAGRAPHS.map((text) => `<p class="copy">${text}</p>`);
    const foreign =
      '<footer><p class="copy">The valley’s paper has been printed in the old mill since 1904, and still is.</p></footer>' +
      '<form><p class="copy">Tell us your address and we shall bring you the paper every morning.</p><input><input></form>';
    expect(contentOf(page([...parts, foreign])).text).toBe(BODY);
  });
});

describe('words with a hover box', () => {
  it('stay in their sentence, and the box goes', () => {
    const middle =
      '<p>The mayor <span class="rollover-person"><a class="rollover-person-link" href="/p/1">Ada Lindqvist</a><span class="rollover-person-block">More about her office and her votes</span></span> cut the ribbon of the hives in April.</p>';
    expect(textOf({ middle })).toContain('The mayor Ada Lindqvist cut the ribbon of the hives in April.');
  });
});

describe('text beside a picture', () => {
  it('is the article’s where it is a whole sentence', () => {
    const sentence =
      'The keeper wears no gloves, because the bees of this valley have never minded a slow and steady hand.';
    expect(textOf({ middle: `<p><img src="/roof.jpg" alt="">${sentence}</p>` })).toContain(sentence);
  });

  it('is a caption where it is short or open', () => {
    for (const caption of [
      'The hives on the roof.',
      'The hives on the roof of the primary school as they are seen from the tower (left) of the church (right)',
    ])
      expect(textOf({ middle: `<p><img src="/roof.jpg" alt="">${caption}</p>` })).toBe(BODY);
  });
});
