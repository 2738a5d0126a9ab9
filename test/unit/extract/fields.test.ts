import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ArticleContent } from '../../../src/article/article.ts';
import { contentHash } from '../../../src/extract/fields/content-hash.ts';
import { settleLanguage } from '../../../src/extract/fields/language.ts';
import { splitNames } from '../../../src/extract/fields/names.ts';
import { readLinkedData } from '../../../src/extract/page/json-ld.ts';
import { countWords, decodeEntities } from '../../../src/extract/text.ts';
import { articleHtml, contentOf, TITLE, URL_OF_PAGE } from './read.ts';

const ld = (members: object): string =>
  `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', headline: TITLE, ...members })}</script>`;

describe('title', () => {
  const titleOf = (title: string, h1: string, head = ''): string =>
    contentOf(
      articleHtml({ title: 'x', head })
        .replace('<title>x</title>', `<title>${title}</title>`)
        .replace('<h1>x</h1>', h1),
    ).title;

  it.each([
    [
      'the site’s name',
      `${TITLE} | Valley Herald`,
      '',
      '<meta property="og:site_name" content="Valley Herald">',
    ],
    [
      'the section and the site’s name',
      `${TITLE} - News - Valley Herald`,
      '',
      '<meta property="og:site_name" content="Valley Herald">',
    ],
    ['the host’s name', `${TITLE} – valley-herald.example`, '', ''],
    ['entities that were escaped twice', `Orchard keeps bees &amp;amp; wasps`, '', ''],
    [
      'what is hung on the shown headline',
      `${TITLE} » All about bees and how they live`,
      `<h1>${TITLE}</h1>`,
      '',
    ],
    [
      'a section hung on without room',
      `${TITLE}-Schools`,
      '',
      `<meta property="og:title" content="${TITLE}-Schools"><meta name="headline" content="${TITLE}">`,
    ],
    ['a line over the headline', TITLE, `<h1><span>School life</span><span>${TITLE}</span></h1>`, ''],
    [
      'a line that is named as one, whatever the metadata says',
      'Bees',
      `<h1><span class="article-overline">School life</span> ${TITLE}</h1>`,
      '',
    ],
    [
      'a line that a hidden dash sets apart',
      'Bees',
      `<h1><span>School life</span><span aria-hidden="true"> – </span><span>${TITLE}</span></h1>`,
      '',
    ],
    ['a date beside it', TITLE, `<h1>${TITLE}<br><small>2 May 2025 • School, Bees</small></h1>`, ''],
    ['a hidden site name', TITLE, `<h1>${TITLE}<span class="visually-hidden"> | Herald</span></h1>`, ''],
    [
      'a breadcrumb for search engines',
      'School bees: all about them',
      `<ol class="breadcrumb"><li><h1>School bees: all about them</h1></li></ol><h2><span>School life</span> ${TITLE}</h2>`,
      `<meta property="og:title" content="${TITLE}">`,
    ],
    [
      'the site’s name in an h1 of its own',
      `${TITLE} - Our valley`,
      `<h1><a href="/">The paper of the valley</a></h1><h2>${TITLE}</h2>`,
      '',
    ],
    [
      'an h1 that metadata and a lower heading gainsay',
      'Bees on the roof: how a school does it',
      `<h1>Bees on the roof: how a school does it</h1><h2>${TITLE}</h2>`,
      `<meta property="og:title" content="${TITLE}">`,
    ],
    ['styles inside the headline', TITLE, `<h1><style>.a{b:c}</style>${TITLE}</h1>`, ''],
  ])('is free of %s', (name, title, h1, head) => {
    expect(titleOf(title, h1, head)).toBe(name.startsWith('entities') ? 'Orchard keeps bees & wasps' : TITLE);
  });
});

