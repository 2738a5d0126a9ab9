/** The one place where work that PostgreSQL knows of becomes a job. Ids make a second enqueue harmless. */
import type { FrontierId, SnapshotId, SourceId } from '../ids.ts';
import type { NewJob, Queues } from '../queue/queues.ts';
import type { Lost } from '../store/grants.ts';

/** Enqueues granted requests and fetched snapshots, one round trip a queue. */
export async function enqueueWork(queues: Queues, work: readonly Lost[]): Promise<void> {
  const fetch: NewJob<'fetch'>[] = [];
  const render: NewJob<'render'>[] = [];
  const extract: NewJob<'extract'>[] = [];
  const discover: NewJob<'discover'>[] = [];
  for (const item of work) {
    switch (item.kind) {
      case 'robots':
        fetch.push({
          name: 'robots',
          id: `robots-${item.grantId}`,
          data: { host: item.host, grantId: item.grantId },
          priority: 1,
        });
        break;
      case 'page': {
        const job = {
          name: 'page' as const,
          id: `page-${item.frontierId}-${item.grantId}`,
          data: { frontierId: item.frontierId, grantId: item.grantId },
          priority: item.priority,
        };
        (item.render ? render : fetch).push(job);
        break;
      }
      case 'extract':
        extract.push(extractJob(item.frontierId, item.snapshotId));
        break;
      case 'read-entry':
        discover.push(readEntryJob(item.frontierId, item.snapshotId));
        break;
    }
  }
  if (fetch.length > 0) await queues.addMany('fetch', fetch);
  if (render.length > 0) await queues.addMany('render', render);
  if (extract.length > 0) await queues.addMany('extract', extract);
  if (discover.length > 0) await queues.addMany('discover', discover);
}

const extractJob = (frontierId: FrontierId, snapshotId: SnapshotId): NewJob<'extract'> => ({
  name: 'page',
  id: `extract-${snapshotId}`,
  data: { frontierId, snapshotId },
});

const readEntryJob = (frontierId: FrontierId, snapshotId: SnapshotId): NewJob<'discover'> => ({
  name: 'read-entry',
  id: `read-${snapshotId}`,
  data: { frontierId, snapshotId },
});

export async function enqueueExtract(
  queues: Queues,
  frontierId: FrontierId,
  snapshotId: SnapshotId,
): Promise<void> {
  await queues.add('extract', extractJob(frontierId, snapshotId));
}

export async function enqueueReadEntry(
  queues: Queues,
  frontierId: FrontierId,
  snapshotId: SnapshotId,
): Promise<void> {
  await queues.add('discover', readEntryJob(frontierId, snapshotId));
}

export async function enqueueSourceDue(queues: Queues, sourceId: SourceId): Promise<void> {
  await queues.add('discover', { name: 'source-due', id: `due-${sourceId}`, data: { sourceId } });
}
