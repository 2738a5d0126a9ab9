/** The shortest way from one row of numbers to another, within a budget. */

/** A stretch of both rows: the same in both, or what the first lost and the second got. */
export interface Stretch {
  readonly same: boolean;
  readonly fromA: number;
  readonly toA: number;
  readonly fromB: number;
  readonly toB: number;
}

/** Steps that may still be made; shared by all the comparisons of one document. */
export interface Budget {
  steps: number;
}

/** Edits looked for before the rows are divided; bounds the memory of the way back to 1.5 MB. */
const MOST_EDITS = 600;
/** Divisions within divisions. */
const MOST_DEPTH = 12;

/**
 * Compares two rows: Myers' greedy algorithm (An O(ND) difference algorithm, Algorithmica 1, 1986) where they
 * are near enough, else between the elements that stand once in each, in order (patience). What is left
 * when the budget is used up is given as lost and got whole. Stretches are in order and cover both rows.
 */
export function diffSequences(a: Int32Array, b: Int32Array, budget: Budget): Stretch[] {
  const found: Stretch[] = [];
  compare(a, b, [0, a.length, 0, b.length], budget, 0, found);
  return joined(found);
}

type Part = readonly [fromA: number, toA: number, fromB: number, toB: number];

function compare(
  a: Int32Array,
  b: Int32Array,
  [startA, endA, startB, endB]: Part,
  budget: Budget,
  depth: number,
  out: Stretch[],
): void {
  let [fromA, toA, fromB, toB] = [startA, endA, startB, endB];
  while (fromA < toA && fromB < toB && a[fromA] === b[fromB]) {
    fromA += 1;
    fromB += 1;
  }
  while (fromA < toA && fromB < toB && a[toA - 1] === b[toB - 1]) {
    toA -= 1;
    toB -= 1;
  }
  push(out, true, startA, fromA, startB, fromB);
  compareMiddle(a, b, [fromA, toA, fromB, toB], budget, depth, out);
  push(out, true, toA, endA, toB, endB);
}

function compareMiddle(
  a: Int32Array,
  b: Int32Array,
  part: Part,
  budget: Budget,
  depth: number,
  out: Stretch[],
): void {
  const [fromA, toA, fromB, toB] = part;
  if (fromA === toA || fromB === toB) {
    push(out, false, fromA, toA, fromB, toB);
    return;
  }
  const way = budget.steps > 0 ? shortest(a, b, part, budget) : null;
  if (way !== null) {
    out.push(...way);
    return;
  }
  const anchors = budget.steps > 0 && depth < MOST_DEPTH ? uniqueInOrder(a, b, part, budget) : [];
  if (anchors.length === 0) {
    push(out, false, fromA, toA, fromB, toB);
    return;
  }
  let [atA, atB] = [fromA, fromB];
  for (const [i, j] of anchors) {
    compare(a, b, [atA, i, atB, j], budget, depth + 1, out);
    push(out, true, i, i + 1, j, j + 1);
    [atA, atB] = [i + 1, j + 1];
  }
  compare(a, b, [atA, toA, atB, toB], budget, depth + 1, out);
}

/** The shortest way through a part, or null where it takes more than `MOST_EDITS` edits or the budget. */
function shortest(
  a: Int32Array,
  b: Int32Array,
  [fromA, toA, fromB, toB]: Part,
  budget: Budget,
): Stretch[] | null {
  const [n, m] = [toA - fromA, toB - fromB];
  const most = Math.min(n + m, MOST_EDITS);
  // reach[most + k]: how far along the first row diagonal k has come.
  const reach = new Int32Array(2 * most + 2);
  const trace: Int32Array[] = [];
  for (let edits = 0; edits <= most; edits += 1) {
    trace.push(reach.slice(most - edits, most + edits + 1));
    budget.steps -= edits + 1;
    if (budget.steps < 0) return null;
    for (let k = -edits; k <= edits; k += 2) {
      const down = k === -edits || (k !== edits && at(reach, most + k - 1) < at(reach, most + k + 1));
      let x = down ? at(reach, most + k + 1) : at(reach, most + k - 1) + 1;
      let y = x - k;
      while (x < n && y < m && a[fromA + x] === b[fromB + y]) {
        x += 1;
        y += 1;
      }
      reach[most + k] = x;
      if (x >= n && y >= m) return wayBack(trace, edits, [n, m], [fromA, fromB]);
    }
  }
  return null;
}