describe('a title with a line above', () => {
  it('keeps the line where metadata has it, in its spelling', () => {
    const html = articleHtml({ head: '<meta property="og:title" content="School life: Eleven hives moved">' })
      .replace(`<h1>${TITLE}</h1>`, '<h1><span class="kicker">School life</span>Eleven hives moved</h1>')
      .replace(`<title>${TITLE}</title>`, '<title>Hives</title>');
    expect(contentOf(html).title).toBe('School life: Eleven hives moved');
  });

  it('keeps words apart that the markup runs together', () => {
    const html = articleHtml().replace(
      `<h1>${TITLE}</h1>`,
      '<h1><span>School life</span>Eleven hives moved</h1>',
    );
    expect(contentOf(html).title).toBe('School life Eleven hives moved');
  });

  it('takes one word that stands alone as a headline, but no section', () => {
    const page = (head: string): string =>
      contentOf(articleHtml({ head }).replace(`<h1>${TITLE}</h1>`, '<h1>Hives</h1>')).title;
    expect(page('')).toBe('Hives');
    expect(page('<meta property="article:section" content="Hives">')).toBe(TITLE);
  });
});

describe('linked data', () => {
  const author = (name: string) => ({ '@type': 'Person', name });

  it('of a live blog is the blog’s, not an entry’s', () => {
    const entry = {
      '@type': 'BlogPosting',
      headline: 'The hall fills',
      url: `${URL_OF_PAGE}#e1`,
      datePublished: '2025-05-05T10:00:00Z',
      author: author('Jon Veld'),
      articleBody: 'All seats are taken.',
    };
    const { authors, published } = contentOf(
      articleHtml({
        head: `<script type="application/ld+json">${JSON.stringify({
          '@type': 'LiveBlogPosting',
          headline: TITLE,
          datePublished: '2025-05-05T09:00:00Z',
          author: author('Ines Maroto'),
          liveBlogUpdate: [entry, { ...entry, url: `${URL_OF_PAGE}#e2` }],
        })}</script>`,
      }),
    );
    expect([authors, published]).toEqual([['Ines Maroto'], '2025-05-05T09:00:00.000Z']);
  });

  it.each([
    ['an item of a list', (story: object) => ({ '@type': 'ItemList', itemListElement: [story] })],
    ['another story at another address', (story: object) => story],
  ])('of %s says nothing of the page', (_, around) => {
    const story = {
      '@type': 'NewsArticle',
      headline: 'Ferry sinks off the northern cape',
      url: 'https://valley-herald.example/ferry-sinks',
      datePublished: '2020-01-01T00:00:00Z',
      author: author('Jon Veld'),
    };
    const head = `<script type="application/ld+json">${JSON.stringify(around(story))}</script>`;
    const { authors, published } = contentOf(articleHtml({ head }));
    expect([authors, published]).toEqual([[], null]);
  });

  it('under another address but with the page’s headline is the page’s', () => {
    const story = {
      '@type': 'NewsArticle',
      headline: TITLE,
      url: 'https://valley-herald.example/moved-since',
      author: author('Ines Maroto'),
    };
    const head = `<script type="application/ld+json">${JSON.stringify(story)}</script>`;
    expect(contentOf(articleHtml({ head })).authors).toEqual(['Ines Maroto']);
  });
});

describe('authors', () => {
  it.each([
    ['By Ines Maroto and Jon Veld', ['Ines Maroto', 'Jon Veld']],
    ['Von Ines Maroto, Jon Veld', ['Ines Maroto', 'Jon Veld']],
    ['Par Ines Maroto et Jon Veld', ['Ines Maroto', 'Jon Veld']],
    ['Por: Ines Maroto', ['Ines Maroto']],
    ['INES MAROTO / JON VELD', ['Ines Maroto', 'Jon Veld']],
    ['Ines Maroto, Senior Reporter', ['Ines Maroto']],
    ['Ines Maroto (Valdoro)', ['Ines Maroto']],
    ['ines@valley-herald.example', []],
    ['https://valley-herald.example/people/ines', []],
    ['Updated 2 May 2025', []],
    ['Автор: Инна Маротова', ['Инна Маротова']],
    ['VON INES MAROTO am 21. April 2020', ['Ines Maroto']],
    ['Von Ines Maroto Fr, 18. Oktober 2019', ['Ines Maroto']],
    ['by Ines Maroto October 27, 2023 in Valley, Bees', ['Ines Maroto']],
    ['ByInes Maroto', ['Ines Maroto']],
    ['Text von Ines Maroto Illustration von Jon Veld', ['Ines Maroto']],
    ['Text & Fotos: Ines Maroto', ['Ines Maroto']],
    ['Autorin/Autor Ines Maroto', ['Ines Maroto']],
    ['Alle Artikel von Ines Maroto', ['Ines Maroto']],
    ['© Ines Maroto Ines Maroto', ['Ines Maroto']],
    ['Redaktion', ['Redaktion']],
    ['Valley24 Redaktion', ['Valley24 Redaktion']],
    ['（责编：牛山、马河海）', ['牛山', '马河海']],
    ['(By Ines Maroto)', ['Ines Maroto']],
    ['By Ines Maroto (Valdoro)', ['Ines Maroto']],
    ['Robert E Maroto', ['Robert E Maroto']],
    ['Ines A Maroto', ['Ines A Maroto']],
    ['Ana y Ines Maroto', ['Ana', 'Ines Maroto']],
    ['Jan Novák a Petr Svoboda', ['Jan Novák', 'Petr Svoboda']],
    ['Írta: Nagy Péter és Kiss Anna', ['Nagy Péter', 'Kiss Anna']],
    ['Penulis: Budi Santoso dan Siti Aminah', ['Budi Santoso', 'Siti Aminah']],
    ['Γράφει ο Γιώργος Βαλδώρος', ['Γιώργος Βαλδώρος']],
    ['2 Fictions', []],
    ['Zur Artikelübersicht', []],
  ])('%s', (byline, names) => {
    expect(splitNames(byline)).toEqual(names);
  });

  it('are people before organisations, and the desk where nobody is named', () => {
    const both = ld({
      author: [
        { '@type': 'Organization', name: 'Valley Press Agency' },
        { '@type': 'Person', name: 'Ines Maroto' },
      ],
    });
    const signed = contentOf(articleHtml({ head: both }));
    expect(signed.authors).toContain('Ines Maroto');
    expect(signed.organisations).toEqual(['Valley Press Agency']);
    expect(signed.provenance.organisations).toBe('json-ld');
    const desk = contentOf(
      articleHtml({ head: ld({ author: { '@type': 'Organization', name: 'Valley Press Agency' } }) }),
    );
    expect(desk.authors).toEqual(['Valley Press Agency']);
    expect(desk.organisations).toEqual(['Valley Press Agency']);
  });

  it.each([
    [
      'an agency beside a person',
      '<p class="byline">By Ines Maroto, Reuters</p>',
      ['Ines Maroto'],
      ['Reuters'],
    ],
    ['a person alone', '<p class="byline">By Ines Maroto</p>', ['Ines Maroto'], []],
    ['an agency alone', '<p class="byline">By Reuters</p>', ['Reuters'], ['Reuters']],
  ])('tell organisations from people: %s', (_, before, authors, organisations) => {
    const signed = contentOf(articleHtml({ before }));
    expect([signed.authors, signed.organisations]).toEqual([authors, organisations]);
  });

  it('tell an organisation by its stated type where its name does not', () => {
    const head = ld({
      author: [
        { '@type': 'Person', name: 'Ines Maroto' },
        { '@type': 'Organization', name: 'Capital Ideas' },
      ],
    });
    expect(contentOf(articleHtml({ head })).organisations).toEqual(['Capital Ideas']);
  });

  it.each([
    ['a rel link', '<p>By <a rel="author" href="/x">Ines Maroto</a></p>'],
    ['a byline class', '<span class="author vcard">by <a class="fn" href="/x">Ines Maroto</a></span>'],
    ['a visible byline', '<p>By Ines Maroto</p>'],
    ['a link to an author’s page', '<p><a href="/author/ines-maroto">Ines Maroto</a> writes</p>'],
  ])('come from %s', (_, before) => {
    expect(contentOf(articleHtml({ before })).authors).toEqual(['Ines Maroto']);
  });

  it.each([
    ['a date before it', '<p>Created on 6 May 2025 by Ines Maroto</p>'],
    ['a date beside it', '<p>Ines Maroto | 6 May 2025</p>'],
    ['another label before it', '<p>Date: 6 May 2025 Author: Ines Maroto/Press</p>'],
    ['an aside about the article', '<aside class="meta"><p class="author-name">Ines Maroto</p></aside>'],
  ])('come from a line with %s', (_, before) => {
    expect(contentOf(articleHtml({ before })).authors).toEqual(['Ines Maroto']);
  });

  it('are found in a page whose frame is named after something else', () => {
    const html = articleHtml({ before: '<p class="author">Ines Maroto</p>' })
      .replace('<main>', '<div class="content-area" id="sidebar">')
      .replace('<article>', '<div>');
    expect(contentOf(html).authors).toEqual(['Ines Maroto']);
  });

  it('come in parts of names', () => {
    const head = ld({ author: [{ '@type': 'Person', givenName: 'Ines', familyName: 'Maroto' }] });
    expect(contentOf(articleHtml({ head })).authors).toEqual(['Ines Maroto']);
  });

  it('come from another node of the article where the first only refers to one that is not there', () => {
    const head = `${ld({ datePublished: '2025-05-02', author: { '@id': '#nobody' } })}${ld({ author: { '@type': 'Person', name: 'Ines Maroto' } })}`;
    expect(contentOf(articleHtml({ head })).authors).toEqual(['Ines Maroto']);
  });

  it('are not the site, where metadata names its host with them', () => {
    const head = '<meta name="author" content="Our Valley (www.valley-herald.example)">';
    expect(contentOf(articleHtml({ head, after: '<ul><li>Author Ines Maroto</li></ul>' })).authors).toEqual([
      'Ines Maroto',
    ]);
    expect(contentOf(articleHtml({ head })).authors).toEqual(['Our Valley']);
  });

  it.each([
    ['a first name', 'Ines'],
    ['a name to log in with', 'ines_maroto'],
  ])('are read in full where metadata has %s', (_, name) => {
    const head = ld({ author: { '@type': 'Person', name } });
    const full = articleHtml({ head, before: '<p class="byline">By Inés Maroto</p>' });
    expect(contentOf(full).authors).toEqual(['Inés Maroto']);
    expect(contentOf(articleHtml({ head })).authors).toEqual([name]);
    // The byline beside the headline tells whose text it is, the account only who put it there.
    expect(contentOf(articleHtml({ head, before: '<p class="byline">By Jon Veld</p>' })).authors).toEqual([
      name === 'Ines' ? name : 'Jon Veld',
    ]);
  });

  it('are all of them where metadata has the first only', () => {
    const head = ld({ author: { '@type': 'Person', name: 'Ines Maroto' } });
    const line = '<p class="byline"><span>Ines Maroto</span><span>Jon Veld</span></p>';
    expect(contentOf(articleHtml({ head, before: line })).authors).toEqual(['Ines Maroto', 'Jon Veld']);
    const desk = '<p class="byline"><span>Ines Maroto</span><span>Our Valley Sports</span></p>';
    const site = '<meta property="og:site_name" content="Our Valley">';
    expect(contentOf(articleHtml({ head: head + site, before: desk })).authors).toEqual(['Ines Maroto']);
    const other = '<p class="byline">Jon Veld</p>';
    expect(contentOf(articleHtml({ head, before: other })).authors).toEqual(['Ines Maroto']);
  });

  it.each([
    ['leads to more by them', 'Ines Maroto Otros artículos de Ines Maroto', ['Ines Maroto']],
    ['names the paper', 'Jon Veld for Valley Herald', ['Jon Veld']],
    ['names a rubric first', 'Black Hills By Jon Veld', ['Jon Veld']],
    ['has two family names', 'Duarte Lima e Castro', ['Duarte Lima e Castro']],
    ['names two people', 'Ana Lima y Pedro Castro', ['Ana Lima', 'Pedro Castro']],
    ['is a log-in name', 'jon.veld', ['Jon Veld']],
    ['has place and role in Korean', '부산=김하늘 기자', ['김하늘']],
    ['is that of an office', 'Ministry of Orchards and Bees', ['Ministry of Orchards and Bees']],
    ['is a company', 'Bienen GmbH & Co. KG', ['Bienen GmbH & Co. KG']],
    ['is about the picture', 'Фото из архива школы', []],
    ['is a notice', 'Hinweis: Das Video liegt woanders', []],
    ['has the role of an agency’s writer', 'Jon Veld, AP Science Writer', ['Jon Veld']],
    ['is an account without a name', 'admin', []],
    ['says who wrote it in Spanish', 'Escrito por Ines Maroto', ['Ines Maroto']],
  ])('are read where the byline %s', (_, line, names) => {
    expect(splitNames(line)).toEqual(names);
  });

  it.each([
    [
      'the lines of a byline apart',
      '<div class="byline"><div>By JONAS VELD</div><div>AP Science Writer</div></div>',
      ['Jonas Veld'],
    ],
    [
      'the line that says “By”',
      '<div class="byline"><div>Valley News</div><span>By</span> <a>Jonas Veld</a></div>',
      ['Jonas Veld'],
    ],
    [
      'the name in a card',
      '<p class="vcard author">1 June / <span class="fn">Jonas Veld</span> / <a>Orchard Keeping</a></p>',
      ['Jonas Veld'],
    ],
    [
      'a box named as a teaser right behind the headline',
      '<div class="teaser-meta"><p class="author">By Jonas Veld</p></div>',
      ['Jonas Veld'],
    ],
    ['no one who took a picture', '<div><b>Photo:</b><p class="author">Jonas Veld</p></div>', []],
    ['no one in an address', '<address>Note<br>Bee Street<br>Old Town<br>Valley Post</address>', []],
  ])('beside the headline are %s', (_, before, names) => {
    expect(contentOf(articleHtml({ before })).authors).toEqual(names);
  });

  it('beside the headline are believed before a log-in name and before a box behind the text', () => {
    const head = '<meta name="author" content="keeper7">';
    const before = '<p>By <a rel="author">Jonas Veld</a></p>';
    const after = `${'<i></i>'.repeat(80)}<div class="author-name">Ines Maroto</div>`;
    expect(contentOf(articleHtml({ head, before })).authors).toEqual(['Jonas Veld']);
    expect(contentOf(articleHtml({ before: '<p>By Jonas Veld</p>', after })).authors).toEqual(['Jonas Veld']);
  });

  it('beside a date may stand before the headline', () => {
    const html = articleHtml().replace('<h1>', '<small>04.02.2025 | 13:10 | Jonas Veld</small><h1>');
    expect(contentOf(html).authors).toEqual(['Jonas Veld']);
    const other = articleHtml({
      after: '<p>Copyright 2025 | Theme by Jonas Veld</p><p>03.02.2025 Walking with von Jonas Veld</p>',
    });
    expect(contentOf(other).authors).toEqual([]);
  });

  it('of other stories are no authors of this one', () => {
    const author = (name: string): string =>
      `<p><span itemprop="author"><b itemprop="name">${name}</b></span></p>`;
    const html = articleHtml({
      before: `<div>${author('Ines Maroto')}</div>`,
      after: `<section><div>${author('Jon Veld')}</div><div>${author('Mia Torn')}</div></section>`,
    });
    expect(contentOf(html).authors).toEqual(['Ines Maroto']);
  });

  it('of comments are not those of the article', () => {
    const after = '<div id="comments"><span class="author">Angry Wasp</span><p>Never!</p></div>';
    expect(contentOf(articleHtml({ after })).authors).toEqual([]);
  });

  it('never grow and never throw', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const names = splitNames(text);
        expect(names.length).toBeLessThanOrEqual(20);
        for (const name of names) expect(name.length).toBeLessThanOrEqual(60);
      }),
    );
  });
});

describe('canonical URL', () => {
  const canonicalOf = (href: string, url?: string): string =>
    contentOf(
      articleHtml({ head: `<link rel="canonical" href="${href}">` }),
      url === undefined ? {} : { url },
    ).canonicalUrl;

  it('is believed on the same domain', () => {
    expect(canonicalOf('https://www.valley-herald.example/news/orchard-bees')).toBe(
      'https://www.valley-herald.example/news/orchard-bees',
    );
    expect(canonicalOf('/bees#top')).toBe('https://valley-herald.example/bees');
  });

  it.each([
    ['another domain', 'https://thief.example/bees'],
    ['the home page', 'https://valley-herald.example/'],
    ['a home page by language', 'https://valley-herald.example/en'],
    ['no web address', 'javascript:alert(1)'],
    ['an address with a password', 'https://u:p@valley-herald.example/x'],
  ])('is not believed when it is %s', (_, href) => {
    expect(canonicalOf(href)).toBe('https://valley-herald.example/news/orchard-bees');
  });

  const STORY = '/news/orchard-keeps-bees-4711';
  it.each([
    ['/news/', STORY],
    ['/news/index.html', STORY],
    ['/news', '/news/2025/05/4711'],
    ['/2025/05/12/', '/2025/05/12/orchard-keeps-bees'],
    ['/local-news-and-sports/', '/local-news-and-sports/orchard-keeps-bees'],
    ['/politics', STORY],
    ['/news/europe/', '/a/orchard-keeps-bees'],
    ['/404', STORY],
    ['/error/404.html', STORY],
    ['/login?next=/news/orchard-keeps-bees-4711', STORY],
    ['/account/sign-in', STORY],
    ['/news/view.php', '/news/view.php?id=4711&lang=en'],
  ])('is no section, error or log-in: %s on %s', (href, url) => {
    const here = `https://valley-herald.example${url}`;
    expect(canonicalOf(href, here)).toBe(here);
  });

  it.each([
    [STORY, `${STORY}/amp`],
    [STORY, `/amp${STORY}`],
    [STORY, `${STORY}/page/2`],
    [STORY, `${STORY}?utm_source=feed&id=77001`],
    ['/news/orchard-keeps-bees', '/news/orchard-keeps-bees/4711'],
    ['/news/471108', '/news/471108/orchard-keeps-bees'],
    ['/garden/roof-has-bees-now', STORY],
    ['/4711', STORY],
    ['/login-with-a-bee-sting-4712', STORY],
    ['/news/4711', '/news/view.php?id=4711'],
    ['/b%C3%BCcher/der-letzte-sommer', '/b%C3%BCcher/der-letzte-sommer/print'],
  ])('is another form or place of the story: %s on %s', (href, url) => {
    expect(canonicalOf(href, `https://valley-herald.example${url}`)).toBe(
      `https://valley-herald.example${href}`,
    );
  });

  it('is not shared by hosts under a public suffix', () => {
    expect(canonicalOf('https://other.github.io/bees', 'https://mine.github.io/bees-2')).toBe(
      'https://mine.github.io/bees-2',
    );
  });
});

