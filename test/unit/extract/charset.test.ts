import { describe, expect, it } from 'vitest';
import { decodePage } from '../../../src/extract/page/charset.ts';

const RUSSIAN = 'Старый мост через реку снова открыт для поездов, сообщили в городской управе.';
const windows1251 = (text: string): Uint8Array =>
  Uint8Array.from(text, (char) => {
    const code = char.charCodeAt(0);
    return code >= 0x410 && code <= 0x44f ? code - 0x350 : code;
  });
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (char) => char.charCodeAt(0));

describe('decodePage', () => {
  it('follows a byte order mark before everything else', () => {
    const bytes = Uint8Array.from([0xff, 0xfe, 0x48, 0x00, 0x69, 0x00]);
    expect(decodePage(bytes, 'text/html; charset=utf-8', 'html')).toMatchObject({
      text: 'Hi',
      encoding: 'utf-16le',
    });
  });

  it('follows the header, then the meta element', () => {
    expect(decodePage(windows1251(RUSSIAN), 'text/html; charset="windows-1251"', 'html').text).toBe(RUSSIAN);
    const page = `<html><head><meta charset="windows-1251"></head><body>${RUSSIAN}`;
    expect(decodePage(windows1251(page), null, 'html')).toMatchObject({ text: page, corrected: false });
  });

  it('finds a meta element behind long scripts', () => {
    const page = `<html><head><script>${'x'.repeat(3000)}</script><meta charset="windows-1251"></head><body>${RUSSIAN}`;
    expect(decodePage(windows1251(page), null, 'html').text).toBe(page);
  });

  it('does not believe utf-8 of bytes that are none', () => {
    const page = `<html lang="ru"><head><meta charset="utf-8"></head><body>${RUSSIAN}`;
    expect(decodePage(windows1251(page), 'text/html; charset=utf-8', 'html')).toMatchObject({
      text: page,
      encoding: 'windows-1251',
      corrected: true,
    });
  });

  it('guesses Cyrillic and Western Europe without a hint of the language', () => {
    expect(decodePage(windows1251(RUSSIAN), null, 'html').text).toBe(RUSSIAN);
    const french = 'Le maire a déclaré que l’été serait très sec'.replace('’', "'");
    expect(decodePage(latin1(french), 'text/html; charset=utf-8', 'html').text).toBe(french);
  });

  it('does not believe a one-byte label of bytes that are valid UTF-8', () => {
    const text = 'Zürich wählt – “heute”';
    expect(decodePage(utf8(text), 'text/html; charset=iso-8859-1', 'html')).toMatchObject({
      text,
      encoding: 'utf-8',
      corrected: true,
    });
  });

  it('keeps UTF-8 with one broken byte', () => {
    const bytes = Uint8Array.from([
      ...utf8('Größe, Maß und Übermut im schönen Österreich. '.repeat(5)),
      0xe4,
    ]);
    expect(decodePage(bytes, 'text/html; charset=utf-8', 'html')).toMatchObject({ encoding: 'utf-8' });
  });

  it('reads Shift_JIS and EUC-JP by what they make of the bytes', () => {
    // 日本の新聞です。 in both encodings
    const shiftJis = Uint8Array.from([
      0x93, 0xfa, 0x96, 0x7b, 0x82, 0xcc, 0x90, 0x56, 0x95, 0xb7, 0x82, 0xc5, 0x82, 0xb7, 0x81, 0x42,
    ]);
    expect(decodePage(shiftJis, null, 'text').text).toBe('日本の新聞です。');
    const eucJp = Uint8Array.from([
      0xc6, 0xfc, 0xcb, 0xdc, 0xa4, 0xce, 0xbf, 0xb7, 0xca, 0xb9, 0xa4, 0xc7, 0xa4, 0xb9, 0xa1, 0xa3,
    ]);
    expect(decodePage(eucJp, null, 'text').text).toBe('日本の新聞です。');
  });

  it('ignores a label that names no encoding', () => {
    expect(decodePage(utf8('plain words'), 'text/html; charset=klingon', 'html').text).toBe('plain words');
  });
});
