/** The tables as kysely sees them. `src/store/migrations/*.sql` is what makes them, and says what each is. */
import type { ColumnType, Generated, JSONColumnType } from 'kysely';
import type { ArticleContent } from '../article/article.ts';
import type { Withdrawal } from '../article/revision-kind.ts';
import type { SourceDefinition } from '../config/source.ts';
import type { FailureClass } from '../errors.ts';
import type { BlobHash } from '../ids.ts';

type Timestamp = ColumnType<Date, Date | string, Date | string>;
type NullableTimestamp = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
/** bigint travels as a string: it outgrows a double. */
type BigInt64 = ColumnType<string, string | number, string | number>;

/** One redirect, as it was followed. */
export interface Hop {
  readonly url: string;
  readonly status: number;
  readonly location: string;
  /** When it was answered, RFC 3339; older ones have none. */
  readonly at?: string;
}

/** What a visit that left no snapshot asked for. */
export interface Asked {
  readonly url: string;
  /** Null: no request was made. */
  readonly via: Via | null;
  /** The redirects that led to `url`. */
  readonly hops: readonly Hop[];
}

/** What discovery said about a URL. */
export interface Hints {
  title?: string | undefined;
  published?: string | undefined;
  authors?: readonly string[] | undefined;
  language?: string | undefined;
  /** The id that the feed states for the item: RSS guid, Atom and JSON Feed id. */
  guid?: string | undefined;
  /** The blob of the whole text, as HTML, where the feed carries it. */
  content?: BlobHash | undefined;
}

export type FrontierKind = 'page' | 'feed' | 'sitemap' | 'hub' | 'seed';
export type FrontierState = 'waiting' | 'granted' | 'fetched' | 'resting';
export type Via = 'fetch' | 'render';

/** How one visit ended. */
export type Outcome = 'new' | 'revised' | 'unchanged' | 'duplicate' | 'discovered' | 'retried' | 'failed';

export type ChangeType =
  | 'article.created'
  | 'article.revised'
  | 'article.withdrawn'
  | 'cluster.joined'
  | 'cluster.left';