describe('other addresses', () => {
  it('are the AMP version, the original and copies; not the page itself, not a front page', () => {
    const head = [
      '<link rel="amphtml" href="/amp/orchard-bees">',
      '<meta name="syndication-source" content="https://wire.example/bees/1">',
      '<meta name="original-source" content="https://wire.example/">',
      '<link rel="canonical" href="https://partner.example/bees">',
      '<link rel="me syndication" href="https://social.example/@herald/7">',
      '<link rel="syndication" href="https://valley-herald.example/news/orchard-bees">',
      '<link rel="syndication" href="javascript:alert(1)">',
    ].join('');
    const article = contentOf(articleHtml({ head }));
    expect(article.ampUrl).toBe('https://valley-herald.example/amp/orchard-bees');
    expect(article.syndication).toEqual([
      'https://wire.example/bees/1',
      'https://partner.example/bees',
      'https://social.example/@herald/7',
    ]);
    expect(article.canonicalUrl).toBe('https://valley-herald.example/news/orchard-bees');
    expect(article.provenance).toMatchObject({ ampUrl: 'markup', syndication: 'meta' });
  });

  it('are none where the page names none', () => {
    expect(contentOf(articleHtml())).toMatchObject({ ampUrl: null, syndication: [] });
  });

  it('are no more than twenty', () => {
    const head = Array.from(
      { length: 30 },
      (_, i) => `<link rel="syndication" href="https://s${i}.example/x">`,
    );
    expect(contentOf(articleHtml({ head: head.join('') })).syndication).toHaveLength(20);
  });
});

