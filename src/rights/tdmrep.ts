/** tdmrep.json: the TDM Reservation Protocol's file on the origin server (W3C community group, “TDM File”). */
import { z } from 'zod';
import { pathPatternCovers } from '../fetch/robots.ts';

/** Where the file lies on every host. */
export const TDMREP_PATH = '/.well-known/tdmrep.json';

/** Largest file that is read, in bytes. */
export const MAX_TDMREP_BYTES = 131_072;

const MAX_RULES = 500;
const MAX_TEXT = 2000;

export const TdmRule = z.object({
  /** Path pattern with `*` and a final `$`, as in robots.txt. */
  location: z.string(),
  reserved: z.boolean(),
  policy: z.string().nullable(),
});
export type TdmRule = z.infer<typeof TdmRule>;

const Reservation = z.union([z.literal([0, 1]), z.literal(['0', '1'])]).transform(Number);
const FileRule = z.object({
  location: z.string().min(1).max(MAX_TEXT),
  'tdm-reservation': Reservation,
  'tdm-policy': z.string().max(MAX_TEXT).nullish(),
});

/** The file's rules in their order; rules that are none are left out. Null where it is no such file. */
export function readTdmrep(text: string): TdmRule[] | null {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    // Hosts answer any address with a page: that is no file, and no fault.
    return null;
  }
  // One rule without its brackets is taken for what it means.
  const list = Array.isArray(value) ? value : [value];
  const rules = list.slice(0, MAX_RULES).flatMap((entry) => {
    const rule = FileRule.safeParse(entry).data;
    if (rule === undefined) return [];
    return [
      {
        location: rule.location,
        reserved: rule['tdm-reservation'] === 1,
        policy: rule['tdm-policy'] ?? null,
      },
    ];
  });
  return rules.length === 0 && list.length > 0 ? null : rules;
}

/** The rule for a URL: the first whose pattern covers it. */
export function tdmRuleFor(rules: readonly TdmRule[], url: string): TdmRule | null {
  return rules.find((rule) => pathPatternCovers(rule.location, url)) ?? null;
}
