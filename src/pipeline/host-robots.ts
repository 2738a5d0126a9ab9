/** What is kept of a host's robots.txt and tdmrep.json, and what they say about one URL. */
import { z } from 'zod';
import { FAILURES, type FailureCode, fromFailure, NewsmillError } from '../errors.ts';
import { RobotsPolicy, robotsAllows } from '../fetch/robots.ts';
import type { HostKey } from '../ids.ts';
import { TdmRule } from '../rights/tdmrep.ts';
import type { Db } from '../store/database.ts';
import { robotsOfHost } from '../store/hosts.ts';

const codes = Object.keys(FAILURES) as [FailureCode, ...FailureCode[]];

/** The JSON in `hosts.robots`. */
export const HostRobots = z.object({
  policy: RobotsPolicy,
  /** Why the file could not be read; then nothing is fetched from the host. */
  failure: z
    .object({
      class: z.enum(['permanent', 'transient', 'blocked', 'ours']),
      code: z.enum(codes),
      message: z.string(),
    })
    .nullable(),
  /** Since when the file cannot be read; null while it can. */
  unreachableSince: z.iso.datetime().nullable().default(null),
  /** When the file was last read, and the validators it came with. */
  readAt: z.iso.datetime().nullable().default(null),
  etag: z.string().nullable().default(null),
  lastModified: z.string().nullable().default(null),
  /** The rules of the host's tdmrep.json; null where there is none, or it was not asked for. */
  tdm: z.array(TdmRule).nullable().default(null),
});
export type HostRobots = z.infer<typeof HostRobots>;

/** Rules that a process keeps in all, some 20 MB; the largest file has ten thousand or so. */
const MOST_RULES = 100_000;

interface Kept {
  readonly revision: number;
  readonly robots: HostRobots | null;
  /** What it counts for; a host without rules counts too. */
  readonly weight: number;
}

/** Policies as they were last read, by host: a policy is checked once, not for each of its URLs. */
export class RobotsBook {
  readonly #kept = new Map<HostKey, Kept>();
  #weight = 0;

  /** What is kept of a host's robots.txt; null before it was first read. @param revision the host's `robots_revision` */
  async of(db: Db, host: HostKey, revision: number): Promise<HostRobots | null> {
    if (revision === 0) return null;
    const kept = this.#kept.get(host);
    if (kept !== undefined && kept.revision >= revision) return kept.robots;
    const stored = await robotsOfHost(db, host);
    const robots = stored?.robots == null ? null : HostRobots.parse(stored.robots);
    this.#forget(host);
    const weight = 1 + (robots?.policy.rules.length ?? 0) + (robots?.tdm?.length ?? 0);
    this.#kept.set(host, { revision: stored?.revision ?? revision, robots, weight });
    this.#weight += weight;
    for (const oldest of this.#kept.keys()) {
      if (this.#weight <= MOST_RULES) break;
      this.#forget(oldest);
    }
    return robots;
  }

  #forget(host: HostKey): void {
    this.#weight -= this.#kept.get(host)?.weight ?? 0;
    this.#kept.delete(host);
  }
}

/** Why robots.txt keeps newsmill from a URL; null where it may be fetched. */
export function refusedByRobots(robots: HostRobots, host: string, url: string): NewsmillError | null {
  const { policy, failure } = robots;
  if (failure) return fromFailure(failure);
  const { allowed, line } = robotsAllows(policy, url);
  if (allowed) return null;
  const which = line === null ? '' : ` (line ${line})`;
  return new NewsmillError('robots_disallowed', `The robots.txt of ${host} disallows ${url}${which}`);
}
