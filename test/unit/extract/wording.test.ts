import { describe, expect, it } from 'vitest';
import { wordingsOf } from '../../../src/extract/body/wording.ts';
import { articleHtml, contentOf } from './read.ts';

/** The text of an article whose body has one more paragraph, in its middle or at its end. */
const textWith = (line: string, language: string, at: 'middle' | 'after'): string =>
  contentOf(articleHtml({ [at]: `<p>${line}</p>` }).replace('lang="en"', `lang="${language}"`)).text;

describe('what newsrooms word around an article is dropped', () => {
  it.each([
    ['sv', 'Läs även: Torget', 'Annons', 'LÄS MER: Torget', 'Prenumerera på nyhetsbrevet'],
    ['nb', 'Les også: Torget', 'Annonse', 'Saken fortsetter under annonsen'],
    ['da', 'Læs også: Torvet', 'Artiklen fortsætter efter annoncen', 'Foto: Ritzau'],
    ['fi', 'Lue myös: Tori', 'Mainos', 'Juttu jatkuu mainoksen jälkeen'],
    ['cs', 'Čtěte také: Trh', 'Přečtěte si také', 'Článek pokračuje pod reklamou'],
    ['sk', 'Čítajte aj: Trh', 'Článok pokračuje pod reklamou'],
    ['hu', 'Olvasta már?', 'Kapcsolódó cikkek', 'A cikk a hirdetés után folytatódik'],
    ['ro', 'Citește și: Piața', 'Publicitate', 'Urmărește-ne pe Facebook'],
    ['bg', 'Прочетете още: Пазарът', 'Всички права запазени'],
    ['el', 'Διαβάστε επίσης', 'ΔΙΑΒΑΣΤΕ ΕΠΙΣΗΣ', 'Φωτογραφία: ΑΠΕ'],
    ['hr', 'Pročitajte i: Tržnica', 'Članak se nastavlja ispod oglasa'],
    ['id', 'Baca juga: Pasar', 'Berita terkait', 'Scroll untuk melanjutkan membaca'],
    ['vi', 'Xem thêm: Chợ', 'Tin liên quan', 'Ảnh: TTXVN'],
    ['th', 'อ่านเพิ่มเติม', 'ข่าวที่เกี่ยวข้อง'],
    ['hi', 'यह भी पढ़ें: बाजार', 'विज्ञापन'],
    ['bn', 'আরও পড়ুন', 'বিজ্ঞাপন'],
    ['fa', 'بیشتر بخوانید', 'مطالب مرتبط'],
    ['he', 'קראו גם', 'כל הזכויות שמורות'],
    ['en', 'Click to tweet', 'Scroll down for video', 'More AP news: https://news.example/hub'],
    ['de', 'Der Artikel wird nach der Anzeige fortgesetzt'],
    ['nl', 'Tekst loopt door onder de foto'],
  ])('%s', (language, ...lines) => {
    for (const line of lines)
      for (const at of ['middle', 'after'] as const) expect(textWith(line, language, at)).not.toContain(line);
  });

  it.each([
    [
      'sv',
      'Foto blev hans yrke när han fyllt trettio, berättar Nils Ek, som nu har ställt ut i Valdoro i tio år.',
    ],
    ['fi', 'Tilaa on torilla nyt kaksi kertaa enemmän kuin ennen tulipaloa, ja kauppiaat ovat tyytyväisiä.'],
    [
      'hu',
      'További húsz árus kapott helyet a csarnokban, amely a tűz előtt csak harminc embernek adott munkát.',
    ],
    ['ro', 'Susține că piața va fi gata la primăvară și că nimeni nu va plăti mai mult decât până acum.'],
    ['el', 'Περισσότερα από εκατό καταστήματα θα ανοίξουν την άνοιξη, σύμφωνα με τον δήμαρχο της πόλης.'],
    ['bg', 'Още от началото на годината търговците чакат решението на общината за новата зала.'],
    ['id', 'Oleh karena itu, para pedagang meminta pemerintah kota untuk menunda pembangunan pasar itu.'],
    ['vi', 'Chia sẻ với phóng viên, thị trưởng cho biết khu chợ mới sẽ mở cửa vào mùa xuân năm sau.'],
    ['hi', 'शेयर बाजार में मंगलवार को तेजी रही और निवेशकों ने नई घोषणा का स्वागत किया, ऐसा अधिकारियों ने कहा।'],
    ['he', 'תגובות נזעמות נשמעו אתמול במועצת העיר לאחר ההחלטה לבנות את השוק מחדש ביער שליד הנהר.'],
    [
      'de',
      'Bild sprach mit dem Bürgermeister, der die neue Halle im Frühjahr eröffnen will und mit vielen Händlern rechnet.',
    ],
  ])('a paragraph that begins with such a word stays: %s', (language, paragraph) => {
    expect(textWith(paragraph, language, 'middle')).toContain(paragraph);
  });

  it.each([
    [
      'en',
      'The mayor wrote on his Telegram channel that the new hall would open before the end of the spring.',
    ],
    [
      'en',
      'The hall asked the council to become a member of the valley’s union of markets before the autumn.',
    ],
    [
      'de',
      'Der Bürgermeister schrieb in seinem Telegram-Kanal, dass die neue Halle noch im Frühjahr öffnen werde.',
    ],
    [
      'ru',
      'Новый рынок откроется весной, написал мэр города в Telegram, не назвав точной даты его открытия.',
    ],
    [
      'uk',
      'Новий ринок відкриється навесні, написав мер міста у Telegram, не назвавши точної дати відкриття.',
    ],
    [
      'pt',
      'O prefeito escreveu nas redes sociais que o novo mercado abrirá as portas antes do fim da primavera.',
    ],
    [
      'fr',
      'Le maire a écrit dans les commentaires que la nouvelle halle ouvrira avant la fin du printemps prochain.',
    ],
    [
      'it',
      'Il sindaco ha scritto sul suo canale Telegram che il nuovo mercato aprirà prima della fine della primavera.',
    ],
  ])('a report of what others said on their channels stays: %s', (language, paragraph) => {
    expect(textWith(paragraph, language, 'middle')).toContain(paragraph);
  });

  it.each([
    [
      'en',
      'The best of the valley, from the market to the roof, comes in our weekly newsletter every Friday morning.',
    ],
    [
      'de',
      'Was das Tal bewegt, berichten wir jeden Freitag im Newsletter, und Sie lesen es noch vor dem Frühstück.',
    ],
    [
      'ru',
      'Больше новостей о рынке и о городе вы найдёте в Telegram, где мы рассказываем о них каждый день.',
    ],
  ])('and a call to the reader goes: %s', (language, paragraph) => {
    expect(textWith(paragraph, language, 'middle')).not.toContain(paragraph);
  });

  it.each([
    ['en', 'Was this article helpful?', 'Please follow and like us:', 'Story saved', 'We need your help'],
    [
      'en',
      'The views in this column are the writer’s own and do not necessarily reflect those of the Herald or its owners.',
    ],
    [
      'de',
      'War dieser Artikel hilfreich?',
      'Vielen Dank für Ihr Feedback!',
      'JaNein',
      'Rechtliche Hinweise:',
    ],
    [
      'de',
      'Um weiter zu berichten, brauchen wir deine Unterstützung: Hilf uns schon mit einem kleinen Beitrag.',
    ],
    [
      'fr',
      'Cet article vous a-t-il été utile ?',
      'Notre sélection vidéo',
      'Faites un don pour notre rédaction',
    ],
    ['es', '¿Te ha resultado útil?', 'Ver noticia', 'Los comentarios están cerrados'],
    ['it', 'Questo articolo ti è stato utile?', 'Fai una donazione al giornale'],
    ['pt', 'Este artigo foi útil?', 'Apoie o jornalismo do vale', 'Para comentar é preciso entrar na conta'],
    ['nl', 'Was dit artikel nuttig?', 'Reageren is niet meer mogelijk'],
    ['pl', 'Czy ten artykuł był przydatny?', 'Wesprzyj nas'],
    ['ru', 'Мнение редакции может не совпадать с мнением автора', 'Поддержите нас'],
    ['ar', 'مواضيع ذات صلة'],
    ['fa', 'انتهای پیام'],
    ['zh', '推荐', '本文仅代表作者观点'],
    ['ja', 'この記事は役に立ちましたか？', 'コピーしました'],
  ])('calls to rate, to support, to comment, and notices: %s', (language, ...lines) => {
    for (const line of lines) expect(textWith(line, language, 'after')).not.toContain(line);
  });

  it('but not what somebody is quoted with', () => {
    const quote =
      '“We cannot keep the hall open without the farms, so we need all of you to become a member,” the mayor said.';
    expect(textWith(quote, 'en', 'middle')).toContain(quote);
  });
});

