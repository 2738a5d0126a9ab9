/** GET /v1/articles…: articles, and what they said before. */
import { Readable } from 'node:stream';
import { z } from 'zod';
import { Article } from '../../article/article.ts';
import { RevisionKind, Withdrawal } from '../../article/revision-kind.ts';
import { ArticleDiff, diffArticles } from '../../deliver/article-diff.ts';
import { formatDiff } from '../../deliver/diff-text.ts';
import { canonicalUrl } from '../../frontier/canonical-url.ts';
import { ArticleId, ClusterId, SourceId } from '../../ids.ts';
import { articleSnapshot, type SnapshotPart } from '../../store/article-snapshot.ts';
import type { Db } from '../../store/database.ts';
import { findArticle, listArticles, listRevisions } from '../../store/read-articles.ts';
import { Address, listAddresses } from '../../store/recognitions.ts';
import { readWithinBudget } from '../budget.ts';
import { RequestError } from '../errors.ts';
import { DIFF_POLICY, diffPage } from '../page/diff-page.ts';
import type { Api, ApiParts } from '../parts.ts';
import { answers, limitParameter } from './shared.ts';

const Revision = z.object({
  revision: z.int().positive(),
  title: z.string(),
  contentHash: z.string(),
  fetched: z.iso.datetime(),
  kinds: z.array(RevisionKind).describe('What kind of change it was; empty for the first one'),
  withdrawal: Withdrawal.extend({ at: z.iso.datetime() })
    .nullable()
    .describe('Set where the article was withdrawn while it was at this revision'),
});
/** `3` is one revision, `1..3` what changed from the one to the other. */
const revisionNumber = z.coerce.number().int().min(1).max(2_147_483_647);

export function articleRoutes(api: Api, { database }: ApiParts): void {
  const { db } = database;
  const tags = ['articles'];

  api.get(
    '/v1/articles',
    {
      schema: {
        tags,
        summary: 'Articles, newest first',
        description:
          'A page ends early when its articles are very long; `next` is null on the last page only.',
        querystring: z.strictObject({
          source: SourceId.optional().describe('Only articles of this source'),
          url: z.string().max(4096).optional().describe('Only the article found under this address'),
          cluster: ClusterId.optional().describe('Only articles that carry the same text'),
          before: ArticleId.optional().describe('`next` of the page before'),
          limit: limitParameter(50, 200),
        }),
        response: answers({
          200: z.object({
            articles: z.array(Article),
            next: ArticleId.nullable().describe('Give it as `before` to get the next page'),
          }),
        }),
      },
    },
    async ({ query }) => {
      const url = query.url === undefined ? undefined : canonicalUrl(query.url).url;
      const { articles, more } = await readWithinBudget(query.limit, (last, limit) =>
        listArticles(db, {
          source: query.source,
          cluster: query.cluster,
          url,
          before: last?.id ?? query.before,
          limit,
        }),
      );
      return { articles, next: more ? (articles.at(-1)?.id ?? null) : null };
    },
  );

  snapshotRoute(api, db);

  api.get(
    '/v1/articles/:id',
    {
      schema: {
        tags,
        summary: 'One article at its current revision',
        params: z.object({ id: ArticleId }),
        response: answers({ 200: Article }),
      },
    },
    async ({ params }) => {
      const article = await findArticle(db, params.id);
      if (article === null) throw new RequestError('not_found_in_store', `There is no article ${params.id}`);
      return article;
    },
  );

  api.get(
    '/v1/articles/:id/addresses',
    {
      schema: {
        tags,
        summary: 'The addresses an article is known by, with why each is its own',
        params: z.object({ id: ArticleId }),
        response: answers({ 200: z.object({ addresses: z.array(Address) }) }),
      },
    },
    async ({ params }) => {
      const addresses = await listAddresses(db, params.id);
      // An article that was closed has given its addresses away.
      if (addresses.length === 0 && (await findArticle(db, params.id)) === null)
        throw new RequestError('not_found_in_store', `There is no article ${params.id}`);
      return { addresses };
    },
  );

  api.get(
    '/v1/articles/:id/revisions',
    {
      schema: {
        tags,
        summary: 'The revisions of an article, oldest first',
        params: z.object({ id: ArticleId }),
        response: answers({ 200: z.object({ revisions: z.array(Revision) }) }),
      },
    },
    async ({ params }) => {
      const revisions = await listRevisions(db, params.id);
      if (revisions.length === 0)
        throw new RequestError('not_found_in_store', `There is no article ${params.id}`);
      return {
        revisions: revisions.map((r) => ({ ...r, kinds: [...r.kinds], fetched: r.fetched.toISOString() })),
      };
    },
  );

  api.get(
    '/v1/articles/:id/revisions/:revision(^\\d+$)',
    {
      schema: {
        tags,
        summary: 'An article as it was at one revision',
        params: z.object({
          id: ArticleId,
          revision: revisionNumber,
        }),
        response: answers({ 200: Article }),
      },
    },
    async ({ params }) => {
      const article = await findArticle(db, params.id, params.revision);
      if (article === null) {
        const detail = `There is no article ${params.id} with a revision ${params.revision}`;
        throw new RequestError('not_found_in_store', detail);
      }
      return article;
    },
  );

  api.get(
    '/v1/articles/:id/revisions/:from(^\\d+)..:to(^\\d+$)',
    {
      schema: {
        tags,
        summary: 'What changed from one revision of an article to another, word by word',
        params: z.object({ id: ArticleId, from: revisionNumber, to: revisionNumber }),
        querystring: z.strictObject({
          format: z.enum(['json', 'text', 'html']).default('json').describe('html is a page of its own'),
        }),
        response: answers({ 200: z.union([ArticleDiff, z.string()]) }),
      },
    },
    async ({ params, query }, reply) => {
      const [from, to] = await Promise.all(
        [params.from, params.to].map((revision) => findArticle(db, params.id, revision)),
      );
      if (!from || !to) {
        const missing = from ? params.to : params.from;
        const detail = `There is no article ${params.id} with a revision ${missing}`;
        throw new RequestError('not_found_in_store', detail);
      }
      const diff = diffArticles(from, to);
      if (query.format === 'json') return diff;
      reply.serializer(String);
      if (query.format === 'text')
        return reply.type('text/plain; charset=utf-8').send(formatDiff(diff, false));
      return reply
        .header('content-security-policy', DIFF_POLICY)
        .type('text/html; charset=utf-8')
        .send(diffPage(diff));
    },
  );
}

