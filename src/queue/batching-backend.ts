/**
 * BullMQ's PostgreSQL backend, with adding, taking and finishing jobs by the functions of postgres-functions.ts: what
 * comes while a statement runs, or shortly after one began, goes together into the next.
 */
import {
  isNotConnectionError,
  type JobJson,
  type PgQueryResult,
  type PostgresConnection,
  type PostgresConnectionOptions,
  PostgresQueueBackend,
  type QueueBaseOptions,
  type WorkerOptions,
} from 'bullmq';
import { together } from './together.ts';

type Add = Parameters<PostgresQueueBackend['addJobs']>[0][number];
type Completion = Parameters<PostgresQueueBackend['moveToCompleted']>;
type Completed = Awaited<ReturnType<PostgresQueueBackend['moveToCompleted']>>;
/** What BullMQ's workers take: the job and its id (or nothing), how long they may take none, when the next is due. */
type Next = [job: JobJson | null, id: string, limitedForMs: number, waitUntil: number];

/** Of the jobs that run at once, the share that may wait for others to finish with them. */
const WAITING_SHARE = 4;
/** A finish that is held up must not hold up the next. */
const AT_ONCE = 2;
/** As BullMQ's own. */
const LOCK_MS = 30_000;

/** A row of newsmill_take; `id` is null where there was no job for the token that is left. */
interface TakenRow {
  readonly token: string;
  readonly id: string | null;
  readonly name: string;
  readonly data: string;
  readonly opts: JobJson['opts'];
  readonly progress: JobJson['progress'] | null;
  readonly priority: number;
  readonly delay_ms: string;
  readonly attempts_made: number;
  readonly attempts_started: number;
  readonly stalled_count: number;
  readonly added_at_ms: string;
  readonly processed_at_ms: string;
  readonly failed_reason: string | null;
  readonly stacktrace: string | null;
  readonly dedup_id: string | null;
  readonly scheduler_id: string | null;
  readonly parent_queue: string | null;
  readonly parent_id: string | null;
  readonly parent_key: string | null;
  readonly deferred_failure: string | null;
  readonly limited_for: string | null;
  readonly wait_until: string | null;
}

interface Ending {
  readonly id: string;
  readonly token: string;
  readonly value: string;
  readonly keep: Completion[2];
  readonly wantsNext: boolean;
}

/** For the queues of newsmill: without a limiter, and without metrics of BullMQ's. */
export class BatchingBackend extends PostgresQueueBackend {
  readonly #lockMs: number;
  readonly #finish: (ending: Ending) => Promise<Completed | null>;

  /** @param concurrency jobs that a worker runs at once; 0 for producers */
  constructor(
    connection: PostgresConnection,
    name: string,
    opts: QueueBaseOptions<PostgresConnectionOptions>,
    concurrency: number,
  ) {
    super(connection, name, opts, concurrency > 0, concurrency > 0 ? name : undefined);
    this.#lockMs = (opts as Partial<WorkerOptions>).lockDuration ?? LOCK_MS;
    const enough = Math.max(1, Math.ceil(concurrency / WAITING_SHARE));
    this.#finish = together((endings) => this.#finishAll(endings), { enough, atOnce: AT_ONCE });
  }

