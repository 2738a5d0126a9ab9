/** An output that would empty its own input. */
import { stat } from 'node:fs/promises';
import { NewsmillError } from '../errors.ts';

/**
 * Refuses an output file that is the input, by whatever path: opening it would empty it before it is read.
 *
 * @throws NewsmillError `invalid_input`
 */
export async function refuseSameFile(input: string, output: string | undefined): Promise<void> {
  if (output === undefined || input === '-') return;
  const [from, to] = await Promise.all([input, output].map((path) => stat(path).catch(() => null)));
  if (from && to && from.isFile() && from.dev === to.dev && from.ino === to.ino)
    throw new NewsmillError(
      'invalid_input',
      `${output} is the input itself and would be emptied before it is read`,
    );
}
