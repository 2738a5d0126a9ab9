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
    'Stand: 03.03.2026, 14:05 Uhr',
    'This article was updated 9 minutes ago.',
    'Viewed 132 times',
    '1,140 people are reading this',
    'Updated 14:05, 3 March 2026 | 1,204 views | 33 comments',
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
    'Read 12 books',
    'Shared 132 acres',
    '140 people are reading this for the bell',
    'Updated 14:05 | 45 dead',
    'This article was updated to add 12 names.',
    'Stand 12 of the market',
    `${'1'.repeat(200)} comments`,
  ])('leaves “%s” to the story', (line) => {
    expect(isAboutThePage(line)).toBe(false);
  });
});

describe('isTrivialChange', () => {
  const story =
    'The company told its owners on Tuesday: it had earned 40 crowns. Of 1200 people, 9 were there.';
  const isTrivial = (text: string, title = 'Bell'): boolean =>
    isTrivialChange({ title: 'Bell', text: story }, { title, text });

  it('is white space, where blocks end, and what nobody sees', () => {
    expect(isTrivial(story.replace('crowns. ', 'crowns.\n'))).toBe(true);
    expect(isTrivial(story.replace('earned', 'ear\u00adned').replace('company', 'com\u200bpany'))).toBe(true);
    expect(isTrivial(story.replace('crowns.', 'crowns .'), 'Be\u00adll')).toBe(true);
    const spaceless = ['市议会周二批准了预算。', '市长说明年开始。'];
    expect(
      isTrivialChange(
        { title: '预算', text: spaceless.join('') },
        { title: '预算', text: spaceless.join('\n') },
      ),
    ).toBe(true);
  });

  it.each([
    ['Bell rings (12 comments)', 'Bell rings (13 comments)'],
    ['Bell rings | 12 comments', 'Bell rings'],
    ['Die Glocke · Aktualisiert vor 3 Minuten', 'Die Glocke · Aktualisiert vor 9 Minuten'],
    ['By Ida Brandt, updated 3 March 2026, 12:30', 'By Ida Brandt, updated 3 March 2026, 14:05'],
    ['By Ida Brandt • 5 min ago • 12 comments', 'By Ida Brandt • 9 min ago • 14 comments'],
    ['鐘が鳴る（12件のコメント）', '鐘が鳴る（13件のコメント）'],
  ])('is the change of “%s” to “%s”, as a title and as a line', (before, after) => {
    expect(isTrivialChange({ title: before, text: story }, { title: after, text: story })).toBe(true);
    expect(
      isTrivialChange(
        { title: 'Bell', text: `${before}\n${story}` },
        { title: 'Bell', text: `${after}\n${story}` },
      ),
    ).toBe(true);
  });

  it.each([
    ['Bell rings (12 dead)', 'Bell rings (13 dead)'],
    ['He died in Oslo, 5 years ago', 'He died in Oslo, 50 years ago'],
    ['Shares rose - 4%', 'Shares rose - 9%'],
    ['Founder sells stake, 7,000,000 shares', 'Founder sells stake, 2,000,000 shares'],
    ['North Bank | 12,000 shares', 'North Bank | 1,000 shares'],
    ['The film drew outrage – 2.3m views', 'The film drew outrage – 9.1m views'],
    ['The bell is now here', 'The bell is nowhere'],
    ['Bell rings on 3 March', 'Bell rings on 4 March'],
    ['12 comments on a bell | 40 dead', '12 comments on a bell | 41 dead'],
  ])('is never the change of “%s” to “%s”', (before, after) => {
    expect(isTrivialChange({ title: before, text: story }, { title: after, text: story })).toBe(false);
  });

  it('is no number that was cut in two or joined', () => {
    expect(isTrivial(story.replace('1200', '1 200'))).toBe(false);
    expect(isTrivial(story.replace('40', '4 0'))).toBe(false);
  });

  it.each([
    ['Company shares fell 12 percent.', 'Company shares fell 21 percent.'],
    ['Shares rose 4% to $21.10', 'Shares fell 9% to $17.40'],
    ['Death toll updated to 45', 'Death toll updated to 145'],
    ['He died 5 years ago.', 'He died 50 years ago.'],
    ['トヨタの利益は更新し3兆円', 'トヨタの利益は更新し9兆円'],
  ])('is not the change of “%s” to “%s”', (before, after) => {
    expect(
      isTrivialChange(
        { title: 'Bell', text: `${story}\n${before}` },
        { title: 'Bell', text: `${story}\n${after}` },
      ),
    ).toBe(false);
  });
});