describe('sources and confidence', () => {
  it('are given for every field that has a value', () => {
    const head = ld({
      datePublished: '2025-05-02T08:00:00Z',
      author: { '@type': 'Person', name: 'Ines Maroto' },
      image: 'https://valley-herald.example/bees.jpg',
    });
    const article = contentOf(articleHtml({ head }));
    const { provenance, confidence } = article;
    expect(provenance).toMatchObject({
      title: 'markup',
      published: 'json-ld',
      authors: 'json-ld',
      image: 'json-ld',
      images: 'json-ld',
      type: 'json-ld',
      wordCount: 'computed',
    });
    expect(Object.keys(confidence).sort()).toEqual(Object.keys(provenance).sort());
    for (const value of Object.values(confidence)) expect(value).toSatisfy((v: number) => v > 0 && v <= 1);
    const empty = ['', null, 0];
    const valued = Object.entries(article).filter(
      ([name, value]) =>
        !['provenance', 'confidence', 'html', 'markdown', 'publishedPrecision', 'access'].includes(name) &&
        !(Array.isArray(value) ? value.length === 0 : empty.includes(value as string | null | number)),
    );
    expect(Object.keys(provenance)).toEqual(expect.arrayContaining(valued.map(([name]) => name)));
  });

  it('are not asked of articles that were stored before there were any', () => {
    const { confidence, ampUrl, syndication, ...before } = contentOf(articleHtml());
    expect([ampUrl, syndication]).toEqual([null, []]);
    expect(Object.keys(confidence).length).toBeGreaterThan(0);
    expect(ArticleContent.parse(before)).toMatchObject({ confidence: {}, ampUrl: null, syndication: [] });
  });

  it('tells a sure place from a doubtful one', () => {
    const surely = contentOf(articleHtml({ head: ld({ datePublished: '2025-05-02T08:00:00Z' }) }));
    const hardly = contentOf(articleHtml({ before: '<p>2 May 2025</p>' }));
    expect(hardly.provenance.published).toBe('visible-text');
    expect(hardly.confidence.published).toBeLessThan(surely.confidence.published ?? 0);
  });
});

