/** Which language a text is in: what the page declares, where the text does not contradict it. */
import { detect } from 'tinyld';
import { CLASSES, LETTER, learn } from '../characters.ts';
import type { Page } from '../page/page.ts';
import { type Found, found } from './field.ts';
import { sharesOf } from './small-words.ts';

const SAMPLE = 600;

/** Languages by the script that only they, or they foremost, write; Japanese is known by its kana. */
const SCRIPTS: readonly {
  readonly from: number;
  readonly to: number;
  readonly least: number;
  readonly languages: readonly string[];
}[] = [
  { from: 0x3040, to: 0x30ff, least: 0.1, languages: ['ja'] },
  { from: 0xac00, to: 0xd7af, least: 0.4, languages: ['ko'] },
  { from: 0x4e00, to: 0x9fff, least: 0.4, languages: ['zh', 'ja'] },
  {
    from: 0x0400,
    to: 0x04ff,
    least: 0.4,
    languages: ['ru', 'uk', 'bg', 'be', 'sr', 'mk', 'kk', 'ky', 'mn', 'tg'],
  },
  { from: 0x0600, to: 0x06ff, least: 0.4, languages: ['ar', 'fa', 'ur', 'ps', 'ckb', 'ug'] },
  { from: 0x0370, to: 0x03ff, least: 0.4, languages: ['el'] },
  { from: 0x0590, to: 0x05ff, least: 0.4, languages: ['he', 'yi'] },
  { from: 0x0e00, to: 0x0e7f, least: 0.4, languages: ['th'] },
];

/** A BCP 47 tag in canonical case, or null when it is none. */
export function languageTag(raw: string | null | undefined): string | null {
  if (raw === null || raw === undefined) return null;
  const first =
    raw
      .trim()
      .replaceAll('_', '-')
      .split(/[,;\s]/, 1)[0] ?? '';
  if (!/^[a-zA-Z]{2,3}(?:-[a-zA-Z0-9]{2,8}){0,3}$/.test(first)) return null;
  try {
    const tag = Intl.getCanonicalLocales(first)[0] ?? null;
    return tag === 'und' || tag?.startsWith('und-') === true ? null : tag;
  } catch {
    // Well-formed by the pattern and still refused: not a language tag.
    return null;
  }
}

/** What the page declares, before its text is known. */
export function declaredLanguage(page: Page, articleLanguage: string | null): Found<string> | null {
  const html = languageTag(page.htmlLang);
  if (html !== null) return found(html, 'markup');
  const ld = languageTag(articleLanguage);
  if (ld !== null) return found(ld, 'json-ld');
  const locale = languageTag(page.metas.get('og:locale')?.[0]);
  if (locale !== null) return found(locale, 'opengraph');
  for (const name of ['content-language', 'language', 'dc.language', 'dcterms.language', 'inlanguage']) {
    const tag = languageTag(page.metas.get(name)?.[0]);
    if (tag !== null) return found(tag, 'meta');
  }
  return null;
}

/** The primary language of the text where it is clear; the declared tag where it agrees or the text is silent. */
export function settleLanguage(text: string, declared: Found<string> | null): Found<string> | null {
  const primary = declared?.value.split('-')[0]?.toLowerCase() ?? null;
  const sample = text.slice(0, SAMPLE * 3);
  const script = byScript(sample);
  if (declared !== null && primary !== null) {
    if (script === null || script.languages.includes(primary)) {
      if (script !== null) return found(primary, declared.source);
      return contradicted(sample, primary) ?? found(primary, declared.source);
    }
  }
  if (script !== null && script.languages.length === 1) return found(script.languages[0] ?? 'en', 'computed');
  if (sample.length < 20)
    return declared === null || primary === null ? null : found(primary, declared.source);
  const detected = languageOf(text.slice(0, SAMPLE));
  return detected === '' ? null : found(detected, 'computed');
}

/** Only a long text whose language is sure and the same in two places overrules the declaration. */
function contradicted(text: string, primary: string): Found<string> | null {
  if (text.length < 400 || sharesOf(text.slice(0, SAMPLE)).of(primary) > 0.2) return null;
  const half = Math.floor(text.length / 2);
  const head = languageOf(text.slice(0, Math.min(half, SAMPLE)));
  if (head === '' || head === primary) return null;
  const tail = languageOf(text.slice(half, half + SAMPLE));
  return tail === head ? found(head, 'computed') : null;
}

/** The language that the small words tell beyond doubt, else what tinyld's statistics say; '' for neither. */
function languageOf(text: string): string {
  return sharesOf(text).clear ?? detect(text);
}

/** The script that the text is written in, if it says something about the language. */
function byScript(text: string): { languages: readonly string[] } | null {
  const counts = new Array<number>(SCRIPTS.length).fill(0);
  let letters = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (((CLASSES[unit] || learn(unit)) & LETTER) !== 0) letters++;
    // Latin letters and the punctuation of all scripts are most of most texts.
    if (unit < 0x370 || (unit >= 0x2000 && unit <= 0x206f)) continue;
    for (const [at, { from, to }] of SCRIPTS.entries())
      if (unit >= from && unit <= to) counts[at] = (counts[at] ?? 0) + 1;
  }
  if (letters < 20) return null;
  return SCRIPTS.find(({ least }, i) => (counts[i] ?? 0) / letters > least) ?? null;
}
