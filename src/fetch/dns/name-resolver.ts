/**
 * How host names become addresses: by newsmill's own questions to the name servers (c-ares), not by the system's
 * resolver. That one works in the four threads that files and compression need too, so that a handful of names whose
 * servers are dead would hold up every other host for seconds.
 */
import { Resolver, lookup as systemLookup } from 'node:dns/promises';
import { statSync } from 'node:fs';
import { NewsmillError } from '../../errors.ts';
import { type Answer, AnswerCache } from './answer-cache.ts';
import { type HostsFile, openHostsFile } from './hosts-file.ts';

/** Host name to IPv4 and IPv6 addresses in text form. Rejects, or answers none, where the name has none. */
export type Resolve = (hostname: string) => Promise<readonly string[]>;

export interface NameResolverOptions {
  /** Name servers, each `address` or `address:port`; the system's (resolv.conf) where there is none. */
  readonly nameServers?: readonly string[] | undefined;
  /** The hosts file; the system's by default. */
  readonly hosts?: HostsFile | undefined;
}

/** Wait for one server, in milliseconds: at first, and at most, as c-ares doubles it with each round of tries. */
const TRY_MS = 1_500;
const LONGEST_TRY_MS = 3_000;
const TRIES = 3;

/**
 * How long one family of addresses waits for the other (RFC 8305 §3 asks for 50 ms between the two answers); some
 * servers never answer questions for IPv6 addresses.
 */
const OTHER_FAMILY_MS = 100;

const MAX_NAMES = 20_000;
/** Bounds of the time an answer is kept: the server's own within these, in seconds. */
const LONGEST_SECONDS = 300;
/** A name that does not exist, or whose servers are silent, is not asked for again within this, in seconds. */
const NONE_SECONDS = 15;

/** Errors of c-ares that are an answer: the name, or this kind of record, does not exist. */
const NO_SUCH: ReadonlySet<string> = new Set(['ENOTFOUND', 'ENODATA']);

const RESOLV_CONF = '/etc/resolv.conf';
const LOOK_MS = 5_000;

/** One question for one family. */
interface FamilyAnswer {
  readonly records: readonly { readonly address: string; readonly ttl: number }[];
  readonly error: Error | null;
}

/**
 * A resolver with its own bounded cache. Concurrent questions for one name are one question. The hosts file goes before
 * the DNS. A name without a dot that the DNS does not know is asked for through the system, which knows search domains,
 * one at a time, so that at most one of its threads is ever held.
 */
export function createNameResolver(options: NameResolverOptions = {}): Resolve {
  const hosts = options.hosts ?? openHostsFile();
  const nameServers = options.nameServers ?? [];
  const currentResolver = resolverOf(nameServers);
  const cache = new AnswerCache(MAX_NAMES);
  const asked = new Map<string, Promise<Answer>>();
  let systemQueue: Promise<unknown> = Promise.resolve();

  const askSystem = (name: string): Promise<Answer> => {
    const answer = systemQueue.then(async (): Promise<Answer> => {
      const found = await systemLookup(name, { all: true });
      return { addresses: found.map((entry) => entry.address) };
    });
    systemQueue = answer.catch(() => undefined);
    return answer.catch((error: Error) => ({ error }));
  };

  const ask = async (name: string): Promise<Answer> => {
    const { answer, seconds } = await askBothFamilies(currentResolver(), name);
    const needsSystem = answer.error !== undefined && !name.includes('.') && nameServers.length === 0;
    const final = needsSystem ? await askSystem(name) : answer;
    cache.put(name, final, seconds);
    return final;
  };

  return async (hostname) => {
    const name = hostname.toLowerCase();
    const local = hosts.addressesOf(name);
    if (local.length > 0) return local;
    let answer = cache.get(name);
    if (answer === undefined) {
      let running = asked.get(name);
      if (running === undefined) {
        running = ask(name).finally(() => asked.delete(name));
        asked.set(name, running);
      }
      answer = await running;
    }
    if (answer.error !== undefined) throw answer.error;
    return answer.addresses;
  };
}

/** IPv4 and IPv6 at once. The first that has addresses waits only briefly for the other. */
async function askBothFamilies(
  resolver: Resolver,
  name: string,
): Promise<{ readonly answer: Answer; readonly seconds: number }> {
  const v4 = family(resolver.resolve4(name, { ttl: true }));
  const v6 = family(resolver.resolve6(name, { ttl: true }));
  const first = await Promise.race([v4, v6]);
  const answers = first.records.length === 0 ? await Promise.all([v4, v6]) : await briefly([v4, v6]);
  const records = answers.flatMap((answer) => answer.records);
  if (records.length > 0) {
    const seconds = Math.min(LONGEST_SECONDS, ...records.map((record) => record.ttl));
    return { answer: { addresses: records.map((record) => record.address) }, seconds };
  }
  // What went wrong says more than that there is nothing of the other family.
  const errors = answers.flatMap((answer) => answer.error ?? []);
  const error = errors.find((one) => !NO_SUCH.has(codeOf(one))) ?? errors[0];
  return { answer: error === undefined ? { addresses: [] } : { error }, seconds: NONE_SECONDS };
}

async function family(
  question: Promise<readonly { readonly address: string; readonly ttl: number }[]>,
): Promise<FamilyAnswer> {
  try {
    return { records: await question, error: null };
  } catch (error) {
    return { records: [], error: error instanceof Error ? error : new Error(String(error)) };
  }
}

/** The answers that are there after a short wait; an empty one for each that is not. */
async function briefly(questions: readonly Promise<FamilyAnswer>[]): Promise<readonly FamilyAnswer[]> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<FamilyAnswer>((resolve) => {
    timer = setTimeout(() => resolve({ records: [], error: null }), OTHER_FAMILY_MS);
  });
  const answers = await Promise.all(questions.map((question) => Promise.race([question, late])));
  clearTimeout(timer);
  return answers;
}

/** A resolver for the given servers; for the system's, a fresh one whenever its settings changed. */
function resolverOf(nameServers: readonly string[]): () => Resolver {
  const make = (): Resolver => {
    const made = new Resolver({ timeout: TRY_MS, tries: TRIES, maxTimeout: LONGEST_TRY_MS });
    if (nameServers.length === 0) return made;
    try {
      made.setServers(nameServers);
    } catch (cause) {
      const detail = `fetch.nameServers: “${nameServers.join(', ')}” holds more than addresses and their ports`;
      throw new NewsmillError('config_invalid', detail, { cause });
    }
    return made;
  };
  // Wrong settings end the start, not the first request.
  if (nameServers.length > 0) make();
  let resolver: Resolver | null = null;
  let version: number | undefined;
  let lookedAt = Number.NEGATIVE_INFINITY;
  return () => {
    const now = performance.now();
    if (nameServers.length === 0 && now - lookedAt >= LOOK_MS) {
      lookedAt = now;
      const changed = statSync(RESOLV_CONF, { throwIfNoEntry: false })?.mtimeMs;
      if (changed !== version || changed === undefined) resolver = null;
      version = changed;
    }
    resolver ??= make();
    return resolver;
  };
}

function codeOf(error: Error): string {
  return 'code' in error ? String(error.code) : '';
}