describe('images', () => {
  it.each([
    ['a number', '/pics/13862217_W2040C2040x1360o0x0.jpg', '/shown/13862217_M800x534.jpg'],
    ['a file name', '/pics/2025/05/IMG_0234.jpg', '/pics/2025/05/IMG_0234-585x439.jpg'],
  ])('leads with the size that the page shows of the preview, known by %s', (_, preview, shown) => {
    const head = `<meta property="og:image" content="${preview}">`;
    const middle = `<p>…</p><div class="opener"><a href="${preview}"><img src="${shown}" width="585"></a></div>`;
    expect(contentOf(articleHtml({ head, middle })).image).toBe(`https://valley-herald.example${shown}`);
  });

  it('leads with the picture the page shows, and has captions and credits', () => {
    const head = '<meta property="og:image" content="https://cdn.example/1200/roof-4711882.jpg">';
    const before =
      '<figure class="lead"><picture><source srcset="/640/roof-4711882.jpg 640w, /1600/roof-4711882.jpg 1600w"><img src="/320/roof-4711882.jpg"></picture><figcaption>The hives on the roof. <span class="credit">Photo: Ada Lindqvist</span></figcaption></figure>';
    const article = contentOf(articleHtml({ head, before }));
    expect(article.image).toBe('https://valley-herald.example/1600/roof-4711882.jpg');
    expect(article.images[0]).toMatchObject({ caption: 'The hives on the roof.', credit: 'Ada Lindqvist' });
  });

  it('is the preview image where the page shows none, and never a logo alone', () => {
    expect(
      contentOf(articleHtml({ head: '<meta property="og:image" content="/media/roof.jpg">' })).image,
    ).toBe('https://valley-herald.example/media/roof.jpg');
    expect(
      contentOf(articleHtml({ before: '<img src="/logo.png" width="40" height="20">' })).image,
    ).toBeNull();
  });
});

