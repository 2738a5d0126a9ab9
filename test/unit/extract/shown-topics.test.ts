import { describe, expect, it } from 'vitest';
import { articleHtml, contentOf, TITLE, URL_OF_PAGE } from './read.ts';

const HOME = '<a href="/">Valley Herald</a>';
const LINKS = `${HOME} › <a href="/land">Land</a> › <a href="/land/gardens">Gardens</a>`;
const step = (name: string, href: string): string =>
  `<li itemprop="itemListElement" itemscope itemtype="https://schema.org/ListItem"><a itemprop="item" href="${href}"><span itemprop="name">${name}</span></a></li>`;

describe('the section that a page shows', () => {
  const PATHS: [string, string, string | null][] = [
    ['a nav named so', `<nav class="breadcrumb">${LINKS}</nav>`, 'Gardens'],
    ['a list with a label', `<ol aria-label="Breadcrumb"><li>${LINKS}</li></ol>`, 'Gardens'],
    ['a list named in French', `<div id="fil-ariane">${LINKS}</div>`, 'Gardens'],
    [
      'one that ends with the page',
      `<div class="breadcrumbs">${LINKS} › <a href="${URL_OF_PAGE}">Bees</a></div>`,
      'Gardens',
    ],
    [
      'one that ends with the title, cut',
      `<ul class="breadcrumb"><li>${HOME}</li><li>Gardens</li><li>${TITLE.slice(0, 24)}…</li></ul>`,
      'Gardens',
    ],
    ['one without links but home', `<ul class="crumbs"><li>${HOME}</li><li>Gardens</li></ul>`, 'Gardens'],
    ['one of the home page alone', `<nav class="breadcrumb">${HOME}</nav>`, null],
    [
      'one with a way back and a month',
      `<nav class="breadcrumb"><a href="/g">Gardens</a><a href="/m">May 2025</a><a href="/b">‹ Back</a></nav>`,
      'Gardens',
    ],
    [
      'a category',
      '<p><a rel="category tag" href="/g">Gardens</a> <a rel="tag" href="/t">Bees</a></p>',
      'Gardens',
    ],
    ['a category for nothing', '<p><a rel="category tag" href="/g">Uncategorized</a></p>', null],
  ];
  it.each(PATHS)('is the last step before it: %s', (_, before, section) => {
    const content = contentOf(articleHtml({ before }));
    expect(content.section).toBe(section);
    expect(content.provenance.section).toBe(section === null ? undefined : 'markup');
  });

  it('is read from microdata', () => {
    const list = `<ol itemscope itemtype="https://schema.org/BreadcrumbList">${step('Home', '/')}${step('Gardens', '/g')}${step(TITLE, URL_OF_PAGE)}</ol>`;
    expect(contentOf(articleHtml({ before: list }))).toMatchObject({
      section: 'Gardens',
      provenance: { section: 'microdata' },
    });
  });

  it('is no other than the one that metadata states', () => {
    const head = '<meta property="article:section" content="Schools">';
    expect(contentOf(articleHtml({ head, before: `<nav class="breadcrumb">${LINKS}</nav>` })).section).toBe(
      'Schools',
    );
  });
});

describe('the tags that a page shows', () => {
  const TAGS: [string, string, string[]][] = [
    [
      'of rel=tag',
      '<p><a rel="tag" href="/t/1">Bees</a> <a rel="tag" href="/t/2">#Honey</a></p>',
      ['Bees', 'Honey'],
    ],
    [
      'named so',
      '<ul class="post-tags"><li><a href="/1">Bees (12)</a><li><a href="/2">Honey</a></ul>',
      ['Bees', 'Honey'],
    ],
    ['behind a word', '<p>Tags: bees, honey, roofs</p>', ['bees', 'honey', 'roofs']],
    [
      'behind a German one',
      '<p><b>Schlagwörter:</b> <a href="/1">Bienen</a>, <a href="/2">Honig</a></p>',
      ['Bienen', 'Honig'],
    ],
    ['behind a Japanese one', '<p>タグ：蜂、蜜</p>', ['蜂', '蜜']],
    ['not in a sentence', '<p>Topics: the children learn how bees live and what they eat.</p>', []],
    ['not of a teaser', '<article><h2>Harbour</h2><a rel="tag" href="/t">Boats</a></article>', []],
    ['not in a menu', '<nav class="tags"><a href="/1">Bees</a></nav>', []],
    ['not as icons', '<i class="fa fa-tags"></i>', []],
    [
      'in one group',
      `<p><a rel="tag" href="/1">Bees</a></p>${'<p>x</p>'.repeat(20)}<p><a rel="tag" href="/2">Boats</a></p>`,
      ['Bees'],
    ],
  ];
  it.each(TAGS)('are those %s', (_, after, tags) => {
    const content = contentOf(articleHtml({ after }));
    expect(content.tags).toEqual(tags);
    expect(content.provenance.tags).toBe(tags.length === 0 ? undefined : 'markup');
  });

  it('are no other than those that metadata states', () => {
    const head = '<meta property="article:tag" content="Schools">';
    expect(contentOf(articleHtml({ head, after: '<p>Tags: bees, honey</p>' })).tags).toEqual(['Schools']);
  });
});
