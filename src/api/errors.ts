/** Failures as answers: `{ error: { class, code, message } }` with the status that fits. */
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { asNewsmillError, FAILURES, type FailureCode, NewsmillError } from '../errors.ts';
import type { Log } from '../observe/log.ts';
import { scrubText } from '../observe/scrub.ts';
import { asDatabaseError } from '../store/database.ts';

export const FieldProblem = z.object({
  path: z.string().describe('Where it stands: body.urls.0, querystring.limit'),
  message: z.string(),
});
export type FieldProblem = z.infer<typeof FieldProblem>;

export const FailureBody = z.object({
  class: z.enum(['permanent', 'transient', 'blocked', 'ours']),
  code: z.string().describe('Stable, for programs'),
  message: z.string().describe('For people, with the way out'),
});

export const ErrorBody = z.object({
  error: FailureBody.extend({
    fields: z.array(FieldProblem).optional().describe('Each part of the request that is wrong'),
  }),
});
export type ErrorBody = z.infer<typeof ErrorBody>;

/** Statuses of the codes that a request can cause; all others are 500. */
const STATUS: Partial<Record<FailureCode, number>> = {
  invalid_input: 400,
  invalid_url: 400,
  unsupported_scheme: 400,
  token_required: 401,
  request_refused: 421,
  not_found_in_store: 404,
  unknown_route: 404,
  state_conflict: 409,
  cursor_expired: 410,
  snapshot_busy: 503,
  database_unreachable: 503,
  queue_unreachable: 503,
};

export function statusOf(code: FailureCode): number {
  return STATUS[code] ?? 500;
}

/** An error with the parts of the request that caused it. */
export class RequestError extends NewsmillError {
  readonly status: number;
  readonly fields: readonly FieldProblem[];

  constructor(
    code: FailureCode,
    detail: string,
    options: { status?: number; fields?: readonly FieldProblem[] } = {},
  ) {
    super(code, detail);
    this.status = options.status ?? statusOf(code);
    this.fields = options.fields ?? [];
  }
}

export function errorBody(error: NewsmillError): ErrorBody {
  const fields = error instanceof RequestError && error.fields.length > 0 ? [...error.fields] : undefined;
  const message = scrubText(error.message);
  return { error: { class: error.class, code: error.code, message, ...(fields && { fields }) } };
}

/** Headers of every answer. With `no-referrer`, browsers would send the sign-in form with `Origin: null`. */
export const COMMON_HEADERS = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cache-control': 'no-store',
} as const;

/** Answers a request that failed. What only helps an operator goes to the log, not over the wire. */
export function answerError(thrown: unknown, request: FastifyRequest, reply: FastifyReply, log: Log): void {
  const error = toError(thrown, request);
  const status = error instanceof RequestError ? error.status : statusOf(error.code);
  if (status >= 500) {
    log.error(
      { err: error, requestId: request.id, method: request.method, route: routeOf(request) },
      'request failed',
    );
  }
  reply.headers(COMMON_HEADERS);
  if (status === 401) reply.header('www-authenticate', 'Bearer realm="newsmill"');
  if (status === 503) reply.header('retry-after', '5');
  reply
    .code(status)
    .type('application/json; charset=utf-8')
    .send(forBoard(errorBody(withoutInsides(error, request)), status, request));
}

/** The queue board's page shows what stands under its own names for a headline and a text. */
function forBoard(body: ErrorBody, status: number, request: FastifyRequest): object {
  if (!request.url.startsWith('/queues/api/') || ![401, 403, 421].includes(status)) return body;
  return { error: { ...body.error, key: 'ERRORS.FORBIDDEN' }, message: body.error.message };
}

/** The route's pattern, not its URL: what is logged has few values. */
export function routeOf(request: FastifyRequest): string {
  return request.routeOptions.url ?? '(none)';
}

function toError(thrown: unknown, request: FastifyRequest): NewsmillError {
  if (thrown instanceof NewsmillError) return thrown;
  if (hasZodFastifySchemaValidationErrors(thrown)) {
    const part = (thrown as FastifyError).validationContext ?? 'request';
    const fields = thrown.validation.map((issue) => ({
      path: `${part}${issue.instancePath.replaceAll('/', '.').replace(/\.$/, '')}`,
      message: issue.message ?? 'is not valid',
    }));
    const list = fields.map((field) => `${field.path}: ${field.message}`).join('; ');
    return new RequestError('invalid_input', `The request is not as it should be: ${list}`, { fields });
  }
  const status = httpStatusOf(thrown);
  if (status !== undefined && status < 500) {
    const reason = thrown instanceof Error ? thrown.message : `${request.method} was refused`;
    return new RequestError('invalid_input', reason, { status });
  }
  return isDriverError(thrown) ? asDatabaseError(thrown) : asNewsmillError(thrown);
}

function httpStatusOf(thrown: unknown): number | undefined {
  if (typeof thrown !== 'object' || thrown === null || !('statusCode' in thrown)) return undefined;
  return typeof thrown.statusCode === 'number' && thrown.statusCode >= 400 ? thrown.statusCode : undefined;
}

/** An error of node-postgres: an SQLSTATE, a socket's code, or its own words for a pool without connections. */
function isDriverError(thrown: unknown): boolean {
  if (!(thrown instanceof Error)) return false;
  const code = 'code' in thrown ? String(thrown.code) : '';
  return (
    /^[0-9A-Z]{5}$/.test(code) ||
    /^E[A-Z_]+$/.test(code) ||
    /timeout exceeded when trying to connect|Connection terminated/i.test(thrown.message)
  );
}

/** Statements and stack traces stay here; the request's id leads to them in the log. */
function withoutInsides(error: NewsmillError, request: FastifyRequest): NewsmillError {
  if (error.class !== 'ours' || error instanceof RequestError) return error;
  const detail =
    statusOf(error.code) === 503
      ? 'newsmill cannot reach a server it needs at the moment'
      : 'Something went wrong inside newsmill';
  const shown = new NewsmillError(error.code, `${detail} (request ${request.id})`);
  return FAILURES[error.code].class === 'ours' ? shown : error;
}
