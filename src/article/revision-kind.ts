/** What kind of change a revision is. One revision may be of several; each kind comes with short evidence. */
import { z } from 'zod';

const Words = z.int().nonnegative();
const Snippet = z.string().describe('A short passage of the text');

export const RevisionKind = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('headline'), before: Snippet, after: Snippet }),
  z.object({ kind: z.literal('correction'), notice: Snippet }).describe('A notice says what was corrected'),
  z
    .object({
      kind: z.literal('figure'),
      figures: z.array(z.object({ before: Snippet, after: Snippet, context: Snippet })),
    })
    .describe('Numbers were exchanged for others'),
  z.object({ kind: z.literal('growth'), added: Words }).describe('The text got longer and lost little'),
  z
    .object({ kind: z.literal('silent'), removed: Words, added: Words, before: Snippet, after: Snippet })
    .describe('Wording changed and no notice says so'),
  z.object({ kind: z.literal('takedown'), notice: Snippet }).describe('A notice stands where the text was'),
  z
    .object({ kind: z.literal('reextracted'), fields: z.array(z.string()), extractor: z.string() })
    .describe('The page is as it was, and a newer extractor reads these fields otherwise'),
  z.object({ kind: z.literal('restored') }).describe('The text is back after it was withdrawn'),
]);
export type RevisionKind = z.infer<typeof RevisionKind>;

/** Why an article was withdrawn: its page is gone, its text was taken down, its address tells another story. */
export const Withdrawal = z.object({
  reason: z.enum(['gone', 'takedown', 'address-reused']),
  httpStatus: z.int().optional().describe('gone: what the host answered'),
  notice: Snippet.optional().describe('takedown: what stands where the text was'),
  successor: z.uuid().optional().describe('address-reused: the article that has the address now'),
});
export type Withdrawal = z.infer<typeof Withdrawal>;
