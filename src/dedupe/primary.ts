/** Which member of a cluster is the original, as far as its members tell. */
import { isAgencyHost, wireCredit } from './credit.ts';

export interface Member {
  readonly articleId: string;
  readonly url: string;
  readonly text: string;
  readonly authors: readonly string[];
  readonly published: string | null;
  readonly publishedPrecision: 'second' | 'minute' | 'day' | null;
  /** When newsmill first had it. */
  readonly seen: Date;
}

const DAY_MS = 86_400_000;
/** Clocks differ a little; a publication this long after it was seen is not believed. */
const TOLERANCE_MS = 3_600_000;

/**
 * The member that the others are copies of: the one on the host of the agency that members credit, else
 * the earliest credible publication. A date without a time counts as the end of its day; a missing date,
 * or one after the page was seen, counts as the time it was seen. Equal times go by id.
 */
export function primaryOf(members: readonly Member[]): string | null {
  const credited = new Set(members.flatMap((m) => wireCredit(m)?.agency ?? []));
  const firstHand = members.filter((m) => {
    const host = URL.parse(m.url)?.hostname ?? '';
    return [...credited].some((agency) => isAgencyHost(agency, host));
  });
  const eligible = firstHand.length > 0 ? firstHand : members;
  const sorted = eligible.toSorted(
    (a, b) => believedTime(a) - believedTime(b) || (a.articleId < b.articleId ? -1 : 1),
  );
  return sorted[0]?.articleId ?? null;
}

function believedTime(member: Member): number {
  const seen = member.seen.getTime();
  if (member.published === null) return seen;
  const stated = Date.parse(member.published);
  if (Number.isNaN(stated) || stated > seen + TOLERANCE_MS) return seen;
  return Math.min(seen, member.publishedPrecision === 'day' ? stated + DAY_MS - 1 : stated);
}
