/** The HTTP API as one fastify instance. It listens once `listen` is called on it. */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import Fastify from 'fastify';
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod';
import { answerError, COMMON_HEADERS, RequestError, routeOf } from './errors.ts';
import { createGuard } from './guard.ts';
import type { Api, ApiParts } from './parts.ts';
import { articleRoutes } from './routes/articles.ts';
import { boardRoutes } from './routes/board.ts';
import { changeRoutes } from './routes/changes.ts';
import { clusterRoutes } from './routes/clusters.ts';
import { docsRoutes } from './routes/docs.ts';
import { hostRoutes } from './routes/hosts.ts';
import { operationRoutes } from './routes/operations.ts';
import { overviewRoutes } from './routes/overview.ts';
import { signInRoutes } from './routes/sign-in.ts';
import { sourceRoutes } from './routes/sources.ts';
import { urlRoutes } from './routes/urls.ts';

const MAX_BODY_BYTES = 1024 * 1024;
/** Until a request has arrived completely. */
const REQUEST_TIMEOUT_MS = 30_000;
/** Until it is answered; a statement of the database ends at 60 s by itself. */
const HANDLER_TIMEOUT_MS = 65_000;
const IDLE_TIMEOUT_MS = 70_000;

/** Puts the API together. Nothing listens yet, nothing is asked of the database. */
export async function createApi(parts: ApiParts): Promise<Api> {
  const { config, log } = parts;
  const guard = createGuard(config.api, parts.token);
  const api = Fastify({
    logger: false,
    bodyLimit: MAX_BODY_BYTES,
    requestTimeout: REQUEST_TIMEOUT_MS,
    handlerTimeout: HANDLER_TIMEOUT_MS,
    connectionTimeout: IDLE_TIMEOUT_MS,
    keepAliveTimeout: IDLE_TIMEOUT_MS,
    forceCloseConnections: true,
    genReqId: () => randomUUID(),
    routerOptions: { maxParamLength: 200 },
    frameworkErrors: (error, request, reply) => answerError(error, request, reply, log),
  }).withTypeProvider<ZodTypeProvider>() as unknown as Api;

  api.setValidatorCompiler(validatorCompiler);
  api.setSerializerCompiler(serializerCompiler);
  api.setErrorHandler((error, request, reply) => answerError(error, request, reply, log));
  api.setNotFoundHandler((request) => {
    throw new RequestError('unknown_route', `There is no ${request.method} ${request.url.split('?', 1)[0]}`);
  });
  api.addHook('onRequest', async (request, reply) => {
    reply.headers(COMMON_HEADERS);
    try {
      return guard.check(request, reply);
    } catch (error) {
      // Answered here: plugins (the board) have error handlers of their own, which know no codes.
      answerError(error, request, reply, log);
      return reply;
    }
  });
  api.addHook('onResponse', async (request, reply) => {
    const { method } = request;
    const fields = {
      method,
      route: routeOf(request),
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    };
    log.debug(fields, 'answered');
  });

  await docsRoutes(api, version());
  articleRoutes(api, parts);
  changeRoutes(api, parts);
  clusterRoutes(api, parts);
  sourceRoutes(api, parts);
  hostRoutes(api, parts);
  urlRoutes(api, parts);
  operationRoutes(api, parts);
  overviewRoutes(api, parts, guard);
  signInRoutes(api, parts, guard);
  await boardRoutes(api, parts);
  await api.ready();
  return api;
}

/** Of package.json, which lies two folders above this one, or three when built. */
function version(): string {
  for (const up of ['../../package.json', '../../../package.json']) {
    try {
      const { version: found } = JSON.parse(readFileSync(new URL(up, import.meta.url), 'utf8')) as {
        version: string;
      };
      return found;
    } catch {
      // Not at this depth: this file is run from the checkout, or built.
    }
  }
  return '0.0.0';
}
