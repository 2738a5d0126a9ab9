/** The way into the frontier: addresses as people and pages write them become frontier URLs. */
import type { RenderChoice } from '../config/source.ts';
import { asNewsmillError, type Failure } from '../errors.ts';
import type { CrawlId, HostKey, SourceId } from '../ids.ts';
import { type Db, inTransaction } from '../store/database.ts';
import { type AddOptions, type AddResult, addUrls, type NewUrl } from '../store/frontier.ts';
import type { HostPolicy } from '../store/hosts.ts';
import type { FrontierKind, Hints } from '../store/tables.ts';
import { type CanonicalOptions, canonicalUrl, hostKeyOf } from './canonical-url.ts';

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
  /** Pace, slots and lane of hosts not seen before. */
  readonly policyOf: (host: HostKey) => HostPolicy;
  /** `auto`: as was learned of the page's host. Without it no browser. */
  readonly render?: RenderChoice;
  /** Makes known URLs due again. */
  readonly again?: boolean;
  /** What the source wants otherwise of its URLs' spelling. */
  readonly canonical?: CanonicalOptions;
}

export interface IntakeResult extends AddResult {
  readonly accepted: { readonly url: string; readonly canonicalUrl: string }[];
  readonly refused: { readonly url: string; readonly failure: Failure }[];
}

/** Most URLs written in one statement. */
const BATCH = 1000;

/** Addresses in canonical form, ready for `addUrls`; those that are none, with the reason. */
export interface PreparedUrls {
  readonly urls: readonly NewUrl[];
  readonly accepted: { readonly url: string; readonly canonicalUrl: string }[];
  readonly refused: { readonly url: string; readonly failure: Failure }[];
}

export function prepareUrls(
  submissions: readonly Submission[],
  render: RenderChoice = 'never',
  options: CanonicalOptions = {},
): PreparedUrls {
  const prepared: PreparedUrls & { urls: NewUrl[] } = { urls: [], accepted: [], refused: [] };
  for (const { url, kind, hints } of submissions) {
    try {
      const canonical = canonicalUrl(url, options).url;
      prepared.accepted.push({ url, canonicalUrl: canonical });
      prepared.urls.push({
        url: canonical,
        host: hostKeyOf(canonical),
        kind,
        hints,
        render: startOf(render, kind),
      });
    } catch (error) {
      prepared.refused.push({ url, failure: asNewsmillError(error).toFailure() });
    }
  }
  return prepared;
}

/** A seed may turn out a feed, so it goes to a browser only where it is told to. */
function startOf(render: RenderChoice, kind: FrontierKind): NewUrl['render'] {
  if (kind !== 'page' && kind !== 'seed') return false;
  if (render === 'auto') return kind === 'page' ? 'habit' : false;
  return render === 'always';
}

/** Adds URLs to the frontier in canonical form. What is no URL is refused and the others still go in. */
export async function submitUrls(
  db: Db,
  submissions: readonly Submission[],
  options: IntakeOptions,
): Promise<IntakeResult> {
  const { urls, accepted, refused } = prepareUrls(submissions, options.render, options.canonical);
  const total = { added: 0, known: 0, overLimit: 0 };
  for (let i = 0; i < urls.length; i += BATCH) {
    const part = await inTransaction(db, (tx) =>
      addUrls(tx, urls.slice(i, i + BATCH), toAddOptions(options)),
    );
    total.added += part.added;
    total.known += part.known;
    total.overLimit += part.overLimit;
  }
  return { ...total, accepted, refused };
}

/** Intake options with everything filled in. */
export function toAddOptions(options: IntakeOptions): AddOptions {
  return {
    sourceId: options.sourceId ?? null,
    crawlId: options.crawlId ?? null,
    foundOn: options.foundOn ?? null,
    priority: options.priority ?? 50,
    policyOf: options.policyOf,
    again: options.again ?? false,
  };
}
