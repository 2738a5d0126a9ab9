/** Health, metrics and published schemas: what machines around newsmill ask. */
import { z } from 'zod';
import { PUBLISHED_SCHEMAS } from '../../config/json-schema.ts';
import { checkReadiness } from '../../observe/health.ts';
import { atMostEvery } from '../../observe/limits.ts';
import { QUEUE_NAMES } from '../../queue/jobs.ts';
import { changeBounds } from '../../store/changes.ts';
import { countFrontier } from '../../store/frontier.ts';
import type { Api, ApiParts } from '../parts.ts';
import { answers } from './shared.ts';

const Readiness = z.object({
  ready: z.boolean(),
  checks: z.array(
    z.object({
      name: z.string(),
      ok: z.boolean(),
      message: z.string(),
      mend: z.string().nullable().describe('What mends it'),
    }),
  ),
});

/** However often it is asked, the servers behind are asked once a second. */
const READINESS_MAX_AGE_MS = 1000;

export function operationRoutes(api: Api, parts: ApiParts): void {
  const { database, queues, metrics, log } = parts;
  const tags = ['operation'];
  const open = { open: true };

  api.get(
    '/healthz',
    {
      config: open,
      schema: {
        tags,
        summary: 'Whether the process is alive',
        response: answers({ 200: z.object({ status: z.literal('ok'), uptimeSeconds: z.number() }) }),
      },
    },
    async () => ({ status: 'ok' as const, uptimeSeconds: Math.round(process.uptime()) }),
  );

  const readiness = atMostEvery(READINESS_MAX_AGE_MS, () => checkReadiness({ pool: database.pool, queues }));
  api.get(
    '/readyz',
    {
      config: open,
      schema: {
        tags,
        summary: 'Whether it can work: database, schema, queue',
        response: { 200: Readiness, 503: Readiness },
      },
    },
    async (_request, reply) => {
      const checks = await readiness();
      const ready = checks.every((check) => check.ok);
      return reply.code(ready ? 200 : 503).send({ ready, checks });
    },
  );

  metrics.readFrom({
    queueJobs: async () => {
      const counts = await Promise.all(
        QUEUE_NAMES.map(async (name) => [name, { ...(await queues.counts(name)) }]),
      );
      return Object.fromEntries(counts) as Record<string, Record<string, number>>;
    },
    frontierUrls: async () => ({ ...(await countFrontier(database.db)) }),
    changesPosition: async () => Number((await changeBounds(database.db)).last),
    onError: (gauge, error) => log.warn({ err: error, gauge }, 'a gauge could not be read'),
  });
  api.get(
    '/metrics',
    { schema: { tags, summary: 'Metrics in the Prometheus text format', hide: false } },
    async (_request, reply) => reply.type(metrics.contentType).send(await metrics.text()),
  );

  const names = Object.keys(PUBLISHED_SCHEMAS) as (keyof typeof PUBLISHED_SCHEMAS)[];
  const schemas = new Map(names.map((name) => [name, JSON.stringify(PUBLISHED_SCHEMAS[name](), null, 2)]));
  api.get(
    '/v1/schemas/:name',
    {
      schema: {
        tags: ['schemas'],
        summary: 'JSON Schemas (draft 2020-12) of articles and of the files that configure newsmill',
        params: z.object({ name: z.enum(names) }),
      },
    },
    async ({ params }, reply) =>
      reply.type('application/schema+json; charset=utf-8').send(schemas.get(params.name)),
  );
}
