/** Knowing an article again under an address it did not have before. */
import { textKey } from '../dedupe/fingerprint.ts';
import { type NameKind, numbersDiffer, plainHostOf } from '../dedupe/names.ts';
import { titleOverlap } from '../dedupe/titles.ts';
import { comparable, verify } from '../dedupe/verify.ts';
import type { ArticleId } from '../ids.ts';
import type { Incoming, NewExtraction } from './extraction.ts';
import type { Shown } from './known-articles.ts';
import type { Workspace } from './workspace.ts';

/** Articles compared at most: names of one page that point to more say nothing. */
const MOST_OWNERS = 4;

/** Names that several articles may have. */
const WEAK: ReadonlySet<NameKind> = new Set(['publication-time', 'text']);

/** What the texts of two articles with a name in common say. */
type TextEvidence = 'same' | 'near' | 'edited';

export interface Named {
  readonly articleId: ArticleId;
  readonly names: readonly NameKind[];
  readonly text: TextEvidence;
}

/** Shares of the title and of the shorter text that must stand for an edit under another address. */
const KEPT_TITLE = 0.7;
const KEPT_TEXT = 0.7;

/**
 * The article that has one of the document's names, if it carries the same text: exactly, or, on the same
 * host, with changes as edits make them. Null: none.
 */
export async function findByName(work: Workspace, { names, extraction }: Incoming): Promise<Named | null> {
  const kinds = new Map<ArticleId, Set<NameKind>>();
  for (const [name, kind] of names) {
    const owner = work.names.ownerOf(name);
    if (owner !== undefined) kinds.set(owner, (kinds.get(owner) ?? new Set()).add(kind));
  }
  const isWeak = (id: ArticleId): boolean => [...(kinds.get(id) ?? [])].every((kind) => WEAK.has(kind));
  // Articles whose page is gone may stand under their new address by now; those that are open come first.
  const owners = [...kinds.keys()]
    .sort()
    .map((id) => work.article(id))
    .sort((a, b) => Number(isWeak(a.id)) - Number(isWeak(b.id)) || Number(a.withdrawn) - Number(b.withdrawn));
  for (const article of owners.slice(0, MOST_OWNERS)) {
    const shared = [...(kinds.get(article.id) ?? [])].sort();
    const text = compareTexts(await work.showing(article), extraction, shared);
    if (text !== null) return { articleId: article.id, names: shared, text };
  }
  return null;
}

function compareTexts(
  shown: Shown,
  { content, textKey: key }: NewExtraction,
  shared: readonly NameKind[],
): TextEvidence | null {
  const isWeak = shared.every((kind) => WEAK.has(kind));
  // The number may be the publisher's: a copy then, under an address of its own.
  if (isWeak && numbersDiffer(shown.url, content.url)) return null;
  if (textKey(shown) === key) return 'same';
  // Several pages may come out at one moment: no more than a copy of the text makes them one.
  if (!isWeak && textKey({ ...shown, title: '' }) === textKey({ ...content, title: '' })) return 'same';
  if (isWeak && !shared.includes('publication-time')) return null;
  // A phone's edition differs in small ways each time: taking it for an edit would make revisions to and fro.
  if (plainHostOf(shown.url) !== plainHostOf(content.url)) return null;
  const [before, after] = [comparable(shown), comparable(content)];
  const { outcome, direction, guard, evidence } = verify(before, after);
  if (outcome === 'merged' && direction === 'both') return 'near';
  // A feed may give one id to all its items, and forms are filled in anew under one title.
  const series = !shared.includes('number') && numbersDiffer(shown.url, content.url);
  const refilled = guard === 'other-name' && shared.every((kind) => kind === 'publisher-id');
  const edited =
    !isWeak &&
    !series &&
    !refilled &&
    guard !== 'template' &&
    evidence.shorterInLonger >= KEPT_TEXT &&
    titleOverlap(before.title, after.title) >= KEPT_TITLE;
  return edited ? 'edited' : null;
}
