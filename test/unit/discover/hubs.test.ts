import { describe, expect, it } from 'vitest';
import { MAX_HUB_LINKS, readHub } from '../../../src/discover/hubs.ts';

const HOME = 'https://www.harbourpost.example/';
const read = (html: string, url = HOME) => readHub(Buffer.from(html), 'text/html; charset=utf-8', url);
const urlsOf = (html: string, url = HOME): string[] =>
  read(html, url).urls.map((found) => found.url.replace(HOME, '/'));

/** The front page of a paper that does not exist, with everything such pages have around their stories. */
const FRONT_PAGE = `<!doctype html><html lang="en"><head><title>Harbour Post</title>
<link rel="canonical" href="https://www.harbourpost.example/">
<link rel="alternate" type="application/rss+xml" title="All stories" href="/feed.xml">
<link rel="alternate" type="application/atom+xml" href="https://feeds.harbourpost.example/sport">
<link rel="alternate" hreflang="de" href="/de/"><link rel="alternate" type="application/json+oembed" href="/oembed">
</head><body>
<header><a href="/"><img src="/logo.png" alt="Harbour Post"></a><a href="/subscribe">Subscribe now and save half</a>
<nav><ul><li><a href="/news">News</a></li><li><a href="/sport">Sport</a></li><li><a href="/business/markets">Markets</a></li>
<li><a href="/section/arts-and-culture-and-more">Arts and culture and more</a></li></ul></nav></header>
<main>
 <article><a href="/2026/03/01/ferry-line-closes-after-forty-years"><img src="/f.jpg" alt=""></a>
  <h2><a href="/2026/03/01/ferry-line-closes-after-forty-years?utm_source=home">Ferry line closes after forty years</a></h2>
  <p>By <a rel="author" href="/author/ada-quay-harbour-editor">Ada Quay</a></p>
  <p>Passengers took the last boat at noon. <a href="/2026/03/01/ferry-line-closes-after-forty-years#more">Read more</a></p>
  <a rel="tag" href="/tag/ferries-and-ships-of-the-bay">Ferries</a></article>
 <div class="card"><a href="/business/rope-maker-hires-again-20311894.html"><h3>Rope maker hires again</h3><span>The works take on thirty people this spring.</span></a></div>
 <div><a href="https://www.harbourpost.example/politics/council-votes-on-pier">Council votes on the pier tonight</a></div>
 <div><a href="//www.harbourpost.example/sport/rowers-win-at-home-again/">Rowers win at home again, by a length</a></div>
 <div><a href="/story.php?id=48213">Lighthouse keeper retires at ninety</a></div>
 <h3><a href="https://sport.harbourpost.example/regatta/storm-stops-sunday-regatta-c91f3ab2">Storm stops Sunday regatta</a></h3>
 <div><a href="/gallery/tall-ships-in-the-bay.jpg">Tall ships in the bay</a><a href="/files/annual-report-of-the-port.pdf">Annual report of the port</a></div>
 <div><a href="https://ads.example/buy-a-boat-today-for-less">Buy a boat today for less than ever</a>
 <a rel="sponsored nofollow" href="/partner/the-best-boots-for-the-best-boats">The best boots for the best boats</a></div>
 <a href="/topics/harbour-and-port-expansion">Harbour and port expansion</a><a href="/page/2">Older stories</a>
 <a href="mailto:desk@harbourpost.example">Write to us about this story</a><a href="javascript:void(0)">Show more stories from the bay</a>
 <a href="#top">Back to the top of this page</a><a>No target here at all</a><a href="http://[broken">Broken link that leads to nowhere</a>
</main>
<footer><a href="/about/our-people-and-our-history">About our people and our history</a><a href="/terms-of-use">Terms of use</a>
<a href="/privacy-policy">Privacy policy for all our readers</a></footer></body></html>`;

describe('a front page', () => {
  it('gives its stories, in order, each once, with their headlines', () => {
    expect(read(FRONT_PAGE).urls).toEqual([
      {
        url: `${HOME}2026/03/01/ferry-line-closes-after-forty-years`,
        title: 'Ferry line closes after forty years',
      },
      { url: `${HOME}business/rope-maker-hires-again-20311894.html`, title: 'Rope maker hires again' },
      { url: `${HOME}politics/council-votes-on-pier`, title: 'Council votes on the pier tonight' },
      { url: `${HOME}sport/rowers-win-at-home-again/`, title: 'Rowers win at home again, by a length' },
      { url: `${HOME}story.php?id=48213`, title: 'Lighthouse keeper retires at ninety' },
      {
        url: 'https://sport.harbourpost.example/regatta/storm-stops-sunday-regatta-c91f3ab2',
        title: 'Storm stops Sunday regatta',
      },
    ]);
  });

  it('names its feeds and its own address', () => {
    const { feeds, canonical } = read(FRONT_PAGE);
    expect(canonical).toBe(HOME);
    expect(feeds).toEqual([
      { url: `${HOME}feed.xml`, title: 'All stories' },
      { url: 'https://feeds.harbourpost.example/sport', title: undefined },
    ]);
  });
});