  override async addJobs(entries: Add[]): Promise<string[]> {
    if (!entries.every(isPlain)) return super.addJobs(entries);
    const { rows } = await this.#query<{ ids: string[] }>(
      'SELECT newsmill_add($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) AS ids',
      [
        this.queueName,
        entries.map(({ jobId }) => jobId),
        entries.map(({ job }) => job.deduplicationId),
        entries.map(({ job }) => job.name),
        entries.map(({ job }) => job.data ?? '{}'),
        entries.map(({ job }) =>
          JSON.stringify(job.delay === undefined ? job.opts : { ...job.opts, delay: job.delay }),
        ),
        entries.map(({ job }) => job.priority ?? job.opts.priority ?? 0),
        entries.map(({ job }) => job.delay ?? job.opts.delay ?? 0),
        entries.map(({ job }) => job.opts.attempts ?? 1),
        entries.map(({ job }) => job.timestamp),
      ],
    );
    return rows[0]?.ids ?? [];
  }

  override async moveToActive(token: string, workerName?: string): Promise<Next> {
    const { rows } = await this.#query<TakenRow>('SELECT * FROM newsmill_take($1, $2, $3, $4, $5)', [
      this.queueName,
      [token],
      this.#lockMs,
      Date.now(),
      workerName ?? null,
    ]);
    return nextOf(rows[0]);
  }

  override async moveToCompleted(...completion: Completion): Promise<Completed> {
    const [job, value, keep, token, fetchNext] = completion;
    const ended = await this.#finish({
      id: job.id ?? '',
      token,
      value: JSON.stringify(value ?? null),
      keep,
      wantsNext: fetchNext && this.closing === undefined,
    });
    // Not a plain one, or not ours any more: BullMQ's own function does it or says why not.
    return ended ?? super.moveToCompleted(...completion);
  }

  /** As BullMQ's: what is asked while the connection closes is never answered. */
  async #query<R>(text: string, values: readonly unknown[]): Promise<PgQueryResult<R>> {
    try {
      if (this.connection.isClosing === undefined) return await this.connection.pool.query<R>(text, values);
    } catch (error) {
      if (this.connection.isClosing === undefined) throw error;
    }
    return new Promise(() => undefined);
  }

  /** Null for those that are left to BullMQ's own function; that is all where one of them spoils it for the others. */
  async #finishAll(endings: readonly Ending[]): Promise<(Completed | null)[]> {
    try {
      return await this.#finishInOne(endings);
    } catch (error) {
      if (!(error instanceof Error && isNotConnectionError(error))) throw error;
      return endings.map(() => null);
    }
  }

  async #finishInOne(endings: readonly Ending[]): Promise<(Completed | null)[]> {
    const finishedOn = Date.now();
    const [keepAge, keepCount] = endings.map(({ keep }) => limitsOf(keep)).findLast(isLimited) ?? [
      null,
      null,
    ];
    const { rows } = await this.#query<TakenRow & { finished: string[] }>(
      `SELECT f.finished, t.* FROM newsmill_finish($1, $2, $3, $4, $5, $6, $7, $8, $9) f
       LEFT JOIN LATERAL newsmill_take($1, f.wanting, $10, $2, $11) t ON true`,
      [
        this.queueName,
        finishedOn,
        endings.map(({ id }) => id),
        endings.map(({ token }) => token),
        endings.map(({ value }) => value),
        endings.map(({ keep }) => keep === true),
        endings.map(({ wantsNext }) => wantsNext),
        keepAge,
        keepCount,
        this.#lockMs,
        (this.opts as Partial<WorkerOptions>).name ?? null,
      ],
    );
    const finished = new Set(rows[0]?.finished);
    const taken = new Map(rows.map((row) => [row.token, row]));
    const none = rows.find((row) => row.id === null);
    return endings.map(({ id, token, wantsNext }) => {
      if (!finished.has(id)) return null;
      return { finishedOn, result: wantsNext ? nextOf(taken.get(token) ?? none) : undefined };
    });
  }
}

type Limits = readonly [ageSeconds: number | null, count: number | null];

function limitsOf(keep: Ending['keep']): Limits {
  if (typeof keep === 'number') return [null, keep];
  if (typeof keep !== 'object') return [null, null];
  return ['age' in keep ? keep.age : null, keep.count ?? null];
}

const isLimited = ([age, count]: Limits): boolean => age !== null || count !== null;

/** Whether newsmill_add does it as BullMQ would: a job by itself, with nothing special about its deduplication. */
function isPlain({ job, jobId, parentKeyOpts }: Add): boolean {
  const { deduplication, lifo } = job.opts;
  return (
    jobId !== '' &&
    job.deduplicationId !== undefined &&
    deduplication !== undefined &&
    Object.keys(deduplication).length === 1 &&
    lifo !== true &&
    job.parent === undefined &&
    job.parentKey === undefined &&
    job.repeatJobKey === undefined &&
    parentKeyOpts?.parentKey == null &&
    parentKeyOpts?.addToWaitingChildren !== true
  );
}

function nextOf(row: TakenRow | undefined): Next {
  if (row === undefined) return [null, '', 0, 0];
  if (row.id === null) {
    const limitedFor = Number(row.limited_for ?? 0);
    return [null, '', limitedFor, limitedFor > 0 ? 0 : Number(row.wait_until ?? 0)];
  }
  const job: JobJson = {
    id: row.id,
    name: row.name,
    data: row.data,
    opts: row.opts,
    progress: row.progress ?? 0,
    attemptsMade: row.attempts_made,
    attemptsStarted: row.attempts_started,
    processedOn: Number(row.processed_at_ms),
    timestamp: Number(row.added_at_ms),
    delay: Number(row.delay_ms),
    priority: row.priority,
    failedReason: row.failed_reason ?? '',
    stacktrace: row.stacktrace ?? '[]',
    returnvalue: 'null',
    ...(row.parent_id === null ? {} : { parent: { id: row.parent_id, queueKey: row.parent_queue ?? '' } }),
    ...(row.parent_key === null ? {} : { parentKey: row.parent_key }),
    ...(row.scheduler_id === null ? {} : { repeatJobKey: row.scheduler_id }),
    ...(row.dedup_id === null ? {} : { deduplicationId: row.dedup_id }),
    ...(row.deferred_failure === null ? {} : { deferredFailure: row.deferred_failure }),
    stalledCounter: row.stalled_count,
  };
  return [job, row.id, 0, 0];
}
