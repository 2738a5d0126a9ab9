/** Whole texts that feeds carry (RSS content:encoded, Atom and JSON Feed content): kept beside the page's hints. */
import type { DiscoveredUrl } from '../discover/discovered-url.ts';
import { asNewsmillError } from '../errors.ts';
import type { ExtractionInput, ExtractionResult } from '../extract/extraction.ts';
import type { ExtractPool } from '../extract/pool.ts';
import type { BlobStore } from '../fetch/blobs.ts';
import { type CanonicalOptions, canonicalUrl } from '../frontier/canonical-url.ts';
import type { BlobHash } from '../ids.ts';
import type { Db } from '../store/database.ts';
import { urlsWithFedText } from '../store/frontier.ts';
import type { Hints } from '../store/tables.ts';

/** Characters of markup under which an item carries a teaser. */
const LEAST_MARKUP = 600;

/**
 * Keeps the texts of items of which none is kept yet, as blobs.
 * @returns the blob of each item's address, as the feed writes it
 */
export async function keepFedTexts(
  db: Db,
  blobs: BlobStore,
  items: readonly DiscoveredUrl[],
  options: CanonicalOptions,
): Promise<ReadonlyMap<string, BlobHash>> {
  const long = items.flatMap(({ url, content }) => {
    if (content === undefined || content.length < LEAST_MARKUP) return [];
    const canonical = canonicalOrNull(url, options);
    return canonical === null ? [] : [{ url, canonical, content }];
  });
  if (long.length === 0) return new Map();
  const known = await urlsWithFedText(
    db,
    long.map(({ canonical }) => canonical),
  );
  const kept = new Map<string, BlobHash>();
  for (const { url, canonical, content } of long) {
    if (known.has(canonical)) continue;
    const { hash } = await blobs.put(new TextEncoder().encode(content), { transfer: true });
    kept.set(url, hash);
  }
  return kept;
}

/** What is no address is refused, with the reason, where it is submitted. */
function canonicalOrNull(url: string, options: CanonicalOptions): string | null {
  try {
    return canonicalUrl(url, options).url;
  } catch (thrown) {
    if (asNewsmillError(thrown).class === 'permanent') return null;
    throw thrown;
  }
}

/** Characters of a page's text from which on nothing is missing. */
const ENOUGH = 2000;
const LACKING = new Set(['no_article', 'needs_browser']);

function lacksText({ content, failure }: ExtractionResult): boolean {
  if (failure !== undefined) return LACKING.has(failure.code);
  return content.provenance.text !== 'rule' && content.text.length < ENOUGH;
}

/** Extracts a page; where it shows little, once more with the text that its feed carried. */
export async function extractWithHints(
  { pool, blobs }: { readonly pool: ExtractPool; readonly blobs: BlobStore },
  page: Omit<ExtractionInput, 'hints'>,
  hints: Hints | null,
  signal?: AbortSignal,
): Promise<ExtractionResult> {
  const { content: fed, ...others } = hints ?? {};
  const known = Object.fromEntries(Object.entries(others).filter(([, value]) => value !== undefined));
  const options = { transfer: true, ...(signal ? { signal } : {}) };
  // What goes to the thread is gone here.
  const again = fed === undefined ? null : { ...page, bytes: page.bytes.slice() };
  const result = await pool.extract({ ...page, hints: known }, options);
  if (fed === undefined || again === null || !lacksText(result)) return result;
  const content = new TextDecoder().decode(await blobs.get(fed));
  return await pool.extract({ ...again, hints: { ...known, content } }, options);
}
