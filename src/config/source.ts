/** A source as ops write it: one file under config/sources, or the body of POST /v1/sources. */
import { CronExpressionParser } from 'cron-parser';
import { z } from 'zod';
import { RESERVATIONS, Reservation } from '../article/rights.ts';
import { SourceId } from '../ids.ts';
import { CanonicalSettings } from './canonical.ts';

/** `15m`, `6h`, `1d`, `30s`: a whole number and a unit. */
export const Duration = z
  .string()
  .regex(/^[1-9]\d{0,5}(s|m|h|d)$/, 'a number and a unit: 30s, 15m, 6h or 1d')
  .refine((text) => !(parseDuration(text) > 366 * 86_400_000), 'write at most 366d');

const UNIT_MS = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

/** Milliseconds of a `Duration`. */
export function parseDuration(text: string): number {
  const unit = text.at(-1) as keyof typeof UNIT_MS;
  return Number(text.slice(0, -1)) * UNIT_MS[unit];
}

/** Why `text` is no cron expression of five fields; undefined if it is one. */
function cronFault(text: string): string | undefined {
  const example = '"0 6 * * 1-5" is Monday to Friday at 06:00';
  if (text.trim().split(/\s+/).length !== 5) {
    return `write five fields: minute, hour, day of month, month, day of week; ${example}`;
  }
  try {
    CronExpressionParser.parse(text, { tz: 'UTC' });
    return undefined;
  } catch (error) {
    return `cron does not take it (${error instanceof Error ? error.message : String(error)}); ${example}`;
  }
}

const Cron = z
  .string()
  .max(100)
  .superRefine((text, context) => {
    const fault = cronFault(text);
    if (fault !== undefined) context.addIssue({ code: 'custom', message: fault, input: text });
  });

/** A zone of the IANA time zone database, as this machine's Node knows it. */
const TimeZone = z
  .string()
  .max(64)
  .refine((zone) => {
    try {
      return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
    } catch {
      return false;
    }
  }, 'write an IANA time zone, such as Europe/Berlin or UTC');

/** Which pages are loaded in a browser. */
const RenderChoice = z.enum(['auto', 'never', 'always']);
export type RenderChoice = z.infer<typeof RenderChoice>;

/** Lets the rules over several keys run beside errors in single keys, so that all are reported at once. */
const isObject = (payload: { readonly value: unknown }): boolean =>
  typeof payload.value === 'object' && payload.value !== null;

const EntryUrl = z.url({ protocol: /^https?$/ });

/** Where a source is looked for: what kind of document, and where. */
export const EntryKind = z.enum(['feed', 'sitemap', 'hub']);
export type EntryKind = z.infer<typeof EntryKind>;

export const SourceDefinition = z
  .strictObject({
    name: z.string().min(1).max(200).describe('Name of the publication or section, for people'),
    feeds: z.array(EntryUrl).max(100).default([]).describe('RSS, Atom or JSON feeds'),
    sitemaps: z
      .array(EntryUrl)
      .max(100)
      .default([])
      .describe('Sitemaps or sitemap indexes, Google News fields included'),
    hubs: z
      .array(EntryUrl)
      .max(100)
      .default([])
      .describe('Pages that list articles, such as a section’s front page'),
    every: Duration.optional().describe('How often the source is looked at, such as 15m'),
    cron: Cron.optional().describe('When it is looked at: five cron fields'),
    timezone: TimeZone.default('UTC').describe('IANA time zone of cron'),
    priority: z.int().min(1).max(100).default(50).describe('1 is fetched first, 100 last'),
    enabled: z.boolean().default(true),
    render: RenderChoice.default('auto').describe(
      'auto: pages that scripts write are loaded in a browser; always: all pages; never: none',
    ),
    cookies: z
      .boolean()
      .optional()
      .describe(
        'true: cookies that its hosts set are sent back to them, by the process that got them, until it ends',
      ),
    proxy: z
      .string()
      .min(1)
      .max(63)
      .optional()
      .describe('Name of one of fetch.proxies, by which its pages are asked for, in a browser too'),
    revisit: z
      .array(Duration)
      .max(20)
      .default(['1h', '6h', '1d'])
      .describe(
        'Pauses after which a stored page is looked at again for edits, or after a failure; the list’s end ends the visits',
      ),
    delayMs: z
      .int()
      .min(0)
      .max(86_400_000)
      .optional()
      .describe('Least pause between requests to its hosts; default fetch.delayMs'),
    keepSnapshotsDays: z
      .int()
      .min(1)
      .max(36_500)
      .optional()
      .describe('How long its snapshots without a revision are kept; default snapshots.keepDays'),
    rightsObey: z
      .array(Reservation)
      .max(RESERVATIONS.length)
      .optional()
      .describe(
        'Reservations that keep its pages from being stored, such as tdm or noarchive; [] for none; default rights.obey',
      ),
    concurrency: z
      .int()
      .min(1)
      .max(100)
      .optional()
      .describe('Requests at once to each of its hosts; default fetch.hostConcurrency'),
    groupHosts: z
      .enum(['host', 'domain', 'address'])
      .optional()
      .describe(
        'domain, address: all hosts of a registrable domain, or at one IP address, share pace and slots; default fetch.groupHosts',
      ),
    language: z.string().max(35).optional().describe('BCP 47 tag, used where the page names none'),
    maxAgeDays: z
      .int()
      .min(1)
      .max(36_500)
      .default(7)
      .describe('URLs whose feed or sitemap date is older are not taken'),
    canonical: CanonicalSettings.optional().describe(
      'What its URLs want otherwise than others (newsmill check canonical URL names the rules)',
    ),
  })
  .refine((s) => [s.feeds, s.sitemaps, s.hubs].some((urls) => urls !== undefined && urls.length > 0), {
    error: 'name at least one of feeds, sitemaps or hubs',
    when: isObject,
  })
  .refine((s) => (s.every === undefined) !== (s.cron === undefined), {
    error: 'give exactly one of every (such as 15m) and cron',
    path: ['every'],
    when: isObject,
  });
export type SourceDefinition = z.infer<typeof SourceDefinition>;

export const NamedSource = z.object({ id: SourceId, definition: SourceDefinition });
export type NamedSource = z.infer<typeof NamedSource>;

/** The entry points of a source as the frontier takes them. */
export function entriesOf(definition: SourceDefinition): { kind: EntryKind; url: string }[] {
  return [
    ...definition.feeds.map((url) => ({ kind: 'feed' as const, url })),
    ...definition.sitemaps.map((url) => ({ kind: 'sitemap' as const, url })),
    ...definition.hubs.map((url) => ({ kind: 'hub' as const, url })),
  ];
}
