/** GET /v1/changes: the change log, read by cursor. */
import { z } from 'zod';
import { Article } from '../../article/article.ts';
import { RevisionKind, Withdrawal } from '../../article/revision-kind.ts';
import { ArticleId, ClusterId, Cursor } from '../../ids.ts';
import { type Change, changeBounds, readChanges, refuseForeignCursor } from '../../store/changes.ts';
import type { Db } from '../../store/database.ts';
import { findArticles } from '../../store/read-articles.ts';
import { CHUNK, MAX_ANSWER_BYTES, sizeOf } from '../budget.ts';
import type { Api, ApiParts } from '../parts.ts';
import { answers, limitParameter } from './shared.ts';

const ChangeBody = z.object({
  cursor: Cursor.describe('Place of this change; give it as `after` to go on behind it'),
  type: z.enum(['article.created', 'article.revised', 'article.withdrawn', 'cluster.joined', 'cluster.left']),
  articleId: ArticleId,
  revision: z.int().positive().nullable(),
  clusterId: ClusterId.nullable(),
  at: z.iso.datetime(),
  kinds: z.array(RevisionKind).nullable().describe('article.revised: what kind of change it was; else null'),
  withdrawal: Withdrawal.nullable().describe('article.withdrawn: why; else null'),
  article: Article.nullable()
    .optional()
    .describe('With include=article: the article as it is now, which may be newer than the change'),
});
type ChangeBody = z.infer<typeof ChangeBody>;

/** Largest bigint of PostgreSQL: no place is behind it. */
const MAX_PLACE = 2n ** 63n - 1n;

export function changeRoutes(api: Api, { database }: ApiParts): void {
  const { db } = database;
  api.get(
    '/v1/changes',
    {
      schema: {
        tags: ['changes'],
        summary: 'What happened to articles, in order, each change once',
        description:
          'Start with after=0, keep `next`, and give it as `after` the next time; ask again at once while ' +
          '`more` is true, and later when it is false. Changes are kept for maintain.keepChangesDays: a cursor ' +
          'from before that is answered with 410 `cursor_expired`, and the way out is GET /v1/articles/snapshot, ' +
          'which names the cursor to go on with. after=0 begins at the oldest change that is kept and says nothing of ' +
          'those removed: who wants every article begins with the snapshot.',
        querystring: z.strictObject({
          after: Cursor.default('0' as Cursor).describe('`next` of the answer before, or 0'),
          limit: limitParameter(100, 1000),
          include: z.enum(['article']).optional().describe('article: each change comes with its article'),
        }),
        response: answers({
          200: z.object({
            changes: z.array(ChangeBody),
            next: Cursor.describe('Give it as `after` the next time'),
            more: z.boolean().describe('Whether there is more to read right now'),
          }),
        }),
      },
    },
    async ({ query }) => {
      if (BigInt(query.after) > MAX_PLACE) refuseForeignCursor(query.after, await changeBounds(db));
      const read = await readChanges(db, query.after, query.limit);
      const withArticles = query.include === 'article';
      const changes = withArticles ? await attachArticles(db, read) : read.map(toBody);
      // After reading: entries removed meanwhile are then noticed, and not taken for read.
      const bounds = await changeBounds(db);
      refuseForeignCursor(query.after, bounds);
      const next = changes.at(-1)?.cursor ?? query.after;
      return { changes, next, more: BigInt(next) < BigInt(bounds.last) };
    },
  );
}

function toBody(change: Change): ChangeBody {
  return {
    ...change,
    kinds: change.kinds === null ? null : [...change.kinds],
    at: change.at.toISOString(),
  };
}

/** Stops early when the articles get too many bytes; what is left comes with the next request. */
async function attachArticles(db: Db, changes: readonly Change[]): Promise<ChangeBody[]> {
  const bodies: ChangeBody[] = [];
  let known = new Map<ArticleId, Article>();
  let bytes = 0;
  for (const [index, change] of changes.entries()) {
    if (index % CHUNK === 0) {
      const ids = changes.slice(index, index + CHUNK).map((c) => c.articleId);
      known = new Map((await findArticles(db, [...new Set(ids)])).map((article) => [article.id, article]));
    }
    const article = known.get(change.articleId) ?? null;
    bytes += article === null ? 0 : sizeOf(article);
    if (bodies.length > 0 && bytes > MAX_ANSWER_BYTES) break;
    bodies.push({ ...toBody(change), article });
  }
  return bodies;
}
