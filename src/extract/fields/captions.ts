/** What a page says of a picture: its caption, and whom it is by, which stands in an element of its own or ends the caption. */
import type { DomElement, DomNode } from '../html/dom.ts';
import { ELEMENT_NODE, TEXT_NODE } from '../html/dom.ts';
import { foldSpace, plain } from '../text.ts';

export interface Caption {
  readonly caption: string | null;
  readonly credit: string | null;
}

const NONE: Caption = { caption: null, credit: null };
const LONGEST = 2000;
const LONGEST_CREDIT = 200;

/** What newsrooms call a picture, or its maker, before the name. */
const LABEL = [
  '(?:file |handout |stock |symbol|archiv)?(?:photo(?:graph(?:s|e|er|y|ie)?)?s?|pictures?|pics?|images?)(?: (?:credits?|courtesy(?: of)?|source|by))?',
  'illustrations?|graphics?|credits?|courtesy(?: of)?|source|copyright',
  '(?:archiv|symbol)?fotos?|fotograf(?:ie|[ií]a|o|en)?|(?:symbol|archiv)?bild(?:er|quellen?|nachweis|rechte)?|quellen?|grafik|kuva|bilde|billede|illustrasjon|l[äa]hde|kilde|källa|beeld|bron',
  "crédits?(?: photos?)?|photo d[’']illustration|im[aá]gen(?:es)?|créditos?|fuente|cortes[ií]a|imagem|immagine|fonte|divulgação|reprodução",
  'zdj(?:ęcie|ęcia|\\.)?|fot\\.?|źródło|fotó|forrás|foto[ğg]raf|görsel|kaynak|sursa(?: foto)?|ảnh|nguồn',
  'фото|снимок|иллюстрация|источник|світлина|джерело|φωτογραφία|πηγή|צילום|صورة|الصورة|تصوير|المصدر|عکس|फोटो|तस्वीर|ภาพ',
  '写真(?:提供)?|撮影|画像(?:提供)?|提供|出典|사진(?: ?제공)?|그래픽|출처|图片?(?:来源|源)?|圖片?(?:來源|源)?|摄影|攝影|供图|来源|翻攝',
].join('|');

/** Agencies and archives as they sign. Case tells `AP` and `PA` from words. */
const AGENCY =
  '(?:AFP|AP|EPA|EFE|DPA|dpa|ANSA|PA|TT|NTB|ANP|APA|KEYSTONE|Keystone|Reuters|REUTERS|Getty|GETTY|Associated Press|AP Photo|PA Wire|Press Association|Shutterstock|iStock|IMAGO|imago(?: images)?|[Pp]icture[ -][Aa]lliance|Alamy|Unsplash|Pexels|Pixabay|Bloomberg|Anadolu|Xinhua|ZUMA|Zuma Press|Scanpix|SCANPIX|Lusa|LUSA|Belga|BELGA|TASS|ТАСС|РИА Новости|Sputnik|Wikimedia(?: Commons)?|Kyodo|Yonhap|PTI|AAP|CP|LaPresse|MTI|PAP|Ritzau|Lehtikuva|REX|Corbis|Depositphotos|Adobe Stock|Укринформ|УНИАН|共同|時事|新华社|新華社|中新社|视觉中国|中央社|연합뉴스|뉴시스|뉴스1)';

const SAYS = `(?:\\s?[:：=＝|]\\s?|[/／](?=\\S)|\\s?©\\s?)`;
const LABELLED = new RegExp(`^(?:${LABEL})${SAYS}`, 'iu');
/** “Photo by Ada”, “Fot. Ada”: labels that only a name may follow. */
const LABELLED_BY = new RegExp(
  `^(?:(?:${LABEL})\\s(?:by|courtesy(?: of)?|von|de|di|par|av|via)|fot\\.|zdj\\.|ph\\.)\\s`,
  'iu',
);
const NAME_START = /^[\p{Lu}\p{Lo}@]/u;
const WITH_AGENCY = new RegExp(`(?<![\\p{L}\\p{N}])${AGENCY}(?![\\p{L}\\p{N}])`, 'u');
const COPYRIGHT = /^(?:©|\(c\)|copyright\b)\s?(?=\S)/iu;
const AGENCY_ALONE = new RegExp(`^${AGENCY}$`, 'iu');
/** “… 摄”: the verb behind the name. */
const BY_VERB =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}·・\s]{2,24}(?:摄|攝|供图|供圖|提供|撮影)$/u;

/** The last pair of brackets, and nothing but a full stop behind it. */
const LAST_BRACKETS = /\s?[([（［【〔]([^()[\]（）［］【】〔〕]{2,140})[)\]）］】〕]\s?[.。]?$/u;
const LABEL_WITHIN = new RegExp(`(?<=^|[\\s.。!?！？)）」”"»|·–—,;/=＝])(?:${LABEL})${SAYS}`, 'giu');
const LAST_COPYRIGHT = /(?:^|[\s.(])((?:©|\(c\)|copyright )\s?[^©]{2,100})$/iu;
const LAST_VERB =
  /(?:^|[\s。）])((?:[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}·・]{2,12})\s?(?:摄|攝|供图|供圖|提供|撮影))$/u;
