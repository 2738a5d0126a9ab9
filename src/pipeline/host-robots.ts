/** What is kept of a host's robots.txt and tdmrep.json, and what they say about one URL. */
import { z } from 'zod';
import { FAILURES, type FailureCode, fromFailure, NewsmillError } from '../errors.ts';
import { RobotsPolicy, robotsAllows } from '../fetch/robots.ts';
import { TdmRule } from '../rights/tdmrep.ts';

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

/** Why robots.txt keeps newsmill from a URL; null where it may be fetched. @param stored `hosts.robots` */
export function refusedByRobots(stored: unknown, host: string, url: string): NewsmillError | null {
  const { policy, failure } = HostRobots.parse(stored);
  if (failure) return fromFailure(failure);
  const { allowed, line } = robotsAllows(policy, url);
  if (allowed) return null;
  const which = line === null ? '' : ` (line ${line})`;
  return new NewsmillError('robots_disallowed', `The robots.txt of ${host} disallows ${url}${which}`);
}
