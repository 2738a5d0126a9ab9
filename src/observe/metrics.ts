/**
 * Metrics in the Prometheus text format. Every label has a fixed, small set of values: never a host,
 * a URL or an id, whose number nobody bounds.
 */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { FAILURES, type FailureCode } from '../errors.ts';
import { atMostEvery, withTimeout } from './limits.ts';

export type RequestOutcome = 'ok' | 'not_modified' | 'redirect' | 'failed';
export type VisitOutcome =
  | 'new'
  | 'revised'
  | 'unchanged'
  | 'duplicate'
  | 'discovered'
  | 'retried'
  | 'failed';
export type ArticleOutcome = 'new' | 'revised' | 'unchanged' | 'duplicate';

/** What gauges are read from at each scrape. */
export interface GaugeSources {
  /** Jobs by queue and state. */
  queueJobs(): Promise<Readonly<Record<string, Readonly<Record<string, number>>>>>;
  /** URLs by state. */
  frontierUrls(): Promise<Readonly<Record<string, number>>>;
  /** Last place in the change log. */
  changesPosition(): Promise<number>;
  /** Told of a gauge that could not be read. */
  onError?(gauge: string, error: unknown): void;
}

export interface Metrics {
  /** One HTTP request ended. `code`: its HTTP status, or the failure's code. */
  request(outcome: RequestOutcome, code: number | FailureCode, seconds: number): void;
  /** One visit of a URL ended. */
  visit(outcome: VisitOutcome, code?: FailureCode | null): void;
  /** One page went through extraction, whatever came of it. */
  extraction(seconds: number): void;
  /** One extraction was stored. */
  article(outcome: ArticleOutcome): void;
  /** One round of granting host slots ended. */
  grant(seconds: number): void;
  /** Names what the gauges read; until then they are absent from the answer. */
  readFrom(sources: GaugeSources): void;
  /** The answer to a scrape. A gauge that cannot be read is left out of it, and counted. */
  text(): Promise<string>;
  readonly contentType: string;
}

/** Gauges are read at most this often, however many scrape. */
const GAUGE_MAX_AGE_MS = 2000;
/** A gauge slower than that is left out of the answer. */
const GAUGE_TIMEOUT_MS = 5000;

const REQUEST_BUCKETS = [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];
const WORK_BUCKETS = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20];

export function createMetrics(options: { readonly processMetrics?: boolean } = {}): Metrics {
  const registry = new Registry();
  const registers = [registry];
  if (options.processMetrics ?? true) collectDefaultMetrics({ register: registry });

  const requests = new Counter({
    name: 'newsmill_requests_total',
    help: 'HTTP requests to hosts, by outcome and by status or failure code',
    labelNames: ['outcome', 'code'],
    registers,
  });
  const requestSeconds = new Histogram({
    name: 'newsmill_request_seconds',
    help: 'Time of one HTTP request to a host, body included',
    buckets: REQUEST_BUCKETS,
    registers,
  });
  const visits = new Counter({
    name: 'newsmill_visits_total',
    help: 'Visits of URLs, by how they ended and by failure code',
    labelNames: ['outcome', 'code'],
    registers,
  });
  const extractSeconds = new Histogram({
    name: 'newsmill_extract_seconds',
    help: 'Time of the extraction of one page',
    buckets: WORK_BUCKETS,
    registers,
  });
  const articles = new Counter({
    name: 'newsmill_articles_total',
    help: 'Extractions stored, by what came of them',
    labelNames: ['outcome'],
    registers,
  });
  const grantSeconds = new Histogram({
    name: 'newsmill_grant_seconds',
    help: 'Time of one round of granting host slots',
    buckets: WORK_BUCKETS,
    registers,
  });
  const gaugeErrors = new Counter({
    name: 'newsmill_gauge_errors_total',
    help: 'Scrapes at which a gauge could not be read',
    labelNames: ['gauge'],
    registers,
  });

  return {
    request: (outcome, code, seconds) => {
      requests.inc({ outcome, code: codeLabel(code) });
      requestSeconds.observe(seconds);
    },
    visit: (outcome, code) => visits.inc({ outcome, code: codeLabel(code ?? 'none') }),
    extraction: (seconds) => extractSeconds.observe(seconds),
    article: (outcome) => articles.inc({ outcome }),
    grant: (seconds) => grantSeconds.observe(seconds),
    readFrom: (sources) =>
      addGauges(registry, sources, (gauge, error) => {
        gaugeErrors.inc({ gauge });
        sources.onError?.(gauge, error);
      }),
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}

function codeLabel(code: number | string): string {
  const text = String(code);
  return text === 'none' || Object.hasOwn(FAILURES, text) || /^[1-5]\d\d$/.test(text) ? text : 'other';
}

function addGauges(
  registry: Registry,
  sources: GaugeSources,
  onError: (gauge: string, error: unknown) => void,
): void {
  const readings = {
    queueJobs: atMostEvery(GAUGE_MAX_AGE_MS, () => sources.queueJobs()),
    frontierUrls: atMostEvery(GAUGE_MAX_AGE_MS, () => sources.frontierUrls()),
    changesPosition: atMostEvery(GAUGE_MAX_AGE_MS, () => sources.changesPosition()),
  };
  /** Fills `gauge` from `read`; on failure it stays empty, so that nobody sees an old value as a new one. */
  const fill = async <T>(
    gauge: Gauge,
    name: string,
    read: () => Promise<T>,
    set: (value: T) => void,
  ): Promise<void> => {
    try {
      const value = await withTimeout(read(), GAUGE_TIMEOUT_MS);
      gauge.reset();
      set(value);
    } catch (error) {
      gauge.reset();
      // A gauge without labels is reset to 0, which would be a lie.
      gauge.remove({});
      onError(name, error);
    }
  };
  const registers = [registry];
  new Gauge({
    name: 'newsmill_queue_jobs',
    help: 'Jobs, by queue and state',
    labelNames: ['queue', 'state'],
    registers,
    async collect() {
      await fill(this, 'queue_jobs', readings.queueJobs, (queues) => {
        for (const [queue, states] of Object.entries(queues)) {
          for (const [state, jobs] of Object.entries(states)) this.set({ queue, state }, jobs);
        }
      });
    },
  });
  new Gauge({
    name: 'newsmill_frontier_urls',
    help: 'URLs known, by state; due ones are among the waiting ones',
    labelNames: ['state'],
    registers,
    async collect() {
      await fill(this, 'frontier_urls', readings.frontierUrls, (states) => {
        for (const [state, urls] of Object.entries(states)) this.set({ state }, urls);
      });
    },
  });
  new Gauge({
    name: 'newsmill_changes_position',
    help: 'Last place in the change log',
    registers,
    async collect() {
      await fill(this, 'changes_position', readings.changesPosition, (position) => this.set(position));
    },
  });
}