export interface Tables {
  sources: {
    id: string;
    definition: JSONColumnType<SourceDefinition>;
    origin: 'file' | 'api' | 'demo';
    paused: Generated<boolean>;
    removed_at: NullableTimestamp;
    last_due_at: NullableTimestamp;
    next_due_at: NullableTimestamp;
    created_at: Generated<Date>;
    updated_at: Generated<Date>;
  };
  crawls: {
    id: string;
    page_limit: number | null;
    pages: Generated<number>;
    tries: number | null;
    created_at: Generated<Date>;
  };
  hosts: {
    host: string;
    concurrency: Generated<number>;
    delay_ms: number;
    crawl_delay_ms: number | null;
    in_flight: Generated<number>;
    next_at: Generated<Date>;
    due_at: NullableTimestamp;
    failures_in_row: Generated<number>;
    robots: JSONColumnType<object> | null;
    robots_status: number | null;
    robots_expires_at: NullableTimestamp;
    robots_grant_id: string | null;
    robots_lease_at: NullableTimestamp;
    robots_hop: JSONColumnType<object> | null;
    robots_revision: Generated<number>;
    robots_at: string | null;
    robots_lane: string | null;
    lane: string | null;
    addressing: Generated<'no' | 'wanted' | 'known'>;
    address_until: NullableTimestamp;
    address_failed: Generated<boolean>;
    turns: Generated<number>;
    turn_source: Generated<string>;
    fair_priority: Generated<number>;
    fair_source: Generated<string>;
    urgency: Generated<number>;
    circuit: Generated<'closed' | 'open' | 'half-open'>;
    circuit_since: NullableTimestamp;
    circuit_opens: Generated<number>;
    failure_code: string | null;
    failure_message: string | null;
    failed_at: NullableTimestamp;
    created_at: Generated<Date>;
    ready_at: ColumnType<Date | null, never, never>;
  };
  render_habits: {
    host: string;
    streak: Generated<number>;
    misses: Generated<number>;
    browser_first: Generated<boolean>;
    since: Generated<Date>;
  };
  renderers: { id: string; seen_at: Generated<Date> };
  frontier: {
    id: ColumnType<string, never, never>;
    url: string;
    kind: FrontierKind;
    source_id: string | null;
    crawl_id: string | null;
    crawl_open: Generated<boolean>;
    fetch_url: string;
    host: string;
    lane: string | null;
    moved_to: BigInt64 | null;
    part_of: BigInt64 | null;
    hops: JSONColumnType<Hop[]>;
    state: Generated<FrontierState>;
    priority: Generated<number>;
    due_at: NullableTimestamp;
    grant_id: string | null;
    grant_used: Generated<boolean>;
    renewals: Generated<number>;
    via: Via | null;
    render: Generated<boolean>;
    lease_at: NullableTimestamp;
    visit_started: NullableTimestamp;
    attempts: Generated<number>;
    visits: Generated<number>;
    revisits: Generated<number>;
    etag: string | null;
    last_modified: string | null;
    snapshot_id: BigInt64 | null;
    next_stage: 'extract' | 'discover' | null;
    hints: JSONColumnType<Hints> | null;
    found_on: string | null;
    discovered_at: Generated<Date>;
    outcome: Outcome | null;
    outcome_code: string | null;
    outcome_at: NullableTimestamp;
  };
  snapshots: {
    id: ColumnType<string, never, never>;
    frontier_id: BigInt64;
    url: string;
    status: number;
    headers: JSONColumnType<Record<string, string>>;
    content_type: string | null;
    blob: string;
    bytes: number;
    via: Via;
    hops: JSONColumnType<Hop[]>;
    fetched_at: Timestamp;
  };
  visits: {
    id: ColumnType<string, never, never>;
    frontier_id: BigInt64;
    crawl_id: string | null;
    snapshot_id: BigInt64 | null;
    started_at: NullableTimestamp;
    ended_at: Generated<Date>;
    http_status: number | null;
    outcome: Outcome;
    class: FailureClass | null;
    code: string | null;
    message: string | null;
    article_id: string | null;
    revision: number | null;
    asked: JSONColumnType<Asked> | null;
  };
  discoveries: {
    id: ColumnType<string, never, never>;
    frontier_id: BigInt64;
    snapshot_id: BigInt64 | null;
    found: number;
    added: number;
    at: Generated<Date>;
  };
  extractions: {
    id: ColumnType<string, never, never>;
    snapshot_id: BigInt64;
    extractor: string;
    milliseconds: number;
    article_id: string | null;
    revision: number | null;
    class: FailureClass | null;
    code: string | null;
    at: Generated<Date>;
  };
  clusters: {
    id: string;
    created_at: Generated<Date>;
    merged_into: string | null;
    has_lodgers: Generated<boolean>;
  };
  cluster_keys: { key: string; cluster_id: string; created_at: Generated<Date> };
  articles: {
    id: string;
    source_id: string | null;
    cluster_id: string;
    revision: number;
    published: NullableTimestamp;
    membership: ColumnType<unknown, string | undefined, string>;
    withdrawn_at: NullableTimestamp;
    created_at: Generated<Date>;
    updated_at: Generated<Date>;
  };
  article_urls: { url: string; article_id: string; created_at: Generated<Date> };
  revisions: {
    article_id: string;
    revision: number;
    content: JSONColumnType<ArticleContent>;
    content_hash: string;
    snapshot_id: BigInt64 | null;
    fetched_at: Timestamp;
    created_at: Generated<Date>;
    kinds: ColumnType<unknown, string | undefined, never>;
  };
  withdrawals: {
    article_id: string;
    revision: number;
    withdrawal: JSONColumnType<Withdrawal>;
    at: Generated<Date>;
  };
  change_intake: {
    id: ColumnType<string, never, never>;
    type: ChangeType;
    article_id: string;
    revision: number | null;
    cluster_id: string | null;
    at: Generated<Date>;
  };
  changes: {
    position: BigInt64;
    type: ChangeType;
    article_id: string;
    revision: number | null;
    cluster_id: string | null;
    at: Timestamp;
  };
  change_position: { only_row: Generated<boolean>; last: BigInt64 };
  deliveries: {
    receiver: string;
    position: Generated<string>;
    failures: Generated<number>;
    next_at: Generated<Date>;
    last_code: string | null;
    last_message: string | null;
    stopped: Generated<boolean>;
    updated_at: Generated<Date>;
  };
}
