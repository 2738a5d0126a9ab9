/** Many questions from a file: JSON Lines in, JSON Lines out, one for one and in order, in bounded memory. */
import { z } from 'zod';
import { asNewsmillError, type Failure, NewsmillError } from '../../errors.ts';
import { readLines } from '../../lines.ts';
import type { Sink } from '../sink.ts';

/** One kind of question, and how it is answered. */
export interface Question {
  /** @throws NewsmillError what becomes the line's `error`; `invalid_input` where it is no such question */
  answer(asked: unknown): Promise<object>;
}

/** A question of the shape `asked`. */
export function questionOf<Asked>(
  asked: z.ZodType<Asked>,
  answer: (asked: Asked) => object | Promise<object>,
): Question {
  return {
    answer: async (value) => {
      const parsed = asked.safeParse(value);
      if (!parsed.success) throw new NewsmillError('invalid_input', faultOf(parsed.error));
      return await answer(parsed.data);
    },
  };
}

export interface BatchSummary {
  /** Lines answered, errors included; blank lines are none. */
  readonly lines: number;
  /** Lines answered with `{"error": …}`. */
  readonly errors: number;
}

/** A robots.txt of 500 KiB, escaped as JSON may escape it, fits into a line. */
export const MAX_LINE_BYTES = 4_194_304;

/** Lines answered at once: enough to wait for name servers side by side. */
const AT_ONCE = 32;

const Id = z.object({ id: z.union([z.string(), z.number(), z.null()]) });

/** Answers every line; one that cannot be answered gets its reason, and the rest goes on. */
export async function answerBatch(
  input: AsyncIterable<Uint8Array>,
  output: Pick<Sink, 'write'>,
  question: Question,
): Promise<BatchSummary> {
  const inFlight: Promise<object>[] = [];
  let lines = 0;
  let errors = 0;
  const writeFirst = async (): Promise<void> => {
    const answer = await inFlight.shift();
    if (answer === undefined) return;
    lines += 1;
    if ('error' in answer) errors += 1;
    await output.write(`${JSON.stringify(answer)}\n`);
  };
  for await (const { number, text } of readLines(input, MAX_LINE_BYTES)) {
    if (text?.trim() === '') continue;
    if (inFlight.length >= AT_ONCE) await writeFirst();
    inFlight.push(answerLine(text, number, question));
  }
  while (inFlight.length > 0) await writeFirst();
  return { lines, errors };
}

async function answerLine(text: string | null, number: number, question: Question): Promise<object> {
  let carried: { id?: string | number | null; inputLine: number } = { inputLine: number };
  try {
    if (text === null)
      throw new NewsmillError('invalid_input', `Line ${number} has more than ${MAX_LINE_BYTES} bytes`);
    const value = parseJson(text, number);
    carried = { ...Id.safeParse(value).data, inputLine: number };
    return { ...carried, ...(await question.answer(value)) };
  } catch (thrown) {
    const error: Failure = asNewsmillError(thrown).toFailure();
    return { ...carried, error };
  }
}

function parseJson(text: string, number: number): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new NewsmillError('invalid_input', `Line ${number} is no JSON`, { cause });
  }
}

/** The first thing wrong with what was asked, with its place. */
function faultOf(error: z.ZodError): string {
  const issue = error.issues[0];
  const place = issue?.path.join('.') ?? '';
  return `${place === '' ? '' : `${place}: `}${issue?.message ?? 'is wrong'}`;
}
