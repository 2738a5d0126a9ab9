/** The one place where work that PostgreSQL knows of becomes a job. Ids make a second enqueue harmless. */
import type { FrontierId, SnapshotId, SourceId } from '../ids.ts';
import type { Queues } from '../queue/queues.ts';
import type { Lost } from '../store/grants.ts';

/** Enqueues granted requests and fetched snapshots, one round trip a queue. */
export async function enqueueWork(queues: Queues, work: readonly Lost[]): Promise<void> {
  const fetch: Parameters<typeof queues.addMany<'fetch'>>[1][number][] = [];
  const render: Parameters<typeof queues.addMany<'render'>>[1][number][] = [];
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
        await enqueueExtract(queues, item.frontierId, item.snapshotId);
        break;
      case 'read-entry':
        await enqueueReadEntry(queues, item.frontierId, item.snapshotId);
        break;
    }
  }
  if (fetch.length > 0) await queues.addMany('fetch', fetch);
  if (render.length > 0) await queues.addMany('render', render);
}

export async function enqueueExtract(
  queues: Queues,
  frontierId: FrontierId,
  snapshotId: SnapshotId,
): Promise<void> {
  await queues.add('extract', {
    name: 'page',
    id: `extract-${snapshotId}`,
    data: { frontierId, snapshotId },
  });
}

export async function enqueueReadEntry(
  queues: Queues,
  frontierId: FrontierId,
  snapshotId: SnapshotId,
): Promise<void> {
  await queues.add('discover', {
    name: 'read-entry',
    id: `read-${snapshotId}`,
    data: { frontierId, snapshotId },
  });
}

export async function enqueueSourceDue(queues: Queues, sourceId: SourceId): Promise<void> {
  await queues.add('discover', { name: 'source-due', id: `due-${sourceId}`, data: { sourceId } });
}
