import { expect, it } from 'vitest';
import { hasSession, sameText, sessionCookie } from '../../../src/api/session.ts';

const TOKEN = 'a-token-for-tests-only';
const NOW = Date.UTC(2026, 2, 1, 12);
const HOUR = 3_600_000;
const cookie = sessionCookie(TOKEN, false, NOW).split(';', 1)[0] ?? '';

it('holds for twelve hours', () => {
  expect(hasSession(cookie, TOKEN, NOW)).toBe(true);
  expect(hasSession(`other=1; ${cookie} ;x=y`, TOKEN, NOW + 11 * HOUR)).toBe(true);
  expect(hasSession(cookie, TOKEN, NOW + 12 * HOUR)).toBe(false);
});

it('ends with the token it was made from, and cannot be changed', () => {
  expect(hasSession(cookie, `${TOKEN}2`, NOW)).toBe(false);
  const [name, value = ''] = cookie.split('=');
  const [expires = '', signature = ''] = value.split('.');
  for (const forged of [
    `${Number(expires) + 3600}.${signature}`,
    `${expires}.${'A'.repeat(43)}`,
    `${expires}.`,
    expires,
    '',
    `${expires}.${signature}A`,
  ]) {
    expect(hasSession(`${name}=${forged}`, TOKEN, NOW), forged).toBe(false);
  }
  expect(hasSession(undefined, TOKEN, NOW)).toBe(false);
});

it('is for TLS only where the browser came over TLS', () => {
  expect(sessionCookie(TOKEN, true, NOW)).toMatch(/; HttpOnly; SameSite=Strict; Secure$/);
  expect(sessionCookie(TOKEN, false, NOW)).not.toContain('Secure');
});

it('compares texts of any length', () => {
  expect(sameText('', '')).toBe(true);
  expect(sameText('a', 'ab')).toBe(false);
  expect(sameText('é', 'é')).toBe(true);
});
