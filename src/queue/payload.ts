/** Job data at both edges: when a job is added, and when a worker reads what was stored. */
import type { z } from 'zod';
import { NewsmillError } from '../errors.ts';
import type { Payload } from './backend.ts';
import { JOBS, type QueueName } from './jobs.ts';

/**
 * Checks data against its schema in `JOBS`.
 *
 * @throws NewsmillError `invalid_input`, which is permanent: the same data fails the same way
 */
export function checkPayload(queue: QueueName, name: string, data: Payload): Payload {
  const schemas: Readonly<Record<string, z.ZodType>> = JOBS[queue];
  const schema = Object.hasOwn(schemas, name) ? schemas[name] : undefined;
  if (schema === undefined)
    throw new NewsmillError('invalid_input', `Queue ${queue} has no job called ${name}`);
  const result = schema.safeParse(data);
  if (result.success) return result.data;
  const issues = result.error.issues.map(({ path, message }) => `${path.join('.') || 'data'}: ${message}`);
  throw new NewsmillError(
    'invalid_input',
    `The data of a ${queue}/${name} job is wrong (${issues.slice(0, 5).join('; ')})`,
  );
}
