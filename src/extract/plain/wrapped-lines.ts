/** Puts text together again that was broken at a fixed width, as mail, wire services and editors break it. */
import { foldSpace } from '../text.ts';

/** Widths, in columns, at which running text is broken. */
const NARROWEST = 40;
const WIDEST = 100;
/** Fewer broken lines tell no width. */
const LEAST_BROKEN = 3;
/** How many of the lines must be as long as the width allows, where each takes all words that fit. */
const FULL_LINES = 0.75;
/** Some programs even lines out instead: as long as this share of the width, then, but more of them. */
const EVENED = { share: 0.85, lines: 0.85 } as const;
/** Verses and lists begin their lines with capitals; of lines broken in running text this share does not. */
const GOING_ON = 0.4;

const SENTENCE_END = /[.!?…。！？]["'”“»)」』]?$/u;
const CAPITAL = /^["'“„«(‘]*\p{Lu}/u;
const ITEM = /^\s*(?:[-*•–]|\d{1,3}[.)])\s/u;
/** Columns of a table, kept apart by blanks or tabs. */
const COLUMNS = /\S(?:\t| {3,})\S/;
const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/gu;
/** Scripts that are broken between any two characters. */
const UNSPACED = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}、。「」『』（）]/u;
const ENDS_UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}、。「」『』（）]$/u;
/** A word broken at its hyphen; “four- and six-week” is none. */
const HYPHEN = /\p{L}-$/u;
const SECOND_HALF = /^(?!(?:and|or|to|und|oder|bis|et|ou|en|of|y|e|o)\s)\p{Ll}/u;

/**
 * The lines of a text, folded and without empty ones. Where it is broken at a fixed width each paragraph is one line:
 * a line goes on in the next when the next one's first word would not have fitted on it.
 */
export function linesOfText(text: string): string[] {
  const groups = text
    .replaceAll('\r\n', '\n')
    .replaceAll('\r', '\n')
    .split(/\n[ \t]*\n/)
    .map((group) => group.split('\n').map((line) => line.trimEnd()));
  const full = fullnessOf(groups);
  return groups
    .flatMap((group) => (full === null ? group : joined(group, full)))
    .map(foldSpace)
    .filter((line) => line !== '');
}

/** Two lines, one below the other, of one paragraph or of two. */
interface Break {
  /** Columns of the first line. */
  readonly taken: number;
  /** Columns it would have had with the first word of the next. */
  readonly wanted: number;
  readonly next: string;
  /** Whether a sentence ends with the first line and the next begins another: it may be a paragraph's last. */
  readonly isEnd: boolean;
}

/** Columns from which on a line, with the next one's first word, is too long; null where a text is not broken so. */
function fullnessOf(groups: readonly (readonly string[])[]): number | null {
  const breaks = groups.flatMap((group) =>
    group.flatMap((line, i) => {
      const found = breakBetween(line, group[i + 1]);
      return found === null ? [] : [found];
    }),
  );
  if (breaks.length < LEAST_BROKEN) return null;
  const goingOn = breaks.filter(({ next }) => !CAPITAL.test(next)).length;
  if (goingOn < GOING_ON * breaks.length) return null;
  return bestWidth(breaks, 1, FULL_LINES) ?? bestWidth(breaks, EVENED.share, EVENED.lines);
}

/** The least width at which most lines are full. */
function bestWidth(breaks: readonly Break[], share: number, least: number): number | null {
  let best: { full: number; others: number; width: number } | null = null;
  for (let width = NARROWEST; width <= WIDEST; width += 1) {
    let full = 0;
    let others = 0;
    for (const { taken, wanted, isEnd } of breaks) {
      if (taken <= width && wanted > share * width) full += 1;
      else if (!isEnd) others += 1;
    }
    if (best === null || full > best.full) best = { full, others, width };
  }
  return best === null || best.full < Math.max(LEAST_BROKEN, least * (best.full + best.others))
    ? null
    : share * best.width;
}

function joined(group: readonly string[], full: number): string[] {
  const out: string[] = [];
  for (const [i, line] of group.entries()) {
    const above = group[i - 1] ?? '';
    const before = i === 0 ? null : breakBetween(above, line);
    const start = line.trimStart();
    if (out.length === 0 || before === null || before.wanted <= full) out.push(line);
    // Only the line above is looked at: what is joined already may be all of a long text.
    else out[out.length - 1] += `${glue(above, start)}${start}`;
  }
  return out;
}

/** The break between two lines; null where the second begins something of its own. */
function breakBetween(line: string, next: string | undefined): Break | null {
  if (next === undefined || line.trim() === '' || next.trim() === '' || ITEM.test(next)) return null;
  if (COLUMNS.test(line) || COLUMNS.test(next)) return null;
  const isIndented = /^\s{2,}/.test(next) && !/^\s/.test(line) && !ITEM.test(line);
  if (isIndented) return null;
  const start = next.trimStart();
  const taken = columnsOf(line);
  const word = UNSPACED.test(start) ? (start[0] ?? '') : (/^\S+/.exec(start)?.[0] ?? '');
  const isEnd = SENTENCE_END.test(line) && CAPITAL.test(start);
  return { taken, wanted: taken + glue(line, start).length + columnsOf(word), next: start, isEnd };
}

function glue(line: string, next: string): '' | ' ' {
  if (ENDS_UNSPACED.test(line) && UNSPACED.test(next)) return '';
  return HYPHEN.test(line) && SECOND_HALF.test(next) ? '' : ' ';
}

function columnsOf(text: string): number {
  return text.length + (text.match(WIDE)?.length ?? 0);
}
