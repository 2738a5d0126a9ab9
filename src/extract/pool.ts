/**
 * Extraction in worker threads: a page that hangs, eats the heap or crashes costs one thread, which
 * is replaced, and ends as a failure with that reason. The event loop that calls is never blocked.
 */
import v8 from 'node:v8';
import { Piscina } from 'piscina';
import { NewsmillError } from '../errors.ts';
import type { ExtractionInput, ExtractionResult } from './extraction.ts';
import type { DomChoice, ExtractLimits, ExtractOptions } from './options.ts';
import type { ThreadAnswer, ThreadData, ThreadTask } from './thread.ts';

export interface ExtractPoolOptions {
  readonly threads: number;
  /** JavaScript heap of one thread, in MiB. */
  readonly heapMb: number;
  /** Limit for one page, counted from when its thread begins with it. */
  readonly timeoutMs: number;
  /** Pages per thread after which the threads are replaced by fresh ones. */
  readonly recycleAfter: number;
  readonly dom?: DomChoice;
  readonly maxDepth?: number;
  readonly maxNodes?: number;
  readonly limits?: Partial<ExtractLimits>;
  /** Folders of source rules, absolute; own ones first. */
  readonly rulesDirs?: readonly string[];
  /** Told once about each thing that is wrong with a source rule. */
  readonly onRuleReport?: (message: string) => void;
  /**
   * Threads that stand by beside those that read, so that the pages behind one that costs its thread do
   * not wait for a new thread to load its code; 1 unless told otherwise. With 0, threads start when pages
   * come and end when none come, as short runs want it.
   */
  readonly spareThreads?: number;
  /** Most pages that wait for a thread; one more is refused. */
  readonly maxQueue?: number;
}

export interface ExtractCall {
  /** Ends the wait, and the thread if the page is being read. The call then rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  /** The caller gives the bytes away: they are moved to the thread, and empty here afterwards. */
  readonly transfer?: boolean;
}

export interface ExtractPool extends AsyncDisposable {
  /**
   * Reads one page in a worker thread.
   * @returns as `extractPage`, and `extraction_timeout`, `extraction_out_of_memory`, `extraction_crashed`
   * @throws NewsmillError `extraction_queue_full`; the signal's reason
   */
  extract(input: ExtractionInput, call?: ExtractCall): Promise<ExtractionResult>;
  readonly threads: number;
  /** Lets running pages end, refuses waiting ones, ends the threads. */
  close(): Promise<void>;
}

/** How long a fresh thread may take to load its code before its page counts as timed out. */
const START_ALLOWANCE_MS = 30_000;
/** Semi-spaces of a thread, in MiB, from the start and at most: in smaller ones more of a page outlives a collection. */
const SEMI_SPACE_MB = { least: 8, most: 16 };
/**
 * What V8 is told before it makes a thread's heap; `resourceLimits` has no members for these.
 *
 * Tables that are made while code loads live on, so V8 would have the code that made them put what it makes of pages
 * into the old generation as well: there it keeps whole pages until the next full collection, with all that they hold.
 */
export const THREAD_FLAGS: readonly string[] = [
  `--min-semi-space-size=${SEMI_SPACE_MB.least}`,
  `--max-semi-space-size=${SEMI_SPACE_MB.most}`,
  '--no-allocation-site-pretenuring',
];
/** A young generation is three semi-spaces. */
const YOUNG_GENERATION_MB = 3 * SEMI_SPACE_MB.most;
/** Reports on rules that are told apart; threads that come later may repeat those past it. */
const MAX_REPORTS = 10_000;

export function createExtractPool(options: ExtractPoolOptions): ExtractPool {
  return new ThreadPool(options);
}

interface Waiting {
  readonly start: () => void;
  readonly refuse: (reason: unknown) => void;
}

type Workers = Piscina<ThreadTask | null, ThreadAnswer | null>;

/**
 * Threads that were started together, and end together once none of them reads. What they read is counted here:
 * Piscina's own `close` ends threads that still read as soon as one of several has ended its page.
 */
interface Crew {
  readonly workers: Workers;
  reading: number;
  whenIdle: (() => void) | null;
}

