/** Two states of one article side by side, as programs read it. */
import { z } from 'zod';
import type { Article } from '../article/article.ts';
import { RevisionKind } from '../article/revision-kind.ts';
import { diffTexts, type Piece } from '../dedupe/diff/diff.ts';
import { isWord, wordsOf } from '../dedupe/diff/words.ts';
import { revisionKinds } from '../dedupe/revision/kinds.ts';
import { ArticleId } from '../ids.ts';

const Passages = z
  .array(z.object({ op: z.enum(['same', 'removed', 'added']), text: z.string() }))
  .describe('In order: same and removed give the older state, same and added the newer one');
const Side = z.object({ revision: z.int().positive(), fetched: z.iso.datetime() });

export const ArticleDiff = z.object({
  article: ArticleId,
  url: z.string(),
  language: z.string().nullable(),
  from: Side,
  to: Side,
  kinds: z.array(RevisionKind).describe('What kind of change it is, from the one state to the other'),
  words: z.object({ removed: z.int().nonnegative(), added: z.int().nonnegative() }),
  title: Passages,
  text: Passages,
});
export type ArticleDiff = z.infer<typeof ArticleDiff>;

/** What changed from one revision of an article to another, word by word; either may be the older one. */
export function diffArticles(from: Article, to: Article): ArticleDiff {
  const [title, text] = [diffTexts(from.title, to.title), diffTexts(from.text, to.text)];
  const count = (op: Piece['op']): number =>
    [...title, ...text].reduce(
      (sum, piece) => (piece.op === op ? sum + wordsOf(piece.text).filter(isWord).length : sum),
      0,
    );
  return {
    article: to.id,
    url: to.url,
    language: to.language,
    from: { revision: from.revision, fetched: from.fetched },
    to: { revision: to.revision, fetched: to.fetched },
    kinds: from.title === to.title && from.text === to.text ? [] : revisionKinds(from, to),
    words: { removed: count('removed'), added: count('added') },
    title,
    text,
  };
}