/** Snapshots given at once: each holds a database session for as long as its reader takes. */
const SNAPSHOTS = 2;

function snapshotRoute(api: Api, db: Db): void {
  let running = 0;
  api.get(
    '/v1/articles/snapshot',
    {
      schema: {
        tags: ['articles', 'changes'],
        summary: 'All articles as they are at one place of the change log',
        description:
          'Where a consumer begins: lines of JSON, first `{"cursor": …}`, then `{"article": …}` for each article, ' +
          'last `{"end": {"articles": n}}`; without that line the answer was broken off and must be asked for ' +
          'anew. Then follow GET /v1/changes?after=cursor: no change is missed, none is met twice. An answer ' +
          'that is not read for a minute is broken off.',
        querystring: z.strictObject({ source: SourceId.optional().describe('Only articles of this source') }),
        produces: ['application/x-ndjson'],
        response: answers({ 200: z.unknown().describe('One JSON value a line') }),
      },
    },
    async ({ query }, reply) => {
      if (running >= SNAPSHOTS)
        throw new RequestError('snapshot_busy', `${SNAPSHOTS} snapshots are being read already`);
      running += 1;
      const parts = articleSnapshot(db, { source: query.source });
      const release = (): void => {
        running -= 1;
      };
      try {
        // Before the answer begins: what goes wrong up to here has a status.
        const first = await parts.next();
        const lines = Readable.from(linesOf(first.done ? null : first.value, parts));
        lines.once('close', release);
        return await reply.type('application/x-ndjson').send(lines);
      } catch (error) {
        release();
        throw error;
      }
    },
  );
}

async function* linesOf(
  first: SnapshotPart | null,
  rest: AsyncIterable<SnapshotPart>,
): AsyncGenerator<string> {
  const line = (value: unknown): string => `${JSON.stringify(value)}\n`;
  if (first !== null) yield line(first);
  let articles = 0;
  for await (const part of rest) {
    if (!('articles' in part)) continue;
    for (const article of part.articles) yield line({ article });
    articles += part.articles.length;
  }
  yield line({ end: { articles } });
}
