import { describe, expect, it } from 'vitest';
import { splitCredit } from '../../../src/extract/fields/captions.ts';
import { articleHtml, contentOf } from './read.ts';

describe('the credit at the end of a caption', () => {
  it.each([
    ['Sheep on the far bank (Getty Images)', 'Sheep on the far bank', 'Getty Images'],
    [
      'Sheep on the far bank. (Photo by Ada Lind/Getty Images)',
      'Sheep on the far bank.',
      'Ada Lind/Getty Images',
    ],
    ['Sheep at dawn, May 2. (AP Photo/Ada Lind, File)', 'Sheep at dawn, May 2.', 'AP Photo/Ada Lind, File'],
    ['Sheep (AFP)', 'Sheep', 'AFP'],
    ['The sheep stand there. REUTERS/Ada Lind', 'The sheep stand there.', 'REUTERS/Ada Lind'],
    ['The sheep stand there | AP', 'The sheep stand there', 'AP'],
    ['Sheep at dawn - Photo courtesy of Ada Lind', 'Sheep at dawn', 'Ada Lind'],
    ['Sheep. © Ada Lind', 'Sheep.', 'Ada Lind'],
    ['Schafe am Ufer. Foto: Ada Lind / dpa', 'Schafe am Ufer.', 'Ada Lind / dpa'],
    ['Schafe am Ufer (Symbolbild: dpa)', 'Schafe am Ufer', 'dpa'],
    ['Moutons au bord. Crédit : Ada Lind', 'Moutons au bord.', 'Ada Lind'],
    ['Pecore sulla riva. Foto di Ada Lind', 'Pecore sulla riva.', 'Ada Lind'],
    ['Oveja en la orilla. EFE/Ada Lind', 'Oveja en la orilla.', 'EFE/Ada Lind'],
    ['Ovelhas na margem — Foto: Ada Lind/G1', 'Ovelhas na margem', 'Ada Lind/G1'],
    ['Owce nad rzeką. Fot. Ada Lind / PAP', 'Owce nad rzeką.', 'Ada Lind / PAP'],
    ['Овцы на берегу. Фото: Иван Петров', 'Овцы на берегу.', 'Иван Петров'],
    ['Koyunlar kıyıda. Fotoğraf: Ada Lind', 'Koyunlar kıyıda.', 'Ada Lind'],
    ['خروف على الضفة. تصوير: أحمد', 'خروف على الضفة.', 'أحمد'],
    ['川岸の羊＝写真：共同', '川岸の羊', '共同'],
    ['강가의 양들. 사진=연합뉴스', '강가의 양들.', '연합뉴스'],
    ['河边的羊。图：视觉中国', '河边的羊。', '视觉中国'],
    ['河边的羊 张三 摄', '河边的羊', '张三 摄'],
    ['Photo: Ada Lind', null, 'Ada Lind'],
  ])('is split off: %s', (text, caption, credit) => {
    expect(splitCredit(text)).toEqual({ caption, credit });
  });

  it.each([
    'Sheep (left) on the far bank',
    'Sheep on the far bank (2019)',
    'The AP building in New York',
    'The keeper asked the source: nothing came',
    'A sheep of the valley (Reuters reporters came to see it)',
    'La famiglia. Foto di gruppo',
  ])('is none in words of the caption: %s', (text) => {
    expect(splitCredit(text)).toEqual({ caption: text, credit: null });
  });
});

describe('a picture of the article', () => {
  const imageOf = (middle: string): object | undefined =>
    contentOf(articleHtml({ middle })).images.find(({ url }) => url.includes('sheep'));
  const SHEEP = { caption: 'Sheep on the far bank', credit: 'Ada Lind' };

  it.each([
    [
      'a caption of WordPress',
      '<div class="wp-caption"><img src="/sheep.jpg"><p class="wp-caption-text">Sheep on the far bank (Photo: Ada Lind)</p></div>',
    ],
    [
      'a credit of its own in the caption',
      '<figure><img src="/sheep.jpg"><figcaption>Sheep on the far bank <span class="image-credit">© Ada Lind</span></figcaption></figure>',
    ],
    [
      'a credit before the caption',
      '<figure><img src="/sheep.jpg"><figcaption><small>Foto: Ada Lind</small> Sheep on the far bank</figcaption></figure>',
    ],
    [
      'a credit beside the caption',
      '<figure><img src="/sheep.jpg"><div class="copyright">Ada Lind</div><figcaption>Sheep on the far bank</figcaption></figure>',
    ],
    [
      'a caption by its class',
      '<figure><img src="/sheep.jpg"><div class="media__caption">Sheep on the far bank / Foto: Ada Lind</div></figure>',
    ],
    [
      'what a lightbox shows',
      '<p><a href="/sheep-large.jpg" data-caption="&lt;p&gt;Sheep on the far bank&lt;/p&gt;" data-credit="Ada Lind"><img src="/sheep.jpg"></a></p>',
    ],
    [
      'AMP',
      '<figure><amp-img src="/sheep.jpg" width="800" height="600"></amp-img><figcaption>Sheep on the far bank (Ada Lind/AFP)</figcaption></figure>',
    ],
    [
      'a picture that waits',
      '<figure><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" data-src="/sheep.jpg"><figcaption>Sheep on the far bank. Photo: Ada Lind</figcaption></figure>',
    ],
  ])('has caption and credit from %s', (name, middle) => {
    const wanted = name === 'AMP' ? { ...SHEEP, credit: 'Ada Lind/AFP' } : SHEEP;
    const caption = name === 'a picture that waits' ? `${SHEEP.caption}.` : SHEEP.caption;
    expect(imageOf(middle)).toMatchObject({
      url: 'https://valley-herald.example/sheep.jpg',
      ...wanted,
      caption,
    });
  });

  it('is one in all its formats, and leads with its caption', () => {
    const middle =
      '<figure><picture><source srcset="/sheep-4711.webp 1200w"><img src="/sheep-4711.jpg"></picture><figcaption>Sheep on the far bank</figcaption></figure>';
    const { images } = contentOf(articleHtml({ middle }));
    expect(images).toHaveLength(1);
    expect(images[0]?.caption).toBe('Sheep on the far bank');
  });

  it('is not given the caption of another', () => {
    const middle =
      '<div class="row"><img src="/sheep.jpg"><img src="/goat.jpg"><p class="caption">Goats, Photo: Ada Lind</p></div>';
    expect(imageOf(middle)).toMatchObject({ caption: null, credit: null });
  });
});

describe('the logo of a site', () => {
  it.each([
    ['/img/valley-herald-logo-1200x630.jpg', null],
    ['/img/herald_logo.webp', null],
    ['/img/og-logo.jpg', null],
    ['/pics/new-logo-of-the-club.jpg', 'https://valley-herald.example/pics/new-logo-of-the-club.jpg'],
  ])('leads no article: %s', (file, image) => {
    const head = `<meta property="og:image" content="${file}">`;
    expect(contentOf(articleHtml({ head })).image).toBe(image);
    const middle = '<figure><img src="/pics/sheep.jpg" width="800" height="500"></figure>';
    expect(contentOf(articleHtml({ head, middle })).image).toBe(
      'https://valley-herald.example/pics/sheep.jpg',
    );
  });
});
