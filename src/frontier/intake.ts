/** The way into the frontier: addresses as people and pages write them become frontier URLs. */
import { asNewsmillError, type Failure } from '../errors.ts';
import type { CrawlId, SourceId } from '../ids.ts';
import { type Db, inTransaction } from '../store/database.ts';
import { type AddResult, addUrls, type NewUrl } from '../store/frontier.ts';
import type { FrontierKind, Hints } from '../store/tables.ts';
import { canonicalUrl, hostKeyOf } from './canonical-url.ts';

export interface Submission {
  readonly url: string;
  readonly kind: FrontierKind;
  readonly hints?: Hints | undefined;
}

export interface IntakeOptions {
  readonly sourceId?: SourceId | null;
  readonly crawlId?: CrawlId | null;
  readonly foundOn?: string | null;
  /** 1 is fetched first, 100 last. */
  readonly priority?: number;
  /** Pace of hosts not seen before, in milliseconds. */
  readonly delayMs: number;
  readonly render?: boolean;
  /** Makes known URLs due again. */
  readonly again?: boolean;
}

export interface IntakeResult extends AddResult {
  readonly accepted: { readonly url: string; readonly canonicalUrl: string }[];
  readonly refused: { readonly url: string; readonly failure: Failure }[];
}

/** Most URLs written in one statement. */
const BATCH = 1000;

/** Adds URLs to the frontier in canonical form. A URL that is not one is refused and the others still go in. */
export async function submitUrls(db: Db, submissions: readonly Submission[], options: IntakeOptions): Promise<IntakeResult> {
  const accepted: IntakeResult['accepted'] = [];
  const refused: IntakeResult['refused'] = [];
  const urls: NewUrl[] = [];
  for (const submission of submissions) {
    try {
      const canonical = canonicalUrl(submission.url).url;
      accepted.push({ url: submission.url, canonicalUrl: canonical });
      urls.push({
        url: canonical,
        host: hostKeyOf(canonical),
        kind: submission.kind,
        hints: submission.hints,
        render: options.render,
      });
    } catch (error) {
      refused.push({ url: submission.url, failure: asNewsmillError(error).toFailure() });
    }
  }
  const total = { added: 0, known: 0, overLimit: 0 };
  for (let i = 0; i < urls.length; i += BATCH) {
    const part = await inTransaction(db, (tx) =>
      addUrls(tx, urls.slice(i, i + BATCH), {
        sourceId: options.sourceId ?? null,
        crawlId: options.crawlId ?? null,
        foundOn: options.foundOn ?? null,
        priority: options.priority ?? 50,
        delayMs: options.delayMs,
        again: options.again ?? false,
      }),
    );
    total.added += part.added;
    total.known += part.known;
    total.overLimit += part.overLimit;
  }
  return { ...total, accepted, refused };
}
