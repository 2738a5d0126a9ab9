/** What is kept of a host's robots.txt, and what it says about one URL. */
import { z } from 'zod';
import { FAILURES, type FailureCode, fromFailure, NewsmillError } from '../errors.ts';
import { RobotsPolicy, robotsAllows } from '../fetch/robots.ts';

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
