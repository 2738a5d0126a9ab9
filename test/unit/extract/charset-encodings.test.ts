/** Every encoding of the WHATWG Encoding standard, by every way to learn of it. */
import { describe, expect, it } from 'vitest';
import { charsetOf, decodePage } from '../../../src/extract/page/charset.ts';
import { encode } from '../../support/encode.ts';

const RUSSIAN = 'Старый мост через реку снова открыт для поездов, сообщили вчера в городской управе.';
const UKRAINIAN = 'Старий міст через річку знову відкрито для поїздів, повідомили вчора в міській раді.';
const POLISH =
  'Stary most nad rzeką znów jest otwarty dla pociągów, władze miasta ogłosiły to wczoraj późno w nocy.';
const CZECH =
  'Starý most přes řeku je znovu otevřen pro vlaky, oznámil včera večer městský úřad a dodal, že škody už opravil.';
const HUNGARIAN =
  'A régi híd újra megnyílt a vonatok előtt, közölte tegnap késő este a városi önkormányzat szóvivője.';
const GREEK = 'Η παλιά γέφυρα άνοιξε ξανά για τα τρένα, ανακοίνωσε χθες το βράδυ ο δήμος της πόλης.';
const TURKISH =
  'Eski köprü trenlere yeniden açıldı, belediye dün akşam geç saatlerde yaptığı açıklamada bildirdi.';
const HEBREW = 'הגשר הישן נפתח מחדש לרכבות, כך הודיעה אתמול בערב עיריית העיר לתושבים.';
const ARABIC = 'أعيد فتح الجسر القديم أمام القطارات، حسبما أعلنت بلدية المدينة مساء أمس.';
const LITHUANIAN =
  'Senasis tiltas vėl atidarytas traukiniams, vakar vėlai vakare pranešė miesto savivaldybė, žmonės džiaugėsi.';
const THAI = 'สะพานเก่าเปิดให้รถไฟวิ่งอีกครั้ง เทศบาลเมืองประกาศเมื่อคืนนี้';
const FRENCH =
  'Le vieux pont est rouvert aux trains, a annoncé hier la mairie, après deux années de travaux très coûteux.';
const GERMAN =
  'Die alte Brücke ist für Züge wieder geöffnet, teilte das Rathaus am späten Abend überraschend mit.';
const JAPANESE = '古い橋が列車のために再び開通したと市役所が昨夜発表しました。';
const CHINESE = '古老的大桥重新对火车开放，市政府昨天晚上说，这是人们的好消息。';
const TAIWANESE = '古老的大橋重新對火車開放，市政府昨天晚上說，這是人們的好消息。';
const KOREAN = '오래된 다리가 기차를 위해 다시 열렸다고 시청이 어젯밤에 발표했다.';

/** Each encoding with a text of its own and one of its other labels. */
const ENCODINGS: readonly (readonly [encoding: string, label: string, text: string])[] = [
  ['utf-8', 'unicode-1-1-utf-8', GERMAN],
  ['ibm866', 'cp866', RUSSIAN],
  ['iso-8859-2', 'latin2', POLISH],
  ['iso-8859-3', 'l3', 'La ĉevalo kaj la ĝardeno, ŝanĝo de la ĵurnalo'],
  ['iso-8859-4', 'csisolatin4', 'Vana sild avati, žürii ütles õhtul'],
  ['iso-8859-5', 'cyrillic', RUSSIAN],
  ['iso-8859-6', 'arabic', ARABIC],
  ['iso-8859-7', 'greek8', GREEK],
  ['iso-8859-8', 'visual', HEBREW],
  ['iso-8859-8-i', 'logical', HEBREW],
  ['iso-8859-10', 'l6', 'Gamla bron är öppen, þetta er gott'],
  ['iso-8859-13', 'iso885913', LITHUANIAN],
  ['iso-8859-14', 'iso8859-14', 'Tá an seandroichead oscailte, ŵyl y tŷ'],
  ['iso-8859-15', 'l9', 'Le cœur du métro coûte 3 €'],
  ['iso-8859-16', 'iso-8859-16', 'Podul vechi este din nou deschis, țara și orașul știu'],
  ['koi8-r', 'koi8', RUSSIAN],
  ['koi8-u', 'koi8-ru', UKRAINIAN],
  ['macintosh', 'x-mac-roman', FRENCH],
  ['windows-874', 'tis-620', THAI],
  ['windows-1250', 'x-cp1250', CZECH],
  ['windows-1251', 'x-cp1251', RUSSIAN],
  ['windows-1252', 'iso-8859-1', FRENCH],
  ['windows-1253', 'cp1253', GREEK],
  ['windows-1254', 'latin5', TURKISH],
  ['windows-1255', 'cp1255', HEBREW],
  ['windows-1256', 'x-cp1256', ARABIC],
  ['windows-1257', 'cp1257', LITHUANIAN],
  ['windows-1258', 'cp1258', 'Cây câu cu đa đươc mơ lai'],
  ['x-mac-cyrillic', 'x-mac-ukrainian', RUSSIAN],
  ['gbk', 'gb2312', CHINESE],
  ['gb18030', 'gb18030', CHINESE],
  ['big5', 'big5-hkscs', TAIWANESE],
  ['euc-jp', 'x-euc-jp', JAPANESE],
  ['iso-2022-jp', 'csiso2022jp', JAPANESE],
  ['shift_jis', 'windows-31j', JAPANESE],
  ['euc-kr', 'ks_c_5601-1987', KOREAN],
  ['utf-16be', 'unicodefffe', GREEK],
  ['utf-16le', 'utf-16', GREEK],
];

