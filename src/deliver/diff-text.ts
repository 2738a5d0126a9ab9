/** A comparison of two revisions for terminals and plain text. */
import type { RevisionKind } from '../article/revision-kind.ts';
import type { ArticleDiff } from './article-diff.ts';

type Passage = ArticleDiff['text'][number];

/** Unchanged lines shown on each side of a change. */
const CONTEXT_LINES = 1;

const RED = '\u001b[31;9m';
const GREEN = '\u001b[32m';
const FAINT = '\u001b[2m';
const END = '\u001b[0m';

/**
 * The changes with a line of what is around them; what is further away is only counted. With `colour`
 * removed words are red and struck through, added ones green (ECMA-48 SGR); without, they stand in
 * `[-…-]` and `{+…+}`. Control characters of the texts are shown as spaces (CWE-150).
 */
export function formatDiff(diff: ArticleDiff, colour: boolean): string {
  const faint = (text: string): string => (colour ? `${FAINT}${text}${END}` : text);
  const kinds = diff.kinds.map((kind) => `${kind.kind}${evidenceOf(kind)}`).join(', ');
  const head =
    `${diff.url}\n` +
    faint(
      `revision ${diff.from.revision} (${diff.from.fetched}) → ${diff.to.revision} (${diff.to.fetched}), ` +
        `${diff.words.removed} words removed, ${diff.words.added} added`,
    );
  const body = linesOf(diff.text);
  const title = linesOf(diff.title).map((line) => line.map((p) => mark(p, colour)).join(''));
  return `${[
    head,
    ...(kinds === '' ? [] : [faint(kinds)]),
    '',
    ...title,
    '',
    ...shownLines(body, colour, faint),
  ].join('\n')}\n`;
}

/** What a kind says of itself, in brackets; empty for those whose evidence is the change as shown. */
export function evidenceOf(kind: RevisionKind): string {
  switch (kind.kind) {
    case 'figure':
      return ` (${kind.figures.map((figure) => clean(`${figure.before} → ${figure.after}`)).join('; ')})`;
    case 'correction':
    case 'takedown':
      return ` (${clean(kind.notice)})`;
    case 'reextracted':
      return ` (${clean(kind.fields.join(', '))})`;
    case 'growth':
      return ` (${kind.added} words)`;
    default:
      return '';
  }
}

/** Passages divided at line ends: each line as the passages in it. */
export function linesOf(passages: readonly Passage[]): Passage[][] {
  const lines: Passage[][] = [[]];
  for (const { op, text } of passages) {
    text.split('\n').forEach((part, i) => {
      // A line end that was added or removed ends the line as it is shown too.
      if (i > 0) lines.push([]);
      if (part !== '') lines.at(-1)?.push({ op, text: part });
    });
  }
  return lines;
}

function shownLines(
  lines: readonly (readonly Passage[])[],
  colour: boolean,
  faint: (text: string) => string,
): string[] {
  const changed = lines.map((line) => line.some((passage) => passage.op !== 'same'));
  const near = lines.map((_, i) =>
    changed.slice(Math.max(0, i - CONTEXT_LINES), i + CONTEXT_LINES + 1).includes(true),
  );
  const shown: string[] = [];
  let left = 0;
  const flush = (): void => {
    if (left > 0) shown.push(faint(`… ${left} ${left === 1 ? 'line' : 'lines'} unchanged …`));
    left = 0;
  };
  lines.forEach((line, i) => {
    if (near[i] !== true) {
      left += 1;
      return;
    }
    flush();
    shown.push(line.map((passage) => mark(passage, colour)).join(''));
  });
  flush();
  return shown;
}

function mark({ op, text }: Passage, colour: boolean): string {
  const shown = clean(text);
  if (op === 'same') return shown;
  if (colour) return `${op === 'removed' ? RED : GREEN}${shown}${END}`;
  return op === 'removed' ? `[-${shown}-]` : `{+${shown}+}`;
}

const clean = (text: string): string => text.replace(/[\u0000-\u001f\u007f-\u009f]+/g, ' ');
