/**
 * Who may ask what.
 *
 * - Writes need the token, as a bearer token (RFC 6750 §2.1) or by a browser that signed in.
 * - Reads are open on a loopback address and need the token on any other, health checks excepted.
 * - On a loopback address the Host header must name loopback (or api.allowedHosts): a page from
 *   elsewhere whose name was pointed at 127.0.0.1 (DNS rebinding) is refused.
 * - What a browser sends for a page of another origin never counts as signed in.
 */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isLoopback } from '../config/loopback.ts';
import type { Config } from '../config/schema.ts';
import { RequestError } from './errors.ts';
import { hasSession, sameText } from './session.ts';

export interface Guard {
  /** For the onRequest hook. Throws RequestError, or sends a browser to the sign-in page. */
  check(request: FastifyRequest, reply: FastifyReply): FastifyReply | undefined;
  isSignedIn(request: FastifyRequest): boolean;
}

const READS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

export function createGuard(config: Config['api'], token: string): Guard {
  const loopback = isLoopback(config.host);
  const allowed = new Set(config.allowedHosts.map((host) => host.toLowerCase()));

  const checkHost = (request: FastifyRequest): void => {
    if (!loopback && allowed.size === 0) return;
    const host = hostnameOf(request.headers.host);
    if (host !== undefined && (allowed.has(host) || isLoopback(host))) return;
    throw new RequestError('request_refused', `This request is addressed to ${shown(request.headers.host)}`);
  };

  const checkOrigin = (request: FastifyRequest): void => {
    const { origin } = request.headers;
    if (origin === undefined || isSameOrigin(request)) return;
    const detail = `This request comes from a page of ${shown(origin)}`;
    throw new RequestError('request_refused', detail, { status: 403 });
  };

  const hasBearer = (request: FastifyRequest): boolean => {
    const [, given] = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '') ?? [];
    return given !== undefined && sameText(given, token);
  };

  const isSignedIn = (request: FastifyRequest): boolean => hasSession(request.headers.cookie, token);

  return {
    isSignedIn,
    check(request, reply) {
      checkHost(request);
      const isRead = READS.has(request.method);
      if (!isRead) checkOrigin(request);
      if (request.routeOptions.config.open === true || (isRead && loopback) || hasBearer(request))
        return undefined;
      if (isSignedIn(request) && (isRead || isSameOrigin(request))) return undefined;
      if (isRead && request.headers.accept?.includes('text/html')) {
        return reply.redirect(`/login?next=${encodeURIComponent(request.url)}`, 303);
      }
      const what = isRead ? `Reading from ${config.host}` : 'Changing anything';
      throw new RequestError('token_required', `${what} needs the token`);
    },
  };
}

/** Ports count here, which SameSite cookies do not look at. */
function isSameOrigin(request: FastifyRequest): boolean {
  const { origin, host } = request.headers;
  if (origin === undefined) return request.headers['sec-fetch-site'] === 'same-origin';
  return URL.canParse(origin) && new URL(origin).host === host?.toLowerCase();
}

/** Name or address of a Host header (RFC 9110 §7.2), lower case, without port. */
function hostnameOf(header: string | undefined): string | undefined {
  return /^(\[[0-9a-f:.]+\]|[^:/?#@\s]+)(?::\d{1,5})?$/i.exec(header ?? '')?.[1]?.toLowerCase();
}

const shown = (text: string | undefined): string => JSON.stringify((text ?? '').slice(0, 100));
