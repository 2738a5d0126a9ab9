/** `check rights`: what a publisher reserves, from the headers, the markup and the files that would be read. */
import { z } from 'zod';
import type { Rights, RightsMark } from '../../article/rights.ts';
import { DEFAULT_LIMITS } from '../../extract/options.ts';
import { decodePage } from '../../extract/page/charset.ts';
import { readPage } from '../../extract/page/page.ts';
import { parsePage, releasePage } from '../../extract/page/parse.ts';
import { rightsMarksOf } from '../../extract/page/rights-marks.ts';
import { parseRobots, productTokenOf, robotsSignalsFor } from '../../fetch/robots.ts';
import { readRights } from '../../rights/read-rights.ts';
import { NO_SIGNALS } from '../../rights/signals.ts';
import { readTdmrep } from '../../rights/tdmrep.ts';
import { type Question, questionOf } from './batch.ts';
import { readCheckedFile } from './files.ts';

const MAX_HTML = 10_485_760;

export const RightsAsked = z.object({
  /** The page's address, for what is limited to paths. */
  url: z.string().default('https://page.invalid/'),
  /** Response headers; a list for several fields of one name. */
  headers: z.record(z.string(), z.union([z.string(), z.array(z.string())])).default({}),
  html: z.string().max(MAX_HTML).optional(),
  file: z.string().min(1).optional(),
  robotstxt: z.string().optional(),
  /** The file's text, or its JSON. */
  tdmrep: z.union([z.string(), z.array(z.unknown()), z.record(z.string(), z.unknown())]).optional(),
  /** Product token that statements for one crawler are read for. */
  agent: z.string().max(1000).optional(),
});
export type RightsAsked = z.infer<typeof RightsAsked>;

const NOTHING: Rights = { reserved: [], tdm: null, robots: [], signals: NO_SIGNALS, evidence: [] };

/** @param userAgent the configuration's, for questions that name none */
export function rightsQuestion(userAgent: string): Question {
  return questionOf(RightsAsked, async (asked): Promise<Rights> => {
    const product = productTokenOf(asked.agent ?? userAgent);
    const { url, robotstxt, tdmrep } = asked;
    const policy = robotstxt === undefined ? null : parseRobots(robotstxt, 200, product);
    const headers = flatHeaders(asked.headers);
    const rights = readRights({
      url,
      product,
      headers,
      marks: await marksOf(asked, headers['content-type'] ?? null),
      robotsSignals: policy === null ? [] : robotsSignalsFor(policy, url),
      tdmrep:
        tdmrep === undefined
          ? null
          : readTdmrep(typeof tdmrep === 'string' ? tdmrep : JSON.stringify(tdmrep)),
    });
    return rights ?? NOTHING;
  });
}

/** As a response's headers are kept: lower-case names, fields of one name together. */
function flatHeaders(headers: RightsAsked['headers']): Record<string, string> {
  const flat: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    const key = name.toLowerCase();
    const fields = [
      ...(flat[key] === undefined ? [] : [flat[key]]),
      ...(typeof value === 'string' ? [value] : value),
    ];
    flat[key] = fields.join(key === 'x-robots-tag' ? '\n' : ', ');
  }
  return flat;
}

async function marksOf(asked: RightsAsked, contentType: string | null): Promise<RightsMark[]> {
  const text =
    asked.file === undefined
      ? asked.html
      : decodePage(await readCheckedFile(asked.file), contentType, 'html').text;
  if (text === undefined) return [];
  const url = URL.canParse(asked.url) ? asked.url : 'https://page.invalid/';
  const document = parsePage(text, url, 'own', DEFAULT_LIMITS);
  try {
    return rightsMarksOf(readPage(document, url, DEFAULT_LIMITS));
  } finally {
    releasePage(document);
  }
}
