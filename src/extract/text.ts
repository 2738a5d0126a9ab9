/** Small text helpers that every step shares. All are linear in the input. */
import { CLASSES, EXOTIC, LETTER, learn, lowerOf, MARK, NUMBER } from './characters.ts';
import { BLANK, DROP, LEAVE, rewriter } from './rewrite.ts';

/** White space as Unicode has it, with the zero-width characters that pages put between words. */
const SPACE = /[\s\u00a0\u180e\u2000-\u200b\u2028\u2029\u2060\u3000\ufeff]+/g;
const INVISIBLE = /[\u00ad\u200b\u2060\ufeff\u0000-\u0008\u000b\u000e-\u001f\u007f-\u009f]/g;

/** One line: control and soft-hyphen characters dropped, white space folded, lone surrogates mended. */
export function foldSpace(text: string): string {
  if (isFolded(text)) return text;
  return foldSpaceByTable(text) ?? text.toWellFormed().replace(INVISIBLE, '').replace(SPACE, ' ').trim();
}

/** All that folding changes, but for blanks beside blanks and at the ends. */
const UNFOLDED =
  /[\u0000-\u001f\u007f-\u00a0\u00ad\u1680\u180e\u2000-\u200b\u2028\u2029\u202f\u205f\u2060\u3000\ud800-\udfff\ufeff]/;

function isFolded(text: string): boolean {
  return !(UNFOLDED.test(text) || text.includes('  ') || text.startsWith(' ') || text.endsWith(' '));
}

/** The same in one walk; null for surrogates, as whether they are mended depends on what stands beside them. */
const foldSpaceByTable = rewriter((unit) => {
  if (unit >= 0xd800 && unit <= 0xdfff) return LEAVE;
  const folded = String.fromCharCode(unit).replace(INVISIBLE, '').replace(SPACE, ' ');
  return folded === '' ? DROP : folded === ' ' ? BLANK : unit;
});

/** For comparing: NFKC, case folded, letters and digits only, one space between words. */
export function comparable(text: string): string {
  return (
    comparableByTable(text) ??
    streamSafe(text)
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
      .trim()
  );
}

/** The same in one walk, where no character needs more than a look at it; else null. */
const comparableByTable = rewriter((unit) => {
  const bits = CLASSES[unit] || learn(unit);
  if ((bits & EXOTIC) !== 0) return LEAVE;
  return (bits & (LETTER | NUMBER)) === 0 ? BLANK : lowerOf(unit);
});

/** A question about names that is asked once for each: a page has few and repeats them often. To be made for one page. */
export function remembering(ask: (name: string) => boolean): (name: string) => boolean {
  const known = new Map<string, boolean>();
  return (name) => {
    let answer = known.get(name);
    if (answer === undefined) {
      answer = ask(name);
      known.set(name, answer);
    }
    return answer;
  };
}

/** Runs of combining marks that no writing has (UAX #15 §13 allows thirty), of which thirty are kept. */
const MARKS = /(\p{M}{30})\p{M}+/gu;

/** Text that can be normalised in linear time: putting a run of marks in order takes the square of its length. */
export function streamSafe(text: string): string {
  // In less text even the square is cheap. All marks are above U+0300, so most texts need no more than a glance.
  return text.length > 2000 && /[\u0300-\uffff]{31}/.test(text) ? text.replace(MARKS, '$1') : text;
}

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  lsquo: '‘',
  rsquo: '’',
  sbquo: '‚',
  ldquo: '“',
  rdquo: '”',
  bdquo: '„',
  laquo: '«',
  raquo: '»',
  lsaquo: '‹',
  rsaquo: '›',
  middot: '·',
  bull: '•',
  copy: '©',
  reg: '®',
  trade: '™',
  deg: '°',
  euro: '€',
  pound: '£',
  shy: '',
  szlig: 'ß',
  auml: 'ä',
  ouml: 'ö',
  uuml: 'ü',
  Auml: 'Ä',
  Ouml: 'Ö',
  Uuml: 'Ü',
  eacute: 'é',
  egrave: 'è',
  ecirc: 'ê',
  euml: 'ë',
  agrave: 'à',
  aacute: 'á',
  acirc: 'â',
  atilde: 'ã',
  aring: 'å',
  ccedil: 'ç',
  iacute: 'í',
  icirc: 'î',
  iuml: 'ï',
  igrave: 'ì',
  ntilde: 'ñ',
  oacute: 'ó',
  ocirc: 'ô',
  otilde: 'õ',
  ograve: 'ò',
  oslash: 'ø',
  aelig: 'æ',
  uacute: 'ú',
  ucirc: 'û',
  ugrave: 'ù',
  Eacute: 'É',
  Egrave: 'È',
  Agrave: 'À',
  Aacute: 'Á',
  Ccedil: 'Ç',
  Ntilde: 'Ñ',
  Oacute: 'Ó',
  Uacute: 'Ú',
  Iacute: 'Í',
  iquest: '¿',
  iexcl: '¡',
  prime: '′',
  minus: '−',
  times: '×',
  zwnj: '\u200c',
  thinsp: ' ',
  ensp: ' ',
  emsp: ' ',
};

