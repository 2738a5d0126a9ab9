/**
 * The unmodified Readability must say the same on newsmill's tree as on jsdom's, to the character.
 * Every run compares pages spread over all corpora; DIFFERENTIAL=all compares all of them.
 */
import { Readability } from '@mozilla/readability';
import { describe, expect, it } from 'vitest';
import type { DomDocument } from '../../src/extract/html/dom.ts';
import { parseHtml } from '../../src/extract/html/index.ts';
import { closeJsdom, parseHtmlWithJsdom } from '../../src/extract/html/jsdom.ts';
import { corpusPages, haveCorpora, readPage, spread } from '../support/corpora.ts';
import { malformedPages } from './malformed.ts';

const SAMPLE = 60;
const URL_OF_PAGE = 'https://news.example/2024/05/a-story.html';

function read(document: DomDocument): object | null {
  return new Readability(document as unknown as Document).parse();
}

async function compare(html: string): Promise<void> {
  const own = read(parseHtml(html, URL_OF_PAGE));
  const reference = parseHtmlWithJsdom(html, URL_OF_PAGE);
  try {
    expect(own).toStrictEqual(read(reference));
  } finally {
    closeJsdom(reference);
    // jsdom's windows are collected only once the event loop has turned.
    await new Promise((resolve) => setImmediate(resolve));
  }
}

describe.skipIf(!haveCorpora())('Readability on corpus pages', () => {
  const pages = haveCorpora() ? corpusPages() : [];
  const chosen = process.env.DIFFERENTIAL === 'all' ? pages : spread(pages, SAMPLE);
  it.each(chosen.map((path) => [path.split('/').slice(-3).join('/'), path]))(
    '%s',
    async (_name, path) => compare(readPage(path)),
    120_000,
  );
});

describe('Readability on malformed pages', () => {
  it.each(malformedPages())('%s', async (_name, html) => compare(html));
});
