/** Lines about listening, reading time and counts in the languages of the press; reports of such things stay. */
import { describe, expect, it } from 'vitest';
import { articleHtml, contentOf, PARAGRAPHS } from './read.ts';

describe('lines around an article', () => {
  it.each([
    'Artikel anhören',
    'Écouter l’article',
    'Escuchar el artículo',
    'Ascolta l’articolo',
    'Ouça esta matéria',
    'Posłuchaj artykułu',
    'Слушать статью',
    'Слухати статтю',
    'Haberi dinle',
    'استمع إلى المقال',
    '收听本文',
    'この記事を聴く',
    '기사 듣기',
    'Czas czytania: 4 min',
    'Время чтения: 4 минуты',
    'Okuma süresi: 4 dakika',
    'مدة القراءة: 4 دقائق',
    '阅读时间：4分钟',
    '评论（12）',
    'コメント（12件）',
  ])('%s', (line) => {
    expect(contentOf(articleHtml({ middle: `<p>${line}</p>` })).text.split('\n')).toEqual(PARAGRAPHS);
  });

  it('are no reports', () => {
    const report = 'Comments on the plan, 412 of them, were read aloud in the hall on Tuesday.';
    expect(contentOf(articleHtml({ middle: `<p>${report}</p>` })).text).toContain(report);
  });
});
