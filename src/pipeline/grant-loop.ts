/** Gives out host slots as they become free, and enqueues the requests they allow. */
import { setTimeout as sleep } from 'node:timers/promises';
import { asDatabaseError } from '../store/database.ts';
import { workInFlight } from '../store/frontier.ts';
import { grantSlots, untilNextGrant } from '../store/grants.ts';
import { enqueueWork } from './enqueue.ts';
import type { Parts } from './parts.ts';

/** Slots granted in one statement. */
export const GRANT_BATCH = 200;
/** How old a count of what is under way may be. */
const COUNT_AGE_MS = 100;
/** Least time between two rounds that do not fill a batch. */
const LEAST_PAUSE_MS = 5;

/**
 * How many slots may be granted now. None before there is room for a good part of a batch: counting what is under way
 * for each single slot would cost more than the slot.
 */
function slotsToGrant(inFlight: number, maxInFlight: number): number {
  const room = maxInFlight - inFlight;
  return room < Math.min(GRANT_BATCH, maxInFlight) / 4 ? 0 : Math.min(GRANT_BATCH, room);
}

/** Room for more work under way, as the loop asks for it before each round. */
export interface Room {
  /** Slots that may be granted now. */
  left(): Promise<number>;
  /** Tells of what was granted since. */
  granted(count: number): void;
}

/**
 * Counts what is under way only now and then. Between two counts, what this process granted is added and nothing is
 * taken off, so that it never grants too much; what others grant meanwhile it does not see.
 *
 * @param count how much is under way, counted up to a number
 */
export function createRoom(count: (most: number) => Promise<number>, maxInFlight: number): Room {
  let inFlight = maxInFlight;
  let countedAt = Number.NEGATIVE_INFINITY;
  return {
    async left() {
      const known = slotsToGrant(inFlight, maxInFlight);
      if (known === GRANT_BATCH && performance.now() - countedAt < COUNT_AGE_MS) return known;
      countedAt = performance.now();
      inFlight = await count(maxInFlight);
      return slotsToGrant(inFlight, maxInFlight);
    },
    granted(more) {
      inFlight += more;
    },
  };
}

export interface GrantLoop extends AsyncDisposable {
  /** Looks again at once instead of at the end of the pause. */
  poke(): void;
  close(): Promise<void>;
}

/**
 * Grants slots until closed. Any number of processes may run one. When the later stages are behind
 * (`maintain.maxInFlight`), nothing is granted until they have caught up.
 */
export function startGrantLoop(parts: Parts): GrantLoop {
  let closed = false;
  let wake = new AbortController();
  const poke = (): void => wake.abort();
  const room = createRoom((most) => workInFlight(parts.database.db, most), parts.config.maintain.maxInFlight);

  async function round(): Promise<number> {
    const { db } = parts.database;
    const { leaseMs, grantIntervalMs } = parts.config.maintain;
    const limit = await room.left();
    if (limit === 0) return grantIntervalMs;
    const grants = await grantSlots(db, { limit, leaseMs, obeyRobots: parts.config.fetch.robots === 'obey' });
    room.granted(grants.length);
    if (grants.length > 0) await enqueueWork(parts.queues, grants);
    if (grants.length === limit) return 0;
    return Math.max(1, Math.min(grantIntervalMs, (await untilNextGrant(db)) ?? grantIntervalMs));
  }

  async function run(): Promise<void> {
    let failures = 0;
    while (!closed) {
      let pause: number;
      wake = new AbortController();
      try {
        const started = performance.now();
        pause = await round();
        parts.metrics.grant((performance.now() - started) / 1000);
        failures = 0;
      } catch (thrown) {
        const error = asDatabaseError(thrown);
        failures += 1;
        pause = Math.min(10_000, 250 * 2 ** failures);
        parts.log.error({ code: error.code, retryInMs: pause }, error.message);
      }
      if (closed || pause === 0) continue;
      // What ends meanwhile is granted for together: a round for each would find one host at a time.
      await sleep(LEAST_PAUSE_MS);
      if (!closed && !wake.signal.aborted && pause > LEAST_PAUSE_MS)
        await sleep(pause - LEAST_PAUSE_MS, undefined, { signal: wake.signal }).catch(() => undefined);
    }
  }

  const running = run();
  const close = async (): Promise<void> => {
    closed = true;
    poke();
    await running;
  };
  return { poke, close, [Symbol.asyncDispose]: close };
}
