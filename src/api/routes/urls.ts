/** POST /v1/urls and GET /v1/visits: what is to be fetched, and how it went. */
import { z } from 'zod';
import { FAILURES } from '../../errors.ts';
import { canonicalOptionsOf, canonicalUrl } from '../../frontier/canonical-url.ts';
import { hostPolicies } from '../../frontier/host-policy.ts';
import { submitUrls } from '../../frontier/intake.ts';
import { ArticleId, SourceId } from '../../ids.ts';
import { findSource } from '../../store/sources.ts';
import { listVisits } from '../../store/visits.ts';
import { FailureBody, RequestError } from '../errors.ts';
import type { Api, ApiParts } from '../parts.ts';
import { answers, isoOrNull, limitParameter, TOKEN_NEEDED } from './shared.ts';

const MAX_URLS = 1000;

const UrlResult = z.object({
  url: z.string().describe('As it was given'),
  canonicalUrl: z.string().optional().describe('What newsmill calls it, if it was accepted'),
  error: FailureBody.optional().describe('Why it was refused'),
});

const Visit = z.object({
  id: z.string(),
  url: z.string(),
  kind: z.string(),
  outcome: z.string(),
  class: z.string().nullable(),
  code: z
    .string()
    .nullable()
    .describe(`One of ${Object.keys(FAILURES).join(', ')}`),
  message: z.string().nullable(),
  httpStatus: z.int().nullable(),
  articleId: ArticleId.nullable(),
  revision: z.int().nullable(),
  startedAt: z.iso.datetime().nullable(),
  endedAt: z.iso.datetime(),
});

export function urlRoutes(api: Api, { config, database }: ApiParts): void {
  const { db } = database;
  const tags = ['urls'];

  api.post(
    '/v1/urls',
    {
      schema: {
        tags,
        summary: 'Have URLs fetched: pages, feeds, sitemaps or home pages',
        description:
          'Each URL is fetched when its host’s turn comes; one that is known already is fetched again. ' +
          'GET /v1/visits?url= tells how it went. 400 if none of the URLs can be accepted.',
        security: TOKEN_NEEDED,
        body: z.strictObject({
          urls: z.array(z.string().max(16_384)).min(1).max(MAX_URLS),
          source: SourceId.optional().describe('Source whose articles these are'),
          priority: z.int().min(1).max(100).default(50).describe('1 is fetched first, 100 last'),
        }),
        response: answers({
          202: z.object({
            added: z.int().describe('How many were not known before'),
            known: z.int(),
            results: z.array(UrlResult).describe('One for each URL, in the order they were given'),
          }),
        }),
      },
    },
    async ({ body }, reply) => {
      const source = body.source === undefined ? null : await findSource(db, body.source);
      if (body.source !== undefined && source === null)
        throw new RequestError('not_found_in_store', `There is no source ${body.source}`);
      const intake = await submitUrls(
        db,
        body.urls.map((url) => ({ url, kind: 'seed' as const })),
        {
          sourceId: source?.id ?? null,
          priority: body.priority,
          policyOf: hostPolicies(config, source?.definition),
          again: true,
          canonical: canonicalOptionsOf(source?.definition.canonical),
        },
      );
      const accepted = new Map(intake.accepted.map((a) => [a.url, a.canonicalUrl]));
      const refused = new Map(intake.refused.map((r) => [r.url, r.failure]));
      if (accepted.size === 0) {
        const fields = body.urls.map((url, i) => ({
          path: `body.urls.${i}`,
          message: refused.get(url)?.message ?? 'is refused',
        }));
        const code = intake.refused[0]?.failure.code ?? 'invalid_url';
        throw new RequestError(code, 'None of the URLs can be fetched', { status: 400, fields });
      }
      const results = body.urls.map((url) => ({
        url,
        ...(accepted.has(url) ? { canonicalUrl: accepted.get(url) } : { error: refused.get(url) }),
      }));
      return reply.code(202).send({ added: intake.added, known: intake.known, results });
    },
  );

  api.get(
    '/v1/visits',
    {
      schema: {
        tags,
        summary: 'How visits of URLs ended, newest first',
        querystring: z.strictObject({
          url: z.string().max(16_384).optional(),
          outcome: z
            .enum(['new', 'revised', 'unchanged', 'duplicate', 'discovered', 'retried', 'failed'])
            .optional(),
          limit: limitParameter(50, 500),
        }),
        response: answers({ 200: z.object({ visits: z.array(Visit) }) }),
      },
    },
    async ({ query }) => {
      const visits = await listVisits(db, {
        ...(query.url === undefined ? {} : { url: canonicalUrl(query.url).url }),
        ...(query.outcome === undefined ? {} : { outcome: query.outcome }),
        limit: query.limit,
      });
      return {
        visits: visits.map((v) => ({
          ...v,
          startedAt: isoOrNull(v.startedAt),
          endedAt: v.endedAt.toISOString(),
        })),
      };
    },
  );
}
