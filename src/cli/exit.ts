/** Exit codes, the same for every command. `newsmill --help` lists them, `newsmill help exit-codes` with their rules. */
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

/** How one exit code sums up many pages, lines or checks. The single table of it: help and docs/cli.md show this. */
export const EXIT_CODES: readonly { readonly command: string; readonly rule: string }[] = [
  {
    command: 'extract --batch',
    rule: '0 if any line gave an article, or there was no line; 3 if every line failed',
  },
  { command: 'crawl', rule: '0 if any page was stored or known already; else the code of the first failure' },
  {
    command: 'import',
    rule: '0 if any page was stored or known already, or there was none; 3 if every page failed; that of the failure if the archive breaks off',
  },
  { command: 'check', rule: '0 if all is answered, a refusal being an answer; 3 if any line got an error' },
  { command: 'dedupe --batch', rule: '0 if all lines were read, those with an error of their own too' },
  { command: 'explain', rule: '0 if something is known about the URL; 3 if nothing is' },
  { command: 'doctor', rule: '0 if nothing is wrong, warnings aside; 1 if anything is' },
  { command: 'rules test', rule: '0 if every rule does what its file says; 1 if any does not' },
];
