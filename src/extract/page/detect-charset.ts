/**
 * The encoding of text that says nothing of it, or something that cannot be true: told by what the bytes become in
 * each encoding. Only letters are looked at: which a language has, and how they stand beside each other.
 */

/** Legacy encodings by language, the likelier first (HTML standard's locale table, and what else is in use). */
const ENCODINGS_BY_LANGUAGE: Readonly<Record<string, readonly string[]>> = {
  ru: ['windows-1251', 'koi8-r', 'ibm866', 'iso-8859-5', 'x-mac-cyrillic'],
  uk: ['windows-1251', 'koi8-u', 'iso-8859-5'],
  be: ['windows-1251', 'iso-8859-5'],
  bg: ['windows-1251', 'iso-8859-5'],
  sr: ['windows-1251', 'windows-1250', 'iso-8859-5'],
  mk: ['windows-1251', 'iso-8859-5'],
  kk: ['windows-1251'],
  pl: ['iso-8859-2', 'windows-1250'],
  cs: ['windows-1250', 'iso-8859-2'],
  sk: ['windows-1250', 'iso-8859-2'],
  hu: ['iso-8859-2', 'windows-1250'],
  sl: ['iso-8859-2', 'windows-1250'],
  hr: ['windows-1250', 'iso-8859-2'],
  ro: ['iso-8859-2', 'windows-1250', 'iso-8859-16'],
  el: ['iso-8859-7', 'windows-1253'],
  tr: ['windows-1254'],
  he: ['windows-1255'],
  ar: ['windows-1256', 'iso-8859-6'],
  fa: ['windows-1256'],
  lt: ['windows-1257', 'iso-8859-13'],
  lv: ['windows-1257', 'iso-8859-13'],
  et: ['windows-1257', 'windows-1252'],
  th: ['windows-874'],
  vi: ['windows-1258'],
  ja: ['shift_jis', 'euc-jp', 'iso-2022-jp'],
  ko: ['euc-kr'],
  zh: ['gb18030', 'big5'],
};

/** What a text may be in when its language is not known either. The first wins where two read it equally well. */
const TRIALS: readonly string[] = [
  'windows-1252',
  'windows-1250',
  'iso-8859-2',
  'windows-1254',
  'windows-1257',
  'windows-1251',
  'koi8-r',
  'koi8-u',
  'ibm866',
  'iso-8859-5',
  'x-mac-cyrillic',
  'windows-1253',
  'iso-8859-7',
  'windows-1255',
  'windows-1256',
  'windows-874',
  'shift_jis',
  'euc-jp',
  'gb18030',
  'euc-kr',
  'big5',
];

/** Bytes that are tried; more do not tell more. */
const SAMPLE_BYTES = 65_536;

/** Score below which nothing was found out. */
export const LEAST_SCORE = 0.3;

/** @param language primary subtag of the page's own language, if it names one */
export function detectCharset(
  bytes: Uint8Array,
  language: string | null,
): { readonly encoding: string; readonly found: boolean } {
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  const hinted = language === null ? [] : (ENCODINGS_BY_LANGUAGE[language] ?? []);
  const named = best(sample, hinted);
  if (named !== null && named.score > LEAST_SCORE) return { encoding: named.encoding, found: true };
  const any = best(sample, TRIALS);
  if (any !== null && any.score > LEAST_SCORE) return { encoding: any.encoding, found: true };
  return { encoding: hinted[0] ?? 'windows-1252', found: false };
}

function best(sample: Uint8Array, encodings: readonly string[]): { encoding: string; score: number } | null {
  let winner: { encoding: string; score: number } | null = null;
  for (const encoding of encodings) {
    const score = scoreOf(new TextDecoder(encoding).decode(sample), encoding);
    // Encodings that differ in a few signs only read most texts alike: the first is the likelier one.
    if (winner === null || score > winner.score + 0.005) winner = { encoding, score };
  }
  return winner;
}

/**
 * How much a decoding looks like the writing its encoding was made for: points per character outside ASCII, about 1
 * where it is that, below `LEAST_SCORE` where it is not.
 */
export function scoreOf(text: string, encoding: string): number {
  const script = SCRIPTS.find((entry) => entry.encodings.includes(encoding));
  if (script !== undefined) return scoreScript(text, script);
  const languages = LATIN_LANGUAGES[encoding];
  return languages === undefined ? scoreEastAsian(text, encoding) : scoreLatin(text, languages);
}

interface Script {
  readonly encodings: readonly string[];
  readonly letters: RegExp;
  /** Letters that make up half of any running text. */
  readonly frequent: ReadonlySet<string>;
}

const SCRIPTS: readonly Script[] = [
  {
    encodings: ['windows-1251', 'koi8-r', 'koi8-u', 'ibm866', 'iso-8859-5', 'x-mac-cyrillic'],
    letters: /\p{Script=Cyrillic}/u,
    frequent: new Set('оеаинтсрвл'),
  },
  {
    encodings: ['windows-1253', 'iso-8859-7'],
    letters: /\p{Script=Greek}/u,
    frequent: new Set('αοιετσνηυρ'),
  },
  {
    encodings: ['windows-1255', 'iso-8859-8'],
    letters: /\p{Script=Hebrew}/u,
    frequent: new Set('יוהלאתמרבש'),
  },
  {
    encodings: ['windows-1256', 'iso-8859-6'],
    letters: /\p{Script=Arabic}/u,
    frequent: new Set('اليمونترب'),
  },
  { encodings: ['windows-874'], letters: /\p{Script=Thai}/u, frequent: new Set('านรอกเงวม่') },
];