describe('the wording of a line', () => {
  const said = (line: string): string[] =>
    wordingsOf(line).map(({ how, purpose, phrase }) => `${how} ${purpose}: ${phrase}`);

  it('is told whole behind marks and before what follows labels', () => {
    for (const before of ['', '» ', '▶ ', '– ', '\u{1f449} '])
      for (const after of ['', ':', ' →', ' (12)', ' 7', '（3件）', ' 4개', '!'])
        expect(said(`${before}Read more${after}`)).toEqual(['whole related: read more']);
    expect(said('Read more 1234567')).toEqual(['opens related: read more']);
  });

  it('is told by how it opens, behind marks and up to the end of a word', () => {
    for (const before of ['', '» ', '▶ ', '\u{1f449} '])
      expect(said(`${before}Read more stories of the week from the harbour`)).toEqual([
        'opens related: read more',
      ]);
    expect(said('Read moreover what the harbour has seen in this long week')).toEqual([]);
  });

  it('is told by what a line holds, where a word begins or where words have no ends', () => {
    const held = 'has related: click here to read';
    expect(said('The mayor is ill, click here to read the rest')).toEqual([held]);
    expect(said('The mayor is ill (click here to read the rest)')).toEqual([held]);
    expect(said('The mayor is ill, xclick here to read the rest')).toEqual([]);
    expect(said(`${'The mayor is ill. '.repeat(24)}Click here to read the rest`)).toEqual([]);
  });
});
