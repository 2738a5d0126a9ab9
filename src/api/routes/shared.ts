/** What the routes have in common. */
import { z } from 'zod';
import { ErrorBody } from '../errors.ts';

/** How many items a page has. */
export function limitParameter(usual: number, most: number) {
  return z.coerce
    .number()
    .int()
    .min(1)
    .max(most)
    .default(usual)
    .describe(`Most items in the answer, at most ${most}`);
}

/** A route's answers, with what every failure looks like. */
export function answers<T extends Record<number, z.ZodType>>(
  successes: T,
): T & { '4xx': typeof ErrorBody; '5xx': typeof ErrorBody } {
  return { ...successes, '4xx': ErrorBody, '5xx': ErrorBody };
}

/** A date as it is sent. */
export const isoOrNull = (date: Date | null): string | null => date?.toISOString() ?? null;

/** Marks a route in the OpenAPI document as one that needs the token. */
export const TOKEN_NEEDED = [{ token: [] }];
