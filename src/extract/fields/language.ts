/** Which language a text is in: what the page declares, where the text does not contradict it. */
import { detect } from 'tinyld';
import type { Page } from '../page/page.ts';
import { type Found, found } from './field.ts';

const SAMPLE = 600;

/** Languages by the script that only they, or they foremost, write. */
const SCRIPTS: readonly { readonly pattern: RegExp; readonly languages: readonly string[] }[] = [
  { pattern: /[\u3040-\u30ff]/g, languages: ['ja'] },
  { pattern: /[\uac00-\ud7af]/g, languages: ['ko'] },
  { pattern: /[\u4e00-\u9fff]/g, languages: ['zh', 'ja'] },
  { pattern: /[\u0400-\u04ff]/g, languages: ['ru', 'uk', 'bg', 'be', 'sr', 'mk', 'kk', 'ky', 'mn', 'tg'] },
  { pattern: /[\u0600-\u06ff]/g, languages: ['ar', 'fa', 'ur', 'ps', 'ckb', 'ug'] },
  { pattern: /[\u0370-\u03ff]/g, languages: ['el'] },
  { pattern: /[\u0590-\u05ff]/g, languages: ['he', 'yi'] },
  { pattern: /[\u0e00-\u0e7f]/g, languages: ['th'] },
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
  const detected = detect(text.slice(0, SAMPLE));
  return detected === '' ? null : found(detected, 'computed');
}

/** Only a long text whose detection is sure and differs in two places overrules the declaration. */
function contradicted(text: string, primary: string): Found<string> | null {
  if (text.length < 400) return null;
  const half = Math.floor(text.length / 2);
  const head = detect(text.slice(0, Math.min(half, SAMPLE)));
  if (head === '' || head === primary) return null;
  const tail = detect(text.slice(half, half + SAMPLE));
  return tail === head ? found(head, 'computed') : null;
}

function byScript(text: string): { languages: readonly string[] } | null {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  if (letters < 20) return null;
  for (const script of SCRIPTS) {
    const count = text.match(script.pattern)?.length ?? 0;
    const share = script.languages[0] === 'ja' ? 0.1 : 0.4;
    if (count / letters > share) return script;
  }
  return null;
}