describe('other metadata', () => {
  it('has section, tags, site name, access and excerpt with their sources', () => {
    const head =
      ld({ isAccessibleForFree: 'True', publisher: { name: 'Valley Herald' } }) +
      '<meta property="article:section" content="Town &amp;amp; Valley"><meta property="article:tag" content="bees"><meta property="article:tag" content="schools"><meta name="description" content="Eleven hives stand on the roof of the primary school.">';
    expect(contentOf(articleHtml({ head }))).toMatchObject({
      section: 'Town & Valley',
      tags: ['bees', 'schools'],
      siteName: 'Valley Herald',
      access: 'free',
      excerpt: 'Eleven hives stand on the roof of the primary school.',
      provenance: {
        section: 'opengraph',
        tags: 'opengraph',
        siteName: 'json-ld',
        access: 'json-ld',
        excerpt: 'meta',
      },
    });
  });

  it('takes hints only where the page is silent', () => {
    const hints = { title: 'Feed title', authors: ['Feed Author'], siteName: 'Feed Site' };
    const article = contentOf(articleHtml(), { hints });
    expect(article).toMatchObject({
      title: TITLE,
      authors: ['Feed Author'],
      siteName: 'Feed Site',
      provenance: { authors: 'feed', siteName: 'feed' },
    });
  });
});

