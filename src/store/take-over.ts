/** Taking over addresses that tell another story now. */
import { sql } from 'kysely';
import { articleNames } from '../dedupe/names.ts';
import type { ArticleId } from '../ids.ts';
import type { Tx } from './database.ts';
import type { Incoming } from './extraction.ts';
import type { KnownArticle } from './known-articles.ts';
import type { Workspace } from './workspace.ts';

/**
 * Gives to the document's new article the addresses of `current` that the document was found under, with the
 * names that come with them. The canonical address that the page names goes along only where `current` was
 * last seen under one of these too; otherwise it may be a wrong one. All others stay: `/latest` leads to one
 * story today and to another tomorrow, and the first is still told under its own address. One that has moved for good
 * to an address that is taken tells what that one tells: it goes along.
 *
 * @returns `isLeft`: `current` has lost its main address, the canonical one or, where that is another
 *   article's, the one it was last seen under
 */
export async function takeOver(
  work: Workspace,
  current: KnownArticle,
  { articleId, addresses, ownAddresses, names, extraction }: Incoming,
): Promise<{ readonly isLeft: boolean }> {
  const { url, canonicalUrl } = await work.showing(current);
  const main = (await work.hasAddress(current.id, canonicalUrl)) ? canonicalUrl : url;
  const isWhereSeen = extraction.content.url === url || ownAddresses.includes(url);
  const found = isWhereSeen ? addresses : ownAddresses;
  const taken = found.filter((address) => work.addresses.ownerOf(address) === current.id);
  const moved = taken.length === 0 ? [] : await movedTo(work.tx, current.id, taken);
  await work.addresses.claim(new Map(moved.map((address) => [address, articleId])));
  for (const address of moved) if (work.addresses.ownerOf(address) === current.id) taken.push(address);
  for (const address of taken) work.addresses.give(address, articleId);
  const isLeft = taken.includes(main) || (isWhereSeen && main === url);
  // Seldom enough to be claimed only now, out of the order of locks.
  await work.names.claim(new Map([...names.keys()].map((name) => [name, articleId])));
  const coming = articleNames(taken, isLeft ? { publisherIds: extraction.publisherIds } : {});
  const staying = articleNames(isLeft ? [] : [main]);
  for (const name of coming.keys())
    if (!staying.has(name) && work.names.ownerOf(name) === current.id) work.names.give(name, articleId);
  return { isLeft };
}

/** Addresses of an article that are known to have moved for good to one of `addresses`. */
async function movedTo(tx: Tx, id: ArticleId, addresses: readonly string[]): Promise<readonly string[]> {
  const { rows } = await sql<{ url: string }>`
    SELECT u.url FROM article_urls u JOIN frontier f ON f.url = u.url JOIN frontier t ON t.id = f.moved_to
    WHERE u.article_id = ${id} AND t.url = ANY(${[...addresses]}::text[])
      AND u.url <> ALL(${[...addresses]}::text[]) ORDER BY u.url`.execute(tx);
  return rows.map(({ url }) => url);
}
