/**
 * The whole article, text, content and every field of its metadata, must be the same on newsmill's tree as on jsdom's.
 * Every run compares pages spread over all corpora; DIFFERENTIAL=all, as CI has it, compares all of them.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { extractPage } from '../../src/extract/extract.ts';
import type { DomChoice } from '../../src/extract/options.ts';
import { prepareDom } from '../../src/extract/page/parse.ts';
import { corpusPages, haveCorpora, readPage, spread } from '../support/corpora.ts';
import { malformedPages } from './malformed.ts';

const SAMPLE = 20;
/** Pages of one test: the runner says what each costs, so there are not thousands of them. */
const BATCH = 20;

/**
 * A second `<html>` or `<body>` tag adds the attributes that the first one lacks (HTML standard §13.2.6.4.7); jsdom lets
 * it overwrite the others too. One page in a thousand has one: it is taken out for both.
 */
function withoutRepeatedTags(html: string): string {
  let body = 0;
  let root = 0;
  return html.replace(/<(html|body)(?:\s[^>]*)?>/gi, (tag, name: string) =>
    (name.toLowerCase() === 'html' ? root++ : body++) === 0 ? tag : '',
  );
}

function read(html: string, dom: DomChoice): object {
  const input = {
    bytes: new TextEncoder().encode(html),
    url: 'https://news.example/2024/05/a-story.html',
    contentType: 'text/html; charset=utf-8',
    fetchedAt: Date.UTC(2026, 0, 1),
  };
  const { content, failure } = extractPage(input, { dom });
  return { ...content, failure };
}

async function compare(markup: string, name: string): Promise<void> {
  const html = withoutRepeatedTags(markup);
  expect(read(html, 'own'), name).toEqual(read(html, 'jsdom'));
  // jsdom's windows are collected only once the event loop has turned.
  await new Promise((resolve) => setImmediate(resolve));
}

beforeAll(() => prepareDom('jsdom'));

describe.skipIf(!haveCorpora())('articles of corpus pages', () => {
  const pages = haveCorpora() ? corpusPages() : [];
  // Other pages than those of the comparison of Readability alone.
  const chosen = process.env.DIFFERENTIAL === 'all' ? pages : spread(pages.slice(11), SAMPLE);
  const batches = Array.from({ length: Math.ceil(chosen.length / BATCH) }, (_, i) =>
    chosen.slice(i * BATCH, (i + 1) * BATCH),
  );
  it.each(batches.map((batch, i) => [i * BATCH, batch] as const))(
    'from number %i on are the same on both trees',
    async (_from, batch) => {
      for (const path of batch) await compare(readPage(path), path.split('/').slice(-3).join('/'));
    },
    240_000,
  );
});

describe('articles of malformed pages', () => {
  it.each(malformedPages())('%s', async (name, html) => compare(html, name));
});
