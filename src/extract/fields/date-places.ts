/** What readers of shown dates share: the words beside a date, and the parts of a page that are not about its article. */
import type { FieldSource } from '../../article/article.ts';
import type { DomElement } from '../html/dom.ts';
import { TEXT_NODE } from '../html/dom.ts';
import type { Page } from '../page/page.ts';
import type { ReadDate } from './date-text.ts';

/** A date with where it stands. */
export interface Dated {
  readonly date: ReadDate;
  readonly source: FieldSource;
}
/** Reads the first date of a text that can be believed. */
export type Read = (text: string | null | undefined) => ReadDate | null;

const AWAY =
  /related|recommend|sidebar|comment|popular|trending|teaser|most-read|mostread|newsletter|copyright|upcoming|(?:^|[\s_-])(?:nav|menu|topbar|top-bar|masthead|ticker)|current-?(?:time|date)|joined|regdate|caption|pic-?box|image-?box|calendar|carousel|archive-list|user-?info|userstats|signature/i;

/** What a line says before the day something changed. */
export const MODIFIED_WORDS =
  /(?<!\p{L})(?:updated|modified|last edited|aktualisiert|geändert|stand:|mis à jour|modifié|actualiza|actualitza|aggiorna|modificat|atualiza|bijgewerkt|gewijzigd|zaktualizowan|aktualizac|aktualizov|обновлен|изменен|оновлен|güncelle|uppdatera|oppdater|sist endret|opdater|päivitet|muokattu|frissít|módosít|ενημ[εέ]ρω|diperbarui|diupdate|cập nhật|अपडेट|अद्यतन|(?:آخر |تم ال)?تحديث|עודכן)|更新|수정|업데이트/iu;

/** What a line says before the day something appeared. */
export const PUBLISHED_WORDS =
  /(?:^(?:datum|date|fecha|data|дата|tarih|日期|날짜|日付)|(?:^|[^\p{L}])(?:published|posted|publication date|released|written|created|erschienen|veröffentlicht|erscheinungsdatum|veröffentlichungsdatum|erstellt|publiziert|publié|mis en ligne|publicad[oa]|cread[oa]|criad[oa]|créée?|fecha de publicación|pubblicat[oa]|creat[oa]|aangemaakt|gepubliceerd|geplaatst|opublikowano|utworzono|dodano|data (?:publikacji|utworzenia|dodania)|опубликовано|опубліковано|создано|створено|добавлено|додано|дата публикации|yayın(?:lanma)?(?: tarihi)?|giriş(?: tarihi)?|publicer(?:ad|et)|publisert|udgivet|skapad|opprettet|oprettet|julkaistu|luotu|δημοσιε[υύ]|diterbitkan|đăng|közzétéve|megjelent|objavljeno|publikováno|vydáno|تم نشره|نشر(?: في)?|发布(?:时间|日期)?|發布(?:時間)?|公開日?|掲載日?|등록|입력))(?:\s+(?:on|am|at|le|el|il|op|den|i|um|by [^\d]{2,40}))?\s*[:：|]?\s*/iu;
/** Text of an element's own text nodes, cheaply: only when it is small. */
export function ownText(element: DomElement): string {
  let text = '';
  for (let child = element.firstChild; child !== null; child = child.nextSibling) {
    if (child.nodeType === TEXT_NODE) text += child.nodeValue ?? '';
    if (text.length > 400) break;
  }
  return text;
}

/** Whether an element stands in a part that is not about this article. Six levels are looked at. */
export function isAway(element: DomElement, page: Page): boolean {
  const { around } = page.headline;
  let at: DomElement | null = element;
  for (let level = 0; at !== null && level < 6; level++) {
    if (around.has(at)) return false;
    const name = at.localName;
    if (name === 'footer' || name === 'aside' || name === 'nav') return true;
    if (name === 'body' || name === 'main') return false;
    if (AWAY.test(at.className) || AWAY.test(at.id)) return true;
    if (name === 'article') return false;
    at = at.parentElement;
  }
  return false;
}
