/** Who wrote it, as Korean, Japanese and Chinese pages say it: beside the headline, at the text's end, who edited. */
import { type DomElement, TEXT_NODE } from '../html/dom.ts';
import type { Page } from '../page/page.ts';
import { foldSpace } from '../text.ts';

/** A line of no more than a paper or place, a name, the word for a reporter and an address. */
const KOREAN_BYLINE =
  /^[([]?(?:[^()[\]=]{1,20}=\s?)?(\p{Script=Hangul}{2,4})\s?(?:객원|인턴|선임|전문)?\s?(?:기자|특파원|논설위원)(?:\s*[(]?[\w.+-]{1,40}@[\w.-]{1,40}[)]?)?[)\]]?$/u;
const LONGEST_BYLINE = 90;

/** The name in a line that is a Korean reporter's and no more; null in any other. */
export function reporterIn(line: string): string | null {
  return KOREAN_BYLINE.exec(line)?.[1] ?? null;
}

/**
 * A reporter shown in one of a few elements, where metadata names others: papers and portals have
 * names like people's in Korean, and only the word behind a name tells.
 * @param stated names in metadata; no reporter is looked for where these are written otherwise
 */
export function reporterBeside(
  elements: readonly DomElement[],
  stated: readonly string[],
  isAway: (element: DomElement) => boolean,
): string | null {
  if (!stated.every((name) => /^\p{Script=Hangul}{2,12}$/u.test(name))) return null;
  let shown: string | null = null;
  for (const element of elements) {
    if (element.children.length > 3) continue;
    const text = element.textContent ?? '';
    const name = text.length > 3 * LONGEST_BYLINE ? null : reporterIn(foldSpace(text));
    if (name === null || isAway(element)) continue;
    if (stated.includes(name)) return null;
    shown ??= name;
  }
  return shown;
}

/** Who edited or is answerable for a text has not written it. */
const EDITOR = /^[（(【[]?\s*(?:责任编辑|責任編輯|责编|責編|编辑|編輯)\s*[:：|／/\s]\s*/u;
const EDITORS = new RegExp(
  `${EDITOR.source}(\\p{Script=Han}{2,4}(?:[\\s、，,]+\\p{Script=Han}{2,4}){0,3})\\s*[）)】\\]]?$`,
  'u',
);

/** Whether a line names an editor in Chinese. */
export function isEditorLine(line: string): boolean {
  return EDITOR.test(line);
}

/** Behind the name of a paper: “（江城晚报 记者 陈小雨）”. */
const REPORTED =
  /^[（(【[][^（）()]{0,30}?(?:记者|記者|撰稿人?|撰文|文[／/:：])\s*[:：]?\s*(\p{Script=Han}{2,4}(?:[\s、，,]+\p{Script=Han}{2,4}){0,3}?)(?:[\s、，,]+(?:通讯员|通訊員|实习生|摄影|攝影|图).{1,30})?(?:\s*(?:报道|報導|報道))?\s*[）)】\]]$/u;
/** Behind the end of a sentence, or alone: “…。（山川 花子）”, “（取材・文＝山川花子）”. */
const SIGNED =
  /(?:^|[。．.！？!?」』】])\s*[（(](?:(取材|文|執筆|構成|聞き手|記者|ライター|文責)(?:・文|・構成)?\s*[・:：＝=／/\s]\s*)?([\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}々ー]{1,6}(?:[\s・][\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}々ー]{1,6})?)(?:\s?(?:記者|編集委員|論説委員))?[）)]$/u;
/** Without a label or a blank inside only this many Chinese characters are a Japanese name. */
const BARE_NAME = /^[\p{Script=Han}々]{4,5}$/u;
const SPACED_NAME =
  /^[\p{Script=Han}々]{1,3}\s[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}々ー]{1,4}$/u;
/** What else stands in brackets at an end: notes, agencies, desks, offices. */
const NO_NAME =
  /[略注続载載談回報社局班剤]|当時|時点|終わ|編集|通信|共同|時事|写真|撮影|提供|新聞|記事|関連|参照|未満|以上|以下|現在|予定|[部員者室課省庁県署税件版号]$/u;
/** More names than these on one page sign as many texts. */
const MOST_SIGNED = 2;
const MOST_ELEMENTS = 3000;

/** The names in the brackets with which the text of a Chinese or Japanese page ends. */
export function closingNames(page: Page, isAway: (element: DomElement) => boolean): string[] {
  if (!isInHan(page)) return [];
  const names: string[] = [];
  const isJapanese = /^ja\b/i.test(page.htmlLang ?? '') || KANA.test(titleOf(page));
  for (const element of behindHeadline(page)) {
    const { lastChild } = element;
    if (lastChild?.nodeType !== TEXT_NODE) continue;
    const end = (lastChild.nodeValue ?? '').trimEnd().slice(-80);
    if (!/[）)】\]]$/u.test(end)) continue;
    const list = signatories(
      end,
      lastChild.previousSibling === null || lastChild.previousSibling.nodeName === 'BR',
      isJapanese,
    );
    if (list.length === 0 || isAway(element)) continue;
    for (const name of list) if (!names.includes(name)) names.push(name);
    if (names.length > MOST_SIGNED) return [];
  }
  return names;
}

/**
 * @param isWhole whether nothing stands before the text in its line
 * @param mayBeBare whether a name without a label is one: four Chinese characters in brackets are a note in Chinese
 */
function signatories(end: string, isWhole: boolean, mayBeBare: boolean): string[] {
  const line = foldSpace(end);
  const reported = isWhole ? REPORTED.exec(line)?.[1] : undefined;
  if (reported !== undefined) return reported.split(/[\s、，,]+/u);
  const [, label, name = ''] = SIGNED.exec(line) ?? [];
  if (name === '' || NO_NAME.test(name)) return [];
  const isName = label !== undefined || (mayBeBare && (BARE_NAME.test(name) || SPACED_NAME.test(name)));
  return isName ? [name] : [];
}

/** Who edited it: named where nobody and no paper is said to have written it. */
export function editorNames(page: Page, isAway: (element: DomElement) => boolean): string[] {
  if (!isInHan(page)) return [];
  for (const element of behindHeadline(page)) {
    if (element.children.length > 2) continue;
    const text = element.textContent ?? '';
    if (text.length > LONGEST_BYLINE) continue;
    const names = EDITORS.exec(foldSpace(text))?.[1];
    if (names !== undefined && !isAway(element)) return names.split(/[\s、，,]+/u);
  }
  return [];
}

function behindHeadline(page: Page): readonly DomElement[] {
  const from = Math.max(0, page.headline.index);
  return page.elements.slice(from, from + MOST_ELEMENTS);
}

/** Whether the headline, or the document's title, has Chinese characters. */
function isInHan(page: Page): boolean {
  return /\p{Script=Han}/u.test(titleOf(page));
}

function titleOf({ headline, documentTitle }: Page): string {
  return `${(headline.element?.textContent ?? '').slice(0, 400)} ${documentTitle.slice(0, 400)}`;
}

const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;
