import { describe, expect, it } from 'vitest';
import { articleHtml, contentOf, PARAGRAPHS, TITLE, URL_OF_PAGE } from './read.ts';

const linked = (node: unknown): string =>
  `<script type="application/ld+json">${JSON.stringify(node)}</script>`;
const LONG = PARAGRAPHS.map((text) => `<p>And again: ${text}</p>`).join('');

describe('linked data of something beside the article', () => {
  const OTHERS: [string, object][] = [
    ['a clip', { '@type': 'VideoObject', name: 'A clip of the harbour', uploadDate: '2019-05-11T10:00:00Z' }],
    [
      'a review',
      { '@type': 'Review', name: 'Good', author: { name: 'Tom Hale' }, datePublished: '2018-01-01' },
    ],
    [
      'a live blog elsewhere',
      {
        '@type': 'LiveBlogPosting',
        headline: 'The harbour fair as it happens',
        url: 'https://valley-herald.example/live/fair',
        liveBlogUpdate: [{ '@type': 'BlogPosting', headline: 'Gates open', articleBody: 'They are open.' }],
      },
    ],
    ['a gallery', { '@type': 'ImageGallery', name: 'Boats of the year' }],
    ['an event', { '@type': 'Event', name: 'Harbour fair', datePublished: '2018-01-01' }],
  ];
  it.each(OTHERS)('decides neither kind nor author nor day: %s', (_, node) => {
    const content = contentOf(articleHtml({ head: linked(node), after: LONG }));
    expect(content).toMatchObject({ type: 'article', authors: [], published: null, entries: [] });
  });

  it('makes no video of a long article, though it has the same name', () => {
    const video = { '@type': 'VideoObject', name: TITLE, uploadDate: '2025-05-11T10:00:00Z' };
    const html = articleHtml({ head: linked(video), after: LONG });
    expect(contentOf(html).type).toBe('article');
    expect(contentOf(html, { url: 'https://valley-herald.example/video/bees' }).type).toBe('video');
  });

  it.each([
    ['its address', 'Something else altogether', { url: URL_OF_PAGE }],
    ['its name', TITLE, {}],
  ])('is of the page by %s', (_, name, more) => {
    const node = { '@type': 'Review', name, author: { name: 'Ann Lee' }, ...more };
    expect(contentOf(articleHtml({ head: linked(node) })).authors).toEqual(['Ann Lee']);
  });
});

describe('the video of a video page', () => {
  const video = {
    '@type': 'VideoObject',
    name: TITLE,
    uploadDate: '2025-05-11T10:00:00Z',
    thumbnailUrl: ['https://valley-herald.example/stills/bees.jpg'],
    description: 'Eleven hives are carried up to the roof of the school.',
  };
  const said = {
    type: 'video',
    published: '2025-05-11T10:00:00.000Z',
    image: 'https://valley-herald.example/stills/bees.jpg',
    excerpt: 'Eleven hives are carried up to the roof of the school.',
  };
  it.each([
    ['alone', '', video],
    ['beside the page', '', [{ '@type': 'WebPage', url: URL_OF_PAGE }, video]],
    [
      'under another name, as og:type says',
      '<meta property="og:type" content="video.other">',
      { ...video, name: 'clip-20250511-b' },
    ],
  ])('gives day, picture and description: %s', (_, head, data) => {
    expect(contentOf(articleHtml({ head: head + linked(data) }))).toMatchObject(said);
  });
});
