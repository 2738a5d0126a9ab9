/** Drops at both ends: headline, subtitle, byline, date, reading time, the site's name. */
import { comparable } from '../text.ts';
import { type CleanContext, type Drop, keyOf, SENTENCE_END, type Seen } from './cleaning.ts';
import { isDateLine } from './date-line.ts';
import { isPath } from './site-lines.ts';

const READING_TIME =
  /^(?:\p{L}{3,15}:?\s+)?(?:ca\. )?\d{1,3}\s*(?:min(?:s|utes?|uten|utos|uti|uter|uut)?\.?)(?:[\s-]+(?:read|reading|lesezeit|lesedauer|de lecture|de lectura|di lettura|de leitura|leestijd|lezen|czytania|lesetid|läsning|okuma))?(?:\s+time)?$|^(?:lesezeit|lesedauer|reading time|read time|temps de lecture|tiempo de lectura|tempo di lettura|tempo de leitura|leestijd|lesetid)\b.{0,20}$/iu;

/** How many blocks at each end may be headline, byline, date, section and the like. */
const EDGE = 14;

/** Lines over the headline that may be its kicker and section. */
const MOST_KICKERS = 2;

/** What stands around the first paragraph: headline, subtitle, byline, date, section, reading time. */
export function dropHead(seen: readonly Seen[], context: CleanContext, drop: Drop): void {
  const title = comparable(context.title ?? '');
  const subtitle = comparable(context.subtitle ?? '');
  const names = context.authors.map(comparable).filter((name) => name !== '');
  let proseSeen = 0;
  let headline = -1;
  for (const [i, item] of seen.entries()) {
    const inHead = i < EDGE && proseSeen < 3;
    const atEdge = inHead || i >= seen.length - EDGE;
    if (
      item.reason === null &&
      item.weight <= 400 &&
      item.block.kind !== 'quote' &&
      // In the middle only a line of about its length can repeat the headline.
      (atEdge || item.block.text.length <= 2 * title.length + 40)
    ) {
      const text = keyOf(item);
      if (title !== '' && (text === title || (inHead && repeatsTitle(text, title, item)))) {
        drop(item, 'title', 'repeats the headline');
        if (inHead && proseSeen === 0) headline = i;
      } else if (inHead && proseSeen === 0 && isSubject(item, text, context)) {
        drop(item, 'navigation', 'names the section or a subject');
      } else if (
        inHead &&
        proseSeen === 0 &&
        subtitle !== '' &&
        text === subtitle &&
        (item.weight < context.leastSubtitle || isSecondHeadline(item, text, title))
      )
        drop(item, 'subtitle', 'is the subtitle');
      else if (atEdge) dropEdgeLine(item, text, names, context, drop);
    }
    if (item.prose && item.reason === null) proseSeen++;
  }
  // A section, a kicker, the way to the page.
  const before = seen.slice(0, Math.max(0, headline)).filter((item) => item.reason === null);
  if (before.length <= MOST_KICKERS)
    for (const item of before)
      if (
        item.weight < 60 &&
        !SENTENCE_END.test(item.block.text) &&
        (item.block.kind === 'paragraph' || item.block.kind === 'heading')
      )
        drop(item, 'navigation', 'stands before the headline');
  dropWay(seen, drop);
  dropCapitals(seen, drop);
}

/** “You are here”, and what a site's first page is called where the way to a page begins. */
const WAY_BEGINS =
  /^(?:(?:you are here|sie sind hier|du bist hier|sie befinden sich hier|vous êtes ici|estás aquí|usted está aquí|está aquí|sei qui|ti trovi qui|você está aqui|u bent hier|je bent hier|jesteś tutaj|вы здесь|ви тут|buradasınız|du är här|du er her)\s*:?\s*)?(?:home|home ?page|start|startseite|accueil|inicio|início|portada|blog|forum|foren|index|strona główna|главная|головна|ana ?sayfa|hem|hjem|forside|etusivu|domů|úvod|acasă|начало|αρχική|الرئيسية|خانه|beranda|首页|首頁|ホーム|トップ|홈)\s*[»›>/→|·•]/iu;
