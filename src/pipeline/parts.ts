/** What the stages are given. Each stage names the parts it needs; a process builds only those. */
import type { Logger } from 'pino';
import type { Config } from '../config/schema.ts';
import type { ExtractPool } from '../extract/pool.ts';
import type { BlobStore } from '../fetch/blobs.ts';
import type { Fetcher } from '../fetch/fetcher.ts';
import type { Metrics } from '../observe/metrics.ts';
import type { Queues } from '../queue/queues.ts';
import type { Database } from '../store/database.ts';
import type { HostLinesBook } from './host-lines.ts';
import type { RobotsBook } from './host-robots.ts';

export interface Parts {
  readonly config: Config;
  readonly database: Database;
  readonly queues: Queues;
  readonly blobs: BlobStore;
  readonly log: Logger;
  readonly metrics: Metrics;
  /** What robots.txt says to this process, host by host. */
  readonly robots: RobotsBook;
  /** The lines that hosts repeat in their articles, as this process knows them. */
  readonly hostLines: HostLinesBook;
  /** Says that the frontier moved, so that the next grants need not wait for their round. */
  readonly onFrontierMoved?: () => void;
}

export interface FetchParts extends Parts {
  readonly fetcher: Fetcher;
}

export interface ExtractParts extends Parts {
  readonly pool: ExtractPool;
}
