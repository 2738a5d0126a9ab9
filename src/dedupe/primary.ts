/** Which member of a cluster is the original, as far as its members tell. */
import { isAgencyHost, wireCredit } from './credit.ts';

export interface Member {
  readonly articleId: string;
  readonly url: string;
  readonly text: string;
  readonly authors: readonly string[];
  readonly organisations: readonly string[];
  readonly published: string | null;
  readonly publishedPrecision: 'second' | 'minute' | 'day' | null;
  /** When newsmill first had it. */
  readonly seen: Date;
  readonly withdrawn: boolean;
}

const DAY_MS = 86_400_000;
/** Clocks differ a little; a publication this long after it was seen is not believed. */
const TOLERANCE_MS = 3_600_000;
/** Copies of a text come out within a month of each other, and are mostly found within one. */
const MONTH_MS = 30 * DAY_MS;
/** Before there were news on the web: zero times and defaults, however many members state them. */
const EARLIEST = Date.UTC(1990, 0, 1);

/**
 * The member that the others are copies of: the one on the host of the agency that members credit, else
 * the earliest credible publication. One that was withdrawn is it only where all were. A date without a
 * time counts as the end of its day; a missing or incredible date counts as the time the page was seen.
 * Credible is a date at most a month before the page was seen, and an older one (an archive) that a member
 * on another host bears out within a month. Equal times go by id.
 */
export function primaryOf(members: readonly Member[]): string | null {
  const credited = new Set(members.flatMap((m) => wireCredit(m)?.agency ?? []));
  const standing = members.filter((m) => !m.withdrawn);
  const candidates = standing.length > 0 ? standing : members;
  const firstHand = candidates.filter((m) => [...credited].some((agency) => isAgencyHost(agency, hostOf(m))));
  const eligible = firstHand.length > 0 ? firstHand : candidates;
  const sorted = eligible
    .map((member) => ({ id: member.articleId, time: believedTime(member, members) }))
    .toSorted((a, b) => a.time - b.time || (a.id < b.id ? -1 : 1));
  return sorted[0]?.id ?? null;
}

const hostOf = (member: Member): string => URL.parse(member.url)?.hostname ?? '';

function believedTime(member: Member, all: readonly Member[]): number {
  const seen = member.seen.getTime();
  const stated = statedTime(member);
  if (stated === null || stated > seen + TOLERANCE_MS) return seen;
  if (stated < seen - MONTH_MS && !isBorneOut(stated, member, all)) return seen;
  return Math.min(seen, member.publishedPrecision === 'day' ? stated + DAY_MS - 1 : stated);
}

function isBorneOut(stated: number, member: Member, all: readonly Member[]): boolean {
  return all.some((other) => {
    const time = statedTime(other);
    return time !== null && Math.abs(time - stated) <= MONTH_MS && hostOf(other) !== hostOf(member);
  });
}

/** The stated time of publication; null where there is none that can be. */
function statedTime({ published }: Member): number | null {
  const time = published === null ? Number.NaN : Date.parse(published);
  return time >= EARLIEST ? time : null;
}
