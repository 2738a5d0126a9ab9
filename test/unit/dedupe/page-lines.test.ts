import { describe, expect, it } from 'vitest';
import { isAboutThePage } from '../../../src/dedupe/page-lines.ts';
import { isTrivialChange } from '../../../src/dedupe/trivial.ts';

describe('isAboutThePage', () => {
  it.each([
    'Updated 5 min ago',
    '5 mins ago',
    'Updated: 3 March 2026, 12:30 CET',
    'Aktualisiert am 3. März 2026 um 12:30 Uhr',
    'Aktualisiert vor 3 Minuten',
    'Mis à jour il y a 5 minutes',
    'Mis à jour le 3 mars 2026 à 12h30',
    'hace 5 minutos',
    'Aktualizacja: 3 marca 2026, 12:30',
    'Son güncelleme: 3 Mart 2026 12:30',
    'آخر تحديث 3 مارس 2026',
    'قبل 5 دقائق',
    'Обновлено 3 марта 2026 в 12:30',
    '5 минут назад',
    'Oppdatert 3. mars 2026 kl. 12.30',
    '2026年3月4日 12時30分 更新',
    '更新于 5分钟前',
    '5분 전',
    '수정 2026.03.04 12:30',
    '12 comments',
    'Comments (12)',
    '1.2K views · 34 shares',
    '12 komentarzy',
    '13 yorum',
    '12 تعليق',
    'コメント 12',
    '12件のコメント',
    '12条评论',
    '댓글 12개',
    '5 min read',
    'Lesezeit: 3 Minuten',
  ])('knows “%s”', (line) => {
    expect(isAboutThePage(line)).toBe(true);
  });

  it.each([
    'Company shares fell 12 percent.',
    'Shares rose 4% to $21.10',
    'Shares 12 percent',
    'Death toll updated to 45',
    'Updated to 45',
    'He died 5 years ago.',
    'He comments 3 times',
    'Edited by 12 people',
    'トヨタの利益は更新し3兆円',
    '中国出口额更新纪录达到5000亿美元同比增长12%',
    '记录更新9次',
    '3月4日 死者9人',
    '12 people',
    'May 5',
    `${'1'.repeat(200)} comments`,
  ])('leaves “%s” to the story', (line) => {
    expect(isAboutThePage(line)).toBe(false);
  });
});

describe('isTrivialChange', () => {
  it.each([
    ['Company shares fell 12 percent.', 'Company shares fell 21 percent.'],
    ['Shares rose 4% to $21.10', 'Shares fell 9% to $17.40'],
    ['Death toll updated to 45', 'Death toll updated to 145'],
    ['He died 5 years ago.', 'He died 50 years ago.'],
    ['トヨタの利益は更新し3兆円', 'トヨタの利益は更新し9兆円'],
  ])('is not the change of “%s” to “%s”', (before, after) => {
    const story = 'The company told its owners on Tuesday what it had earned.';
    expect(
      isTrivialChange(
        { title: 'Bell', text: `${story}\n${before}` },
        { title: 'Bell', text: `${story}\n${after}` },
      ),
    ).toBe(false);
  });
});
