/** Archived pages through `importPages`, for tests of what becomes of them. */
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import type { ArchivedPage, ArchiveEntry } from '../../src/archive/archived-page.ts';
import { Config } from '../../src/config/schema.ts';
import { createExtractPool, type ExtractPool } from '../../src/extract/pool.ts';
import { importPages } from '../../src/pipeline/import-pages.ts';
import type { ImportSummary } from '../../src/pipeline/import-tally.ts';
import { openTestParts, type TestParts } from './parts.ts';

export interface Importer {
  /** The parts of the test that runs, on a database of its own. */
  readonly parts: TestParts;
  readonly pool: ExtractPool;
  bring(
    entries: Iterable<ArchiveEntry> | AsyncIterable<ArchiveEntry>,
    options?: { readonly signal?: AbortSignal },
  ): Promise<ImportSummary>;
}

/** An importer for each test of a file, with one extraction thread for all of them. */
export function useImporter(): Importer {
  let pool: ExtractPool;
  let parts: TestParts;
  beforeAll(() => {
    pool = createExtractPool({ ...Config.parse({}).extract, threads: 1, spareThreads: 0, rulesDirs: [] });
  });
  afterAll(() => pool[Symbol.asyncDispose]());
  beforeEach(async () => {
    parts = await openTestParts();
  });
  afterEach(() => parts[Symbol.asyncDispose]());
  return {
    get parts() {
      return parts;
    },
    get pool() {
      return pool;
    },
    bring(entries, options = {}) {
      const all = (async function* () {
        yield* entries;
      })();
      return importPages({ ...parts, db: parts.store.db, pool }, all, { sourceId: null, ...options });
    },
  };
}

/** A page as it was fetched on a day of March 2026. */
export function archivedPage(url: string, bytes: Uint8Array, day = 1): ArchivedPage {
  return {
    url,
    status: 200,
    headers: { 'content-type': 'text/html' },
    contentType: 'text/html',
    bytes,
    fetchedAt: new Date(Date.UTC(2026, 2, day, 8)),
    via: 'fetch',
  };
}
