/** `check robots`: whether a robots.txt lets a URL be fetched, by the parser that the fetch role uses. */
import { z } from 'zod';
import { couldBeUrl } from '../../could-be-url.ts';
import { parseRobots, productTokenOf, robotsAllows } from '../../fetch/robots.ts';
import { type Question, questionOf } from './batch.ts';
import { readCheckedFile } from './files.ts';

export const RobotsAsked = z
  .object({
    /** The file's text; `file` or `base64` where it is not text. */
    robotstxt: z.string().optional(),
    base64: z.base64().optional(),
    file: z.string().min(1).optional(),
    /** HTTP status that the file came with; null for no answer at all. */
    status: z.int().min(100).max(599).nullable().default(200),
    /** Product token, or a whole User-Agent. */
    agent: z.string().max(1000).optional(),
    /** Taken as it is written: only its path and query count. */
    url: z.string().refine((url) => url === '' || couldBeUrl(url), { error: 'is neither a URL nor a path' }),
  })
  .refine(
    (asked) => [asked.robotstxt, asked.base64, asked.file].filter((v) => v !== undefined).length === 1,
    {
      error: 'give exactly one of robotstxt, base64 and file',
    },
  );
export type RobotsAsked = z.infer<typeof RobotsAsked>;

export interface RobotsAnswer {
  readonly allowed: boolean;
  /** Line of the file that decided, from 1; null where none says anything about the URL. */
  readonly line: number | null;
}

/** @param userAgent the configuration's, asked for where a question names none */
export function robotsQuestion(userAgent: string): Question {
  return questionOf(RobotsAsked, async (asked): Promise<RobotsAnswer> => {
    const agent = asked.agent === undefined ? productTokenOf(userAgent) : tokenOf(asked.agent);
    return robotsAllows(parseRobots(await bodyOf(asked), asked.status, agent), asked.url);
  });
}

/** A version is cut off, but not a second word: `news mill` is no product token, and no group is for it. */
function tokenOf(agent: string): string {
  return agent.includes('/') ? productTokenOf(agent) : agent;
}

async function bodyOf(asked: RobotsAsked): Promise<string | Uint8Array> {
  if (asked.file !== undefined) return readCheckedFile(asked.file);
  return asked.base64 === undefined ? (asked.robotstxt ?? '') : Buffer.from(asked.base64, 'base64');
}
