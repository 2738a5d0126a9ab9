/** Lines in which a page speaks of itself: how often it was read, when it was updated. Known as a whole. */
import { isPastTime, isTimeOnly } from './time-words.ts';

/** A longer line says something, in any script. */
const MOST_CHARACTERS = 80;

/** What pages count, by language. */
const COUNTED = [
  '(?:(?:user|reader) )?(?:comments?|replies|reply|views?|shares?|likes?|reads?|reactions?)',
  'kommentare?|aufrufe?|mal (?:gelesen|geteilt|kommentiert)',
  'commentaires?|vues?|partages?|réactions?',
  'comentarios?|visitas?|vistas?|lecturas?|reacciones|compartidos?',
  'comment[oi]|visualizzazion[ei]|condivision[ei]|letture',
  'comentários?|visualizaç(?:ão|ões)|compartilhamentos?|partilhas?|leituras?',
  'reacties?|keer (?:bekeken|gelezen|gedeeld)|weergaven',
  'komentarz[ey]?|wyświetle(?:nie|nia|ń)|odsłon[ay]?|udostępnie(?:nie|nia|ń)',
  'комментари(?:й|я|ев|и)|просмотр(?:ов|а|ы)?',
  'коментар(?:і|ів|ь|я|ем)?|перегляд(?:ів|и|у)?',
  'yorum(?:lar)?|görüntüle(?:n)?me|okunma|paylaşım|beğeni',
  'تعليق(?:ات|ا|اً)?|مشاهد(?:ة|ات)|مشارك(?:ة|ات)|قراءة',
  'نظر|دیدگاه|بازدید',
  'kommentar(?:er)?|visning(?:ar|er)?|delning(?:ar)?|delinger',
  'komment(?:ti|tia|it|teja)',
  'komentář[eůi]?|zobrazení|komentárov',
  'hozzászólás(?:ok)?|megtekintés',
  'comentari[iu]|vizualizări',
  'σχόλι[οα]|προβολές',
  'komentar|kali (?:dibaca|dilihat)',
  'bình luận|lượt xem',
  'תגובות|צפיות',
  'टिप्पणि(?:याँ|यां)|टिप्पणी',
  'ความคิดเห็น',
  'コメント数?|閲覧数?|いいね',
  '评论数?|評論數?|留言|浏览量?|瀏覽|阅读量?|閱讀|点赞|點讚|点击',
  '댓글|조회수?|공감|좋아요',
].join('|');

/** What a line that tells of an update begins or ends with, by language. */
const UPDATED = [
  '(?:this (?:article|story|page|post) (?:was|has been) )?(?:last )?(?:updated?|modified|edited|published|posted)',
  'stand|(?:zuletzt )?(?:aktualisiert|bearbeitet|geändert|veröffentlicht)|letzte aktualisierung',
  'mise? à jour|publiée?|modifiée?|dernière mise à jour',
  'actualizad[oa]|publicad[oa]|última actualización',
  'aggiornat[oa]|pubblicat[oa]|ultimo aggiornamento|ultima modifica',
  'atualizad[oa]|última atualização',
  '(?:laatst )?(?:bijgewerkt|gewijzigd)|laatste update|gepubliceerd',
  '(?:ostatnia )?aktualizacja|zaktualizowano|opublikowano',
  'обновлен[оа]|обновлено|последнее обновление|опубликовано',
  'оновлено|останнє оновлення|опубліковано',
  '(?:son )?güncelle(?:me|ndi|nme)(?: tarihi)?|yayınlan(?:ma|dı)(?: tarihi)?',
  '(?:آخر|تم) (?:ال)?تحديث|تحديث|نُ?شر(?: في)?',
  'آخرین به‌?روزرسانی|به‌?روزرسانی',
  '(?:senast )?uppdatera[dt]|publicera[dt]',
  '(?:sist |sidst )?(?:oppdatert|opdateret)|publisert|publiceret',
  '(?:viimeksi )?päivitetty|julkaistu',
  'aktualizován[oa]|aktualizované|poslední aktualizace|publikováno',
  'frissítve|frissítés|utolsó frissítés',
  'actualizat|ultima actualizare|publicat',
  'ενημερώθηκε|τελευταία ενημέρωση',
  'diperbarui|cập nhật(?: lúc)?|עודכן|अपडेट|อัปเดต',
  '(?:最終|最后|最後)?更新(?:日時?|时间|時間|于|於)?|(?:公開|投稿|配信)日?時?|发布(?:时间|于)?|發布(?:時間|於)?',
  '(?:최종 ?)?(?:수정|업데이트|입력|등록)',
].join('|');

const NUMBER =
  "\\p{Nd}+(?:[.,'’\\u00a0\\u202f ]\\p{Nd}+)*\\s?(?:(?:k|m|mio|tsd|mil|tys|bin|тыс|тис)(?![\\p{L}])\\.?|[万萬만천])?\\+?";