const page = (text: string, head = ''): string =>
  `<html><head>${head}</head><body><p>${text}</p></body></html>`;

// A meta element cannot be read in UTF-16, so one that is read names something else (HTML standard §13.2.3.2).
const IN_ITSELF = ENCODINGS.filter(([encoding]) => !encoding.startsWith('utf-16'));

describe.each(ENCODINGS)('%s', (encoding, label, text) => {
  it('by the header', () => {
    const bytes = encode(page(text), encoding);
    for (const name of [encoding, label, label.toUpperCase()]) {
      expect(decodePage(bytes, `text/html; Charset="${name}"`, 'html')).toEqual({
        text: page(text),
        encoding,
        from: 'header',
        corrected: false,
      });
    }
  });
});

describe.each(IN_ITSELF)('%s', (encoding, label, text) => {
  it('by a meta element, at the start and far behind it', () => {
    for (const head of [
      `<meta charset=${label}>`,
      `<meta http-equiv="Content-Type" content="text/html; charset=${label}">`,
      `<script>${'x'.repeat(100_000)}</script><meta charset="${label}">`,
    ]) {
      const html = page(text, head);
      expect(decodePage(encode(html, encoding), 'text/html', 'html')).toEqual({
        text: html,
        encoding,
        from: 'meta',
        corrected: false,
      });
    }
  });

  it('by an XML declaration', () => {
    const xml = `<?xml version="1.0" encoding="${label}"?><rss><title>${text}</title></rss>`;
    expect(decodePage(encode(xml, encoding), 'application/rss+xml', 'xml')).toMatchObject({
      text: xml,
      encoding,
      from: 'meta',
    });
  });
});

