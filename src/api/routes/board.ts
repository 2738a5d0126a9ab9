/** /queues: bull-board over newsmill's queues. Looking follows the rules for reads, acting those for writes. */
import { createBullBoard } from '@bull-board/api';
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import { FastifyAdapter } from '@bull-board/fastify';
import type { Api, ApiParts } from '../parts.ts';

const BASE = '/queues';

/** The board's page asks a font service of the outside world; with this it asks nobody. */
const BOARD_POLICY = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "object-src 'none'",
  "base-uri 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

export async function boardRoutes(api: Api, { queues, log }: ApiParts): Promise<void> {
  const adapter = new FastifyAdapter();
  adapter.setBasePath(BASE);
  createBullBoard({
    queues: queues.handles().map((queue) => new BullMQAdapter(queue)),
    serverAdapter: adapter,
    options: {
      uiConfig: {
        boardTitle: 'newsmill queues',
        hideDocsLink: true,
        miscLinks: [
          { text: 'Overview', url: '/' },
          { text: 'Sign in to act', url: `/login?next=${BASE}` },
        ],
      },
    },
  });
  adapter.setErrorHandler((error) => {
    log.error({ err: error }, 'the queue board failed');
    return {
      status: 500,
      body: { error: { key: 'ERRORS.INTERNAL_SERVER_ERROR' }, message: 'See the log of newsmill.' },
    };
  });
  await api.register(
    async (scope) => {
      scope.addHook('onRequest', async (_request, reply) => {
        reply.header('content-security-policy', BOARD_POLICY);
      });
      await scope.register(adapter.registerPlugin());
    },
    { prefix: BASE },
  );
}
