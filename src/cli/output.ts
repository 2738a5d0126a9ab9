/** How commands talk: results on standard output, everything else on standard error. */
import { once } from 'node:events';
import { asNewsmillError, type FailureCode } from '../errors.ts';
import { EXIT, exitCodeFor } from './exit.ts';

/** Writes to standard output and waits while the reader is slower. A reader that went away ends the output quietly. */
export async function print(text: string): Promise<void> {
  if (process.stdout.destroyed) return;
  if (!process.stdout.write(text))
    await Promise.race([once(process.stdout, 'drain'), once(process.stdout, 'close')]);
}

export async function printLine(text = ''): Promise<void> {
  await print(`${text}\n`);
}

export async function printJson(value: unknown): Promise<void> {
  await print(`${JSON.stringify(value, null, 2)}\n`);
}

export function say(text: string): void {
  process.stderr.write(`${text}\n`);
}

/** Failures whose code, not their class, decides the exit code. */
const EXIT_OF: ReadonlyMap<FailureCode, number> = new Map([
  ['invalid_input', EXIT.usage],
  ['interrupted', EXIT.interrupted],
]);

/** Says what went wrong in one sentence with its code, and sets the exit code. */
export function fail(thrown: unknown): void {
  const error = asNewsmillError(thrown);
  say(`newsmill: ${error.code}: ${error.message}`);
  process.exitCode = EXIT_OF.get(error.code) ?? exitCodeFor(error.class);
}

/** Columns padded to their widest cell; the last is left as it is. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths: number[] = [];
  for (const row of rows)
    row.forEach((cell, i) => {
      widths[i] = Math.max(widths[i] ?? 0, cell.length);
    });
  return rows
    .map((row) =>
      row
        .map((cell, i) => (i === row.length - 1 ? cell : cell.padEnd(widths[i] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** Makes whatever a page or a user wrote safe to show on a terminal: no control characters (CWE-150). */
export function plain(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f]+/g, ' ');
}
