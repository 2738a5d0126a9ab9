/** The queues of newsmill: adding jobs, running them, schedulers, and what operators ask. */
import { type JobsOptions, type JobType, Queue } from 'bullmq';
import { NewsmillError } from '../errors.ts';
import { HELD_ELSEWHERE, type Payload, type QueueBackend, type QueueHandle } from './backend.ts';
import {
  cleaningTurns,
  commonOptions,
  identityOptions,
  MAX_PRIORITY,
  type QueueSettings,
} from './job-options.ts';
import { type JobData, type JobName, QUEUE_NAMES, type QueueName } from './jobs.ts';
import { onceInAWhile, type QueueLog, silentLog } from './log.ts';
import { checkPayload } from './payload.ts';
import { REDIS_PREFIX } from './redis-backend.ts';
import { isSameSchedule, type Rhythm, readSchedule, repeatOptions, type Schedule } from './schedules.ts';
import { together } from './together.ts';
import { type Handlers, type QueueWorker, startWorker, type WorkOptions } from './worker.ts';

export interface NewJob<Q extends QueueName, N extends JobName<Q> = JobName<Q>> {
  readonly name: N;
  readonly data: JobData<Q, N>;
  /** The job's identity: while a job with it is live, another add is a duplicate. 1 to 400 characters. */
  readonly id: string;
  readonly delayMs?: number;
  /** 0 (default) comes first, then 1, and so on; at most 2,097,151. */
  readonly priority?: number;
}

export type { Rhythm, Schedule } from './schedules.ts';
export type { Handlers, JobContext, QueueWorker, WorkOptions } from './worker.ts';

export type Added = 'created' | 'duplicate';

export interface Counts {
  readonly waiting: number;
  readonly active: number;
  readonly delayed: number;
  readonly failed: number;
  readonly completed: number;
  /** Waiting jobs of a queue that an operator has paused. */
  readonly paused: number;
}

/**
 * Every call rejects with NewsmillError: `invalid_input` for data that do not fit the job's schema,
 * `queue_unreachable` when the server does not answer.
 */
export interface Queues extends AsyncDisposable {
  readonly kind: QueueBackend['kind'];
  readonly address: string;
  /** Adds a job unless one with its id is waiting, delayed, running, or between two tries. */
  add<Q extends QueueName, N extends JobName<Q>>(queue: Q, job: NewJob<Q, N>): Promise<Added>;
  /** As `add` for many jobs in one round trip; answers in the same order. */
  addMany<Q extends QueueName>(queue: Q, jobs: readonly NewJob<Q>[]): Promise<Added[]>;
  /** Starts a worker, which takes jobs at once. */
  work<Q extends QueueName>(queue: Q, handlers: Handlers<Q>, options: WorkOptions): QueueWorker;
  /** Makes a scheduler, or changes it where it differs; nothing happens to one that is as it should be. */
  schedule<Q extends QueueName, N extends JobName<Q>>(
    queue: Q,
    schedulerId: string,
    rhythm: Rhythm,
    job: { readonly name: N; readonly data: JobData<Q, N> },
  ): Promise<'unchanged' | 'changed'>;
  /** Removes a scheduler and the job it made for the next time; false if there was none. */
  unschedule(queue: QueueName, schedulerId: string): Promise<boolean>;
  schedules(queue: QueueName): Promise<Schedule[]>;
  isLive(queue: QueueName, id: string): Promise<boolean>;
  counts(queue: QueueName): Promise<Counts>;
  /** Adds failed jobs anew, oldest first, and answers how many it took from the failed ones. */
  retryFailed(queue: QueueName, options: { readonly limit: number }): Promise<number>;
  /** BullMQ's own queues, for the queue board. */
  handles(): Queue[];
  ping(): Promise<void>;
  /** Closes the workers that were started here, then the connections. */
  close(): Promise<void>;
}

export interface QueuesOptions {
  /** Closed together with the queues. */
  readonly backend: QueueBackend | Promise<QueueBackend>;
  /** `queue` of the configuration. */
  readonly config: QueueSettings;
  readonly log?: QueueLog;
}

