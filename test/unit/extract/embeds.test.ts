import { describe, expect, it } from 'vitest';
import { articleHtml, contentOf, PARAGRAPHS } from './read.ts';

const BODY = PARAGRAPHS.join('\n');
const FILM = 'https://www.youtube.com/embed/hiveFilm-01';
const WATCH = 'https://www.youtube.com/watch?v=hiveFilm-01';

/** What stands between the second and the third paragraph. */
function between(middle: string): { html: string; markdown: string; text: string } {
  const { html, markdown, text } = contentOf(articleHtml({ middle }));
  const [, second = '', third = ''] = PARAGRAPHS;
  const part = (whole: string): string =>
    whole.slice(whole.indexOf(second) + second.length, whole.indexOf(third)).trim();
  return { html: part(html).replace(/^<\/p>\s*|\s*<p>$/g, ''), markdown: part(markdown), text };
}

describe('what an article embeds', () => {
  it.each([
    ['a film', `<iframe src="${FILM}" title="The roof"></iframe>`, WATCH, 'The roof'],
    [
      'a film that waits to be scrolled to',
      '<div class="box"><iframe src="about:blank" data-lazy-src="//player.vimeo.com/video/76543210?h=0123abcdef"></iframe></div>',
      'https://vimeo.com/76543210/0123abcdef',
      'vimeo.com',
    ],
    [
      'a film that waits for consent',
      `<iframe data-cookieblock-src="${FILM}" aria-label="Bees"></iframe>`,
      WATCH,
      'Bees',
    ],
    ['a film of AMP', '<amp-youtube data-videoid="hiveFilm-01"></amp-youtube>', WATCH, 'youtube.com'],
    [
      'a film in an element of its own',
      '<lite-youtube videoid="hiveFilm-01" playlabel="Play: bees"></lite-youtube>',
      WATCH,
      'Play: bees',
    ],
    [
      'a film’s file',
      '<video controls title="Swarm"><source src="/swarm.mp4"></video>',
      'https://valley-herald.example/swarm.mp4',
      'Swarm',
    ],
    [
      'the site’s own player',
      '<iframe src="https://player.valley-herald.example/v/7"></iframe>',
      'https://player.valley-herald.example/v/7',
      'player.valley-herald.example',
    ],
    [
      'a post of Instagram',
      '<blockquote class="instagram-media" data-instgrm-permalink="https://www.instagram.com/p/Hive_0123/?utm_source=ig_embed"><div><a href="https://www.instagram.com/p/Hive_0123/">View this post on Instagram</a><p>A post shared by the keepers of the valley (@hives)</p></div></blockquote>',
      'https://www.instagram.com/p/Hive_0123/',
      'instagram.com',
    ],
    [
      'a film of TikTok',
      '<blockquote class="tiktok-embed" cite="https://www.tiktok.com/@hives/video/7200000000000000001"><section><p>They are out #bees</p></section></blockquote>',
      'https://www.tiktok.com/@hives/video/7200000000000000001',
      'tiktok.com',
    ],
    [
      'a post of Facebook',
      '<div class="fb-post" data-href="https://www.facebook.com/hives/posts/77"><blockquote><p>Eleven of them now.</p>Posted by the keepers</blockquote></div>',
      'https://www.facebook.com/hives/posts/77',
      'facebook.com',
    ],
    [
      'a post in a frame of Facebook',
      '<iframe src="https://www.facebook.com/plugins/post.php?href=https%3A%2F%2Fwww.facebook.com%2Fhives%2Fposts%2F77&width=500"></iframe>',
      'https://www.facebook.com/hives/posts/77',
      'facebook.com',
    ],
    [
      'a post in a frame of X',
      '<iframe src="https://platform.twitter.com/embed/Tweet.html?id=1700000000000000001" title="X Post"></iframe>',
      'https://x.com/i/status/1700000000000000001',
      'X Post',
    ],
    [
      'a post of Telegram',
      '<script async src="https://telegram.org/js/telegram-widget.js" data-telegram-post="hives/12"></script>',
      'https://t.me/hives/12',
      't.me',
    ],
    [
      'a chart',
      '<figure><iframe src="https://datawrapper.dwcdn.net/hIvE1/4/" title="Hives, by year"></iframe></figure>',
      'https://datawrapper.dwcdn.net/hIvE1/',
      'Hives, by year',
    ],
    [
      'a map',
      '<iframe src="https://www.openstreetmap.org/export/embed.html?bbox=1,2,3,4"></iframe>',
      'https://www.openstreetmap.org/export/embed.html?bbox=1,2,3,4',
      'openstreetmap.org',
    ],
    [
      'a podcast',
      '<iframe src="https://open.spotify.com/embed/episode/0hives0?utm_source=x"></iframe>',
      'https://open.spotify.com/episode/0hives0',
      'open.spotify.com',
    ],
  ])('is a link in its place: %s', (_, middle, url, label) => {
    const got = between(middle);
    expect(got.html).toBe(`<p><a href="${url.replaceAll('&', '&amp;')}">${label}</a></p>`);
    expect(got.markdown).toBe(`[${label}](${url})`);
    expect(got.text).toBe(BODY);
  });

  it.each([
    ['an advertisement', '<iframe src="https://ads.example/embed/slot?size=300"></iframe>'],
    [
      'a button',
      '<iframe src="https://www.facebook.com/plugins/like.php?href=https%3A%2F%2Fvalley-herald.example%2F"></iframe>',
    ],
    [
      'a request for an address',
      '<iframe src="https://hives.substack.com/embed"></iframe><iframe src="https://docs.google.com/forms/d/e/1/viewform?embedded=true"></iframe>',
    ],
    ['comments', '<iframe src="https://disqus.com/embed/comments/?f=hives"></iframe>'],
    ['a film beside the article', `<aside><iframe src="${FILM}"></iframe></aside>`],
    ['another story', `<div class="related-films"><h4>More films</h4><iframe src="${FILM}"></iframe></div>`],
    [
      'another story of a blog',
      '<iframe class="wp-embedded-content" src="https://valley-herald.example/wasps/embed/#?secret=x"></iframe>',
    ],
    [
      'a script',
      '<iframe src="javascript:alert(1)//www.youtube.com/embed/hiveFilm-01" data-src="data:text/html,https://player.vimeo.com/video/76543210"></iframe><div class="fb-post" data-href="javascript:alert(1)"></div>',
    ],
    ['an id that is more', '<amp-instagram data-shortcode="x/../../login?next="></amp-instagram>'],
  ])('is left out where it is none of the article: %s', (_, middle) => {
    const got = between(middle);
    expect(got).toEqual({ html: '', markdown: '', text: BODY });
  });

  it('keeps its order and its place in lists, and is there once', () => {
    const html = contentOf(
      articleHtml({
        middle:
          `<ul><li><p>The first of the hives stands at the north end of the roof.</p><iframe src="${FILM}"></iframe></li>` +
          '<li><p>The second of the hives stands at the south end of the roof.</p><iframe src="https://www.dailymotion.com/embed/video/xhives1"></iframe><amp-vimeo data-videoid="76543210"></amp-vimeo></li></ul>' +
          `<p>All of it is <a href="https://youtu.be/hiveFilm-02?t=3">in one film</a>, too, which the children made.</p><iframe src="${FILM}"></iframe><iframe src="https://www.youtube.com/embed/hiveFilm-02"></iframe>`,
      }),
    ).html;
    const links = [...html.matchAll(/<a href="([^"]*)"/g)].map(([, href]) => href);
    expect(links).toEqual([
      WATCH,
      'https://www.dailymotion.com/video/xhives1',
      'https://vimeo.com/76543210',
      'https://youtu.be/hiveFilm-02?t=3',
    ]);
    expect(html).toContain(`north end of the roof.</p>\n<p><a href="${WATCH}">youtube.com</a></p></li>`);
  });

  it('opens the article where it stands between headline and text, and ends it where it follows the last paragraph', () => {
    const frame = `<div class="opener"><iframe src="${FILM}"></iframe></div>`;
    const link = `<p><a href="${WATCH}">youtube.com</a></p>`;
    const before = `<div class="by">By Nora Quell</div>${frame}<p class="date">2 May 2025</p>`;
    expect(contentOf(articleHtml({ before })).html).toMatch(
      new RegExp(`^${link.replace('?', '\\?')}\n<p>The orchard`),
    );
    expect(contentOf(articleHtml({ after: frame })).html.endsWith(link)).toBe(true);
    const page = articleHtml();
    for (const beside of [
      page.replace('<main>', `${frame}<main>`),
      page.replace('</main>', `<div><h3>Watch next</h3>${frame}</div></main>`),
    ])
      expect(contentOf(beside).html).not.toContain('youtube');
  });

  it('is what a tweet quotes, with its link', () => {
    const quote =
      '<blockquote class="twitter-tweet"><p>The roof is full of bees now, and all of them are well.</p>&mdash; Nora Quell <a href="https://twitter.com/quell/status/1700000000000000001">May 2, 2025</a></blockquote>';
    const { html, text } = between(quote);
    expect(html).toMatch(
      /^<blockquote><p>The roof is full of bees now.*status\/1700000000000000001">May 2, 2025<\/a><\/blockquote>$/s,
    );
    expect(text).toContain('The roof is full of bees now');
  });
});
