/**
 * Signing in with a browser: a cookie that is derived from the token and ends by itself. Browsers send
 * a host's cookies to all of its ports, so the token itself is never put into one.
 */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

const COOKIE = 'newsmill_session';
const LIFETIME_SECONDS = 12 * 3600;

/** Constant-time comparison of texts of any length. */
export function sameText(a: string, b: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}

/** The Set-Cookie value of a new session. `secure`: the browser came over TLS. */
export function sessionCookie(token: string, secure: boolean, nowMs = Date.now()): string {
  const expires = String(Math.floor(nowMs / 1000) + LIFETIME_SECONDS);
  const value = `${expires}.${sign(token, expires)}`;
  return `${COOKIE}=${value}; Max-Age=${LIFETIME_SECONDS}; ${attributes(secure)}`;
}

/** The Set-Cookie value that ends a session in the browser. */
export function endedCookie(secure: boolean): string {
  return `${COOKIE}=; Max-Age=0; ${attributes(secure)}`;
}

/** Whether a Cookie header carries a session made from `token` that has not ended. */
export function hasSession(cookieHeader: string | undefined, token: string, nowMs = Date.now()): boolean {
  const value = cookieHeader
    ?.split(';')
    .map((pair) => pair.trim())
    .find((pair) => pair.startsWith(`${COOKIE}=`))
    ?.slice(COOKIE.length + 1);
  const [, expires, signature] = /^(\d{1,12})\.([\w-]{43})$/.exec(value ?? '') ?? [];
  if (expires === undefined || signature === undefined) return false;
  return Number(expires) * 1000 > nowMs && sameText(signature, sign(token, expires));
}

const sign = (token: string, expires: string): string =>
  createHmac('sha256', token).update(`newsmill session until ${expires}`).digest('base64url');

const attributes = (secure: boolean): string =>
  `Path=/; HttpOnly; SameSite=Strict${secure ? '; Secure' : ''}`;
