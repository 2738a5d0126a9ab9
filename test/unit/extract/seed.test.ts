import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { extractPage } from '../../../src/extract/extract.ts';

const Expected = z.object({
  url: z.string(),
  title: z.string(),
  authors: z.array(z.string()),
  section: z.string(),
  language: z.string(),
  site: z.string(),
  published: z.string(),
  modified: z.string(),
  headings: z.array(z.string()),
  paragraphs: z.array(z.string()),
  must_not_contain: z.array(z.string()),
});

const FETCHED_AT = Date.UTC(2025, 5, 1);
const own = new URL('../../fixtures/extract/harbour/', import.meta.url);
const shared = new URL('../../../../shared/seed/', import.meta.url);
const folders = [{ name: 'own page', folder: own }];
// Elsewhere the founding page may be absent; in CI it must be there.
if (existsSync(shared) || process.env.CI !== undefined)
  folders.push({ name: 'founding page', folder: shared });

describe.each(folders)('the $name', ({ folder }) => {
  const expected = Expected.parse(JSON.parse(readFileSync(new URL('expected.json', folder), 'utf8')));
  const read = (file: string, contentType: string) => {
    const bytes = readFileSync(fileURLToPath(new URL(file, folder)));
    const { content, failure } = extractPage({
      bytes,
      url: expected.url,
      contentType,
      fetchedAt: FETCHED_AT,
    });
    if (content === undefined) throw new Error(failure.message);
    return content;
  };
  const lines = (text: string): { headings: string[]; paragraphs: string[] } => {
    const all = text.split('\n');
    const isHeading = (line: string): boolean => expected.headings.includes(line);
    return { headings: all.filter(isHeading), paragraphs: all.filter((line) => !isHeading(line)) };
  };

  it('gives every expected field from HTML', () => {
    const article = read('page.html', 'text/html; charset=utf-8');
    expect(article).toMatchObject({
      url: expected.url,
      canonicalUrl: expected.url,
      title: expected.title,
      authors: expected.authors,
      section: expected.section,
      language: expected.language,
      siteName: expected.site,
      publishedPrecision: 'second',
      type: 'article',
      access: 'free',
    });
    // The same moments, in the zone of the page.
    expect(Date.parse(article.published ?? '')).toBe(Date.parse(expected.published));
    expect(Date.parse(article.modified ?? '')).toBe(Date.parse(expected.modified));
  });

  it('gives the same title, authors, section and language from plain text', () => {
    const article = read('page.txt', 'text/plain; charset=utf-8');
    expect(article).toMatchObject({
      title: expected.title,
      authors: expected.authors,
      section: expected.section,
      language: expected.language,
      published: null,
      siteName: null,
    });
  });

  it.each([
    ['page.html', 'text/html'],
    ['page.txt', 'text/plain'],
  ])('keeps exactly the headings and paragraphs of %s, in order', (file, type) => {
    const article = read(file, type);
    const { headings, paragraphs } = lines(article.text);
    expect(headings).toEqual(expected.headings);
    expect(paragraphs).toEqual(expected.paragraphs);
    const first = expected.paragraphs[0] ?? '';
    expect(article.text.startsWith(first) || article.text.startsWith(expected.headings[0] ?? first)).toBe(
      true,
    );
  });

  it.each([
    ['page.html', 'text/html'],
    ['page.txt', 'text/plain'],
  ])('has nothing of what stands around the article in %s', (file, type) => {
    const article = read(file, type);
    for (const phrase of expected.must_not_contain) {
      expect(article.text).not.toContain(phrase);
      expect(article.markdown).not.toContain(phrase);
      expect(article.html).not.toContain(phrase);
    }
  });
});