describe('without a word, or against one', () => {
  const DETECTED: readonly (readonly [encoding: string, text: string])[] = [
    ['windows-1251', RUSSIAN],
    ['windows-1251', UKRAINIAN],
    ['koi8-r', RUSSIAN],
    ['ibm866', RUSSIAN],
    ['iso-8859-5', RUSSIAN],
    ['iso-8859-2', POLISH],
    ['windows-1250', POLISH],
    ['windows-1250', CZECH],
    ['windows-1250', HUNGARIAN],
    ['windows-1253', GREEK],
    ['windows-1254', TURKISH],
    ['windows-1255', HEBREW],
    ['windows-1256', ARABIC],
    ['windows-1257', LITHUANIAN],
    ['windows-874', THAI],
    ['windows-1252', FRENCH],
    ['windows-1252', GERMAN],
    ['shift_jis', JAPANESE],
    ['euc-jp', JAPANESE],
    ['iso-2022-jp', JAPANESE],
    ['gbk', CHINESE],
    ['big5', TAIWANESE],
    ['euc-kr', KOREAN],
    ['utf-8', GREEK],
    ['utf-16le', GREEK],
    ['utf-16be', JAPANESE],
  ];
  it.each(DETECTED)('%s: %s', (encoding, text) => {
    const html = page(text);
    const bytes = encode(html, encoding);
    expect(decodePage(bytes, null, 'html')).toMatchObject({ text: html, from: 'detection' });
    expect(decodePage(bytes, 'text/html; charset=x-unheard-of', 'html')).toMatchObject({ text: html });
    const lied = decodePage(bytes, 'text/html; charset=utf-8', 'html');
    expect(lied.text).toBe(html);
    if (encoding !== 'utf-8') expect(lied).toMatchObject({ from: 'detection', corrected: true });
  });

  it('a mark at the beginning is believed before anything else', () => {
    for (const [encoding, mark] of [
      ['utf-8', [0xef, 0xbb, 0xbf]],
      ['utf-16le', [0xff, 0xfe]],
      ['utf-16be', [0xfe, 0xff]],
    ] as const) {
      const bytes = Uint8Array.from([...mark, ...encode(page(RUSSIAN, '<meta charset="koi8-r">'), encoding)]);
      expect(charsetOf(bytes, 'text/html; charset=windows-1251', 'html')).toEqual({
        encoding,
        from: 'bom',
        corrected: false,
      });
    }
  });

  it('the header goes before the meta element', () => {
    const html = page(RUSSIAN, '<meta charset="koi8-r">');
    expect(decodePage(encode(html, 'windows-1251'), 'text/html; charset=cp1251', 'html')).toMatchObject({
      text: html,
      from: 'header',
    });
  });

  it('plain ASCII keeps what is said of it, and is UTF-8 where nothing is', () => {
    const bytes = new TextEncoder().encode('<p>Only plain words');
    expect(charsetOf(bytes, null, 'html')).toEqual({ encoding: 'utf-8', from: 'default', corrected: false });
    expect(charsetOf(bytes, 'text/html; charset=latin1', 'html')).toMatchObject({
      encoding: 'windows-1252',
      from: 'header',
    });
    expect(charsetOf(bytes, 'text/html; charset=utf-16', 'html')).toMatchObject({
      encoding: 'utf-8',
      from: 'detection',
      corrected: true,
    });
  });

  it('a two-byte label is not believed of bytes that are not in it', () => {
    const html = page(RUSSIAN);
    for (const label of ['gbk', 'big5', 'euc-kr', 'euc-jp']) {
      const { text, from } = decodePage(encode(html, 'koi8-r'), `text/html; charset=${label}`, 'html');
      expect([label, from === 'header' || text === html]).toEqual([label, true]);
    }
    expect(charsetOf(encode(page(GERMAN), 'utf-8'), 'text/html; charset=shift_jis', 'html')).toMatchObject({
      encoding: 'utf-8',
    });
  });

  it.each(['replacement', 'hz-gb-2312', 'iso-2022-kr', 'ISO-2022-CN'])(
    '%s is decoded to nothing',
    (label) => {
      const bytes = new TextEncoder().encode('<p>~{<:Ky2;~}');
      expect(decodePage(bytes, `text/html; charset=${label}`, 'html')).toMatchObject({
        text: '\ufffd',
        encoding: 'replacement',
        from: 'header',
      });
    },
  );

  it('x-user-defined is read from the header; in a meta element it means windows-1252', () => {
    const bytes = Uint8Array.from([0x3c, 0x70, 0x3e, 0x80, 0xff]);
    expect(decodePage(bytes, 'text/html; charset=x-user-defined', 'html')).toMatchObject({
      text: '<p>\uf780\uf7ff',
      encoding: 'x-user-defined',
    });
    const html = encode(page(FRENCH, '<meta charset=x-user-defined>'), 'windows-1252');
    expect(charsetOf(html, null, 'html')).toMatchObject({ encoding: 'windows-1252', from: 'meta' });
  });

  it('a feed in UTF-16 without a mark is known by its first signs', () => {
    const xml = `<?xml version="1.0" encoding="utf-16"?><rss><title>${GREEK}</title></rss>`;
    expect(decodePage(encode(xml, 'utf-16le'), 'text/xml', 'xml')).toMatchObject({
      text: xml,
      encoding: 'utf-16le',
    });
  });
});
