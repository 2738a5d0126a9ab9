import { describe, expect, it } from 'vitest';
import { revisionKinds, takedownOf } from '../../../src/dedupe/revision/kinds.ts';
import { isCorrectionNotice, takedownNotice } from '../../../src/dedupe/revision/notices.ts';

const title = 'Ferry sinks off Weststrand';
const text = [
  'The ferry sank near the pier on Monday and 14 people died in the cold water.',
  'The captain said three engines failed at once, and the harbour master opened an inquiry.',
  'Rescuers worked through the night with two boats and a helicopter from the mainland.',
].join('\n');
const kindsOf = (after: string, newTitle = title) =>
  revisionKinds({ title, text }, { title: newTitle, text: after });
const names = (after: string, newTitle = title) => kindsOf(after, newTitle).map((kind) => kind.kind);

describe('revisionKinds', () => {
  it('names a new headline with both', () => {
    expect(kindsOf(text, 'Ferry with 40 on board sinks')).toEqual([
      { kind: 'headline', before: title, after: 'Ferry with 40 on board sinks' },
    ]);
  });

  it('names a figure before and after, in digits and in words', () => {
    expect(kindsOf(text.replace('14', '16'))).toMatchObject([
      { kind: 'figure', figures: [{ before: '14', after: '16' }] },
    ]);
    expect(kindsOf(text.replace('three engines', 'two engines'))).toMatchObject([
      { kind: 'figure', figures: [{ before: 'three', after: 'two' }] },
    ]);
    expect(names(text, 'Three dead off Weststrand')).toEqual(['headline']);
    expect(
      revisionKinds({ title: '3 dead', text }, { title: '4 dead', text }).map((kind) => kind.kind),
    ).toEqual(['headline', 'figure']);
  });

  it.each([
    ['渡轮周一在码头附近沉没，造成14人死亡。', '渡轮周一在码头附近沉没，造成16人死亡。', '14', '16'],
    ['渡轮沉没，造成三人死亡，船长获救。', '渡轮沉没，造成四人死亡，船长获救。', '三', '四'],
    ['เรือข้ามฟากล่มใกล้ท่าเรือ มีผู้เสียชีวิต 14 คน', 'เรือข้ามฟากล่มใกล้ท่าเรือ มีผู้เสียชีวิต 16 คน', '14', '16'],
    ['Паром затонул, погибли три человека.', 'Паром затонул, погибли четыре человека.', 'три', 'четыре'],
    ['غرقت العبارة وتوفي ١٤ شخصا.', 'غرقت العبارة وتوفي ١٦ شخصا.', '١٤', '١٦'],
  ])('finds the figure in %j', (before, after, one, other) => {
    const figure = revisionKinds({ title: '', text: before }, { title: '', text: after })[0];
    expect(figure).toMatchObject({ kind: 'figure' });
    const [first] = figure?.kind === 'figure' ? figure.figures : [];
    expect(first?.before.startsWith(one) && first.after.startsWith(other)).toBe(true);
  });

  it('calls wording that changed without a word about it a silent edit', () => {
    expect(kindsOf(text.replace('in the cold water', 'in the icy sea'))).toMatchObject([
      { kind: 'silent', removed: 2, added: 2, before: 'cold water', after: 'icy sea' },
    ]);
    expect(names(text.replace('near the pier ', ''))).toEqual(['silent']);
    expect(names(text.split('\n').slice(0, 2).join('\n'))).toEqual(['silent']);
    expect(names(text.replace('.', '!'))).toEqual(['silent']);
  });

  it('does not call an announced change silent', () => {
    const corrected = `${text.replace('captain', 'mate')}\nCorrection: it was the mate who spoke of the engines.`;
    expect(kindsOf(corrected)).toEqual([
      { kind: 'correction', notice: 'Correction: it was the mate who spoke of the engines.' },
    ]);
    // The notice is no news when it is there already.
    expect(
      revisionKinds(
        { title, text: corrected },
        { title, text: corrected.replace('cold water', 'icy sea') },
      ).map((kind) => kind.kind),
    ).toEqual(['silent']);
  });

  it('names growth, on top, at the end and in the middle, also where a figure changed', () => {
    const more = 'On Tuesday morning divers found the wreck at a depth of 30 metres.';
    expect(kindsOf(`${text}\n${more}`)).toEqual([{ kind: 'growth', added: 13 }]);
    expect(names(`${more}\n${text}`)).toEqual(['growth']);
    expect(names(`${more}\n${text.replace('14', '16')}`)).toEqual(['figure', 'growth']);
    expect(names(`${more}\n${text.replace('cold water', 'icy sea')}`)).toEqual(['growth', 'silent']);
  });

  it('knows a notice in the place of the text', () => {
    expect(kindsOf('This article has been removed at the request of the family.')).toEqual([
      { kind: 'takedown', notice: 'This article has been removed at the request of the family.' },
    ]);
    // An article that tells of one is an article.
    expect(names(`${text}\nThe paper says that this article has been removed elsewhere.`)).toEqual([
      'growth',
    ]);
  });

  it('takes no news of something withdrawn for a notice', () => {
    const takedown = (before: string, after: string) =>
      takedownOf({ title, text: before }, { title, text: after });
    const lead =
      'The report was withdrawn by the ministry on Tuesday after critics called its figures on river pollution misleading and incomplete.';
    expect(takedown(`${lead}\n${text}`, `${lead}\nSubscribe to read on.`)).toBeNull();
    // Rewritten, so that no word of it was there before.
    expect(takedown(`${text}\n${text}`, `${lead} The minister said so in parliament.`)).toBeNull();
    // A brief that was cut down, of few words.
    const cut = `The post was deleted by the mayor. ${text.split('\n')[0]}`;
    expect(takedown(`${cut}\n${text}\n${text}`, cut)).toBeNull();
    expect(takedown(`${cut}\n${text}\n${text}`, cut.replace('mayor', 'council'))).toBeNull();
    expect(takedown(`${text}\n${text}`, 'The video was removed. We are sorry.')).toBe(
      'The video was removed. We are sorry.',
    );
    const explained = `This article has been retracted.\n${'An inquiry found that nobody had been asked. '.repeat(8)}`;
    expect(takedown(`${text}\n${text}\n${text}\n${text}`, explained)).toBe(
      'This article has been retracted.',
    );
  });

  it('keeps the evidence short', () => {
    const long = kindsOf(text, 'A headline that never ends '.repeat(50));
    expect(JSON.stringify(long).length).toBeLessThan(600);
    const figures = Array.from({ length: 30 }, (_, i) => `Row ${i} of the table has this value.`).join('\n');
    const changed = figures.replace(/Row (\d+)/g, (_, n: string) => `Row ${Number(n) + 100}`);
    const [kind] = revisionKinds({ title, text: figures }, { title, text: changed });
    expect(kind?.kind === 'figure' && kind.figures.length).toBe(5);
  });
});

