import { describe, expect, it } from 'vitest';
import { articleHtml, contentOf, TITLE } from './read.ts';

describe('lead image', () => {
  const imageOf = (head: string, before = ''): string | null =>
    contentOf(articleHtml({ head, before })).image;
  const og = (url: string): string => `<meta property="og:image" content="${url}">`;

  it.each([
    'https://valley-herald.example/',
    'https://valley-herald.example/assets/logo.png',
    'https://valley-herald.example/assets/valley-logo@2x.png',
    'https://valley-herald.example/favicon-96.ico',
    'https://valley-herald.example/mstile-144x144.png',
    'https://valley-herald.example/wp-content/uploads/2020/01/cropped-bee-270x270.png',
    'https://valley-herald.example/wp-content/themes/valley/images/pill.png',
    'https://valley-herald.example/images/no-image_460x320.jpg',
    'https://valley-herald.example/facebook.jpg',
    'https://s0.pictures.example/i/blank.jpg',
    'https://secure.gravatar.com/avatar/12ab?s=200',
    'https://valley-herald.example/data/avatars/h/0/201.jpg',
  ])('is none of the site’s or its authors’ own: %s', (url) => {
    expect(imageOf(og(url))).toBeNull();
    const shown = '<figure><img src="/media/bees-on-roof.jpg" width="800" height="500"></figure>';
    expect(imageOf(og(url), shown)).toBe('https://valley-herald.example/media/bees-on-roof.jpg');
  });

  it('is one whose name only has a word of them', () => {
    const url = 'https://valley-herald.example/media/bees-loading-honey.jpg';
    expect(imageOf(og(url))).toBe(url);
  });

  it('is the preview picture where the page shows a stamp of it', () => {
    const url = 'https://pictures.example/max/1200/4711hive.jpg';
    const stamp = '<figure><img src="https://pictures.example/max/60/4711hive.jpg?q=20"></figure>';
    expect(imageOf(og(url), stamp)).toBe(url);
  });
});

describe('section', () => {
  const sectionOf = (value: string, more = ''): string | null =>
    contentOf(articleHtml({ head: `<meta property="article:section" content="${value}">${more}` })).section;

  it.each([
    ['Orchards', 'Orchards'],
    ['Arts, Culture &amp; Books', 'Arts, Culture & Books'],
    ['Articles,Highlight,Gardens,Valley', 'Gardens'],
    ['Gardens, valley, bees, school', 'Gardens'],
    ['Uncategorized', null],
    ['Sin categoría', null],
    ['/gardens/', 'gardens'],
    [TITLE, null],
  ])('%s is %s', (value, section) => {
    expect(sectionOf(value)).toBe(section);
  });

  it('is the first of two that are tags too', () => {
    const tags =
      '<meta property="article:tag" content="Gardens"><meta property="article:tag" content="Bees">';
    expect(sectionOf('Gardens, Bees', tags)).toBe('Gardens');
  });

  it('is not the page’s own step of the path, under a shorter title', () => {
    const itemListElement = [
      { name: 'Gardens', item: 'https://valley-herald.example/gardens' },
      { name: 'Bees on the roof', item: 'https://valley-herald.example/news/orchard-bees' },
    ];
    const path = { '@type': 'BreadcrumbList', itemListElement };
    const head = `<script type="application/ld+json">${JSON.stringify(path)}</script>`;
    expect(contentOf(articleHtml({ head })).section).toBe('Gardens');
  });
});

describe('tags', () => {
  const tagsOf = (keywords: string): readonly string[] =>
    contentOf(articleHtml({ head: `<meta name="keywords" content="${keywords}">` })).tags;

  it.each([
    ['bees, honey, schools', ['bees', 'honey', 'schools']],
    ['football, weather, jobs, cars, valley herald', []],
    ['football, weather, jobs, cars, traffic, lottery, bees', ['bees']],
    ['tag:Bees, type:story, paid:false, Category: Honey', ['Bees', 'Honey']],
    ['bees, channel_gardens, The orchard has moved its hives to a roof.', ['bees']],
    [TITLE, []],
    ['orchard, keeps, bees, school, roof', []],
  ])('%s are %j', (keywords, tags) => {
    expect(tagsOf(keywords)).toEqual(tags);
  });

  it('are believed where they are stated for the article', () => {
    const head =
      '<meta property="article:tag" content="Rooftops"><meta property="article:tag" content="Pollen">';
    expect(contentOf(articleHtml({ head })).tags).toEqual(['Rooftops', 'Pollen']);
  });
});

