/** Knowing an article again under an address it did not have before. */
import { textKey } from '../dedupe/fingerprint.ts';
import { plainHostOf } from '../dedupe/names.ts';
import { comparable, verify } from '../dedupe/verify.ts';
import type { ArticleId } from '../ids.ts';
import type { Incoming, NewExtraction } from './extraction.ts';
import type { Shown } from './known-articles.ts';
import type { Workspace } from './workspace.ts';

/** Articles compared at most: names of one page that point to more say nothing. */
const MOST_OWNERS = 4;

/**
 * The article that has one of the document's names, if it carries the same text: exactly, or, on the same
 * host, with small changes. Null: none.
 */
export async function findByName(
  work: Workspace,
  { names, extraction }: Incoming,
): Promise<ArticleId | null> {
  const owners = [...new Set(names.flatMap((name) => work.names.ownerOf(name) ?? []))].sort();
  const open = owners.map((id) => work.article(id)).filter((article) => !article.withdrawn);
  for (const article of open.slice(0, MOST_OWNERS))
    if (isSame(await work.showing(article), extraction)) return article.id;
  return null;
}

function isSame(shown: Shown, { content, textKey: key }: NewExtraction): boolean {
  if (textKey(shown) === key) return true;
  // A phone's edition differs in small ways each time: taking it for an edit would make revisions to and fro.
  if (plainHostOf(shown.url) !== plainHostOf(content.url)) return false;
  const { outcome, direction } = verify(comparable(shown), comparable(content));
  return outcome === 'merged' && direction === 'both';
}