describe('notices', () => {
  it.each([
    'Correction: the mayor is 54.',
    'CORRECTION (May 3): the mayor is 54.',
    'This article was amended on 3 May 2026 to correct a name.',
    'An earlier version of this story named the wrong port.',
    'Editor’s note: This story has been corrected to name the right port.',
    'Korrektur: Der Bürgermeister ist 54.',
    'In einer früheren Fassung dieses Artikels stand ein falscher Name.',
    'Rectificatif : le maire a 54 ans.',
    'Une version précédente de cet article donnait un autre nom.',
    'Corrección: el alcalde tiene 54 años.',
    'Una versión anterior de esta noticia daba otro nombre.',
    'Rettifica: il sindaco ha 54 anni.',
    'Una versione precedente di questo articolo riportava un altro nome.',
    'Correção: o autarca tem 54 anos.',
    'Uma versão anterior deste texto dizia outra coisa.',
    'Correctie: de burgemeester is 54.',
    'In een eerdere versie van dit artikel stond een andere naam.',
    'Sprostowanie: burmistrz ma 54 lata.',
    'W poprzedniej wersji artykułu podano inne nazwisko.',
    'Исправление: мэру 54 года.',
    'В предыдущей версии статьи было указано другое имя.',
    'Виправлення: меру 54 роки.',
    'У попередній версії статті було інше ім’я.',
    'Düzeltme: Belediye başkanı 54 yaşında.',
    'Haberin önceki sürümünde başka bir isim vardı.',
    'تصحيح: عمر رئيس البلدية 54 عاما.',
    'في نسخة سابقة من هذا المقال ورد اسم آخر.',
    '更正：市长今年54岁。',
    '本文此前版本有误，特此更正。',
    '【訂正】市長は54歳です。',
    '記事中に誤りがありました。お詫びして訂正します。',
    '[정정] 시장은 54세입니다.',
    '이전 기사의 내용을 바로잡습니다.',
  ])('takes “%s” for a correction', (line) => {
    expect(isCorrectionNotice(line)).toBe(true);
  });

  it.each([
    'The Department of Correction said on Monday that two inmates are missing.',
    'Stocks saw a correction of 10 percent before they rose again.',
    'A previous version of the software was slower, the firm said.',
    'The company said the first version of the report was wrong.',
    'Korrektur am Aktienmarkt erwartet',
    'La corrección de los mercados sigue.',
    '市场出现更正',
  ])('takes “%s” for none', (line) => {
    expect(isCorrectionNotice(line)).toBe(false);
  });

  it.each([
    'This story has been removed.',
    'This article is no longer available.',
    'Dieser Artikel wurde aus rechtlichen Gründen entfernt.',
    'Cet article n’est plus disponible.',
    'Esta noticia ha sido eliminada.',
    'Questo articolo è stato rimosso.',
    'Este artigo foi removido.',
    'Dit artikel is verwijderd.',
    'Artykuł został usunięty.',
    'Статья удалена по требованию суда.',
    'Статтю видалено.',
    'Bu haber yayından kaldırılmıştır.',
    'تم حذف هذا الخبر.',
    '本文已被删除',
    'この記事の公開は終了しました。',
    '이 기사는 삭제되었습니다.',
  ])('takes “%s” for a takedown', (line) => {
    expect(takedownNotice(line)).toBe(line);
  });

  it.each([
    'The council removed the old bell on Monday.',
    'The drug is no longer available in shops.',
    'Der Minister wurde aus dem Amt entfernt.',
    'The senator deleted her account.',
    'Police said on Friday that the video was removed by the platform within an hour of the attack.',
    'The story was retracted by the magazine in May, and since then three editors have left, one of them for a rival paper in the capital.',
    'Der Beitrag wurde gelöscht, doch da hatten ihn schon Tausende gesehen, und die Partei musste sich nun vor dem Landtag dazu erklären.',
  ])('takes “%s” for none', (line) => {
    expect(takedownNotice(line)).toBeNull();
  });
});
