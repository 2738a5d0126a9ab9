/** What is kept of a host's robots.txt, and what it says about one URL. */
import { type Failure, fromFailure, NewsmillError } from '../errors.ts';
import { type RobotsPolicy, robotsVerdict } from '../fetch/robots.ts';

/** The JSON in `hosts.robots`. */
export interface HostRobots {
  readonly policy: RobotsPolicy;
  /** Why the file could not be read; then nothing is fetched from the host. */
  readonly failure: Failure | null;
}

/** Why robots.txt keeps newsmill from a URL; null where it may be fetched. */
export function refusedByRobots(robots: HostRobots, host: string, url: string): NewsmillError | null {
  if (robots.failure) return fromFailure(robots.failure);
  const verdict = robotsVerdict(robots.policy, url);
  if (verdict.allowed) return null;
  return new NewsmillError(
    'robots_disallowed',
    `Line ${verdict.line} of the robots.txt of ${host} disallows ${url}`,
  );
}