/** Where a sentence ends, or a rule divides. */
const BREAK = /[.!?…。！？"”»’)]\s|[.!?…](?=\p{Lu})|\s?[|·]\s|\s[–—/-]\s/gu;
const LONGEST_PART = 90;

/**
 * Splits the credit off the end of a caption, as newsrooms write it in many languages: in brackets, behind a label, or
 * signed by an agency behind the last sentence.
 */
export function splitCredit(text: string): Caption {
  const whole = foldSpace(text.slice(0, LONGEST));
  if (whole === '') return NONE;
  const from = creditStart(whole);
  if (from === null) return { caption: whole, credit: null };
  const credit = cleanCredit(whole.slice(from));
  const caption = whole.slice(0, from).replace(RULES, '');
  return { caption: caption === '' ? null : caption, credit };
}

/** What divides a caption from the credit behind it. */
const RULES = /[\s([（|·–—,/=＝-]+$/u;

/** Where the credit begins; null where there is none. */
function creditStart(whole: string): number | null {
  const base = Math.max(0, whole.length - LONGEST_CREDIT);
  const tail = whole.slice(base);
  const brackets = LAST_BRACKETS.exec(tail);
  if (brackets !== null && isCredit(brackets[1] ?? '')) return base + brackets.index;
  for (const match of tail.matchAll(LABEL_WITHIN)) {
    const rest = tail.slice(match.index + match[0].length);
    // In the middle of a sentence a small word is a word of it.
    const isWord = /^\p{Ll}/u.test(match[0]) && /[\p{L}\p{N}]\s$/u.test(tail.slice(0, match.index));
    if (/\S/.test(rest) && rest.length <= 120 && !RUNS_ON.test(rest) && !isWord) return base + match.index;
  }
  const copyright = LAST_COPYRIGHT.exec(tail);
  if (copyright !== null) return base + tail.length - (copyright[1]?.length ?? 0);
  const verb = LAST_VERB.exec(tail);
  if (verb !== null) return base + tail.length - (verb[1]?.length ?? 0);
  const starts = base === 0 ? [0] : [];
  for (const match of tail.matchAll(BREAK)) starts.push(match.index + match[0].length);
  for (const start of starts)
    if (tail.length - start <= LONGEST_PART && isCredit(tail.slice(start))) return base + start;
  return null;
}

/** Words of a signature: two names and an agency. */
const MOST_WORDS = 8;
/** Behind a credit a sentence follows: the label began the caption. */
const RUNS_ON = /[.!?。]\s+(?:\S+\s+){3}/u;

function isCredit(text: string): boolean {
  const trimmed = text.trim();
  return (
    labelEnd(trimmed) > 0 ||
    COPYRIGHT.test(trimmed) ||
    BY_VERB.test(trimmed) ||
    AGENCY_ALONE.test(trimmed) ||
    isSignature(trimmed)
  );
}

/** Characters of the label that a credit begins with; 0 where it has none. */
function labelEnd(text: string): number {
  const label = LABELLED.exec(text)?.[0].length ?? 0;
  if (label > 0) return label;
  const by = LABELLED_BY.exec(text)?.[0].length ?? 0;
  return NAME_START.test(text.slice(by)) ? by : 0;
}

/** Names with an agency's among them; a sentence about an agency has other words too. */
function isSignature(text: string): boolean {
  const words = text.split(' ');
  // Where nothing tells names from words, only what is hardly longer than a name is one.
  if (UNCASED.test(text) && text.length > MOST_UNCASED) return false;
  return words.length <= MOST_WORDS && WITH_AGENCY.test(text) && words.every((word) => NAME_WORD.test(word));
}

const UNCASED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
const MOST_UNCASED = 20;
const NAME_WORD =
  /^(?:\P{Ll}|(?:via|by|for|of|and|und|et|y|de|del|di|da|du|la|le|van|von|der|den|al|el|bin|dpa|imago|images|photo|picture|alliance)(?:$|[/,-]))/u;

/** Without brackets, label and sign: the name alone. */
export function cleanCredit(text: string): string | null {
  const open = foldSpace(text).replace(/^[\s([（［【〔]+|[\s)\]）］】〕]+[.。]?$/gu, '');
  const bare = open.slice(labelEnd(open)).replace(COPYRIGHT, '').trim();
  // A label of its own, with the name elsewhere, names nobody.
  return bare === '' || ONLY_LABEL.test(bare) ? null : bare.slice(0, 300);
}

const ONLY_LABEL = new RegExp(`^(?:${LABEL})[:：=]?$`, 'iu');

const CREDIT_NAME =
  /(?:^|[\s_-])(?:[a-z]*(?:credits?|copyright|photographer|attribution)|author|source|byline|autor|fotograf|quelle)(?:$|[\s_-])/i;
const CAPTION_NAME =
  /(?:^|[\s_-])(?:[a-z]*caption|caption-?text|cutline|legende?|bildunterschrift|bildtext|pie-?(?:de-?)?foto|didascalia|image-?text|image-?description)(?:$|[\s_-])/i;
/** Elements between a picture and a caption that is not in the same figure. */
const LEVELS = 4;
const SMALL_BOX = 1000;
const MOST_PARTS = 60;

/** @param image an `img` or `amp-img` where it stands on the page */
export function captionOf(image: DomElement): Caption {
  const box = image.closest('figure');
  const shown = box === null ? captionNear(image) : captionIn(box);
  const stated = statedCaption(image);
  return { caption: shown.caption ?? stated.caption, credit: shown.credit ?? stated.credit };
}

/** What lightboxes and players show: attributes of the picture or of the link around it. */
function statedCaption(image: DomElement): Caption {
  const link = image.closest('a');
  const read = (...names: readonly string[]): string => {
    for (const holder of link === null ? [image] : [image, link]) {
      for (const name of names) {
        const value = plain((holder.getAttribute(name) ?? '').slice(0, LONGEST));
        if (value !== '') return value;
      }
    }
    return '';
  };
  const { caption, credit } = splitCredit(read('data-caption', 'data-image-caption'));
  const named = cleanCredit(read('data-credit', 'data-copyright', 'data-photographer', 'data-image-credit'));
  return { caption, credit: named ?? credit };
}

function captionIn(figure: DomElement): Caption {
  const holder = figure.querySelector('figcaption') ?? namedPart(figure, CAPTION_NAME);
  if (holder === null) {
    const credit = namedPart(figure, CREDIT_NAME);
    return credit === null ? NONE : { caption: null, credit: cleanCredit(credit.textContent ?? '') };
  }
  const own = readCaption(holder);
  if (own.credit !== null) return own;
  const beside = namedPart(figure, CREDIT_NAME);
  return beside === null || holder.contains(beside) || beside.contains(holder)
    ? own
    : { ...own, credit: cleanCredit((beside.textContent ?? '').slice(0, LONGEST_CREDIT)) };
}

/** A picture without a figure: the caption in the smallest box around both, if that holds no other picture. */
function captionNear(image: DomElement): Caption {
  let box = image.parentElement;
  for (let level = 0; box !== null && level < LEVELS; level++) {
    if (/^(?:body|article|main)$/.test(box.localName) || (box.textContent ?? '').length > SMALL_BOX)
      return NONE;
    const holder = box.querySelector('figcaption') ?? namedPart(box, CAPTION_NAME);
    if (holder !== null) return box.getElementsByTagName('img').length > 1 ? NONE : readCaption(holder);
    box = box.parentElement;
  }
  return NONE;
}

function namedPart(box: DomElement, name: RegExp): DomElement | null {
  let left = MOST_PARTS;
  for (const part of box.getElementsByTagName('*')) {
    if (left-- <= 0) break;
    if (
      name.test(`${part.className} ${part.getAttribute('itemprop') ?? ''}`) &&
      /\S/.test(part.textContent ?? '')
    )
      return part;
  }
  return null;
}

function readCaption(holder: DomElement): Caption {
  const part = creditPart(holder);
  if (part === null) return splitCredit(holder.textContent ?? '');
  const rest = splitCredit(textWithout(holder, part));
  const credit = cleanCredit(part.textContent ?? '') ?? rest.credit;
  return { caption: rest.caption?.replace(RULES, '') || null, credit };
}

/** The element of the credit within a caption: named after it, or in small print that is no sentence. */
function creditPart(holder: DomElement): DomElement | null {
  const whole = foldSpace(holder.textContent ?? '');
  let left = MOST_PARTS;
  for (const part of holder.getElementsByTagName('*')) {
    if (left-- <= 0) break;
    const isSmall = part.localName === 'small' || part.localName === 'cite';
    if (!isSmall && !CREDIT_NAME.test(`${part.className} ${part.getAttribute('itemprop') ?? ''}`)) continue;
    const text = foldSpace(part.textContent ?? '');
    if (text === '' || text.length >= LONGEST_CREDIT) continue;
    if (text !== whole || isCredit(text)) return part;
  }
  return null;
}

/** The text of a caption without that of one of its elements. */
function textWithout(holder: DomElement, part: DomElement): string {
  const out: string[] = [];
  const gather = (parent: DomElement): void => {
    for (let child: DomNode | null = parent.firstChild; child !== null; child = child.nextSibling) {
      if (child === part) out.push(' ');
      else if (child.nodeType === TEXT_NODE) out.push(child.nodeValue ?? '');
      else if (child.nodeType === ELEMENT_NODE) gather(child as DomElement);
    }
  };
  gather(holder);
  return out.join('');
}