/** Counters of East Asia: 12件, 12条, 12개. */
const PIECES = '(?:件の?|条|條|則|个|個|次|人|회|개)?';
const ONE_COUNTER = `(?:${NUMBER}${PIECES}\\s?(?:${COUNTED})|(?:${COUNTED})\\s?[:：(（\\[]?\\s?${NUMBER}${PIECES}\\s?[)）\\]]?)`;
const COUNTERS = new RegExp(
  `^(?:(?:show|view|see|read) )?(?:all |alle )?${ONE_COUNTER}(?:\\s?[·•|,/–—-]?\\s?${ONE_COUNTER}){0,3}(?: (?:anzeigen|lesen))?$`,
  'iu',
);
const READING_TIME = new RegExp(
  `^(?:${[
    `${NUMBER}[ -]?(?:min|mins|minutes?)\\.? read(?:ing time)?`,
    `(?:reading|read) time ?:? ?(?:about )?${NUMBER} ?(?:min|mins|minutes?)\\.?`,
    `${NUMBER} ?min(?:uten?)?\\.? (?:lesezeit|lesedauer|leestijd)|(?:lesezeit|lesedauer|leestijd) ?:? ?(?:ca\\. ?)?${NUMBER} ?min(?:uten?)?\\.?`,
    `(?:temps de lecture|tiempo de lectura|tempo (?:de|di) (?:lettura|leitura)|lecture) ?:? ?${NUMBER} ?min(?:\\p{L}{0,4})\\.?`,
    `${NUMBER} ?min(?:\\p{L}{0,4})\\.? (?:de lecture|de lectura|di lettura|de leitura|czytania|okuma)`,
  ].join('|')})$`,
  'iu',
);
/** “Viewed 132 times”, “140 people are reading this”. */
const READERS = new RegExp(
  `^(?:(?:viewed|read|shared|liked) ${NUMBER} times|${NUMBER} (?:people|users|readers) (?:are )?(?:reading|viewing|watching) (?:this|now|right now)(?: (?:article|story|page|now|right now))?)$`,
  'iu',
);
/** What sets the parts of a line about the page off from each other. */
const BETWEEN_PARTS = /\s[|·•]\s/u;
const LEADING_UPDATED = new RegExp(`^(?:${UPDATED})(?![\\p{L}])\\s?[:：,·|-]?\\s?`, 'iu');
const LEADING_UPDATED_JOINED = /^(?:最終|最后|最後)?更新(?:日時?|时间|時間|于|於)?\s?[:：]?\s?/u;
const TRAILING_UPDATED = new RegExp(`\\s?[:：,·|-]?\\s?(?<![\\p{L}])(?:${UPDATED})$`, 'iu');
const TRAILING_UPDATED_JOINED = /\s?[:：]?\s?(?:更新|公開|投稿|配信|发布|發布)$/u;
/** Marks around a line: bullets, brackets, a closing dot. */
const AROUND = /^[\s•·*|()[\]（）【】–—-]+|[\s•·*|()[\]（）【】.。–—-]+$/gu;

/**
 * Whether a line only counts (comments, views), or tells when the page was updated or how long it takes to
 * read. The line as a whole has to be that: one with anything else in it says something.
 */
export function isAboutThePage(line: string): boolean {
  if (line.length > MOST_CHARACTERS || !/\p{Nd}/u.test(line)) return false;
  return isAbout(line) || line.split(BETWEEN_PARTS).every(isAbout);
}

/** A longer line is a paragraph: what ends it belongs to the story. */
const MOST_NOTED = 200;
/** What sets a note about the page off from what stands before it, and the bracket that may close it. */
const BEFORE_NOTE = /\s[|·•–—-]\s|[,;]\s|\s(?=[([])|\s?(?=（)/gu;
/** Separators tried in one line. */
const MOST_NOTES = 8;

/**
 * A line without what it ends with about the page: the counter behind a headline (`Bell rings (12 comments)`), the
 * time of the update behind a byline (`By Ida Brandt · Updated 5 min ago`). Any other line as it is.
 */
export function withoutPageNote(line: string): string {
  if (line.length > MOST_NOTED || !/\p{Nd}/u.test(line)) return line;
  let tried = 0;
  for (const { index, 0: separator } of line.matchAll(BEFORE_NOTE)) {
    tried += 1;
    if (tried > MOST_NOTES) break;
    const [before, note] = [line.slice(0, index).trim(), line.slice(index + separator.length)];
    // “He died, 5 years ago” and “sells stake, 7,000 shares” tell a story; behind a bullet or a bar they would not.
    const isNote = /[,;–—-]/u.test(separator) ? isUpdateTime(bareOf(note)) : isAboutThePage(note);
    if (before !== '' && isNote && !isTraded(note)) return before;
  }
  return line;
}

const bareOf = (line: string): string => line.normalize('NFC').replace(/\s+/gu, ' ').replace(AROUND, '');

/** Shares that are bought and sold are counted in full: “| 7,000,000 shares”. */
const isTraded = (note: string): boolean => /\p{Nd}[\p{Nd}.,]{3,}\s*(?:shares?|stocks?)$/iu.test(note.trim());

function isAbout(line: string): boolean {
  const bare = bareOf(line);
  if (isPastTime(bare) || READING_TIME.test(bare) || READERS.test(bare)) return true;
  // The closing bracket of “Comments (12)” is part of it.
  if (COUNTERS.test(bare) || COUNTERS.test(line.trim())) return true;
  return isUpdateTime(bare);
}

/** “Updated 5 min ago”, “Stand: 3. März 2026”. */
function isUpdateTime(bare: string): boolean {
  return [LEADING_UPDATED, LEADING_UPDATED_JOINED, TRAILING_UPDATED, TRAILING_UPDATED_JOINED].some((form) => {
    const rest = bare.replace(form, '');
    return rest !== bare && (isPastTime(rest) || isTimeOnly(rest));
  });
}
