/** What stands in bylines around the names: labels, whose correspondent somebody is, degrees, places, who edited. */

/** Labels of the press in Japanese, Chinese and Polish that “by” does not cover. */
const LABEL =
  /^(?:(?:取材|構成|撮影|写真|聞き手)?・?(?:文|執筆|構成|取材)\s*[・:：/／]\s*(?!写真|撮影|構成|取材|編集)(?=[\p{Script=Han}\p{Script=Katakana}])|(?:本报|本報|本社|本网)?(?:记者|記者)\s*[:：]?\s*(?=\p{Script=Han}{2,4}(?:\s|$))|(?:oprac\.?|opracowa(?:ł|ła|nie))\s*:?\s+(?=\p{Lu})|(?:reporting|writing)\s+by\s*:?\s+(?=\p{Lu}))/iu;
/** “Our correspondent in …” before a name. */
const CORRESPONDENT =
  /^(?:(?:von|vom)\s+(?:unser(?:em|er|en)|dem|der)\s+\p{Lu}[\p{L}-]+(?:\s+(?:in|aus)\s\p{Lu}[\p{L}-]+,?)?|aus\s\p{Lu}[\p{L} -]{1,30}\sbericht(?:et|en)|(?:dal|dalla|dai|del|della)\s+nostr[oaie]\s+(?:inviat[oaie]|corrispondent[ei]|redattore|redattrice|giornalista)(?:\s+(?:special[ei]|(?:a|da|in)\s\p{Lu}[\p{L}-]+,?))*|(?:door|van)\s+onze\s+(?:[\p{Ll}-]+\s+)?(?:redact(?:eur|rice)|verslagge(?:ver|efster)|correspondente?|medewerk(?:er|ster))(?:\s+in\s\p{Lu}[\p{L}-]+,?)?|(?:de|par)\s+(?:notre|nos)\s+(?:envoyée?s?\s+spéciale?s?|envoyés?\s+spéciaux|correspondante?s?|journalistes?)(?:\s+(?:à|au|en|aux)\s\p{Lu}[\p{L}-]+,?)?|(?:de|por)\s+nuestr[oa]s?\s+(?:enviad[oa]s?\s+especial(?:es)?|corresponsal(?:es)?|redactora?)(?:\s+en\s\p{Lu}[\p{L}-]+,?)?|(?:d[oa]|por|pel[oa])\s+noss[oa]\s+(?:enviad[oa]\s+especial|correspondente|repórter)(?:\s+em\s\p{Lu}[\p{L}-]+,?)?|(?:by|from)\s+our\s+(?:[\p{L}]+\s)?(?:correspondent|reporter|editor)(?:\s+in\s\p{Lu}[\p{L}-]+,?)?)[\s,]+(?=\p{Lu}\p{L}+\s\p{L})/iu;
/** A source with its label. */
const SOURCE =
  /^(?:来源|來源|źródło|source|quelle|fuente|fonte|источник|джерело|kaynak|bron|출처|المصدر)\s*[:：]\s*(\S.{0,60})$/iu;
/** Who edited a text has not written it. */
const EDITED =
  /[\s.,;|(]+(?:edited|editing|redigiert|redaktion|édité|editado|a cura)\s+(?:by|von|par|por|di)\b.*$/iu;
const DEGREES =
  /,\s*(?:ph\.?\s?d|d\.?phil|m\.?d|esq|mba|m\.?sc|b\.?sc|m\.?a|b\.?a|r\.?n|j\.?d|cfa)\.?(?:,(?=\s*(?:and|und|et|y)\s))?(?=\s*(?:$|[,;&]|and\s))/giu;
/** The word for a report behind Chinese names. */
const REPORTS = /\s+(?:摄影)?(?:报道|报导|報導|報道|撰稿|撰文)$/u;
const HAN_NAMES = /^\p{Script=Han}{2,4}(?:\s+\p{Script=Han}{2,4})+$/u;
/** “And” in Arabic is a letter before the next name; some names begin with it. */
const ARABIC_AND =
  /^((?:(?:بقلم|كتبت?)\s*[:：]?\s*)?\p{Script=Arabic}+(?:\s\p{Script=Arabic}+){1,3})\sو(?!(?:ليد|ائل|سام|فاء|جدي|هبي|هبة|داد|حيد|ردة|ديع|جيه|سيم|صفي|فيق|لاء|هيب|عد|رد)(?:\s|$))(\p{Script=Arabic}{2,}(?:\s\p{Script=Arabic}+){1,3})$/u;
/** A name, a dash and one word, or what only towns begin with: where it was written. */
const PLACE_TAIL =
  /^(.{1,60}\S)\s[–—-]\s(?:[\p{L}\p{M}'’-]{3,}|(?:São|Sao|San|Santa|Santo|New|Los|Las|Rio|Buenos|Saint|St\.|Hong|Tel|Kuala|Cape|Belo|Porto|Nova|Nueva|Ciudad|Le|La|El|Den|Bad|Addis|Abu)\s[\p{L}\p{M}\s'’-]{2,20})$/u;

/** A byline without the label and the correspondent's office before its names; null where it has none of these. */
export function withoutOffice(line: string): string | null {
  const bare = line.replace(LABEL, '').replace(CORRESPONDENT, '');
  return bare === line ? null : bare;
}

/** What a line names as its source, label left out; null where it names none. */
export function sourceIn(line: string): string | null {
  return SOURCE.exec(line)?.[1] ?? null;
}

/** A name that stands alone in Japanese brackets, without them. */
export function withoutBrackets(line: string): string {
  return /^【([\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}・\s]{2,20})】$/u.exec(line)?.[1] ?? line;
}

/**
 * A byline whose names are parted by commas where they stood in another form, without degrees, editors and the place.
 * @param isOrganisation whether what stands behind a dash is an agency, not a place
 */
export function withCommas(line: string, isOrganisation: (name: string) => boolean): string {
  let out = line.replace(EDITED, '').replace(DEGREES, '');
  const report = out.replace(REPORTS, '');
  if (HAN_NAMES.test(report)) out = report === out && !LABEL.test(line) ? out : report.replace(/\s+/g, '，');
  else out = report;
  const arabic = ARABIC_AND.exec(out);
  if (arabic !== null) out = `${arabic[1]}, ${arabic[2]}`;
  const placed = PLACE_TAIL.exec(out)?.[1];
  return placed === undefined || isOrganisation(out.slice(placed.length).replace(/^\s[–—-]\s/u, ''))
    ? out
    : placed;
}
