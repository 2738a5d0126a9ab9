/** Drops by how lines end: teasers that lead on, announcements of what was dropped, and whom to ask. */
import type { Drop, Seen } from './cleaning.ts';

/** The link under a teaser, written into its text: “… and more. Read on”. */
const LEADS_ON = new RegExp(
  `(?:[.!?…。！？»”"]|\\.\\.\\.)\\s?[([]?(?:→\\s?)?(?:${[
    'read more|read on|continue reading|keep reading|read full (?:story|article)|full story|more\\.\\.\\.',
    '(?:hier )?weiterlesen|mehr lesen|weiter lesen|zum artikel|zum beitrag|weiter\\.\\.\\.',
    'lire la suite|lire plus|en savoir plus',
    'leer más|seguir leyendo|sigue leyendo|continuar leyendo|leer nota completa|ver más',
    'leggi tutto|leggi di più|continua a leggere|continua',
    'leia mais|ler mais|continuar lendo|continue lendo|continuar a ler',
    'lees meer|lees verder',
    'czytaj dalej|czytaj więcej',
    'читать далее|читать дальше|читать полностью|подробнее',
    'читати далі|детальніше',
    'devamını oku|okumaya devam et',
    'läs mer|läs vidare|les mer|læs mere|lue lisää',
    'číst dál|číst více|čítať ďalej|tovább olvasom|citește mai (?:mult|departe)|διαβάστε περισσότερα|baca selengkapnya|xem thêm',
    'اقرأ المزيد|קרא עוד',
    '続きを読む|もっと見る|더 ?보기|查看全文|阅读全文|閱讀全文|阅读更多|閱讀更多',
  ].join('|')})\\s?(?:\\.{1,3}|…|[»›→>)\\]]+)?$`,
  'iu',
);
const LONGEST_TEASER = 500;
/** An excerpt that a publishing system cut. */
const CUT = /\[(?:…|\.{3}|&hellip;)\]$/u;
const OPENS_QUOTE = /^["“„«»‘'(]/u;
/** How many lines from the end a cut excerpt may stand. */
const NEAR = 8;

export function dropTeaserEndings(seen: readonly Seen[], drop: Drop): void {
  for (const [i, item] of seen.entries()) {
    const { kind, text } = item.block;
    if (item.reason !== null || item.weight > LONGEST_TEASER || kind === 'row' || kind === 'code') continue;
    if (item.weight >= 40 && LEADS_ON.test(text.slice(-60))) drop(item, 'related', 'leads on to the whole');
    else if (i >= seen.length - NEAR && kind !== 'quote' && CUT.test(text) && !OPENS_QUOTE.test(text)) {
      drop(item, 'related', 'is cut short');
      const over = seen[i - 1];
      if (over?.block.kind === 'heading') drop(over, 'related', 'stands over what is cut short');
    }
  }
}

const LONGEST_ANNOUNCEMENT = 120;

/** Drops the last line where it announces something and that was dropped. */
export function dropAnnouncements(seen: readonly Seen[], drop: Drop): void {
  const at = seen.findLastIndex(({ reason }) => reason === null);
  const last = seen[at];
  if (last?.block.kind !== 'paragraph' || last.weight > LONGEST_ANNOUNCEMENT || at >= seen.length - 1) return;
  if (/\p{L}\s?[:：]$/u.test(last.block.text)) drop(last, 'empty heading', 'what it announces is dropped');
}

const PHONE =
  /(?:tel(?:[ée]fono?|efoon|efone|\.)?|phone|fon|fax|mobile?|тел\.?|電話|电话|전화)\s?[.:/]?\s?(?:\+|\(|0)[\d(]/iu;
const SIGNS: readonly RegExp[] = [
  PHONE,
  /\bfax\b/i,
  /[\w.+-]{1,64}(?:@|\s?\(at\)\s?)[\w-]{1,63}\.[\w.]{2,20}/,
  /\bwww\.[\w-]+\.\w/i,
];
const LONGEST_ADDRESS = 400;

/** Whether a line is how somebody is reached: by telephone and one way more. */
export function isAddress(text: string): boolean {
  return (
    text.length <= LONGEST_ADDRESS && PHONE.test(text) && SIGNS.filter((sign) => sign.test(text)).length > 1
  );
}
