/** Exit codes, the same for every command. `newsmill --help` lists them. */
import type { FailureClass } from '../errors.ts';

export const EXIT = {
  ok: 0,
  ours: 1,
  usage: 2,
  permanent: 3,
  transient: 4,
  blocked: 5,
  interrupted: 130,
} as const;

const BY_CLASS: Record<FailureClass, number> = {
  permanent: EXIT.permanent,
  transient: EXIT.transient,
  blocked: EXIT.blocked,
  ours: EXIT.ours,
};

/** The exit code of a command that ended with a failure of this class. */
export function exitCodeFor(failureClass: FailureClass): number {
  return BY_CLASS[failureClass];
}

export const EXIT_HELP = `Exit codes:
  0    done
  1    newsmill, its machine or its configuration failed
  2    the command line is wrong
  3    the input can never give an article (not found, not an article, broken, unsupported)
  4    it may work later (network, overloaded host)
  5    the host or its rules said no (robots.txt, paywall, bot check)
  130  interrupted`;
