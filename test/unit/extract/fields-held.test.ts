/** One case for each source of a field that no other test would miss. */
import { describe, expect, it } from 'vitest';
import { extractPage } from '../../../src/extract/extract.ts';
import { articleHtml, contentOf, FETCHED_AT, inputOf, PARAGRAPHS, TITLE } from './read.ts';

const ld = (members: object): string =>
  `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', headline: TITLE, ...members })}</script>`;
const meta = (name: string, content: string): string => `<meta property="${name}" content="${content}">`;
const later = new Date(FETCHED_AT + 3 * 86_400_000).toISOString();

describe('dates', () => {
  it('believe no change after the fetch, in markup or in plain text', () => {
    const head = ld({ datePublished: '2025-05-01T08:00:00Z', dateModified: later });
    expect(contentOf(articleHtml({ head }))).toMatchObject({
      published: '2025-05-01T08:00:00.000Z',
      modified: null,
    });
    const plain = (day: string): string | null | undefined =>
      extractPage(
        inputOf(`${TITLE}\n\n${day}\n\n${PARAGRAPHS.join('\n\n')}\n`, { contentType: 'text/plain' }),
      ).content?.published;
    expect(plain('1 May 2025')).toBe('2025-05-01T00:00:00.000Z');
    expect(plain(later.slice(0, 10))).toBeNull();
  });

  it('take a date that is called an update only where no other is shown', () => {
    const updated = '<p class="date">Updated: 20 May 2025</p>';
    expect(contentOf(articleHtml({ before: updated })).published).toBe('2025-05-20T00:00:00.000Z');
    const before = `${updated}<p class="date">12 May 2025</p>`;
    expect(contentOf(articleHtml({ before })).published).toBe('2025-05-12T00:00:00.000Z');
  });
});

describe('pictures', () => {
  it('have the caption and credit that linked data states', () => {
    const image = {
      '@type': 'ImageObject',
      url: 'https://i.example/hive.jpg',
      caption: 'A hive.',
      creditText: 'N. Quell',
    };
    expect(contentOf(articleHtml({ head: ld({ image }) })).images).toMatchObject([
      { url: 'https://i.example/hive.jpg', caption: 'A hive.', credit: 'N. Quell' },
    ]);
  });

  it.each(['data-src', 'data-lazy-src', 'data-original', 'data-full-src'])(
    'that wait for scrolling are in %s',
    (name) => {
      const middle = `<figure><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" ${name}="/roof.jpg"><figcaption>The roof.</figcaption></figure>`;
      expect(contentOf(articleHtml({ middle })).images.map(({ url }) => url)).toEqual([
        'https://valley-herald.example/roof.jpg',
      ]);
    },
  );

  it.each(['aside', 'nav', 'footer'])('in %s are not the article’s', (name) => {
    const after = `<${name}><figure><img src="/other.jpg"></figure></${name}>`;
    expect(contentOf(articleHtml({ after })).images).toEqual([]);
  });
});

describe('texts about the article', () => {
  it('are an excerpt from the body where the head has none', () => {
    expect(contentOf(articleHtml()).excerpt).toBe(PARAGRAPHS[0]);
    const head = '<meta name="description" content="Bees above the classrooms.">';
    expect(contentOf(articleHtml({ head })).excerpt).toBe('Bees above the classrooms.');
  });

  it('are the subtitle that microdata names', () => {
    const before = '<h2 itemprop="alternativeHeadline">Children count them before their first lesson</h2>';
    expect(contentOf(articleHtml({ before })).subtitle).toBe('Children count them before their first lesson');
  });

  it('are tags, one meta each or several in one', () => {
    const head = `${meta('article:tag', 'bees, honey')}${meta('article:tag', 'schools')}`;
    expect(contentOf(articleHtml({ head })).tags).toEqual(['bees', 'honey', 'schools']);
  });
});

it('a live blog is known by its microdata', () => {
  const entries = ['10:05', '10:40', '11:15', '12:00']
    .map(
      (time, i) =>
        `<div id="e${i}" itemprop="liveBlogUpdate" itemscope itemtype="https://schema.org/BlogPosting"><time itemprop="datePublished" datetime="2025-05-12T${time}:00Z">${time}</time><h2 itemprop="headline">Count ${i}</h2><p itemprop="articleBody">${PARAGRAPHS[i]}</p></div>`,
    )
    .join('');
  const html = `<!doctype html><html lang="en"><head><title>${TITLE}</title></head><body><main itemscope itemtype="https://schema.org/LiveBlogPosting"><h1>${TITLE}</h1>${entries}</main></body></html>`;
  const { type, entries: told } = contentOf(html);
  expect([type, told.length]).toEqual(['liveBlog', 4]);
});
