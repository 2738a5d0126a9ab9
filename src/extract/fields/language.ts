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

/** The commonest small words of a language: a text that is full of them needs no statistics. */
const SMALL_WORDS: Readonly<Record<string, string>> = {
  en: 'the of and to in is that for it was with as on be by are this have from',
  de: 'der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als',
  fr: 'de la le et les des en un une du que est pour qui dans a par plus sur',
  es: 'de la que el en y a los del se las por un para con no una su al',
  it: 'di e il la che in a per un del non sono una della con da le dei nel',
  pt: 'de a o que e do da em um para com não uma os no se na por mais as dos',
  nl: 'de van het een en in is dat op te voor met zijn die niet aan er om',
  pl: 'w i na z się do nie to że o jest jak po za od przez co dla',
  sv: 'och i att det som en på är av för med den till inte om ett han',
  da: 'og i at det er en til på som af for den med de ikke der et',
  no: 'og i at det er en til på som av for den med de ikke har et',
  nb: 'og i at det er en til på som av for den med de ikke har et',
  tr: 've bir bu da de için ile olarak çok daha olan gibi sonra kadar en',
  id: 'yang dan di ini dengan untuk dari dalam pada itu tidak akan juga',
  cs: 'a se v na je že o s z do i to k ve pro za by jsou',
  fi: 'ja on ei se että oli ovat hän mutta kun myös joka mukaan',
  hu: 'a az és hogy nem is egy ez volt van meg de csak már',
  ro: 'de și în la a cu pe că din o un nu este care mai',
};
const smallWords = new Map<string, ReadonlySet<string>>();

/** Whether a fifth of the words are small words of that language. */
function readsLike(text: string, language: string): boolean {
  let known = smallWords.get(language);
  if (known === undefined) {
    known = new Set((SMALL_WORDS[language] ?? '').split(' '));
    smallWords.set(language, known);
  }
  const words = text
    .slice(0, SAMPLE)
    .toLowerCase()
    .split(/[^\p{L}\p{M}]+/u);
  let hits = 0;
  for (const word of words) if (known.has(word)) hits++;
  return words.length > 30 && hits > words.length * 0.2;
}

/** Only a long text whose detection is sure and differs in two places overrules the declaration. */
function contradicted(text: string, primary: string): Found<string> | null {
  if (text.length < 400 || readsLike(text, primary)) return null;
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
