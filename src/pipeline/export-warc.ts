/** Stored snapshots as one WARC file. */
import { warcInfo, warcRecord } from '../archive/warc-writer.ts';
import { asNewsmillError } from '../errors.ts';
import type { BlobStore } from '../fetch/blobs.ts';
import type { Db } from '../store/database.ts';
import { type SnapshotFilter, walkSnapshots } from '../store/read-snapshots.ts';

export interface WarcExport {
  /** File name that its first record states. */
  readonly filename: string;
  /** What made it: name and version. */
  readonly software: string;
  readonly filter: SnapshotFilter;
  write(bytes: Uint8Array): Promise<void>;
  readonly onProgress?: (done: number) => void;
}

export interface WarcExportSummary {
  readonly records: number;
  /** Snapshots whose bytes are gone from the store. */
  readonly missing: number;
}

/** Writes a gzipped WARC 1.1 record for each snapshot that matches, one in memory at a time. */
export async function exportWarc(
  parts: { readonly db: Db; readonly blobs: BlobStore },
  wanted: WarcExport,
): Promise<WarcExportSummary> {
  await wanted.write(await warcInfo(wanted.filename, wanted.software));
  let records = 0;
  let missing = 0;
  for await (const snapshot of walkSnapshots(parts.db, wanted.filter)) {
    let bytes: Uint8Array;
    try {
      bytes = await parts.blobs.get(snapshot.blob);
    } catch (thrown) {
      if (asNewsmillError(thrown).code !== 'blob_missing') throw thrown;
      missing += 1;
      continue;
    }
    const { url, status, headers, contentType, fetchedAt, via, kind } = snapshot;
    await wanted.write(await warcRecord({ url, status, headers, contentType, bytes, fetchedAt, via, kind }));
    records += 1;
    wanted.onProgress?.(records);
  }
  return { records, missing };
}
