/** Articles read from the real pages that stand beside a checkout, each story once. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { extractPage } from '../../src/extract/extract.ts';
import { CORPUS_NAMES, spread } from '../../test/support/corpora.ts';
import { type RealArticle, wordCount } from './dedupe-cases.ts';

const FEWEST_WORDS = 80;
/** Words (or characters, without spaces) of a passage that two stories do not have in common by chance. */
const PASSAGE_WORDS = 8;
const PASSAGE_CHARACTERS = 12;
/** Share of its passages that a story may have in common with those before it. */
const KNOWN_SHARE = 0.05;
/** No page is dated by the clock of the run. */
const FETCHED_AT = Date.UTC(2026, 10, 1);

/**
 * The articles of at most `most` pages, spread evenly over the corpora in `folder`. What shares passages with an article
 * before it is left out: the same page stands in several corpora.
 */
export function realArticles(folder: string, most = Number.POSITIVE_INFINITY): RealArticle[] {
  const paths = CORPUS_NAMES.flatMap((corpus) => {
    const pages = join(folder, corpus, 'html');
    return existsSync(pages)
      ? readdirSync(pages)
          .filter((name) => name.endsWith('.html.gz'))
          .sort()
          .map((name) => join(pages, name))
      : [];
  });
  const known = new Set<string>();
  return spread(paths, most).flatMap((path, n) => {
    const bytes = gunzipSync(readFileSync(path));
    const url = `https://page-${n}.example/`;
    const { content } = extractPage({ bytes, url, contentType: null, fetchedAt: FETCHED_AT });
    if (!content || wordCount(content.text) < FEWEST_WORDS) return [];
    const passages = passagesOf(content.text);
    const shared = passages.filter((passage) => known.has(passage)).length;
    for (const passage of passages) known.add(passage);
    if (shared > passages.length * KNOWN_SHARE) return [];
    return [{ title: content.title, text: content.text }];
  });
}

function passagesOf(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  // Where no spaces are written a “word” is half a sentence.
  const units = text.length > words.length * 12 ? [...text] : words;
  const width = units === words ? PASSAGE_WORDS : PASSAGE_CHARACTERS;
  return Array.from({ length: Math.max(0, units.length - width + 1) }, (_, i) =>
    units.slice(i, i + width).join(' '),
  );
}
