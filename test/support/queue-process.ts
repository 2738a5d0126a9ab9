/**
 * A process of its own that uses the queues. Arguments: the queues' URL, then `hold` (take one job
 * of queue deliver and never end it) or `add` and an id (add a job with it).
 * It prints one word for the test to wait for.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { queueBackendFrom } from '../../src/queue/backends.ts';
import { createQueues } from '../../src/queue/queues.ts';
import { queueConfig } from './queue-config.ts';

const [, , url, mode, id] = process.argv;
if (url === undefined || mode === undefined) throw new Error('Give the URL and a mode');
const queues = await createQueues({
  backend: queueBackendFrom({ queueUrl: url, database: url }),
  config: queueConfig(),
});
if (mode === 'hold') {
  queues.work(
    'deliver',
    {
      webhook: async () => {
        console.log('taken');
        await sleep(600_000);
      },
    },
    { concurrency: 1 },
  );
} else {
  console.log(await queues.add('deliver', { name: 'webhook', data: { name: 'w' }, id: id ?? 'same' }));
  await queues.close();
}
