/** The copies of a story that arrive at once: its text, and the same as other outlets print it. */
import { createHash } from 'node:crypto';
import { textKey } from '../../src/dedupe/fingerprint.ts';
import type { NewExtraction } from '../../src/store/articles.ts';
import { NewsStream } from './documents.ts';

const FETCHED_AT = new Date('2026-03-01T12:00:00Z');

/** Copy 0 is the text itself, copy 1 the same at another address, the others are near copies. */
export function copyOf(round: number, story: number, copy: number): NewExtraction {
  const [original] = new NewsStream(round * 100_003 + story).take(1);
  if (original === undefined) throw new Error('A stream has no end');
  const { content } = original;
  const url = `https://outlet-${copy}.example/${round}/${story}`;
  const blocks = content.text.split('\n');
  const text = (
    copy < 2
      ? blocks
      : [`Seen by our man in town ${copy}.`, ...blocks.toSpliced(copy % blocks.length, 1), `Page ${copy}.`]
  ).join('\n');
  const changed = { ...content, url, canonicalUrl: url, text };
  const contentHash = createHash('sha256').update(`${changed.title}\n${text}`).digest('hex');
  return {
    content: { ...changed, contentHash },
    urls: [url],
    textKey: textKey(changed),
    sourceId: null,
    snapshotId: null,
    fetchedAt: FETCHED_AT,
  };
}
