/**
 * What the demo newspapers remember from one start to the next: their port, because URLs hold it, and
 * when things happened, because dates and the edit depend on it.
 */
import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { z } from 'zod';
import { makeFolder } from '../make-folder.ts';

const State = z.strictObject({
  version: z.literal(1),
  /** Tells this pair of papers from any other program that has the port. */
  id: z.uuid(),
  port: z.int().min(1).max(65_535),
  /** When a page was first asked for: the moment all dates are counted from. */
  openedAt: z.iso.datetime().nullable(),
  /** By story: when its page was first read. */
  firstRead: z.record(z.string(), z.iso.datetime()),
});
export type State = z.infer<typeof State>;

/** Below the ephemeral ports of Linux (from 32768), so that no outgoing connection has it by chance. */
const FIRST_PORT = 21_000;
const PORTS = 9_000;

/** Reads and writes one state file; a small one, so always as a whole. */
export class StateFile {
  readonly #path: string;
  readonly #log: (sentence: string) => void;
  #state: State;

  constructor(path: string, log: (sentence: string) => void) {
    this.#path = path;
    this.#log = log;
    this.#state = this.#read() ?? {
      version: 1,
      id: randomUUID(),
      port: portFor(path),
      openedAt: null,
      firstRead: {},
    };
  }

  get state(): State {
    return this.#state;
  }

  /** Replaces what `change` names. The file is whole at every moment. */
  update(change: Partial<Pick<State, 'port' | 'openedAt' | 'firstRead'>>): void {
    this.#state = { ...this.#state, ...change };
    makeFolder(dirname(this.#path));
    const fresh = `${this.#path}.${process.pid}`;
    writeFileSync(fresh, `${JSON.stringify(this.#state, null, 2)}\n`);
    renameSync(fresh, this.#path);
  }

  #read(): State | null {
    if (!existsSync(this.#path)) return null;
    try {
      return State.parse(JSON.parse(readFileSync(this.#path, 'utf8')));
    } catch (error) {
      if (!(error instanceof SyntaxError || error instanceof z.ZodError)) throw error;
      this.#log(`${this.#path} cannot be read as the demo newspaper’s state; it begins anew.`);
      return null;
    }
  }
}

/** The same port for the same place, and most likely another for another checkout. */
export function portFor(path: string): number {
  return FIRST_PORT + (createHash('sha256').update(resolve(path)).digest().readUInt32BE(0) % PORTS);
}

/** Port of the demo newspapers by their state file; null where they were never opened. */
export function portOfDemo(path: string): number | null {
  try {
    return State.parse(JSON.parse(readFileSync(path, 'utf8'))).port;
  } catch {
    // No file, or one that is not readable yet: then nobody has opened them here.
    return null;
  }
}
