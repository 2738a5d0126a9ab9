import { expect, it } from 'vitest';
import { createMetrics } from '../../../src/observe/metrics.ts';

const samples = (text: string): string[] =>
  text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));

it('counts by bounded labels', async () => {
  const metrics = createMetrics({ processMetrics: false });
  metrics.request('ok', 200, 0.2);
  metrics.request('failed', 'connect_failed', 10);
  metrics.request('ok', 99_999, 1);
  metrics.visit('new');
  metrics.visit('failed', 'no_article');
  metrics.visit('failed', 'no_article');
  metrics.article('revised');
  metrics.extraction(0.03);
  metrics.grant(0.001);
  const lines = samples(await metrics.text());
  expect(lines).toEqual(
    expect.arrayContaining([
      'newsmill_requests_total{outcome="ok",code="200"} 1',
      'newsmill_requests_total{outcome="failed",code="connect_failed"} 1',
      'newsmill_requests_total{outcome="ok",code="other"} 1',
      'newsmill_request_seconds_count 3',
      'newsmill_visits_total{outcome="new",code="none"} 1',
      'newsmill_visits_total{outcome="failed",code="no_article"} 2',
      'newsmill_articles_total{outcome="revised"} 1',
      'newsmill_extract_seconds_count 1',
      'newsmill_grant_seconds_count 1',
    ]),
  );
});

it('has the process’ own metrics, and none of another instance', async () => {
  const one = createMetrics();
  const other = createMetrics();
  one.visit('new');
  expect(await one.text()).toContain('process_cpu_seconds_total');
  expect(await other.text()).not.toContain('newsmill_visits_total{');
});

it('reads gauges at the scrape, and leaves out one that fails without hiding the others', async () => {
  const metrics = createMetrics({ processMetrics: false });
  let reads = 0;
  const failures: string[] = [];
  metrics.readFrom({
    queueJobs: async () => ({ fetch: { waiting: 3, active: 1 } }),
    frontierUrls: async () => {
      throw new Error('no database');
    },
    changesPosition: async () => {
      reads += 1;
      return 42;
    },
    onError: (gauge, error) => failures.push(`${gauge}: ${String(error)}`),
  });
  const [first, second] = await Promise.all([metrics.text(), metrics.text()]);
  for (const text of [first, second]) {
    expect(samples(text)).toEqual(
      expect.arrayContaining([
        'newsmill_queue_jobs{queue="fetch",state="waiting"} 3',
        'newsmill_queue_jobs{queue="fetch",state="active"} 1',
        'newsmill_changes_position 42',
      ]),
    );
    expect(text).not.toContain('newsmill_frontier_urls{');
  }
  expect(reads).toBe(1);
  expect(failures).toContain('frontier_urls: Error: no database');
  expect(await metrics.text()).toMatch(/newsmill_gauge_errors_total\{gauge="frontier_urls"\} [23]/);
});

it('gives no position rather than a wrong one', async () => {
  const metrics = createMetrics({ processMetrics: false });
  metrics.readFrom({
    queueJobs: async () => ({}),
    frontierUrls: async () => ({}),
    changesPosition: () => Promise.reject(new Error('gone')),
  });
  expect(samples(await metrics.text())).not.toContainEqual(
    expect.stringMatching(/^newsmill_changes_position/),
  );
});
