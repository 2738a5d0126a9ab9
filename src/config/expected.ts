/** What a schema wants, in words that follow "Write". */
import { z } from 'zod';
import { unwrap } from './unwrap.ts';

/** A noun phrase: `a whole number from 0 to 65535`, `one of obey, ignore`, `true or false`. */
export function expectedOf(schema: z.core.$ZodType): string {
  const inner = unwrap(schema);
  if (inner instanceof z.ZodEnum) return `one of ${inner.options.join(', ')}`;
  if (inner instanceof z.ZodBoolean) return 'true or false';
  if (inner instanceof z.ZodNumber) return expectedNumber(inner);
  if (inner instanceof z.ZodURL) return 'an http:// or https:// URL';
  if (inner instanceof z.ZodString) return expectedText(inner);
  if (inner instanceof z.ZodArray) return `a list, each item ${expectedOf(inner.element)}`;
  if (inner instanceof z.ZodObject) return `a section with the keys ${Object.keys(inner.shape).join(', ')}`;
  return 'another value';
}

function expectedNumber(schema: z.ZodNumber): string {
  const { minValue, maxValue, isInt } = schema;
  const noun = isInt ? 'a whole number' : 'a number';
  const least = minValue === null || minValue <= Number.MIN_SAFE_INTEGER ? undefined : minValue;
  const most = maxValue === null || maxValue >= Number.MAX_SAFE_INTEGER ? undefined : maxValue;
  if (least !== undefined && most !== undefined) return `${noun} from ${least} to ${most}`;
  if (least !== undefined) return `${noun} of at least ${least}`;
  return most === undefined ? noun : `${noun} of at most ${most}`;
}

function expectedText(schema: z.ZodString): string {
  const pattern = patternMessage(schema);
  if (pattern !== undefined) return pattern;
  const { minLength, maxLength } = schema;
  const least = minLength ?? 0;
  if (least > 1 && maxLength !== null) return `text of ${least} to ${maxLength} characters`;
  if (least > 1) return `text of at least ${least} characters`;
  if (maxLength !== null) return `text of at most ${maxLength} characters`;
  return 'text';
}

/** The message given with a `regex`, which by our convention is a noun phrase. A NUL matches none of them. */
function patternMessage(schema: z.ZodString): string | undefined {
  const issues = schema.safeParse('\0').error?.issues ?? [];
  return issues.find((issue) => issue.code === 'invalid_format')?.message;
}
