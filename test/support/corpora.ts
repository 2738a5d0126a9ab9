/**
 * The labelled pages that stand beside a checkout (`../shared/corpora`). They are not part of the
 * project: without them the tests that need them are skipped, except in CI, where their absence is
 * an error.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import sniffEncoding from 'html-encoding-sniffer';

const CORPORA = fileURLToPath(new URL('../../../shared/corpora/', import.meta.url));

export const CORPUS_NAMES = ['articles', 'fundus', 'fundus-eval', 'trafilatura', 'htmldate'] as const;

/** Whether the corpora are there. Throws in CI when they are not. */
export function haveCorpora(): boolean {
  const there = existsSync(CORPORA);
  if (!there && process.env.CI !== undefined) throw new Error(`${CORPORA} is missing; CI must have it`);
  return there;
}

/** The path of a file or folder within the corpora. */
export function corpusPath(...parts: string[]): string {
  return CORPORA + parts.join('/');
}

/** The paths of all pages, corpus by corpus, sorted. */
export function corpusPages(): string[] {
  return CORPUS_NAMES.flatMap((corpus) =>
    readdirSync(corpusPath(corpus, 'html'))
      .filter((name) => name.endsWith('.html.gz'))
      .sort()
      .map((name) => corpusPath(corpus, 'html', name)),
  );
}

/** `count` pages, spread evenly over all of them. */
export function spread<T>(pages: readonly T[], count: number): T[] {
  if (count >= pages.length) return [...pages];
  return Array.from({ length: count }, (_, i) => pages[Math.floor((i * pages.length) / count)]).filter(
    (page) => page !== undefined,
  );
}

/** A page's markup, decoded as it declares (https://html.spec.whatwg.org/#determining-the-character-encoding). */
export function readPage(path: string): string {
  const bytes = gunzipSync(readFileSync(path));
  return new TextDecoder(sniffEncoding(bytes)).decode(bytes);
}
