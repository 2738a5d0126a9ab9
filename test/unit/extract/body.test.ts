import { describe, expect, it } from 'vitest';
import { articleHtml, contentOf, PARAGRAPHS, TITLE } from './read.ts';

const BODY = PARAGRAPHS.join('\n');
const textOf = (parts: Parameters<typeof articleHtml>[0]): string => contentOf(articleHtml(parts)).text;

describe('the text of an article', () => {
  it('has one line a block, headings, items and rows included', () => {
    const middle =
      '<h2>What a hive needs</h2><ul><li>A dry stand under every hive</li><li>Water within fifty metres</li></ul>' +
      '<table><tr><th>Month</th><th>Honey</th></tr><tr><td>May</td><td>12 kg</td></tr></table><blockquote><p>“They only sting who waves his arms,” the keeper told the class.</p></blockquote>';
    expect(textOf({ middle }).split('\n')).toEqual([
      PARAGRAPHS[0],
      PARAGRAPHS[1],
      'What a hive needs',
      'A dry stand under every hive',
      'Water within fifty metres',
      'Month | Honey',
      'May | 12 kg',
      '“They only sting who waves his arms,” the keeper told the class.',
      ...PARAGRAPHS.slice(2),
    ]);
  });

  it.each([
    [
      'a caption',
      '<figure><img src="/roof.jpg"><figcaption>The hives on the roof, seen from the church tower.</figcaption></figure>',
    ],
    [
      'a caption in a div',
      '<div class="image-box"><img src="/roof.jpg"><div class="image-caption">The hives on the roof, seen from the church tower.</div></div>',
    ],
    ['a caption after its picture', '<p><img src="/roof.jpg"><br><em>The hives on the roof</em></p>'],
    ['a credit', '<p>Photo: Ada Lindqvist</p>'],
    ['an agency’s credit', '<p>A keeper lifts a frame in the sun (AP Photo/Ada Lindqvist)</p>'],
    [
      'a related story',
      '<p><strong>Read also:</strong> <a href="/wasps">Wasps take over the town hall</a></p>',
    ],
    ['a related story in German', '<p>Lesen Sie auch: <a href="/wespen">Wespen im Rathaus</a></p>'],
    ['a related story in French', '<p>À lire aussi : <a href="/guepes">Des guêpes à la mairie</a></p>'],
    ['a related story in Spanish', '<p>Lea también: <a href="/avispas">Avispas en el ayuntamiento</a></p>'],
    ['a related story in Italian', '<p>Leggi anche: <a href="/vespe">Vespe in municipio</a></p>'],
    ['a related story in Portuguese', '<p>Leia também: <a href="/vespas">Vespas na prefeitura</a></p>'],
    ['a related story in Dutch', '<p>Lees ook: <a href="/wespen">Wespen in het stadhuis</a></p>'],
    ['a related story in Polish', '<p>Czytaj także: <a href="/osy">Osy w ratuszu</a></p>'],
    ['a related story in Russian', '<p>Читайте также: <a href="/osy">Осы в ратуше</a></p>'],
    ['a related story in Ukrainian', '<p>Читайте також: <a href="/osy">Оси в ратуші</a></p>'],
    ['a related story in Turkish', '<p>İlgili haber: <a href="/arilar">Belediyede yaban arıları</a></p>'],
    ['a related story in Arabic', '<p>اقرأ أيضا: <a href="/dababir">الدبابير في دار البلدية</a></p>'],
    ['a related story in Chinese', '<p>相关阅读：<a href="/hufeng">市政厅里的黄蜂</a></p>'],
    ['a related story in Japanese', '<p>関連記事：<a href="/hachi">市役所にスズメバチ</a></p>'],
    ['a related story in Korean', '<p>관련기사: <a href="/beol">시청에 나타난 말벌</a></p>'],
    [
      'two stories as links',
      '<ul><li><a href="/wasps">Wasps take over the town hall</a></li><li><a href="/moths">The moth that eats curtains</a></li></ul>',
    ],
    ['a newsletter', '<p>Sign up for our newsletter and get the valley’s news straight to your inbox.</p>'],
    ['a share bar', '<div class="share-buttons"><a href="#">Facebook</a> <a href="#">E-mail</a></div>'],
    ['an advertisement', '<p>Advertisement</p>'],
    ['a bare address', '<p>https://valley-herald.example/news/orchard-bees</p>'],
    ['a counter', '<p>3 of 12</p>'],
    ['stars', '<p>* * *</p>'],
    ['a pull quote', `<blockquote><p>${PARAGRAPHS[0]?.slice(0, 80)}</p></blockquote>`],
    [
      'words for screen readers',
      '<p><span class="visually-hidden">opens in a new window, external</span></p>',
    ],
  ])('leaves out %s', (_, middle) => {
    expect(textOf({ middle })).toBe(BODY);
  });

  it.each([
    ['a date', '<p class="when">2 May 2025, 08:15</p>'],
    ['the author', '<p>By Ines Maroto</p>'],
    ['the headline again', `<h2>${TITLE}</h2>`],
    ['a reading time', '<p>4 min read</p>'],
    ['the crumbs', '<div class="breadcrumbs"><a href="/">Home</a> › <a href="/news">News</a></div>'],
  ])('leaves out %s before the text', (_, before) => {
    const head = '<meta name="author" content="Ines Maroto">';
    expect(textOf({ head, before })).toBe(BODY);
  });

  it.each([
    ['tags', '<p>Tags: <a href="/t/bees">bees</a>, <a href="/t/school">school</a></p>'],
    [
      'the author’s life',
      '<p>Ines Maroto is a reporter at the Valley Herald, where she covers farms and schools since 2019.</p>',
    ],
    ['rights', '<p>© 2025 Valley Herald. All rights reserved.</p>'],
    ['comments', '<h3>Leave a comment</h3><p>You must be logged in.</p>'],
    [
      'more stories',
      '<h3>You may also like</h3><ul><li>New: <a href="/wasps">Wasps take over the town hall</a></li><li>Also <a href="/moths">the moth that eats curtains</a></li></ul>',
    ],
    ['a heading of nothing', '<h2>Gallery of the week’s pictures</h2>'],
  ])('leaves out %s after the text', (_, after) => {
    const head = '<meta name="author" content="Ines Maroto">';
    expect(textOf({ head, after })).toBe(BODY);
  });

  it('keeps sentences that only begin like a label', () => {
    const middle =
      '<p>More on the roof than below it, the children say, and by that they mean the view over the river and the two steeples.</p>';
    expect(textOf({ middle })).toContain('More on the roof than below it');
  });

  it('keeps links to other sites between paragraphs', () => {
    const middle = '<p><a href="https://hive-shop.example/stand">The stand of larch wood</a></p>';
    expect(textOf({ middle })).toContain('The stand of larch wood');
  });

  it('keeps a tweet’s signature with its quote', () => {
    const middle =
      '<blockquote class="twitter-tweet"><p>Eleven hives and not one sting so far this year.</p>— Nora Quell (@noraquell) <a href="https://twitter.com/x">May 2, 2025</a></blockquote>';
    expect(textOf({ middle })).toContain('— Nora Quell (@noraquell) May 2, 2025');
  });

  it('takes captions for the text where there is no other', () => {
    const figures = PARAGRAPHS.map(
      (text, i) => `<figure><img src="/${i}.jpg"><figcaption>${text}</figcaption></figure>`,
    ).join('');
    const html = `<html lang="en"><head><title>${TITLE}</title></head><body><article><h1>${TITLE}</h1>${figures}</article></body></html>`;
    expect(contentOf(html).text).toBe(BODY);
  });

  it('opens with a long standfirst and leaves a short subtitle to its field', () => {
    const long =
      'Where the town once dried its laundry, forty thousand insects a hive now gather nectar from the lime trees of the avenue, and the school kitchen bakes with what they bring home.';
    expect(textOf({ before: `<p class="standfirst">${long}</p>` })).toBe(`${long}\n${BODY}`);
    const short = 'Eleven hives, no stings so far';
    const article = contentOf(articleHtml({ before: `<p class="subtitle">${short}</p>` }));
    expect(article).toMatchObject({ subtitle: short, text: BODY });
  });

  it('is the linked data’s body where the markup shows a part only', () => {
    const head = `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', headline: TITLE, articleBody: BODY })}</script>`;
    const html = `<html lang="en"><head><title>${TITLE}</title>${head}</head><body><article><h1>${TITLE}</h1><p>${PARAGRAPHS[0]}</p></article></body></html>`;
    const article = contentOf(html);
    expect(article.text).toBe(BODY);
    expect(article.provenance.text).toBe('json-ld');
  });

  it('is the same when it is read again from its own HTML', () => {
    const middle =
      '<h2>What a hive needs</h2><ul><li>A dry stand under every hive</li><li>Water within fifty metres</li></ul>';
    const first = contentOf(articleHtml({ middle }));
    const again = contentOf(
      `<html lang="en"><head><title>${TITLE}</title></head><body><article><h1>${TITLE}</h1>${first.html}</article></body></html>`,
    );
    expect(again.text).toBe(first.text);
    expect(again.contentHash).toBe(first.contentHash);
  });
});
