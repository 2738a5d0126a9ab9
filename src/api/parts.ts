/** What the API is put together from. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyBaseLogger, FastifyInstance, RawServerDefault } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Config } from '../config/schema.ts';
import type { Log } from '../observe/log.ts';
import type { Metrics } from '../observe/metrics.ts';
import type { Queues } from '../queue/queues.ts';
import type { Database } from '../store/database.ts';

export interface ApiParts {
  readonly config: Config;
  readonly database: Database;
  readonly queues: Queues;
  readonly log: Log;
  readonly metrics: Metrics;
  /** What writes have to show, and reads too on an address that other machines can reach. */
  readonly token: string;
  /** Called after sources were changed here, so that the schedulers follow at once. */
  readonly onSourcesChanged?: () => Promise<void> | void;
}

/** A fastify instance whose handlers get the types of their zod schemas. */
export type Api = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  ZodTypeProvider
>;

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Answered without a token on every address: health checks and the sign-in page. */
    open?: boolean;
  }
}
