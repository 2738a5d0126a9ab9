import { describe, expect, it } from 'vitest';
import { articleHtml, contentOf, PARAGRAPHS } from './read.ts';

const BODY = PARAGRAPHS.join('\n');
const SAID = 'The roof of the school in April.';
const of = (middle: string) => contentOf(articleHtml({ middle }));

describe('a caption that stands in no figure', () => {
  it.each([
    [
      'WordPress',
      `<div class="wp-caption"><a href="/big.jpg"><img src="/roof.jpg"></a><p class="wp-caption-text">${SAID} Photo: Nora Quell</p></div>`,
    ],
    [
      'a paragraph named after captions',
      `<p><img src="/roof.jpg"></p><p class="caption">${SAID} Photo: Nora Quell</p>`,
    ],
    [
      'a line with its maker under the picture',
      `<p><img src="/roof.jpg"></p><p><em>${SAID} Photo: Nora Quell</em></p>`,
    ],
    [
      'a line in the picture’s paragraph',
      `<p><img src="/roof.jpg"><br><em>${SAID} Photo: Nora Quell</em></p>`,
    ],
    [
      'a box and a box',
      `<div class="image-box"><div><img src="/roof.jpg"></div><div class="image-caption">${SAID} Photo: Nora Quell</div></div>`,
    ],
    [
      'caption and credit',
      `<p><img src="/roof.jpg"></p><p class="caption">${SAID}</p><p class="credit">Photo: Nora Quell</p>`,
    ],
    ['a figure without figcaption', `<figure><img src="/roof.jpg"><p>${SAID} Photo: Nora Quell</p></figure>`],
  ])('is one of its picture in every form: %s', (_, middle) => {
    const { text, html, markdown, images } = of(middle);
    expect(text).toBe(BODY);
    expect(html).toMatch(
      /<figure>(?:<a [^>]*>)?<img src="[^"]*\/roof\.jpg">(?:<\/a>)?<figcaption>(?:<em>|<p>)?The roof of the school in April\. Photo: Nora Quell(?:<\/em>|<\/p>)?<\/figcaption><\/figure>/,
    );
    expect(markdown).toContain(`*${SAID} Photo: Nora Quell*`);
    expect(html.match(/<figcaption>/g)).toHaveLength(1);
    expect(images[0]).toMatchObject({ caption: SAID, credit: 'Nora Quell' });
  });

  it('takes no paragraph of the text, and none of a picture that already has one', () => {
    const { text, html } = of(
      `<p><img src="/roof.jpg"></p><p>${PARAGRAPHS[2]} It is the last.</p><figure><img src="/b.jpg"><figcaption>${SAID}</figcaption></figure><p class="caption">Photo: Nora Quell</p>`,
    );
    expect(text).toContain(`${PARAGRAPHS[2]} It is the last.`);
    expect(html).toContain(`<p><img src="https://valley-herald.example/roof.jpg"></p>`);
    expect(html).toContain(`<figcaption>${SAID}</figcaption></figure>`);
  });
});

describe('AMP’s pictures', () => {
  it('are pictures in every form, with their caption', () => {
    const { html, markdown, images } = of(
      `<figure><amp-img src="/roof.jpg" alt="Hives" width="900" height="600" layout="responsive"><noscript><img src="/roof.jpg"></noscript></amp-img><figcaption>${SAID}</figcaption></figure>`,
    );
    expect(html).toContain(
      `<figure><img src="https://valley-herald.example/roof.jpg" alt="Hives" width="900" height="600"><figcaption>${SAID}</figcaption></figure>`,
    );
    expect(markdown).toContain('![Hives](https://valley-herald.example/roof.jpg)');
    expect(images).toHaveLength(1);
    expect(images[0]).toMatchObject({ caption: SAID, width: 900 });
  });
});