/** Events are for the board only; older ones are dropped on both backends. */
const MAX_EVENTS = 1000;
const MAX_SCHEDULERS = 10_000;
const LIVE_STATES: ReadonlySet<string> = new Set([
  'waiting',
  'prioritized',
  'delayed',
  'active',
  'waiting-children',
]);

/**
 * The queues of `JOBS` on a backend. Nothing runs before `work` is called.
 *
 * @throws NewsmillError as `queueBackendFrom`, if the backend is given as its promise
 */
export async function createQueues(options: QueuesOptions): Promise<Queues> {
  const { config: settings, log = silentLog } = options;
  const backend = await options.backend;
  const cleansUp = cleaningTurns(backend.kind);
  // All handles share one connection, and each of them reports its errors.
  const onError = onceInAWhile((error) => log.warn({ err: error }, 'a queue met an error'));
  const workers = new Set<QueueWorker>();
  const queues = new Map(QUEUE_NAMES.map((name) => [name, openQueue(backend, name, onError)]));
  const at = (name: QueueName): QueueHandle => {
    const queue = queues.get(name);
    if (queue === undefined) throw new NewsmillError('invalid_input', `There is no queue called ${name}`);
    return queue;
  };
  const reach = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      if (error instanceof NewsmillError) throw error;
      const detail = error instanceof Error ? error.message : String(error);
      throw new NewsmillError('queue_unreachable', `The queues at ${backend.address} failed: ${detail}`, {
        cause: error,
      });
    }
  };

  const entryOf = (queue: QueueName, job: UncheckedJob): BullJob =>
    bullJob(queue, job, commonOptions(settings, cleansUp(queue)));

  const store = async (queue: QueueName, entries: readonly BullJob[]): Promise<Added[]> => {
    if (entries.length === 0) return [];
    const stored = await reach(() => at(queue).addBulk([...entries]));
    return entries.map((entry, index) => (stored[index]?.id === entry.opts.jobId ? 'created' : 'duplicate'));
  };

  const addMany = async (queue: QueueName, jobs: readonly UncheckedJob[]): Promise<Added[]> =>
    store(
      queue,
      jobs.map((job) => entryOf(queue, job)),
    );

  const single = new Map(
    QUEUE_NAMES.map((name) => [name, together((entries: readonly BullJob[]) => store(name, entries))]),
  );
  const add = async (queue: QueueName, job: UncheckedJob): Promise<Added> => {
    const send = single.get(queue);
    if (send === undefined) throw new NewsmillError('invalid_input', `There is no queue called ${queue}`);
    // What is wrong with a job is found before it joins the others.
    return send(entryOf(queue, job));
  };

  const takeFailed = async (queue: QueueName, limit: number): Promise<number> => {
    let taken = 0;
    for (const job of await at(queue).getFailed(0, Math.max(0, limit - 1))) {
      const id = job.deduplicationId ?? job.id;
      if (id === undefined) continue;
      // Added before the failed one goes: a crash in between leaves one too many, never one too few.
      await addMany(queue, [{ name: job.name, data: job.data, id, priority: job.priority }]);
      await job.remove();
      taken += 1;
    }
    return taken;
  };

  const setSchedule = async (
    queue: QueueName,
    schedulerId: string,
    rhythm: Rhythm,
    job: Schedule['job'],
  ): Promise<'unchanged' | 'changed'> => {
    const wanted = { rhythm, job: { name: job.name, data: checkPayload(queue, job.name, job.data) } };
    // Two writers at once would each leave a job for the next time behind.
    return await reach(() =>
      backend.exclusively(`schedules of ${queue}`, async () => {
        const stored = await at(queue).getJobScheduler(schedulerId);
        const present = stored === undefined ? undefined : readSchedule(stored);
        if (present !== undefined && isSameSchedule(present, wanted)) return 'unchanged';
        await at(queue).upsertJobScheduler(schedulerId, repeatOptions(rhythm), {
          ...wanted.job,
          opts: commonOptions(settings, true),
        });
        return 'changed';
      }),
    );
  };

  let closing: Promise<void> | undefined;
  const closeAll = async (): Promise<void> => {
    await Promise.all([...workers].map((worker) => worker.close()));
    await Promise.all([...queues.values()].map((queue) => queue.close().catch(() => undefined))); // gone either way
    await backend.close();
  };
  const close = (): Promise<void> => {
    closing ??= closeAll();
    return closing;
  };

  return {
    kind: backend.kind,
    address: backend.address,
    add,
    addMany,
    work: (queue, handlers, options) => {
      const worker = startWorker({ backend, queue, handlers, options, settings, log });
      workers.add(worker);
      return worker;
    },
    schedule: setSchedule,
    unschedule: (queue, schedulerId) =>
      reach(() =>
        backend.exclusively(`schedules of ${queue}`, () => at(queue).removeJobScheduler(schedulerId)),
      ),
    schedules: (queue) =>
      reach(async () => {
        const stored = await at(queue).getJobSchedulers(0, MAX_SCHEDULERS - 1, true);
        return stored.map(readSchedule).filter((schedule) => schedule !== undefined);
      }),
    isLive: (queue, id) =>
      reach(async () => {
        const jobId = await at(queue).getDeduplicationJobId(id);
        return jobId !== null && LIVE_STATES.has(await at(queue).getJobState(jobId));
      }),
    counts: (queue) => reach(() => countJobs(at(queue))),
    retryFailed: (queue, { limit }) => reach(() => takeFailed(queue, limit)),
    // The board's types name the Redis queue; it uses only what every backend has.
    handles: () => [...queues.values()] as unknown as Queue[],
    ping: () => reach(() => backend.ping()),
    close,
    [Symbol.asyncDispose]: close,
  };
}

