/**
 * What the queue layer needs of a place where queues live. Two places exist, Redis and PostgreSQL;
 * everything above this file is the same for both.
 */
import type { BackendFactory, IQueueBackend, Job, Queue, Worker } from 'bullmq';

/** Job data as stored: nothing is known of it before it has been checked against its schema. */
export type Payload = unknown;

/** BullMQ hands this on to the factories here, which hold the real connections themselves. */
export interface HeldElsewhere {
  readonly heldElsewhere: true;
}
export const HELD_ELSEWHERE: HeldElsewhere = { heldElsewhere: true };

export type Factory = BackendFactory<IQueueBackend, HeldElsewhere>;
export type StoredJob = Job<Payload, void, string>;
export type QueueHandle = Queue<Payload, void, string, Payload, void, string, IQueueBackend, HeldElsewhere>;
export type WorkerHandle = Worker<
  Payload,
  void,
  string,
  IQueueBackend,
  import('bullmq').JobProgress,
  HeldElsewhere
>;

/** The connections of one worker, which are its own. */
export interface WorkerConnection {
  readonly factory: Factory;
  /** Ends the connections whatever still runs on them; jobs that were running become stalled. */
  release(): Promise<void>;
}

export interface QueueBackend extends AsyncDisposable {
  readonly kind: 'redis' | 'postgres';
  /** Host and database for people and logs, without user and password. */
  readonly address: string;
  /** For queue handles: all of them share one connection (Redis) or one small pool (PostgreSQL). */
  readonly producerFactory: Factory;
  /** @param concurrency how many jobs the worker runs at once; sizes its pool */
  workerConnection(concurrency: number): WorkerConnection;
  /**
   * Runs `work` while no other process runs work under the same key, where the backend's own
   * operations do not exclude each other.
   */
  exclusively<T>(key: string, work: () => Promise<T>): Promise<T>;
  /** Resolves when the server answered; rejects with the driver's error. */
  ping(): Promise<void>;
  close(): Promise<void>;
}
