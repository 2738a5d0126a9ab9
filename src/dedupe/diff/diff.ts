/** What changed between two states of a text, word by word. */
import { type Budget, diffSequences, type Stretch } from './sequence.ts';
import { isWord, wordsOf } from './words.ts';

/** A passage of the one text, the other, or both. */
export interface Piece {
  readonly op: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** Comparisons made for one text at most; about 0.2 s of work. What is left then counts as changed whole. */
const MOST_STEPS = 12_000_000;
/** Pieces of one changed passage that are compared word by word. */
const MOST_WORDS = 60_000;
/** Unchanged pieces (two words and the space between) that are too little to interrupt a changed passage. */
const ISLAND = 3;
/** Pieces on both sides from which a passage is so changed that such an island only confuses. */
const SEA = 5;

/**
 * The passages of both texts in order: `same` and `removed` joined give `before`, `same` and `added` give
 * `after`. Lines first, then words within the lines that changed. The same for the same texts at any time:
 * bounded by counting, never by a clock.
 */
export function diffTexts(before: string, after: string): Piece[] {
  if (before === after) return before === '' ? [] : [{ op: 'same', text: before }];
  const budget: Budget = { steps: MOST_STEPS };
  const [a, b] = [linesOf(before), linesOf(after)];
  const pieces: Piece[] = [];
  // A line end between two changed lines is no common ground: words may have moved across it.
  const isLineEnd = (s: Stretch): boolean => a.slice(s.fromA, s.toA).every((piece) => piece === '\n');
  for (const stretch of withoutIslands(diffPieces(a, b, budget), isLineEnd)) {
    const one = a.slice(stretch.fromA, stretch.toA).join('');
    if (stretch.same) pieces.push({ op: 'same', text: one });
    else pieces.push(...diffPassage(one, b.slice(stretch.fromB, stretch.toB).join(''), budget));
  }
  return joined(pieces);
}

/** Lines and what ends them, each a piece of its own: a line is the same whether another follows or not. */
function linesOf(text: string): string[] {
  return text.split(/(\n)/).filter((piece) => piece !== '');
}

function diffPieces(a: readonly string[], b: readonly string[], budget: Budget): Stretch[] {
  const numbers = new Map<string, number>();
  const numbered = (list: readonly string[]): Int32Array =>
    Int32Array.from(list, (text) => {
      const number = numbers.get(text) ?? numbers.size;
      numbers.set(text, number);
      return number;
    });
  return diffSequences(numbered(a), numbered(b), budget);
}

function diffPassage(before: string, after: string, budget: Budget): Piece[] {
  if (before === '' || after === '') return replaced(before, after);
  const [a, b] = [wordsOf(before), wordsOf(after)];
  if (a.length > MOST_WORDS || b.length > MOST_WORDS) return replaced(before, after);
  const stretches = diffPieces(a, b, budget);
  return withoutIslands(stretches, (s, before, after) => isIsland(a, s, before, after)).flatMap((stretch) => {
    const one = a.slice(stretch.fromA, stretch.toA).join('');
    if (stretch.same) return [{ op: 'same', text: one } satisfies Piece];
    return replaced(one, b.slice(stretch.fromB, stretch.toB).join(''));
  });
}

const replaced = (before: string, after: string): Piece[] => [
  ...(before === '' ? [] : [{ op: 'removed', text: before } satisfies Piece]),
  ...(after === '' ? [] : [{ op: 'added', text: after } satisfies Piece]),
];

/** A word or two that by chance stand in both of two passages that are otherwise different belong to the change. */
function isIsland(a: readonly string[], s: Stretch, before: Stretch, after: Stretch): boolean {
  const least = (one: Stretch): number => Math.min(one.toA - one.fromA, one.toB - one.fromB);
  const pieces = a.slice(s.fromA, s.toA);
  // The space between two replaced words.
  if (pieces.length === 1 && !pieces.some(isWord))
    return pieces[0]?.includes('\n') === false && least(before) > 0 && least(after) > 0;
  return pieces.length <= ISLAND && least(before) >= SEA && least(after) >= SEA;
}

/** Turns what is unchanged between two changes into a part of them where `isOne` says so. */
function withoutIslands(
  stretches: readonly Stretch[],
  isOne: (island: Stretch, before: Stretch, after: Stretch) => boolean,
): Stretch[] {
  const out: Stretch[] = [];
  stretches.forEach((stretch, index) => {
    const [before, after] = [stretches[index - 1], stretches[index + 1]];
    const island = stretch.same && before && after && isOne(stretch, before, after);
    const now = island ? { ...stretch, same: false } : stretch;
    const last = out.at(-1);
    if (last !== undefined && !last.same && !now.same)
      out[out.length - 1] = { ...last, toA: now.toA, toB: now.toB };
    else out.push(now);
  });
  return out;
}

/** Neighbours of one kind as one; within a change what was removed comes first. */
function joined(pieces: readonly Piece[]): Piece[] {
  const out: Piece[] = [];
  let [removed, added] = ['', ''];
  const flush = (): void => {
    out.push(...replaced(removed, added));
    [removed, added] = ['', ''];
  };
  for (const { op, text } of pieces) {
    if (op === 'removed') removed += text;
    else if (op === 'added') added += text;
    else {
      flush();
      const last = out.at(-1);
      if (last?.op === 'same') out[out.length - 1] = { op, text: last.text + text };
      else out.push({ op, text });
    }
  }
  flush();
  return out;
}
