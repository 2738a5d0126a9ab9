/** `check charset`: which encoding a document is read in, and what told it. */
import { z } from 'zod';
import { NewsmillError } from '../../errors.ts';
import { type CharsetSource, charsetOf, type Markup } from '../../extract/page/charset.ts';
import { sniffContent } from '../../extract/page/sniff.ts';
import { sniffDocument } from '../../fetch/sniff.ts';
import { type Question, questionOf } from './batch.ts';
import { readCheckedFile } from './files.ts';

export const CharsetAsked = z
  .object({
    /** Relative to the working folder; inflated where its name ends in `.gz`. */
    file: z.string().min(1).optional(),
    base64: z.base64().optional(),
    /** The Content-Type header that came with it. */
    contentType: z.string().max(10_000).nullable().optional(),
  })
  .refine((asked) => (asked.file === undefined) !== (asked.base64 === undefined), {
    error: 'give exactly one of file and base64',
  });
export type CharsetAsked = z.infer<typeof CharsetAsked>;

export interface CharsetAnswer {
  /** WHATWG name, lower case. */
  readonly charset: string;
  readonly from: CharsetSource;
}

export const charsetQuestion: Question = questionOf(CharsetAsked, async (asked): Promise<CharsetAnswer> => {
  const { file, base64, contentType = null } = asked;
  const bytes = file === undefined ? Buffer.from(base64 ?? '', 'base64') : await readCheckedFile(file);
  const { encoding, from } = charsetOf(bytes, contentType, markupOf(bytes, contentType));
  return { charset: encoding, from };
});

/** How the stages would read it: feeds and sitemaps as XML, pages as HTML, the rest as text. */
export function markupOf(bytes: Uint8Array, contentType: string | null): Markup {
  const document = sniffDocument(bytes, contentType);
  if (document === 'xml-feed' || document.startsWith('sitemap')) return 'xml';
  try {
    return sniffContent(bytes, contentType);
  } catch (thrown) {
    // Not a page at all; a feed in UTF-16 ends here too, which names its encoding as XML does.
    if (thrown instanceof NewsmillError) return /\bxml\b/i.test(contentType ?? '') ? 'xml' : 'text';
    throw thrown;
  }
}