const STEPS = /\s[»›>→/]\s/g;

/** The way to the page, above the first paragraph: “Home » News » Valley”. */
function dropWay(seen: readonly Seen[], drop: Drop): void {
  for (const item of seen.slice(0, 4)) {
    if (item.prose && item.reason === null) break;
    const { text, kind } = item.block;
    if (item.weight > 200 || kind === 'row') continue;
    const steps = text.match(STEPS)?.length ?? 0;
    if (WAY_BEGINS.test(text) || (steps > 1 && !SENTENCE_END.test(text) && item.linkShare > 0.3))
      drop(item, 'breadcrumb', 'the way to the page');
  }
}

/** A kicker: the section, or a tag, and nothing else. */
function isSubject(item: Seen, text: string, { subjects }: CleanContext): boolean {
  const { kind, text: line } = item.block;
  if (item.weight > 60 || kind === 'row' || kind === 'item' || SENTENCE_END.test(line)) return false;
  return subjects.has(text);
}

const CAPITALS = /^\p{Lu}[\p{Lu} &/’'-]{3,40}$/u;

/** A kicker that nothing else tells: the very first line, a few words in capitals, with a paragraph behind it. */
function dropCapitals(seen: readonly Seen[], drop: Drop): void {
  const first = seen.find((item) => item.reason === null);
  if (first === undefined || first.block.kind === 'row' || !CAPITALS.test(first.block.text)) return;
  const next = seen.slice(seen.indexOf(first) + 1).find((item) => item.reason === null);
  if (next?.prose === true && next.block.kind === 'paragraph')
    drop(first, 'navigation', 'a kicker in capitals');
}

/** A subtitle that says the title again, or is set as a heading and ends like one. */
function isSecondHeadline(item: Seen, text: string, title: string): boolean {
  if (item.weight >= 150) return false;
  if (title.includes(text) || (title !== '' && text.includes(title) && text.length < title.length + 40))
    return true;
  return item.block.kind === 'heading' && !SENTENCE_END.test(item.block.text);
}

function repeatsTitle(text: string, title: string, item: Seen): boolean {
  if (text.length > 20 && title.startsWith(text)) return true;
  return (
    item.block.kind === 'heading' && (text.startsWith(title) || (title.length > 25 && text.endsWith(title)))
  );
}

function dropEdgeLine(
  item: Seen,
  text: string,
  names: readonly string[],
  context: CleanContext,
  drop: Drop,
): void {
  if (item.weight > 200 || item.block.kind === 'row') return;
  const line = item.block.text;
  if (isDateLine(line)) drop(item, 'date', 'a date and little else');
  else if (isBylineOf(text, names)) drop(item, 'byline', 'names the author and little else');
  else if (SIGNED.test(line)) drop(item, 'byline', 'a name and its office');
  else if (READING_TIME.test(line)) drop(item, 'date', 'a reading time');
  else if (isPath(line)) drop(item, 'breadcrumb', 'a path through the site');
  else if (context.siteNames.has(text)) drop(item, 'navigation', 'the site’s name');
}

/** “이용민 기자”, “記者巫其倫”: a name with the word for reporter, and what separates it from the next line. */
const SIGNED =
  /^[\s|/〔[(=]*(?:[\p{Script=Hangul}]{2,4}\s?(?:(?:선임|수습|인턴|객원|전문|사진)?기자|특파원|논설위원|편집위원)|(?:記者|记者|特派員|特派员|編輯|编辑)[\s:：]?[\p{Script=Han}]{2,4})(?:\s*[/／|][^|]{0,20})?(?:\s+[\w.-]+@[\w.-]+)?[\s|/〕\])=]*$/u;

/** Letters that “By … and …, published on … at …” has beside names and figures. */
const MOST_LETTERS = 36;

function isBylineOf(text: string, names: readonly string[]): boolean {
  let rest = text;
  for (const name of names) {
    const at = text.indexOf(name);
    if (at < 0) continue;
    if (text.length - name.length <= 40) return true;
    rest = rest.replace(name, ' ');
  }
  return rest !== text && (rest.match(/\p{L}/gu)?.length ?? 0) <= MOST_LETTERS;
}
