/** Runs a queue's jobs: checks what was stored, calls the handler, turns errors into outcomes. */
import { setTimeout as sleep } from 'node:timers/promises';
import { WaitingError, Worker } from 'bullmq';
import { NewsmillError } from '../errors.ts';
import {
  HELD_ELSEWHERE,
  type Payload,
  type QueueBackend,
  type StoredJob,
  type WorkerHandle,
} from './backend.ts';
import type { QueueSettings } from './job-options.ts';
import type { JobData, JobName, QueueName } from './jobs.ts';
import { keepUp } from './keeping-up.ts';
import { onceInAWhile, type QueueLog } from './log.ts';
import { checkPayload } from './payload.ts';
import { REDIS_PREFIX } from './redis-backend.ts';
import { asOutcome, pauseBeforeRetry } from './retry.ts';

export interface JobContext {
  /** The id the job was added with. */
  readonly jobId: string;
  /** 1 for the first try. */
  readonly attempt: number;
  /** Aborted when the worker must let go of the job: it is closing, or another worker has taken it. */
  readonly signal: AbortSignal;
  readonly log: QueueLog;
}

/** One function for each job of the queue. What it throws decides the outcome; see retry.ts. */
export type Handlers<Q extends QueueName> = {
  readonly [N in JobName<Q>]: (data: JobData<Q, N>, context: JobContext) => Promise<void>;
};

export interface WorkOptions {
  /** Most jobs at once in this worker; fewer while its process gets too little CPU. */
  readonly concurrency: number;
}

export interface QueueWorker extends AsyncDisposable {
  readonly queue: QueueName;
  /** Jobs that run in this worker now. */
  readonly running: number;
  /**
   * Takes no more jobs and waits for those that run. After `limitMs` (2,500 by default) they are told to stop, and what
   * stops goes back to the queue for another worker; what does not is let go, and is given to another
   * worker once its lock has expired.
   */
  close(options?: { limitMs?: number }): Promise<void>;
}

/** Together with what follows, short enough for Ctrl-C to end a process within five seconds. */
const CLOSE_LIMIT_MS = 2500;
/** What a job that was told to stop gets for stopping. */
const STOP_LIMIT_MS = 1000;
const DISCONNECT_LIMIT_MS = 500;
/** Times a job may be taken from a worker that died. A page that kills its worker must end some time. */
const MAX_STALLED = 10;
/** How soon a worker tries again after its server was away, at the latest. */
const RECONNECT_MS = 1000;
/** Tries within the lock of a job that has ended: it is not renewed any more, and the job would be run again. */
const TRIES_A_LOCK = 8;

type Handler = (data: Payload, context: JobContext) => Promise<void>;

export interface WorkerParts<Q extends QueueName> {
  readonly backend: QueueBackend;
  readonly queue: Q;
  readonly handlers: Handlers<Q>;
  readonly options: WorkOptions;
  readonly settings: QueueSettings;
  readonly log: QueueLog;
}

/** Starts a worker; it takes jobs at once. */
export function startWorker<Q extends QueueName>(parts: WorkerParts<Q>): QueueWorker {
  const { backend, queue, options, settings } = parts;
  const log = parts.log.child({ queue });
  // Looked up by a name from the store, and called only with data its own schema has accepted.
  const handlers: ReadonlyMap<string, Handler> = new Map(
    Object.entries(parts.handlers as Record<string, Handler>),
  );
  const running = new Map<string, AbortController>();
  let closing: Promise<void> | undefined;

  const run = async (job: StoredJob, token?: string): Promise<void> => {
    // BullMQ fetches once more when the wait for a job is broken off by closing.
    if (closing !== undefined) return putBack(job, token);
    const jobKey = job.id ?? '';
    const controller = new AbortController();
    running.set(jobKey, controller);
    const ended = pace.begin();
    const jobId = job.deduplicationId ?? jobKey;
    const attempt = job.attemptsMade + 1;
    // Most jobs say nothing, and a log of their own costs more than the rest of this.
    const jobLog = once(() => log.child({ job: job.name, jobId, attempt }));
    try {
      const handler = handlers.get(job.name);
      const data = checkPayload(queue, job.name, job.data);
      if (handler === undefined)
        throw new NewsmillError('invalid_input', `No handler for ${queue}/${job.name}`);
      await handler(data, {
        jobId,
        attempt,
        signal: controller.signal,
        get log() {
          return jobLog();
        },
      });
    } catch (error) {
      if (closing !== undefined && controller.signal.aborted) return await putBack(job, token);
      const outcome = asOutcome(error);
      jobLog().warn({ err: error }, outcome.message);
      throw outcome;
    } finally {
      running.delete(jobKey);
      ended();
    }
  };

  const connection = backend.workerConnection(options.concurrency);
  const worker: WorkerHandle = new Worker(
    queue,
    run,
    {
      connection: HELD_ELSEWHERE,
      prefix: REDIS_PREFIX,
      concurrency: options.concurrency,
      lockDuration: settings.lockMs,
      stalledInterval: Math.max(500, Math.round(settings.lockMs / 2)),
      maxStalledCount: MAX_STALLED,
      runRetryDelay: Math.min(RECONNECT_MS, Math.round(settings.lockMs / TRIES_A_LOCK)),
      settings: {
        backoffStrategy: (attempt, _type, error) => pauseBeforeRetry(attempt, settings.backoffMs, error),
      },
    },
    connection.factory,
  );
  const pace = keepUp(options.concurrency, (concurrency) => {
    worker.concurrency = concurrency;
  });
  worker.on(
    'error',
    onceInAWhile((error: Error) => {
      // A server that ends while the worker is being closed is no news.
      if (worker.closing === undefined) log.error({ err: error }, 'the worker met an error');
    }),
  );
  worker.on('stalled', (jobKey) => log.warn({ jobKey }, 'a job is taken from a worker that fell silent'));
  worker.on('lockRenewalFailed', (jobKeys) => {
    for (const jobKey of jobKeys) running.get(jobKey)?.abort(new Error('Another worker has taken the job'));
  });

  const finish = async (limitMs: number): Promise<void> => {
    pace[Symbol.dispose]();
    const closed = worker.close();
    if (!(await settles(closed, limitMs))) {
      log.warn({ running: running.size }, 'jobs still run after the limit and are told to stop');
      for (const controller of running.values()) controller.abort(new Error('The worker is closing'));
      if (!(await settles(closed, STOP_LIMIT_MS))) {
        log.warn({ running: running.size }, 'jobs that did not stop are let go');
        await settles(worker.disconnect(), DISCONNECT_LIMIT_MS);
      }
    }
    await settles(connection.release(), DISCONNECT_LIMIT_MS);
  };
  const close = ({ limitMs = CLOSE_LIMIT_MS }: { limitMs?: number } = {}): Promise<void> => {
    closing ??= finish(limitMs);
    return closing;
  };
  return {
    queue,
    get running() {
      return running.size;
    },
    close,
    [Symbol.asyncDispose]: () => close(),
  };
}

/** A value that is made when it is first asked for. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** Gives a job back for another worker; the try does not count. */
async function putBack(job: StoredJob, token: string | undefined): Promise<never> {
  await job.moveToWait(token);
  throw new WaitingError('The worker is closing');
}

/** Whether `work` ends, well or badly, within the limit. */
async function settles(work: Promise<unknown>, limitMs: number): Promise<boolean> {
  const timer = new AbortController();
  const ended = work.then(
    () => true,
    () => true,
  );
  const late = sleep(limitMs, false, { signal: timer.signal }).catch(() => false);
  const result = await Promise.race([ended, late]);
  timer.abort();
  return result;
}
