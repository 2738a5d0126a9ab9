/** GET /: a page for people, and the part of it that is fetched again every two seconds. */
import { atMostEvery, withTimeout } from '../../observe/limits.ts';
import { QUEUE_NAMES } from '../../queue/jobs.ts';
import { countFrontier } from '../../store/frontier.ts';
import { countSources, listArticleHeads } from '../../store/overview.ts';
import { countArticles } from '../../store/read-articles.ts';
import { listVisits } from '../../store/visits.ts';
import type { Guard } from '../guard.ts';
import { PAGE_POLICY, page } from '../page/layout.ts';
import { type Overview, overviewBody } from '../page/overview-page.ts';
import type { Api, ApiParts } from '../parts.ts';

const SHOWN_ARTICLES = 20;
const SHOWN_FAILURES = 5;
/** However many look at the page, the database is asked once a second. */
const MAX_AGE_MS = 1000;
const QUEUE_LIMIT_MS = 2000;

export function overviewRoutes(api: Api, parts: ApiParts, guard: Guard): void {
  const overview = atMostEvery(MAX_AGE_MS, () => readOverview(parts));
  const schema = { hide: true };

  api.get('/', { schema }, async (request, reply) => {
    const body = overviewBody(await overview());
    const signedIn = guard.isSignedIn(request);
    return reply
      .header('content-security-policy', PAGE_POLICY)
      .type('text/html; charset=utf-8')
      .send(page({ title: 'newsmill', body, refreshed: true, signedIn }));
  });

  api.get('/overview', { schema }, async (_request, reply) =>
    reply.type('text/html; charset=utf-8').send(overviewBody(await overview()).html),
  );
}

async function readOverview({ database: { db }, queues, log }: ApiParts): Promise<Overview> {
  const counts = Promise.all(QUEUE_NAMES.map(async (name) => [name, await queues.counts(name)] as const));
  const [articles, sources, frontier, newest, failures, queueCounts] = await Promise.all([
    countArticles(db),
    countSources(db),
    countFrontier(db),
    listArticleHeads(db, SHOWN_ARTICLES),
    listVisits(db, { outcome: 'failed', limit: SHOWN_FAILURES }),
    withTimeout(counts, QUEUE_LIMIT_MS).catch((error: unknown) => {
      log.warn({ err: error }, 'the overview goes without queues');
      return null;
    }),
  ]);
  return { now: new Date(), articles, sources, frontier, newest, failures, queues: queueCounts };
}