describe('one link', () => {
  const link = (href: string, text: string, around = (anchor: string) => anchor): string =>
    around(`<a href="${href}">${text}</a>`);
  const cases: [string, string, boolean][] = [
    [
      'a slug of several words',
      link('/news/bridge-opens-to-traffic-today', 'Bridge opens to traffic today'),
      true,
    ],
    ['a slug without a text', link('/news/bridge-opens-to-traffic-today', '<img src="/b.jpg">'), true],
    ['a slug under a heading only', link('/bridge-opens', 'Bridge opens', (a) => `<h2>${a}</h2>`), false],
    ['a date and a number', link('/2026/03/01/1204577', 'Bridge opens to traffic today'), true],
    ['a date with a month’s name', link('/2026/mar/01/bridge-opens', 'Bridge opens'), true],
    ['a date as one number', link('/20260301-bridge/', 'Bridge opens to traffic today'), true],
    ['a Japanese headline and a number', link('/articles/1204577', '港の新しい橋が今朝から開通した'), true],
    [
      'a Cyrillic slug',
      link(
        '/novosti/%D0%BC%D0%BE%D1%81%D1%82-%D0%BE%D1%82%D0%BA%D1%80%D1%8B%D0%BB%D1%81%D1%8F-%D1%83%D1%82%D1%80%D0%BE%D0%BC',
        'Мост открылся утром',
      ),
      true,
    ],
    ['a section', link('/news', 'News'), false],
    ['a section below a section', link('/news/local', 'Local'), false],
    ['a section with a long name', link('/news', 'All the news of the whole harbour'), false],
    ['a topic', link('/topics/bridge-and-tunnel-works', 'Bridge and tunnel works'), false],
    ['an author', link('/authors/ada-mary-quay', 'Ada Mary Quay'), false],
    [
      'a story below a topic',
      link('/topic/bridges/2026/03/01/bridge-opens-to-traffic-today', 'Bridge opens to traffic today'),
      true,
    ],
    [
      'a sign-in with the story in its query',
      link('/login?next=/news/bridge-opens-to-traffic-today', 'Sign in to read this story'),
      false,
    ],
    ['a search', link('/search?q=bridge+opens+to+traffic', 'Bridge opens to traffic today'), false],
    ['an image', link('/news/bridge-opens-to-traffic-today.webp', 'Bridge opens to traffic today'), false],
    [
      'another site',
      link('https://other.example/news/bridge-opens-to-traffic-today', 'Bridge opens to traffic today'),
      false,
    ],
    [
      'the page itself',
      link('https://www.harbourpost.example/?utm_source=x#top', 'Bridge opens to traffic today'),
      false,
    ],
    [
      'a service in the footer',
      link('/work-with-us-here', 'Work with us here', (a) => `<footer>${a}</footer>`),
      false,
    ],
    [
      'a story in the header of an article',
      link(
        '/news/bridge-opens-to-traffic',
        'Bridge opens',
        (a) => `<article><header>${a}</header></article>`,
      ),
      true,
    ],
  ];
  it.each(cases)('%s', (_, html, isArticle) => {
    expect(urlsOf(html)).toHaveLength(isArticle ? 1 : 0);
  });

  it('takes a headline of a language that sets no spaces', () => {
    const { urls } = read(
      '<a href="/articles/1204577">港の新しい橋が今朝から開通した</a><a href="/articles/1204578">続きを読む</a>',
    );
    expect(urls[0]?.title).toBe('港の新しい橋が今朝から開通した');
    expect(urls.find((found) => found.url.endsWith('578'))?.title).toBeUndefined();
  });

  it('counts from the page’s base', () => {
    expect(urlsOf(`<base href="/paper/"><a href="news/bridge-opens-to-traffic-today">x</a>`)).toEqual([
      '/paper/news/bridge-opens-to-traffic-today',
    ]);
  });

  it('does not leave the host where it has no registrable domain', () => {
    const html =
      '<a href="http://127.0.0.1:81/news/bridge-opens-to-traffic-today">x</a><a href="http://127.0.0.2/news/bridge-opens-to-traffic-today">y</a>';
    expect(read(html, 'http://127.0.0.1:81/').urls.map((found) => found.url)).toEqual([
      'http://127.0.0.1:81/news/bridge-opens-to-traffic-today',
    ]);
    const blogs = '<a href="https://a.github.io/news/bridge-opens-to-traffic-today">x</a>';
    expect(read(blogs, 'https://b.github.io/').urls).toEqual([]);
  });
});

describe('bounds', () => {
  it(`takes ${MAX_HUB_LINKS} links`, () => {
    const html = Array.from(
      { length: 2000 },
      (_, n) => `<a href="/news/bridge-opens-to-traffic-${n + 100_000}">Bridge opens to traffic today</a>`,
    );
    expect(read(html.join('')).urls).toHaveLength(MAX_HUB_LINKS);
  });

  it('bears pages that are broken or made to be slow', () => {
    expect(urlsOf('<a href="/news/bridge-opens-to-traffic-today">never closed <div><h2>')).toHaveLength(1);
    expect(urlsOf('<a href="'.repeat(20_000))).toEqual([]);
    const story = '<a href="/news/bridge-opens-to-traffic-today">x</a>';
    expect(urlsOf(`${'<div>'.repeat(400)}${story}`)).toHaveLength(1);
    expect(urlsOf(`${story}${'<div>'.repeat(1_000_000)}`)).toHaveLength(1);
    expect(urlsOf(`${story}${'<div>'.repeat(500)}${'</x>'.repeat(200_000)}`)).toHaveLength(1);
    expect(urlsOf(`<a href="/${'a-'.repeat(5000)}">x</a><a href="/news/%E0%A4%A">y</a>`)).toEqual([]);
  });

  it('reads other charsets', () => {
    const html = Buffer.from(
      '<meta charset="iso-8859-1"><a href="/news/br%FCcke-wird-heute-freigegeben">Brücke wird heute für alle freigegeben</a>',
      'latin1',
    );
    expect(readHub(html, 'text/html', HOME).urls[0]?.title).toBe('Brücke wird heute für alle freigegeben');
  });
});
