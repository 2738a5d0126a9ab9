import { describe, expect, it } from 'vitest';
import { revisionKinds } from '../../../src/dedupe/revision/kinds.ts';
import { articleHtml, contentOf, PARAGRAPHS, URL_OF_PAGE } from './read.ts';

const at = (minute: number): string => `2025-05-31T10:${minute}:00+02:00`;
const update = (n: number) => ({
  '@type': 'BlogPosting',
  '@id': `${URL_OF_PAGE}#update-${n}`,
  headline: `What happened in minute ${n}`,
  datePublished: at(n),
  articleBody: `The keeper opened hive number ${n} and found it full.\nThe children counted the frames aloud.`,
});

function statedBlog(minutes: readonly number[]): string {
  const data = {
    '@type': 'LiveBlogPosting',
    headline: 'Orchard keeps bees on the school roof',
    liveBlogUpdate: minutes.map(update),
  };
  return articleHtml({ head: `<script type="application/ld+json">${JSON.stringify(data)}</script>` });
}

describe('entries of a live blog', () => {
  it('are read from linked data, and are in the body', () => {
    const content = contentOf(statedBlog([30, 20]));
    expect(content.type).toBe('liveBlog');
    expect(content.entries).toEqual([
      {
        id: 'update-30',
        published: '2025-05-31T10:30:00.000+02:00',
        title: 'What happened in minute 30',
        text: 'The keeper opened hive number 30 and found it full.\nThe children counted the frames aloud.',
        html: '<p>The keeper opened hive number 30 and found it full.</p>\n<p>The children counted the frames aloud.</p>',
      },
      expect.objectContaining({ id: 'update-20' }),
    ]);
    expect(content.text.split('\n').slice(PARAGRAPHS.length)).toHaveLength(6);
    expect(content.markdown).toContain('hive number 20');
    expect(content.html).toContain('<h3>What happened in minute 30</h3>');
    expect(content.provenance.entries).toBe('json-ld');
  });

  it('without a text of their own stay out of the body', () => {
    const updates = [update(30), { '@type': 'BlogPosting', headline: 'A video of the hives' }];
    const data = { '@type': 'LiveBlogPosting', headline: 'Bees', liveBlogUpdate: updates };
    const content = contentOf(
      articleHtml({ head: `<script type="application/ld+json">${JSON.stringify(data)}</script>` }),
    );
    expect(content.entries.map(({ title }) => title)).toContain('A video of the hives');
    expect(content.text).not.toContain('A video of the hives');
  });

  it('that are added are growth of the content', () => {
    const [before, after] = [contentOf(statedBlog([20])), contentOf(statedBlog([30, 20]))];
    expect(after.contentHash).not.toBe(before.contentHash);
    expect(revisionKinds(before, after).map(({ kind }) => kind)).toEqual(['growth']);
  });

  it('are read from markup that calls itself a live blog', () => {
    const entry = (n: number): string =>
      `<li id="post-${n}"><time datetime="${at(n)}">10:${n}</time><h3>Minute ${n}</h3><p>The keeper opened hive number ${n} and found <b>it</b> full of honey again.</p></li>`;
    const list = (name: string): string =>
      articleHtml({ after: `<ul class="${name}">${[30, 20, 10].map(entry).join('')}</ul>` });
    const content = contentOf(list('live-blog-posts'));
    expect(content.type).toBe('liveBlog');
    expect(content.entries.map(({ id, title }) => [id, title])).toEqual([
      ['post-30', 'Minute 30'],
      ['post-20', 'Minute 20'],
      ['post-10', 'Minute 10'],
    ]);
    expect(content.entries[0]).toMatchObject({
      published: '2025-05-31T10:30:00.000+02:00',
      text: 'The keeper opened hive number 30 and found it full of honey again.',
      html: '<p>The keeper opened hive number 30 and found <b>it</b> full of honey again.</p>',
    });
    expect(content.text.match(/hive number 30/g)).toHaveLength(1);
    // A list of dated links is none.
    expect(contentOf(list('latest-news'))).toMatchObject({ type: 'article', entries: [] });
  });
});
