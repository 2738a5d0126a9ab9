/** What a publisher reserves, as it was stated where a page was found. Recorded with the article, obeyed by configuration. */
import { z } from 'zod';

/**
 * Uses that a publisher can reserve, by the words of the statement itself:
 * `tdm` TDM Reservation Protocol; `ai-train`, `ai-input`, `search` Content-Signal and Content-Usage; the rest
 * robots meta elements and X-Robots-Tag.
 */
export const RESERVATIONS = [
  'tdm',
  'ai-train',
  'ai-input',
  'search',
  'noai',
  'noimageai',
  'noarchive',
  'noindex',
  'nosnippet',
] as const;
export const Reservation = z.enum(RESERVATIONS);
export type Reservation = z.infer<typeof Reservation>;

export const RightsPlace = z.enum(['robots.txt', 'tdmrep.json', 'header', 'meta']);
export type RightsPlace = z.infer<typeof RightsPlace>;

const Signal = z.boolean().nullable();

export const Rights = z.object({
  reserved: z.array(Reservation).describe('Everything that is reserved, whichever way it was stated'),
  tdm: z
    .object({
      reserved: z.boolean(),
      policy: z.string().nullable().describe('Where a licence can be had'),
      from: RightsPlace,
    })
    .nullable()
    .describe('Text and data mining (TDM Reservation Protocol); null where nothing is said of it'),
  robots: z.array(z.string()).describe('Directives of robots meta elements and X-Robots-Tag, lower case'),
  signals: z
    .object({ search: Signal, 'ai-input': Signal, 'ai-train': Signal })
    .describe('Content-Signal and Content-Usage: true allows, false reserves, null says nothing'),
  evidence: z
    .array(z.object({ from: RightsPlace, name: z.string(), value: z.string() }))
    .describe('The statements themselves, as they were made'),
});
export type Rights = z.infer<typeof Rights>;

/** One `<meta>` that may state rights, as the page has it. */
export interface RightsMark {
  /** Lower case. */
  readonly name: string;
  readonly content: string;
}
