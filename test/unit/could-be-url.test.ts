import { expect, it } from 'vitest';
import { couldBeUrl } from '../../src/could-be-url.ts';

it.each([
  'https://news.example/a',
  'news.example/a b',
  '/a',
  'file:///a.html',
  'localhost:8080',
  'münchen.example',
])('%s can be meant as a URL', (text) => expect(couldBeUrl(text)).toBe(true));

it.each(['::', 'no url', 'http://', 'https://[::1/a'])('%s cannot', (text) =>
  expect(couldBeUrl(text)).toBe(false),
);