class ThreadPool implements ExtractPool {
  readonly threads: number;
  readonly #options: ExtractPoolOptions;
  readonly #extractOptions: ExtractOptions;
  readonly #waiting: Waiting[] = [];
  readonly #retired = new Set<Promise<void>>();
  readonly #reported = new Set<string>();
  #crew: Crew;
  /** Fresh threads that load their code before they take over. */
  #next: Crew | null = null;
  #running = 0;
  #whenIdle: (() => void) | null = null;
  #begun = 0;
  #closed = false;
  #ending: Promise<void> | null = null;

  constructor(options: ExtractPoolOptions) {
    this.threads = options.threads;
    this.#options = options;
    this.#extractOptions = {
      dom: options.dom ?? 'own',
      limits: {
        ...options.limits,
        ...(options.maxDepth === undefined ? {} : { maxDepth: options.maxDepth }),
        ...(options.maxNodes === undefined ? {} : { maxNodes: options.maxNodes }),
      },
    };
    // What the launcher gave the main thread's heap stays: it only passes pages on, and its limit would bind its
    // threads too.
    for (const flag of THREAD_FLAGS) v8.setFlagsFromString(flag);
    this.#crew = this.#startCrew();
  }

  async extract(input: ExtractionInput, call: ExtractCall = {}): Promise<ExtractionResult> {
    call.signal?.throwIfAborted();
    await this.#turn(call.signal);
    try {
      return await this.#run(input, call);
    } finally {
      this.#running--;
      this.#waiting.shift()?.start();
      if (this.#running === 0) this.#whenIdle?.();
    }
  }

  close(): Promise<void> {
    this.#ending ??= this.#end();
    return this.#ending;
  }

  async #end(): Promise<void> {
    this.#closed = true;
    for (const waiting of this.#waiting.splice(0)) waiting.refuse(closedError());
    if (this.#running > 0) await new Promise<void>((resolve) => (this.#whenIdle = resolve));
    await Promise.all([
      this.#dismiss(this.#crew),
      this.#next === null ? undefined : this.#dismiss(this.#next),
      ...this.#retired,
    ]);
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  /** Waits for a free thread, so that every page that is handed to the workers begins at once. */
  async #turn(signal: AbortSignal | undefined): Promise<void> {
    if (this.#closed) throw closedError();
    if (this.#running < this.threads) {
      this.#running++;
      return;
    }
    const most = this.#options.maxQueue ?? Math.max(64, this.threads * 16);
    if (this.#waiting.length >= most) {
      throw new NewsmillError(
        'extraction_queue_full',
        `${this.#waiting.length} pages wait for an extraction thread already.`,
      );
    }
    await new Promise<void>((resolve, reject) => {
      const give = (): void => {
        signal?.removeEventListener('abort', leave);
        this.#running++;
        resolve();
      };
      const entry: Waiting = {
        start: give,
        refuse: (reason) => {
          signal?.removeEventListener('abort', leave);
          reject(reason);
        },
      };
      const leave = (): void => {
        const at = this.#waiting.indexOf(entry);
        if (at >= 0) this.#waiting.splice(at, 1);
        reject(signal?.reason);
      };
      signal?.addEventListener('abort', leave, { once: true });
      this.#waiting.push(entry);
    });
  }

  async #run(input: ExtractionInput, call: ExtractCall): Promise<ExtractionResult> {
    this.#recycleWhenDue();
    const startedAt = new Float64Array(new SharedArrayBuffer(8));
    const limit = new AbortController();
    const timer = watchTime(startedAt, this.#options.timeoutMs, () => limit.abort());
    const signal = call.signal === undefined ? limit.signal : AbortSignal.any([limit.signal, call.signal]);
    const bytes = ownBytes(input.bytes, call.transfer === true);
    const crew = this.#crew;
    crew.reading++;
    try {
      const task: ThreadTask = {
        input: { ...input, bytes },
        options: this.#extractOptions,
        rulesDirs: this.#options.rulesDirs ?? [],
        startedAt,
      };
      const answer = await crew.workers.run(task, { signal, transferList: [bytes.buffer] });
      if (answer === null) throw new NewsmillError('internal', 'An extraction thread gave no answer.');
      for (const report of answer.reports) this.#tell(report);
      return answer.result;
    } catch (thrown) {
      if (call.signal?.aborted === true) throw call.signal.reason;
      return { failure: this.#failureOf(thrown, limit.signal.aborted, input.url).toFailure() };
    } finally {
      timer.stop();
      if (--crew.reading === 0) crew.whenIdle?.();
    }
  }

  /** Every thread meets the same rule files; each report is passed on once. */
  #tell(report: string): void {
    if (this.#reported.has(report)) return;
    if (this.#reported.size < MAX_REPORTS) this.#reported.add(report);
    this.#options.onRuleReport?.(report);
  }

  #failureOf(thrown: unknown, timedOut: boolean, url: string): NewsmillError {
    if (timedOut) {
      return new NewsmillError(
        'extraction_timeout',
        `Reading ${url} took longer than ${this.#options.timeoutMs} ms.`,
      );
    }
    if (thrown instanceof Error && 'code' in thrown && thrown.code === 'ERR_WORKER_OUT_OF_MEMORY') {
      return new NewsmillError(
        'extraction_out_of_memory',
        `Reading ${url} needed more than ${this.#options.heapMb} MiB.`,
      );
    }
    const detail = thrown instanceof Error ? thrown.message : String(thrown);
    return new NewsmillError('extraction_crashed', `The thread that read ${url} ended: ${detail}`, {
      cause: thrown,
    });
  }

  /** Fresh threads take over once they have loaded; the old ones end when their pages have. */
  #recycleWhenDue(): void {
    if (this.#begun++ < this.#options.recycleAfter * this.threads || this.#next !== null) return;
    const next = this.#startCrew();
    this.#next = next;
    const takeOver = (): void => {
      if (this.#closed) return;
      const old = this.#crew;
      this.#crew = next;
      this.#next = null;
      this.#begun = 0;
      const ended = this.#dismiss(old).finally(() => this.#retired.delete(ended));
      this.#retired.add(ended);
    };
    // Threads that cannot even load are found out by the pages that they get.
    next.workers.run(null).then(takeOver, takeOver);
  }

  /** Ends a crew's threads when their pages have ended, each of which has its limit. */
  async #dismiss(crew: Crew): Promise<void> {
    if (crew.reading > 0) {
      const limit = this.#options.timeoutMs + START_ALLOWANCE_MS;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, limit);
        crew.whenIdle = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    await crew.workers.destroy();
  }

  #startCrew(): Crew {
    const spare = this.#options.spareThreads ?? 1;
    const most = this.threads + spare;
    const file = import.meta.url.endsWith('.ts') ? './thread.ts' : './thread.js';
    const workerData: ThreadData = { warmsUp: spare > 0 };
    const workers: Workers = new Piscina({
      workerData,
      filename: new URL(file, import.meta.url).href,
      // Where threads stand by, one that is lost is replaced at once.
      minThreads: spare === 0 ? 0 : most,
      maxThreads: most,
      idleTimeout: 60_000,
      concurrentTasksPerWorker: 1,
      atomics: 'disabled',
      recordTiming: false,
      execArgv: [],
      resourceLimits: {
        maxOldGenerationSizeMb: this.#options.heapMb,
        maxYoungGenerationSizeMb: YOUNG_GENERATION_MB,
      },
    });
    // A thread that dies between two pages has no page to report it to: the next page gets a new one.
    workers.on('error', () => undefined);
    return { workers, reading: 0, whenIdle: null };
  }
}

function closedError(): NewsmillError {
  return new NewsmillError('internal', 'The extraction pool is closed.');
}

/** Bytes in a buffer of their own, which can be moved: those given away, or a copy. */
function ownBytes(bytes: Uint8Array, given: boolean): Uint8Array<ArrayBuffer> {
  const whole = bytes.byteOffset === 0 && bytes.byteLength === bytes.buffer.byteLength;
  if (given && whole && bytes.buffer instanceof ArrayBuffer) return new Uint8Array(bytes.buffer);
  return Uint8Array.from(bytes);
}

/** Fires when a page has been read for `timeoutMs`; the time its thread needs to load is not counted. */
function watchTime(startedAt: Float64Array, timeoutMs: number, fire: () => void): { stop(): void } {
  const givenUp = Date.now() + START_ALLOWANCE_MS + timeoutMs;
  let timer: NodeJS.Timeout;
  const check = (): void => {
    const started = startedAt[0] ?? 0;
    const due = started === 0 ? givenUp : started + timeoutMs;
    const left = due - Date.now();
    if (left <= 0) fire();
    else timer = setTimeout(check, started === 0 ? Math.min(left, timeoutMs) : left);
  };
  timer = setTimeout(check, timeoutMs);
  return { stop: () => clearTimeout(timer) };
}