describe('language', () => {
  const german =
    'Die Kinder zählen jeden Morgen die Bienen auf dem Dach der Schule, bevor der Unterricht beginnt, und schreiben die Zahl in ein großes blaues Heft. ';

  it('is the declared one where the text does not contradict it', () => {
    expect(settleLanguage(german.repeat(4), { value: 'de-AT', source: 'markup' })).toEqual({
      value: 'de',
      source: 'markup',
    });
  });

  it('is the text’s own where the declaration is wrong', () => {
    expect(settleLanguage(german.repeat(6), { value: 'en', source: 'markup' })).toEqual({
      value: 'de',
      source: 'computed',
    });
    expect(
      settleLanguage('学校の屋上で子どもたちが毎朝ミツバチを数えています。'.repeat(4), {
        value: 'en',
        source: 'markup',
      }),
    ).toEqual({ value: 'ja', source: 'computed' });
  });

  it('is found without a declaration', () => {
    expect(settleLanguage(german.repeat(2), null)).toEqual({ value: 'de', source: 'computed' });
  });
});

describe('small helpers', () => {
  it('count words of scripts with and without spaces', () => {
    expect(countWords('Eleven hives, and no stings: a well-kept roof.', 'en')).toBe(8);
    expect(countWords('学校の屋上でミツバチを数える', 'ja')).toBeGreaterThan(4);
  });

  it('hash alike what reads alike', () => {
    expect(contentHash('Cafe\u0301 opens', 'One  line\nand another')).toBe(
      contentHash('Café opens', 'One line and another'),
    );
    expect(contentHash('Café opens', 'One line')).not.toBe(contentHash('Café closes', 'One line'));
  });

  it('decode entities at most twice and leave unknown ones', () => {
    expect(decodeEntities('a &amp;amp; b &#x2014; &unknown; &#55296;')).toBe('a & b — &unknown; &#55296;');
  });

  it('mend JSON-LD with raw line breaks and spare commas', () => {
    const data = readLinkedData([
      '<!-- {"@type": "NewsArticle", "headline": "Two\nlines", "author": [{"name": "Ines",},],} -->',
    ]);
    expect(data.nodes[0]).toMatchObject({ headline: 'Two lines' });
  });

  it('read JSON-LD that is nested without end', () => {
    expect(
      readLinkedData([`${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`, '['.repeat(50_000)]).nodes,
    ).toEqual([]);
  });
});
