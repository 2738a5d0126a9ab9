/** What publishing systems put around and into texts, in markup that many sites share. */
import { describe, expect, it } from 'vitest';
import { articleHtml, contentOf, PARAGRAPHS } from './read.ts';

const TEXT = PARAGRAPHS.join('\n');

describe('boxes in the text', () => {
  it('takes out what surrounds a field for an address, whatever it says', () => {
    const middle =
      '<div class="p-6"><div class="font-bold">Valley at dawn</div><div>What the valley talks about.</div><div><input type="email"><button>Go</button></div></div>';
    expect(contentOf(articleHtml({ middle })).text).toBe(TEXT);
  });

  it('keeps a text that ends with such a field', () => {
    const after = '<form><label>Your e-mail</label><input type="email"><button>Go</button></form>';
    expect(contentOf(articleHtml({ after })).text).toBe(TEXT);
  });

  it('knows a signup of inline elements by its name', () => {
    const middle =
      '<div class="story__signup"><strong>Valley at dawn</strong><span>What the valley talks about, every morning.</span><a href="/dawn">Take it</a></div>';
    expect(contentOf(articleHtml({ middle })).text).toBe(TEXT);
  });

  it('drops captions that count the pictures of a row', () => {
    const slide = (at: number, text: string): string =>
      `<div class="slide"><img src="/p${at}.jpg"><div class="slide__text">${at} / 2 ${text}</div></div>`;
    const middle = `<div class="slider">${slide(1, 'The roof in May')}${slide(2, 'Honey in the kitchen')}</div>`;
    expect(contentOf(articleHtml({ middle })).text).toBe(TEXT);
  });

  it('drops who says a pull quote with it', () => {
    const middle =
      '<figure class="wp-block-pullquote"><blockquote><p>nobody had been stung since the hives came in April</p><cite>Nora Quell, head teacher</cite></blockquote></figure>';
    expect(contentOf(articleHtml({ middle })).text).toBe(TEXT);
  });
});

describe('what systems write around the text', () => {
  it('knows readers’ comments by what other languages call them', () => {
    const comment = (text: string): string =>
      `<div class="comm-item"><div class="comm-author">Walt</div><div class="comm-text">${text}</div></div>`;
    const after = `<div class="full-comms">${comment('The bees are loud on warm days, says my son.')}${comment('Who pays for the fence, then?')}</div>`;
    const { text, authors } = contentOf(articleHtml({ after }));
    expect(text).toBe(TEXT);
    expect(authors).toEqual([]);
  });

  it('drops the facts about an article that stand over it as a list of terms', () => {
    const before =
      '<dl class="article-info muted"><dt class="article-info-term">Details</dt><dd class="hits">Hits: 944</dd></dl>';
    expect(contentOf(articleHtml({ before })).text).toBe(TEXT);
  });

  it('reads who made a node', () => {
    const before =
      '<footer class="node__meta"><div>Von <span class="field field--name-uid"><a href="/user/3">Jörg Amsinck</a></span> Publié le 14 mai</div></footer>';
    expect(contentOf(articleHtml({ before })).authors).toEqual(['Jörg Amsinck']);
  });

  it('reads paragraphs that a break and an indent set apart', () => {
    const lines = [
      '閉校した小学校が、染め物の工房として生まれ変わった。住民たちが三年がかりで教室を直した。',
      '工房には藍がめが六つ並び、週末には誰でも参加できる体験教室が開かれる。',
    ];
    const html = articleHtml().replaceAll(/<p>.*<\/p>/g, `<p>　${lines.join('\n\n　')}</p>`);
    expect(contentOf(html).text.split('\n')).toEqual(lines);
  });
});

describe('the time of a day', () => {
  it('is taken from the meta of the same day', () => {
    const head = '<meta name="date" content="2025-05-14T08:35:00+02:00">';
    const before = '<time itemprop="datePublished" datetime="2025-05-14">14 May</time>';
    expect(contentOf(articleHtml({ head, before })).published).toBe('2025-05-14T08:35:00.000+02:00');
  });

  it('is not taken from another day', () => {
    const head = '<meta name="date" content="2025-05-15T08:35:00+02:00">';
    const before = '<time itemprop="datePublished" datetime="2025-05-14">14 May</time>';
    expect(contentOf(articleHtml({ head, before })).publishedPrecision).toBe('day');
  });

  it('is read from the title of an abbreviation, as microformats have it', () => {
    const before = '<abbr itemprop="datePublished" title="2025-05-14T08:35:00-03:00">8:35</abbr>';
    expect(contentOf(articleHtml({ before })).published).toBe('2025-05-14T08:35:00.000-03:00');
  });
});
