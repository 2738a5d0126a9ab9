/** A text that is longer than any body may be is cut before anything is done with it. */
import { describe, expect, it } from 'vitest';
import { parseHtml } from '../../../src/extract/html/index.ts';
import { DEFAULT_LIMITS } from '../../../src/extract/options.ts';
import { readPage } from '../../../src/extract/page/page.ts';
import { URL_OF_PAGE } from './read.ts';

function textWithin(markup: string, maxTextChars: number): string | null | undefined {
  const document = parseHtml(`<body>${markup}`, URL_OF_PAGE);
  readPage(document, URL_OF_PAGE, { ...DEFAULT_LIMITS, maxTextChars });
  return document.body?.textContent;
}

describe('a text longer than a body may be', () => {
  it('is cut there, and the texts beside it stay', () => {
    expect(textWithin('<p>abcdefgh</p><p>ijkl</p>', 5)).toBe('abcdeijkl');
    expect(textWithin('<p>abcde</p>', 5)).toBe('abcde');
  });

  it('counts a run of white space as one character', () => {
    expect(textWithin(`<p>ab${' '.repeat(50)}cd</p>`, 5)).toBe(`ab${' '.repeat(50)}cd`);
    expect(textWithin(`<p>ab${' \n'.repeat(50)}cdef</p>`, 5)).toBe(`ab${' \n'.repeat(50)}cd`);
  });

  it('is never cut between the halves of a surrogate pair', () => {
    expect(textWithin('<p>abcd😀e</p>', 5)).toBe('abcd');
    expect(textWithin('<p>abc😀e</p>', 5)).toBe('abc😀');
  });
});