/** Signs that stand in running text of any language. */
const COMMON_SIGNS = new Set('\u00a0«»“”„‘’‚—–…№§©®°·•');

function scoreScript(text: string, script: Script): number {
  let total = 0;
  let points = 0;
  let before: 'script' | 'latin' | 'other' = 'other';
  for (const character of text) {
    const isAscii = character < '\u0080';
    if (isAscii) {
      const isLetter = /[a-z]/i.test(character);
      if (isLetter && before === 'script') points -= 1;
      before = isLetter ? 'latin' : 'other';
      continue;
    }
    total += 1;
    if (isDamage(character)) points -= 5;
    if (script.letters.test(character)) {
      // A capital inside a word, or a word of two scripts, is what the wrong table gives.
      const isCapitalInside = before === 'script' && character !== character.toLowerCase();
      points += before === 'latin' ? -1 : isCapitalInside ? -0.3 : script.frequent.has(character) ? 1.2 : 0.8;
      before = 'script';
    } else {
      points += COMMON_SIGNS.has(character) ? 0.3 : -0.5;
      before = 'other';
    }
  }
  return total === 0 ? 0 : points / total;
}

/** The letters beside A to Z of languages, by the encoding they were written in. */
const LATIN_LANGUAGES: Readonly<Record<string, readonly string[]>> = {
  'windows-1252': [
    'àâæçéèêëîïôœùûüÿ', // French
    'äöüß', // German
    'áéíñóúü¿¡', // Spanish
    'ãõáâàçéêíóôúü', // Portuguese
    'àèéìòù', // Italian
    'åæøéèó', // Danish, Norwegian
    'åäöé', // Swedish, Finnish
    'áðéíóúýþæö', // Icelandic
    'éëïöüèáó', // Dutch
  ],
  'windows-1250': ['ąćęłńóśźż', 'áčďéěíňóřšťúůýž', 'áäčďéíĺľňóôŕšťúýž', 'áéíóöőúüű', 'ăâîşţ', 'čćđšž'],
  'windows-1254': ['çğıİöşüâî'],
  'windows-1257': ['ąčęėįšųūž', 'āčēģīķļņšūž', 'äõöüšž'],
  'windows-1258': ['àâăđêôơưáéíóúýèìòùãõ\u0300\u0301\u0303\u0309\u0323'],
};
const SAME_LANGUAGES: Readonly<Record<string, string>> = {
  'iso-8859-2': 'windows-1250',
  'iso-8859-16': 'windows-1250',
  'iso-8859-13': 'windows-1257',
};
for (const [encoding, as] of Object.entries(SAME_LANGUAGES))
  Object.assign(LATIN_LANGUAGES, { [encoding]: LATIN_LANGUAGES[as] });

/** The share of letters that one language has, for the language that fits best. */
function scoreLatin(text: string, languages: readonly string[]): number {
  const counts = new Map<string, number>();
  let total = 0;
  let penalty = 0;
  let before = ' ';
  for (const character of text) {
    if (character >= '\u0080') {
      total += 1;
      const isLetter = /\p{L}/u.test(character);
      if (isDamage(character)) penalty += 5;
      else if (isLetter) counts.set(character.toLowerCase(), (counts.get(character.toLowerCase()) ?? 0) + 1);
      // A sign inside a word is a letter of another table.
      else if (/[a-z]/i.test(before)) penalty += COMMON_SIGNS.has(character) ? 0 : 1;
      if (isLetter && before >= '\u00c0' && /\p{L}/u.test(before)) penalty += 0.3;
    }
    before = character;
  }
  if (total === 0) return 0;
  let most = 0;
  for (const letters of languages) {
    let fitting = 0;
    for (const [letter, count] of counts) if (letters.includes(letter)) fitting += count;
    most = Math.max(most, fitting);
  }
  const letters = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return (most - (letters - most) * 0.7 - penalty) / total + (letters === 0 ? 0.31 : 0);
}

function scoreEastAsian(text: string, encoding: string): number {
  let total = 0;
  let points = 0;
  for (const character of text) {
    if (character < '\u0080') continue;
    total += 1;
    points += isDamage(character) ? -5 : pointsOf(character.codePointAt(0) ?? 0, encoding);
  }
  return total === 0 ? 0 : points / total;
}

function pointsOf(code: number, encoding: string): number {
  if (code >= 0x3000 && code <= 0x3003) return 1;
  if (code >= 0xff00 && code <= 0xff5e) return 0.8;
  switch (encoding) {
    case 'shift_jis':
    case 'euc-jp':
    case 'iso-2022-jp':
      if (code >= 0x3040 && code <= 0x30ff) return 1.4;
      return code >= 0x4e00 && code <= 0x9fff ? 0.8 : -0.3;
    case 'euc-kr':
      return code >= 0xac00 && code <= 0xd7af ? 1.1 : -0.5;
    default:
      if (COMMON_HAN.has(String.fromCodePoint(code))) return 1.2;
      return code >= 0x4e00 && code <= 0x9fff ? 0.7 : -0.2;
  }
}

/** The most frequent Han characters in running Chinese, in both scripts. */
const COMMON_HAN = new Set(
  '的一是不了在人有我他这這中大来來上国國個个们們为為和地到以说說时時要就出会會可也你对對生能而子',
);

/** What no text has: a byte without a character, or a control character of the upper half. */
function isDamage(character: string): boolean {
  return character === '\ufffd' || (character >= '\u0080' && character < '\u00a0');
}
