/** What kind of change a revision is: several at once, each with short evidence. */
import type { RevisionKind } from '../../article/revision-kind.ts';
import { diffTexts, type Piece } from '../diff/diff.ts';
import { isWord, wordsOf } from '../diff/words.ts';
import { isAboutThePage } from '../page-lines.ts';
import { figuresIn } from './figures.ts';
import { isCorrectionNotice, takedownNotice } from './notices.ts';

export interface State {
  readonly title: string;
  readonly text: string;
}

/** Characters of a snippet, and figures named. */
const SNIPPET = 200;
const MOST_FIGURES = 5;
/** Words a passage has to have to be more of the story rather than a touch to its wording. */
const GROWN_WORDS = 6;
/** Share of the known words that a text may lose and still be called grown. */
const LOST_SHARE = 0.2;
/** A notice in the place of a text has at most so many words, and this share of those that were there. */
const NOTICE_WORDS = 200;
const NOTICE_SHARE = 0.67;
/** Share of the notice's runs of words that may have stood in the text before. */
const KEPT_SHARE = 0.4;
const RUN_WORDS = 4;

/**
 * The kinds of the change from `before` to `after`: at least one where title or text differ. `silent` is
 * what remains: wording that is neither announced by a notice, nor an exchanged figure, nor an addition.
 */
export function revisionKinds(before: State, after: State): RevisionKind[] {
  const notice = takedownOf(before, after);
  if (notice !== null) return [{ kind: 'takedown', notice }];
  const kinds: RevisionKind[] = [];
  const headline = fold(before.title) !== fold(after.title);
  if (headline) kinds.push({ kind: 'headline', before: snip(before.title), after: snip(after.title) });
  const correction = newNotice(before.text, after.text);
  if (correction !== null) kinds.push({ kind: 'correction', notice: snip(correction) });
  const titleChanges = headline ? changesIn(diffTexts(before.title, after.title)) : [];
  const changes = changesIn(
    diffTexts(substance(before.text, after.text), substance(after.text, before.text)),
  );
  const figures = [...titleChanges, ...changes].flatMap((change) => figuresIn(change));
  if (figures.length > 0) kinds.push({ kind: 'figure', figures: figures.slice(0, MOST_FIGURES) });
  const grown = changes.filter((change) => change.removed === '' && countWords(change.added) >= GROWN_WORDS);
  const growth = grownBy(before.text, changes, grown);
  if (growth > 0) kinds.push({ kind: 'growth', added: growth });
  const rest = changes.filter(
    (change) =>
      !(growth > 0 && grown.includes(change)) && figuresIn(change).length === 0 && saysSomething(change),
  );
  if ((rest.length > 0 && correction === null) || kinds.length === 0) kinds.push(silent(rest, changes));
  return kinds;
}

/** The notice that stands in the place of a text that was there before; else null. */
export function takedownOf(before: State, after: State): string | null {
  const notice = takedownNotice(after.text);
  if (notice === null || fold(before.text).includes(fold(notice))) return null;
  const words = foldedWords(after.text);
  const known = foldedWords(before.text);
  if (words.length > NOTICE_WORDS || words.length > known.length * NOTICE_SHARE) return null;
  const runs = new Set(runsOf(known));
  const shown = runsOf(words);
  const kept = shown.filter((run) => runs.has(run)).length;
  return kept > shown.length * KEPT_SHARE ? null : snip(notice);
}

const foldedWords = (text: string): string[] => wordsOf(text.toLowerCase()).filter(isWord);

/** Every `RUN_WORDS` words in a row: a notice shares single words with any text, but no runs. */
const runsOf = (words: readonly string[]): string[] =>
  words.slice(RUN_WORDS - 1).map((_, i) => words.slice(i, i + RUN_WORDS).join(' '));

/** A passage that was exchanged, left out or put in. */
export interface Change {
  readonly removed: string;
  readonly added: string;
  /** What stands right before and behind it in both texts. */
  readonly leading: string;
  readonly trailing: string;
}

/** Characters of unchanged text kept on each side of a change. */
const CONTEXT = 40;

function changesIn(pieces: readonly Piece[]): Change[] {
  const changes: Change[] = [];
  for (let i = 0; i < pieces.length; i += 1) {
    const piece = pieces[i];
    if (piece === undefined || piece.op === 'same') continue;
    const next = pieces[i + 1];
    const pair = piece.op === 'removed' && next?.op === 'added';
    const [leading, trailing] = [pieces[i - 1], pieces[i + (pair ? 2 : 1)]];
    changes.push({
      removed: piece.op === 'removed' ? piece.text : '',
      added: piece.op === 'added' ? piece.text : pair ? next.text : '',
      leading: leading?.text.slice(-CONTEXT) ?? '',
      trailing: trailing?.text.slice(0, CONTEXT) ?? '',
    });
    if (pair) i += 1;
  }
  return changes;
}

const fold = (text: string): string => text.normalize('NFC').replace(/\s+/gu, ' ').trim();

/**
 * The text without lines about the page itself and without notices, which are kinds of their own. Lines
 * that the other text has too are no change, whatever they say.
 */
function substance(text: string, other: string): string {
  const known = new Set(other.split('\n').map(fold));
  return text
    .split('\n')
    .map(fold)
    .filter((line) => known.has(line) || !(isAboutThePage(line) || isCorrectionNotice(line)))
    .join('\n');
}

/** A notice of a correction that was not there before. */
function newNotice(before: string, after: string): string | null {
  const known = new Set(before.split('\n').map(fold));
  return after.split('\n').find((line) => !known.has(fold(line)) && isCorrectionNotice(line)) ?? null;
}

/** Words that the text grew by; 0 where it lost as much, or more than a little of what it had. */
function grownBy(before: string, changes: readonly Change[], grown: readonly Change[]): number {
  const added = grown.reduce((sum, change) => sum + countWords(change.added), 0);
  const lost = changes.reduce((sum, change) => sum + countWords(change.removed), 0);
  return added > lost && lost <= countWords(before) * LOST_SHARE ? added : 0;
}

const saysSomething = ({ removed, added }: Change): boolean => isWord(removed) || isWord(added);

function silent(rest: readonly Change[], changes: readonly Change[]): RevisionKind {
  const first = rest[0] ?? changes[0];
  const count = (side: 'removed' | 'added'): number =>
    rest.reduce((sum, change) => sum + countWords(change[side]), 0);
  return {
    kind: 'silent',
    removed: count('removed'),
    added: count('added'),
    before: snip(first?.removed ?? ''),
    after: snip(first?.added ?? ''),
  };
}

function countWords(text: string): number {
  return wordsOf(text).filter(isWord).length;
}

function snip(text: string): string {
  const folded = fold(text);
  return folded.length <= SNIPPET ? folded : `${[...folded.slice(0, SNIPPET - 1)].slice(0, -1).join('')}…`;
}
