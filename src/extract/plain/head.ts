/** The lines above a plain text: headline, byline, date, section, and the labels that some programs put before them. */
import { isDateLine } from '../body/date-line.ts';
import { wordingOf } from '../body/wording.ts';
import type { ExtractionInput } from '../extraction.ts';
import { parseDate } from '../fields/date-text.ts';
import { isByline, splitNames } from '../fields/names.ts';
import { isHomeWord } from '../fields/section.ts';
import { comparable } from '../text.ts';

/** What programs and people write before a headline that they keep with its text. */
const TITLE_LABEL =
  /^(?:title|headline|titel|überschrift|schlagzeile|kop|titre|título|titular|titolo|tytuł|заголовок|başlık|العنوان|标题|標題|タイトル|見出し|제목)\s*[:：]\s*(?=\S)/iu;
const HEADING_MARK = /^#{1,6}\s+(?=\S)/;
/** An address alone, or with its label. */
const ADDRESS = /^(?:\p{L}[\p{L} ]{0,20}[:：]\s*)?<?https?:\/\/\S+$/iu;
const ANY_WORD = /[\p{L}\p{N}]/u;

/** A line without the signs by which Markdown marks a heading (CommonMark §4.2). */
export function unmarked(line: string): string {
  return HEADING_MARK.test(line) ? line.replace(HEADING_MARK, '').replace(/\s+#+$/, '') : line;
}

/** The headline in a line that is marked or labelled as one; else the line itself. */
function titleIn(line: string): string {
  const bare = unmarked(line);
  const title = bare.replace(TITLE_LABEL, '');
  return title === bare ? bare : title.replace(/^(["'])(.+)\1$/u, '$2');
}

const LABEL = /^\p{L}[\p{L} -]{0,24}[:：]/u;

/** A line that may stand above the headline: a label with its value, an address, a byline, a date. */
function isOfHead(line: string): boolean {
  return LABEL.test(line) || ADDRESS.test(line) || !ANY_WORD.test(line) || isByline(line) || isDateLine(line);
}

/** How many lines at the top may hold the headline, the byline and the like. */
const HEAD_LINES = 10;

/** What stands above a text. */
export interface Head {
  readonly title: string | null;
  readonly authors: readonly string[];
  /** The agency of a dateline. */
  readonly agency: string | null;
  readonly section: string | null;
  readonly published: { readonly at: number; readonly precision: 'second' | 'minute' | 'day' } | null;
  /** Index of the first line of the body. */
  readonly end: number;
}

/** Reads the first lines of a text; what the lines do not have, the hints may. */
export function readHead(lines: readonly string[], input: ExtractionInput): Head {
  const top = lines.slice(0, HEAD_LINES);
  const title = titleOf(top) ?? input.hints?.title ?? null;
  let section: string | null = null;
  let authors: readonly string[] = [];
  let published: Head['published'] = null;
  let end = 0;
  for (const [index, line] of top.entries()) {
    const crumb = sectionOf(line, title);
    if (comparable(titleIn(line)) === comparable(title ?? '')) end = index + 1;
    else if (!ANY_WORD.test(line) || ADDRESS.test(line)) end = end === index ? index + 1 : end;
    else if (crumb !== undefined) {
      section ??= crumb;
      end = index + 1;
    } else if (authors.length === 0 && line.length < 120 && isByline(line)) {
      authors = splitNames(line);
      if (authors.length > 0) end = index + 1;
    } else if (isDateLine(line)) {
      const date = parseDate(line, { monthFirst: false });
      if (published === null && date !== null && date.at <= input.fetchedAt) published = date;
      end = index + 1;
    } else if (line.length > 200) break;
  }
  return { title, authors, agency: null, section, published, end };
}

/** The line that another one near it repeats, alone or at its end; else the first short line that is no label. */
function titleOf(top: readonly string[]): string | null {
  const stated = top.find((line, i) => {
    const bare = unmarked(line);
    if (bare !== line && (i === 0 || line.startsWith('# '))) return true;
    // Below a headline it is a fact that the text tells, as of the book that is reviewed.
    return titleIn(line) !== bare && top.slice(0, i).every(isOfHead);
  });
  if (stated !== undefined) return titleIn(stated);
  let best: string | null = null;
  for (const [i, line] of top.entries()) {
    if (line.length < 10 || line.length > 250 || isByline(line)) continue;
    const repeated = top.some(
      (other, j) => i !== j && other.length <= 400 && (other === line ? i < j : other.endsWith(line)),
    );
    if (repeated && (best === null || line.length > best.length)) best = line;
  }
  if (best !== null) return best;
  return (
    top.find(
      (line) =>
        line.length >= 8 &&
        line.length <= 250 &&
        !isByline(line) &&
        !isDateLine(line) &&
        wordingOf(line)?.how !== 'whole' &&
        !/\s[>›»]\s/u.test(line) &&
        !/[.。]$/u.test(line),
    ) ?? null
  );
}

/** The section of a breadcrumb line; null when it is one without a section, undefined when it is none. */
function sectionOf(line: string, title: string | null): string | null | undefined {
  if (line.length > 400) return undefined;
  const withoutTitle =
    title !== null && line !== title && line.endsWith(title) ? line.slice(0, -title.length) : line;
  const steps = withoutTitle
    .split(/\s*[>›»/|→]\s*/u)
    .map((step) => step.trim())
    .filter((step) => step !== '');
  const first = steps[0]?.split(' ', 1)[0] ?? '';
  if (!isHomeWord(first)) return undefined;
  if (steps.length === 1) {
    if (withoutTitle === line) return isHomeWord(line.trim()) ? null : undefined;
    const rest = (steps[0] ?? '').slice(first.length).trim();
    return rest === '' ? null : rest;
  }
  return steps.at(-1) ?? null;
}
