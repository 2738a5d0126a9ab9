/** Drops at both ends: headline, subtitle, byline, date, reading time, the site's name. */
import { comparable } from '../text.ts';
import { type CleanContext, type Drop, keyOf, SENTENCE_END, type Seen } from './cleaning.ts';
import { isDateLine } from './date-line.ts';

const READING_TIME =
  /^(?:\p{L}{3,15}:?\s+)?(?:ca\. )?\d{1,3}\s*(?:min(?:s|utes?|uten|utos|uti|uter|uut)?\.?)(?:[\s-]+(?:read|reading|lesezeit|lesedauer|de lecture|de lectura|di lettura|de leitura|leestijd|lezen|czytania|lesetid|läsning|okuma))?(?:\s+time)?$|^(?:lesezeit|lesedauer|reading time|read time|temps de lecture|tiempo de lectura|tempo di lettura|tempo de leitura|leestijd|lesetid)\b.{0,20}$/iu;

/** How many blocks at each end may be headline, byline, date, section and the like. */
const EDGE = 14;

/** What stands around the first paragraph: headline, subtitle, byline, date, section, reading time. */
export function dropHead(seen: readonly Seen[], context: CleanContext, drop: Drop): void {
  const title = comparable(context.title ?? '');
  const subtitle = comparable(context.subtitle ?? '');
  const names = context.authors.map(comparable).filter((name) => name !== '');
  let proseSeen = 0;
  for (const [i, item] of seen.entries()) {
    const inHead = i < EDGE && proseSeen < 3;
    if (item.reason === null && item.weight <= 400 && item.block.kind !== 'quote') {
      const text = keyOf(item);
      if (title !== '' && (text === title || (inHead && repeatsTitle(text, title, item))))
        drop(item, 'title', 'repeats the headline');
      else if (
        inHead &&
        proseSeen === 0 &&
        subtitle !== '' &&
        text === subtitle &&
        (item.weight < context.leastSubtitle || isSecondHeadline(item, text, title))
      )
        drop(item, 'subtitle', 'is the subtitle');
      else if (inHead || i >= seen.length - EDGE) dropEdgeLine(item, text, names, context, drop);
    }
    if (item.prose && item.reason === null) proseSeen++;
  }
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
  else if (READING_TIME.test(line)) drop(item, 'date', 'a reading time');
  else if (context.siteNames.has(text)) drop(item, 'navigation', 'the site’s name');
}

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