interface UncheckedJob {
  readonly name: string;
  readonly data: Payload;
  readonly id: string;
  readonly delayMs?: number | undefined;
  readonly priority?: number | undefined;
}

type BullJob = ReturnType<typeof bullJob>;

function bullJob(queue: QueueName, job: UncheckedJob, common: JobsOptions) {
  const { name, id, delayMs = 0, priority = 0 } = job;
  if (!Number.isInteger(priority) || priority < 0 || priority > MAX_PRIORITY) {
    throw new NewsmillError(
      'invalid_input',
      `A job’s priority is a whole number from 0 to ${MAX_PRIORITY}, not ${priority}`,
    );
  }
  if (!(delayMs >= 0))
    throw new NewsmillError('invalid_input', `A job’s delay is 0 or more milliseconds, not ${delayMs}`);
  return {
    name,
    data: checkPayload(queue, name, job.data),
    opts: { ...common, ...identityOptions(id), delay: Math.round(delayMs), priority },
  };
}

function openQueue(backend: QueueBackend, name: QueueName, onError: (error: Error) => void): QueueHandle {
  const queue: QueueHandle = new Queue(
    name,
    { connection: HELD_ELSEWHERE, prefix: REDIS_PREFIX, streams: { events: { maxLen: MAX_EVENTS } } },
    backend.producerFactory,
  );
  queue.on('error', onError);
  return queue;
}

/** PostgreSQL counts the waiting jobs of a paused queue under this name, which BullMQ's types leave out. */
const PAUSED = 'paused' as JobType;

async function countJobs(queue: QueueHandle): Promise<Counts> {
  const [counts, isPaused] = await Promise.all([
    queue.getJobCounts('waiting', 'prioritized', PAUSED, 'active', 'delayed', 'failed', 'completed'),
    queue.isPaused(),
  ]);
  const of = (state: string): number => counts[state] ?? 0;
  const waiting = of('waiting') + of('prioritized') + of('paused');
  return {
    waiting: isPaused ? 0 : waiting,
    active: of('active'),
    delayed: of('delayed'),
    failed: of('failed'),
    completed: of('completed'),
    paused: isPaused ? waiting : 0,
  };
}