/**
 * Character references in a string that should have none: metadata is often escaped twice.
 * At most two rounds; what is unknown stays as it is.
 */
export function decodeEntities(text: string): string {
  let out = text;
  for (let round = 0; round < 2 && out.includes('&'); round++) {
    const next = out.replace(
      /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z]{2,8}));/g,
      (whole, dec, hex, name) => {
        if (name !== undefined) return NAMED[name] ?? whole;
        const code = dec !== undefined ? Number.parseInt(dec, 10) : Number.parseInt(hex, 16);
        return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
          ? String.fromCodePoint(code)
          : whole;
      },
    );
    if (next === out) break;
    out = next;
  }
  return out;
}

/** A metadata string made plain: tags and character references out, white space folded. */
export function plain(text: string): string {
  const decoded = decodeEntities(text);
  return foldSpace(decoded.includes('<') ? decoded.replace(/<\/?[a-zA-Z][^<>]{0,300}>/g, ' ') : decoded);
}

const NO_SPACES = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]/;
const segmenters = new Map<string, Intl.Segmenter>();

/** Words of a text; scripts that write no spaces are segmented with ICU's dictionaries. */
export function countWords(text: string, language: string | null): number {
  if (!NO_SPACES.test(text)) return countSpacedWords(text);
  const locale = (language ?? 'ja').slice(0, 2);
  let segmenter = segmenters.get(locale);
  if (segmenter === undefined) {
    segmenter = new Intl.Segmenter(locale, { granularity: 'word' });
    segmenters.set(locale, segmenter);
  }
  let count = 0;
  // Whole megabytes in one segmenter call are slow; lines are independent.
  for (const line of text.split('\n'))
    for (const part of segmenter.segment(line)) if (part.isWordLike === true) count++;
  return count;
}

/** A word begins with a letter or digit, and goes on over marks, apostrophes, dots, commas and hyphens. */
function countSpacedWords(text: string): number {
  const classes = CLASSES;
  let count = 0;
  let inWord = false;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit >= 0xd800 && unit <= 0xdfff)
      return text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’.,-]*/gu)?.length ?? 0;
    const bits = classes[unit] || learn(unit);
    if ((bits & (LETTER | NUMBER)) !== 0) {
      if (!inWord) count++;
      inWord = true;
    } else if (inWord) {
      inWord = unit === 0x27 || unit === 0x2019 || (unit >= 0x2c && unit <= 0x2e) || (bits & MARK) !== 0;
    }
  }
  return count;
}

/** What weighs more: Thai and Lao, kana and Han, Hangul. Texts of one byte a character need no look for these. */
const WIDE = /[\u0e00-\u0eff\u3040-\u9fff\uac00-\ud7af]/;

/** Length as a reader feels it: characters of scripts without spaces weigh as a third of a word. */
export function weight(text: string): number {
  if (!WIDE.test(text)) return text.length;
  let wide = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (
      code >= 0x0e00 &&
      ((code >= 0x3040 && code <= 0x9fff) || (code >= 0xac00 && code <= 0xd7af) || code <= 0x0eff)
    )
      wide++;
  }
  return text.length + 2 * wide;
}
