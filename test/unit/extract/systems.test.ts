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

  it('knows a box by the name of the one that holds nothing else', () => {
    const middle =
      '<div class="body__embed"><div class="newsletter-embed"><h4>Valley at dawn</h4><p>What the valley talks about, every morning.</p></div></div>';
    expect(contentOf(articleHtml({ middle })).text).toBe(TEXT);
  });

  it('drops a heading with the box that it heads', () => {
    const middle =
      '<div class="box-cta"><h3 class="box-cta__title">Valley at dawn</h3><div class="box-cta__text">What the valley talks about.</div></div>';
    expect(contentOf(articleHtml({ middle })).text).toBe(TEXT);
  });

  it('keeps a heading between paragraphs that is named as a part of the frame', () => {
    const middle = '<h2 class="header-anchor-post">What it costs<div class="parent"></div></h2>';
    expect(contentOf(articleHtml({ middle })).text.split('\n')[2]).toBe('What it costs');
  });

  it('drops the title of a player', () => {
    const middle =
      '<div class="embed-video"><div class="player"><span class="player-title">A cow on the roof</span></div></div>';
    expect(contentOf(articleHtml({ middle })).text).toBe(TEXT);
  });

  it('takes out polls', () => {
    const middle =
      '<div class="x"><h4>Would you eat the honey?</h4><ul><li><label><input type="radio">Yes</label></li><li><label><input type="radio">No</label></li></ul></div>';
    expect(contentOf(articleHtml({ middle })).text).toBe(TEXT);
  });

  it('keeps paragraphs that unfold by a radio button', () => {
    const middle = `<div><input type="radio" id="a"><label for="a">More</label><p>${PARAGRAPHS[4]} So they say.</p></div>`;
    expect(contentOf(articleHtml({ middle })).text).toContain('So they say.');
  });

  it('drops a caption in a box with its picture, and slanted ones under a picture', () => {
    const box =
      '<div class="x1"><img src="/b.jpg"><div class="x2">The roof in May</div><div>Karin Dohle</div></div>';
    const under = '<p><img src="/b.jpg"></p><p><em>The roof in May (Karin Dohle)</em></p>';
    for (const middle of [box, under]) expect(contentOf(articleHtml({ middle })).text).toBe(TEXT);
  });

  it('keeps a line under a picture that is set as the text is, or leads over', () => {
    for (const line of ['A roof for bees', '<em>This is how they fly:</em>']) {
      const middle = `<p><img src="/b.jpg"></p><p>${line}</p>`;
      expect(contentOf(articleHtml({ middle })).text).not.toBe(TEXT);
    }
  });

  it('drops a pull quote in a box of its own, whatever that is named', () => {
    const middle =
      '<div class="q1"><span>“</span><p>the parents who had been afraid at first now asked for honey</p><span>Nora Quell</span></div>';
    expect(contentOf(articleHtml({ middle })).text).toBe(TEXT);
  });

  it('drops the heading of a box in which nothing else is kept', () => {
    const middle =
      '<div class="x6"><h3>Valley at dawn</h3><p>Sign up for our newsletter and get the news in your inbox.</p></div>';
    expect(contentOf(articleHtml({ middle })).text).toBe(TEXT);
  });

  it('drops the clock of a player', () => {
    expect(contentOf(articleHtml({ middle: '<div>00:00 / 03:12</div>' })).text).toBe(TEXT);
  });

  it('drops what the author is, under their name at the end', () => {
    const head = '<meta name="author" content="Nora Bell">';
    const after = '<div class="ab"><div>Nora Bell</div><div>Friend of bees</div></div>';
    expect(contentOf(articleHtml({ head, after })).text).toBe(TEXT);
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

  it('drops a term with all that is said of it', () => {
    const before =
      '<dl><dt>Details</dt><dd class="hits">Hits: 944</dd><dt>Hives</dt><dd>Eleven in all</dd></dl>';
    expect(contentOf(articleHtml({ before })).text).toBe(`Hives\nEleven in all\n${TEXT}`);
  });

  it('drops what is said of the author in slanted letters, or in a short line with an address', () => {
    const head = '<meta name="author" content="Nora Bell">';
    const slanted =
      '<p><em>Nora Bell går gärna ut till bikuporna på skolans tak när morgonen ännu är sval och stilla.</em></p>';
    const short = '<p>Nora Bell bell@valley-herald.example</p>';
    for (const after of [slanted, short]) expect(contentOf(articleHtml({ head, after })).text).toBe(TEXT);
  });

  it('keeps a last paragraph that begins with the author and is set like the others', () => {
    const after =
      '<p>Nora Bell går gärna ut till bikuporna på skolans tak när morgonen ännu är sval och stilla.</p>';
    const head = '<meta name="author" content="Nora Bell">';
    expect(contentOf(articleHtml({ head, after })).text).toContain('morgonen');
  });

  it('drops what Chinese portals write around texts', () => {
    const before = '<p>原标题：学校屋顶上的蜜蜂</p>';
    const after = '<p>（江边日报 记者 陆晓岚）</p><p>打开APP，查看更多精彩</p>';
    expect(contentOf(articleHtml({ before, after })).text).toBe(TEXT);
  });

  it('reads tags in the foot of the article, and in an article without a headline of its own', () => {
    const tags =
      '<ul class="td-tags"><li>TAGS</li><li><a href="/t/bees">Bees</a></li><li><a href="/t/roof">Roofs</a></li></ul>';
    expect(contentOf(articleHtml({ after: `<footer>${tags}</footer>` })).tags).toEqual(['Bees', 'Roofs']);
    const long = [
      ...PARAGRAPHS,
      'The school will tell next spring how the second roof did.',
      'It will bake a cake then, the head teacher said, and all who pass the school in the afternoon are to have a piece of it as long as there is any left at all.',
      'Whoever keeps bees in the valley may bring a jar of honey to the school and take home one from the roof, so that everybody learns how both of them taste.',
    ]
      .map((text) => `<p>${text}</p>`)
      .join('');
    const html = `<title>Bees on a roof</title><main><div><h1>Bees on a roof</h1></div><div><article class="node">${long}${tags}</article></div></main>`;
    expect(contentOf(html).tags).toEqual(['Bees', 'Roofs']);
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