describe('subtitle', () => {
  const LINE = 'Eleven hives moved to the roof, and nobody was stung so far.';
  const subtitleOf = (parts: Parameters<typeof articleHtml>[0]): string | null =>
    contentOf(articleHtml(parts)).subtitle;

  it.each([
    ['named so', `<p class="standfirst">${LINE}</p>`],
    ['named a teaser', `<div class="teaser-text"><p>${LINE}</p></div>`],
  ])('is the line under the headline that is %s', (_, before) => {
    expect(subtitleOf({ before })).toBe(LINE);
  });

  it('is a heading behind the headline that the description repeats', () => {
    const head = `<meta name="description" content="${LINE}">`;
    expect(subtitleOf({ head, before: `<h2>${LINE}</h2>` })).toBe(LINE);
    expect(subtitleOf({ before: `<h2>${LINE}</h2>` })).toBeNull();
  });

  it.each([
    ['among other stories', { after: `<aside><p class="subtitle">${LINE}</p></aside>` }],
    ['in the text', { middle: `<h2 class="subheadline">${LINE}</h2>` }],
    ['in comments', { after: `<div class="comments"><p class="tagline">${LINE}</p></div>` }],
    ['and is a label', { before: '<p class="subtitle">Do not miss this:</p>' }],
    ['and is a byline', { before: '<p class="subtitle">By Ines Maroto</p>' }],
    ['and has buttons', { before: `<div class="subtitle">${LINE} <button>Share</button></div>` }],
  ])('is none that stands %s', (_, parts) => {
    expect(subtitleOf(parts)).toBeNull();
  });
});

describe('site name', () => {
  it.each([
    [`${TITLE} – Valley Herald`, 'Valley Herald'],
    [`Valley Herald: ${TITLE}`, 'Valley Herald'],
    [`${TITLE} | Another name`, null],
  ])('is read off the document’s title: %s', (title, name) => {
    const html = articleHtml().replace(`<title>${TITLE}</title>`, `<title>${title}</title>`);
    expect(contentOf(html).siteName).toBe(name);
  });

  it('comes without what the site says about itself', () => {
    const head = '<meta property="og:site_name" content="Valley Herald – All News from the Valley">';
    expect(contentOf(articleHtml({ head })).siteName).toBe('Valley Herald');
    const other = '<meta property="og:site_name" content="Bees – All News from the Valley">';
    expect(contentOf(articleHtml({ head: other })).siteName).toBe('Bees – All News from the Valley');
  });
});

describe('authors in metadata', () => {
  const authorsOf = (author: string, before = ''): readonly string[] =>
    contentOf(articleHtml({ head: `<meta name="author" content="${author}">`, before })).authors;

  it('are turned where the family name stands first', () => {
    expect(authorsOf('Veld, Jonas')).toEqual(['Jonas Veld']);
    expect(authorsOf('Jonas Veld, Ines Maroto')).toEqual(['Jonas Veld', 'Ines Maroto']);
  });

  it('are none where it has the address of the site', () => {
    const byline = '<p class="author">Ines Maroto</p>';
    expect(authorsOf('Valley Herald, Munich, Germany', byline)).toEqual(['Ines Maroto']);
    expect(authorsOf('Bees GmbH, Munich, Germany', byline)).toEqual(['Ines Maroto']);
  });

  it('are not looked for far away where an agency signs beside the headline', () => {
    const after = `${'<i></i>'.repeat(80)}<p>By Ines Maroto</p>`;
    const html = articleHtml({ before: '<p class="author">By AFP</p>', after });
    expect(contentOf(html).authors).toEqual(['AFP']);
  });
});

describe('a byline around its names', () => {
  it('gives way to the element that holds them, where it lacks one', () => {
    const before =
      '<div class="byline-section"><span class="author">Jonas Veld and Ines Maroto</span> <span>Black Hills Daily Argus Leader and Valley Herald</span></div>';
    expect(contentOf(articleHtml({ before })).authors).toEqual(['Jonas Veld', 'Ines Maroto']);
  });
});

describe('the title', () => {
  it('is the heading that the address names, where the metadata has the site only', () => {
    const page = '<h1><a href="/">Valley Herald</a></h1><h2>Bees of the orchard</h2>';
    const html = articleHtml({ title: 'Valley Herald' }).replace('<h1>Valley Herald</h1>', page);
    expect(contentOf(html).title).toBe('Bees of the orchard');
    expect(contentOf(html.replace('Bees of the orchard', 'Weather and roads today')).title).toBe(
      'Valley Herald',
    );
  });
});

describe('the place of the headline', () => {
  const html = (before: string): string =>
    articleHtml().replace('<main>', `<div><h1>Sign in</h1></div>${'<i></i>'.repeat(120)}<main>${before}`);

  it('is where the title stands, not the first heading of the page', () => {
    const line = '<p class="subtitle">Eleven hives moved to the roof, and nobody was stung.</p>';
    const page = html('').replace('</h1><p>', `</h1>${line}<p>`);
    expect(contentOf(page).subtitle).toBe('Eleven hives moved to the roof, and nobody was stung.');
  });

  it('has the byline right before it, or a line with date and “By” some elements above', () => {
    const far = `<div>05.02.2025 <span>- Redaktion: Jonas Veld (Valley)</span></div>${'<i></i>'.repeat(12)}`;
    expect(contentOf(html(far)).authors).toEqual(['Jonas Veld']);
    expect(contentOf(html(far.replace('Redaktion: ', ''))).authors).toEqual([]);
    const near = '<small>05.02.2025 | 13:10 | Jonas Veld</small>';
    expect(contentOf(html(near)).authors).toEqual(['Jonas Veld']);
  });
});