const at = (row: Int32Array, index: number): number => row[index] ?? 0;

function wayBack(
  trace: readonly Int32Array[],
  edits: number,
  [n, m]: readonly [number, number],
  [fromA, fromB]: readonly [number, number],
): Stretch[] {
  const back: Stretch[] = [];
  let [x, y] = [n, m];
  for (let d = edits; d > 0; d -= 1) {
    // trace[d] holds the diagonals -d … d as they were after d - 1 edits.
    const row = trace[d] ?? new Int32Array(0);
    const k = x - y;
    const down = k === -d || (k !== d && at(row, d + k - 1) < at(row, d + k + 1));
    const before = down ? k + 1 : k - 1;
    const atX = at(row, d + before);
    const atY = atX - before;
    const [midX, midY] = down ? [atX, atY + 1] : [atX + 1, atY];
    push(back, true, fromA + midX, fromA + x, fromB + midY, fromB + y);
    push(back, false, fromA + atX, fromA + midX, fromB + atY, fromB + midY);
    [x, y] = [atX, atY];
  }
  push(back, true, fromA, fromA + x, fromB, fromB + y);
  return back.reverse();
}

/** Pairs of places of elements that stand once in each part: the longest row of them in the order of both. */
function uniqueInOrder(
  a: Int32Array,
  b: Int32Array,
  [fromA, toA, fromB, toB]: Part,
  budget: Budget,
): (readonly [number, number])[] {
  budget.steps -= (toA - fromA + toB - fromB) * 2;
  const placesB = places(b, fromB, toB);
  const pairs: (readonly [number, number])[] = [];
  const placesA = places(a, fromA, toA);
  for (const [value, i] of placesA) {
    const j = placesB.get(value) ?? -1;
    if (i >= 0 && j >= 0) pairs.push([i, j]);
  }
  // Map keeps the order of first insertion, which is the order of the first row.
  const tails: number[] = [];
  const previous = new Int32Array(pairs.length).fill(-1);
  pairs.forEach(([, j], index) => {
    let [low, high] = [0, tails.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[tails[middle] ?? 0]?.[1] ?? 0) < j) low = middle + 1;
      else high = middle;
    }
    previous[index] = low === 0 ? -1 : (tails[low - 1] ?? -1);
    tails[low] = index;
  });
  const chosen: (readonly [number, number])[] = [];
  for (let index = tails.at(-1) ?? -1; index >= 0; index = previous[index] ?? -1) {
    const pair = pairs[index];
    if (pair !== undefined) chosen.push(pair);
  }
  return chosen.reverse();
}

/** Place of each element that stands once; -1 for those that stand more often. */
function places(row: Int32Array, from: number, to: number): Map<number, number> {
  const found = new Map<number, number>();
  for (let i = from; i < to; i += 1) {
    const value = row[i] ?? 0;
    found.set(value, found.has(value) ? -1 : i);
  }
  return found;
}

function push(out: Stretch[], same: boolean, fromA: number, toA: number, fromB: number, toB: number): void {
  if (fromA < toA || fromB < toB) out.push({ same, fromA, toA, fromB, toB });
}

/** Neighbours of one kind as one. */
function joined(stretches: readonly Stretch[]): Stretch[] {
  const out: Stretch[] = [];
  for (const next of stretches) {
    const last = out.at(-1);
    if (last !== undefined && last.same === next.same)
      out[out.length - 1] = { ...last, toA: next.toA, toB: next.toB };
    else out.push(next);
  }
  return out;
}
