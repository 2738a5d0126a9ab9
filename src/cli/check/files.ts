/** Files that questions name. */
import { readFileBytes } from '../../extract/page-file.ts';

/** Largest file that is read, in bytes: as large as the largest page by default. */
const MAX_FILE_BYTES = 10_485_760;

/**
 * The bytes of a file, relative to the working folder; a name that ends in `.gz` is inflated.
 *
 * @throws NewsmillError `file_unreadable`, `file_too_large`, `bad_content_encoding`
 */
export async function readCheckedFile(path: string): Promise<Uint8Array> {
  return readFileBytes(path, { maxBytes: MAX_FILE_BYTES, code: 'file_too_large' });
}
