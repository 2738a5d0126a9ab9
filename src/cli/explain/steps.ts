/** What was decided about one URL, as steps in the order in which it was decided. */
import { Rights } from '../../article/rights.ts';
import type { Charset } from '../../extract/page/charset.ts';
import { robotsAllows } from '../../fetch/robots.ts';
import type { CanonicalUrl } from '../../frontier/canonical-url.ts';
import { HostRobots } from '../../pipeline/host-robots.ts';
import type {
  ExplainedArticle,
  ExplainedEntry,
  ExplainedSnapshot,
  ExplainedVisit,
} from '../../store/explain.ts';
import type { Hop } from '../../store/tables.ts';

/** In the order in which they are told; those from `slot` to `outcome` for each visit. */
export const STEPS = [
  'canonical',
  'moved',
  'found',
  'host',
  'robots',
  'slot',
  'hop',
  'request',
  'browser',
  'response',
  'charset',
  'kind',
  'outcome',
  'dedupe',
  'rights',
  'next',
] as const;

export interface Step {
  readonly step: (typeof STEPS)[number];
  /** When it was decided or happened, RFC 3339; null where no time is kept. */
  readonly at: string | null;
  /** One sentence for a person. */
  readonly text: string;
  /** The same for programs. */
  readonly data: Readonly<Record<string, unknown>>;
}

/** What is known of a URL. `charsets`: by snapshot id, of those whose bytes are still there. */
export interface Known {
  readonly canonical: CanonicalUrl;
  readonly entry: ExplainedEntry;
  readonly visits: readonly ExplainedVisit[];
  readonly article: ExplainedArticle | null;
  readonly charsets: ReadonlyMap<string, Charset>;
  /** Whether robots.txt is obeyed. */
  readonly obeysRobots: boolean;
  readonly now: Date;
}

export function canonicalStep({ url, rules }: CanonicalUrl): Step {
  const text = rules.length === 0 ? `${url} (as it is)` : `${url} by ${rules.join(', ')}`;
  return { step: 'canonical', at: null, text, data: { url, rules } };
}

function movedSteps({ url, movedFrom }: ExplainedEntry): Step[] {
  if (movedFrom === null) return [];
  const text = `${movedFrom} moved for good; ${url} is visited in its place`;
  return [{ step: 'moved', at: null, text, data: { from: movedFrom, to: url } }];
}

export function stepsOf(known: Known): Step[] {
  const { entry, visits } = known;
  const steps = [
    canonicalStep(known.canonical),
    ...movedSteps(entry),
    foundStep(entry),
    hostStep(entry),
    robotsStep(known),
  ];
  let before: ExplainedVisit | null = null;
  for (const visit of visits) {
    steps.push(...visitSteps(known, visit, before));
    before = visit;
  }
  if (known.article !== null) {
    const { id } = known.article;
    const storedAt = iso(visits.findLast(({ articleId }) => articleId === id)?.endedAt ?? null);
    steps.push(dedupeStep(known.article, storedAt), ...rightsSteps(known.article, storedAt));
  }
  steps.push(nextStep(known));
  return steps;
}

const iso = (date: Date | null): string | null => date?.toISOString() ?? null;
const seconds = (milliseconds: number): string =>
  `${(milliseconds / 1000).toFixed(milliseconds < 10_000 ? 1 : 0)} s`;

function foundStep(entry: ExplainedEntry): Step {
  const where =
    entry.foundOn === null ? 'Given by a person or a source’s settings' : `Found on ${entry.foundOn}`;
  const whose = entry.sourceId === null ? 'no source' : `source ${entry.sourceId}`;
  return {
    step: 'found',
    at: iso(entry.discoveredAt),
    text: `${where}, as a ${entry.kind}; ${whose}, priority ${entry.priority}`,
    data: {
      foundOn: entry.foundOn,
      kind: entry.kind,
      source: entry.sourceId,
      priority: entry.priority,
      hints: entry.hints,
    },
  };
}

function hostStep(entry: ExplainedEntry): Step {
  const pause = Math.max(entry.delayMs, entry.crawlDelayMs ?? 0);
  const why =
    entry.crawlDelayMs !== null && entry.crawlDelayMs > entry.delayMs ? ' (robots.txt asks for it)' : '';
  const trouble = entry.failuresInRow === 0 ? '' : `; ${entry.failuresInRow} failures in a row`;
  return {
    step: 'host',
    at: null,
    text: `${entry.host}: ${entry.concurrency} at a time, ${seconds(pause)} between requests${why}${trouble}`,
    data: {
      host: entry.host,
      concurrency: entry.concurrency,
      delayMs: entry.delayMs,
      crawlDelayMs: entry.crawlDelayMs,
      failuresInRow: entry.failuresInRow,
      nextAt: iso(entry.nextAt),
    },
  };
}

function robotsStep({ entry, obeysRobots }: Known): Step {
  const of = (text: string, at: string | null, data: Record<string, unknown>): Step => ({
    step: 'robots',
    at,
    text,
    data: {
      allowed: null,
      line: null,
      status: entry.robotsStatus,
      expiresAt: iso(entry.robotsExpiresAt),
      ...data,
    },
  });
  if (!obeysRobots) return of('Not asked: fetch.robots is ignore', null, { allowed: true });
  if (entry.robots === null) return of('robots.txt was not read yet; it is asked for first', null, {});
  const robots = HostRobots.parse(entry.robots);
  if (robots.failure !== null) {
    return of(`Cannot be read, so nothing is fetched: ${robots.failure.message}`, robots.unreachableSince, {
      allowed: false,
      failure: robots.failure,
    });
  }
  const { allowed, line } = robotsAllows(robots.policy, entry.fetchUrl);
  const rule = line === null ? 'no line says anything about it' : `line ${line} decides`;
  const there = robots.policy.access === 'all' ? 'there is none' : rule;
  return of(`${allowed ? 'Allowed' : 'Disallowed'}: ${there}`, robots.readAt, { allowed, line });
}

function visitSteps(known: Known, visit: ExplainedVisit, before: ExplainedVisit | null): Step[] {
  const { snapshot } = visit;
  const steps: Step[] = [];
  if (visit.startedAt !== null) {
    const from = before?.endedAt ?? known.entry.discoveredAt;
    const waitMs = Math.max(0, visit.startedAt.getTime() - from.getTime());
    const since = before === null ? 'it was found' : 'the visit before';
    steps.push({
      step: 'slot',
      at: iso(visit.startedAt),
      text: `Granted a slot of the host, ${seconds(waitMs)} after ${since}`,
      data: { waitMs, since: iso(from) },
    });
  }
  for (const hop of snapshot?.hops ?? []) steps.push(hopStep(hop));
  if (snapshot !== null) {
    const { etag, 'last-modified': lastModified } = snapshot.headers;
    steps.push(
      {
        step: 'request',
        at: iso(snapshot.fetchedAt),
        text: `GET ${snapshot.url} by ${WHO[snapshot.via]}`,
        data: { url: snapshot.url, via: snapshot.via },
      },
      browserStep(known.entry, snapshot, before),
      {
        step: 'response',
        at: iso(snapshot.fetchedAt),
        text: `HTTP ${snapshot.status}, ${snapshot.contentType ?? 'no content type'}, ${snapshot.bytes} bytes; ${validators(etag, lastModified)}`,
        data: {
          status: snapshot.status,
          contentType: snapshot.contentType,
          bytes: snapshot.bytes,
          etag: etag ?? null,
          lastModified: lastModified ?? null,
          snapshot: snapshot.id,
          blob: snapshot.blob,
        },
      },
    );
    const charset = known.charsets.get(snapshot.id);
    const readAt = iso(visit.extraction?.at ?? visit.discovery?.at ?? null);
    if (charset !== undefined) {
      const { encoding, from, corrected } = charset;
      const text = `${encoding}, by ${from === 'detection' ? 'its bytes' : from}${corrected ? ', against what it says of itself' : ''}`;
      steps.push({ step: 'charset', at: readAt, text, data: { charset: encoding, from, corrected } });
    }
  } else {
    steps.push(...askedSteps(visit));
  }
  if (snapshot === null && visit.httpStatus !== null) {
    steps.push({
      step: 'response',
      at: iso(visit.endedAt),
      text:
        visit.httpStatus === 304
          ? 'HTTP 304: not changed since the visit before'
          : `HTTP ${visit.httpStatus}`,
      data: { status: visit.httpStatus },
    });
  }
  steps.push(...readingSteps(known, visit), outcomeStep(visit));
  return steps;
}

/** How a visit without a snapshot came to its failure. */
function askedSteps({ asked, startedAt }: ExplainedVisit): Step[] {
  if (asked === null) return [];
  const { url, via, hops } = asked;
  const steps = hops.map(hopStep);
  if (via !== null)
    steps.push({
      step: 'request',
      at: hops.at(-1)?.at ?? iso(startedAt),
      text: `GET ${url} by ${WHO[via]}`,
      data: { url, via },
    });
  return steps;
}

const WHO = { fetch: 'the plain client', render: 'a browser' } as const;

function hopStep(hop: Hop): Step {
  const permanent = hop.status === 301 || hop.status === 308 ? ' for good' : '';
  return {
    step: 'hop',
    at: hop.at ?? null,
    text: `${hop.url} redirects${permanent} to ${hop.location} (HTTP ${hop.status})`,
    data: { ...hop },
  };
}

function browserStep(
  entry: ExplainedEntry,
  { via, fetchedAt }: ExplainedSnapshot,
  before: ExplainedVisit | null,
): Step {
  const rendered = via === 'render';
  const why = (rendered ? whyBrowser : whyPlain)(entry, before);
  return {
    step: 'browser',
    at: iso(fetchedAt),
    text: rendered ? `Loaded in a browser: ${why}` : `No browser: ${why}`,
    data: { rendered, why, browserFirst: entry.browserFirst, since: iso(entry.browserSince) },
  };
}

function whyBrowser(entry: ExplainedEntry, before: ExplainedVisit | null): string {
  if (entry.sourceRender === 'always') return 'the source says render: always';
  if (before?.outcome === 'retried' && before.snapshot?.via === 'fetch')
    return `the visit before, without one, ended with ${before.code}`;
  return entry.browserFirst === true
    ? `only a browser gave the last pages of ${entry.host}, so new ones start there since ${iso(entry.browserSince)}`
    : 'the page needed one at a visit before';
}

function whyPlain(entry: ExplainedEntry, before: ExplainedVisit | null): string {
  if (entry.sourceRender === 'never') return 'the source says render: never';
  if (entry.browserFirst !== true)
    return 'pages are asked for without one first, and nothing says that this host needs one';
  return entry.isRenderProbe
    ? `pages of ${entry.host} start in one, but every 20th, as this, is tried without`
    : `it was asked for ${before === null ? 'first ' : ''}before pages of ${entry.host} started in one, or by hand`;
}

function validators(etag: string | undefined, lastModified: string | undefined): string {
  const named = [
    etag === undefined ? '' : `ETag ${etag}`,
    lastModified === undefined ? '' : `Last-Modified ${lastModified}`,
  ];
  const text = named.filter((part) => part !== '').join(', ');
  return text === '' ? 'no validators' : text;
}

function readingSteps(
  { article }: Known,
  { extraction, discovery, articleId, code, outcome }: ExplainedVisit,
): Step[] {
  if (discovery !== null) {
    const { found, added } = discovery;
    const text = `Read as a list: ${found} URLs, ${added} of them new`;
    return [{ step: 'kind', at: iso(discovery.at), text, data: { kind: 'list', found, added } }];
  }
  if (extraction === null) return [];
  const type =
    articleId !== null && article?.id === articleId ? article.type : articleId === null ? null : 'article';
  return [
    {
      step: 'kind',
      at: iso(extraction.at),
      text:
        type === null
          ? `Read in ${extraction.milliseconds} ms (extractor ${extraction.extractor}): no article, ${code}`
          : `Read in ${extraction.milliseconds} ms (extractor ${extraction.extractor}): ${type}`,
      data: {
        kind: type,
        code,
        outcome,
        extractor: extraction.extractor,
        milliseconds: extraction.milliseconds,
      },
    },
  ];
}

const OUTCOMES: Readonly<Record<string, string>> = {
  new: 'A new article',
  revised: 'The article has a new revision',
  unchanged: 'The article is as it was',
  duplicate: 'A copy of a text that is known, or one more address of its article',
  discovered: 'Its URLs are in the frontier',
  retried: 'Failed, and is tried again',
  failed: 'Failed',
};

function outcomeStep(visit: ExplainedVisit): Step {
  const what = OUTCOMES[visit.outcome] ?? visit.outcome;
  const article = visit.articleId === null ? '' : `: ${visit.articleId}, revision ${visit.revision}`;
  const failure = visit.code === null ? '' : `: ${visit.code}: ${visit.message ?? ''}`;
  return {
    step: 'outcome',
    at: iso(visit.endedAt),
    text: `${what}${article}${failure}`,
    data: {
      outcome: visit.outcome,
      httpStatus: visit.httpStatus,
      article: visit.articleId,
      revision: visit.revision,
      class: visit.class,
      code: visit.code,
      message: visit.message,
    },
  };
}

function dedupeStep(article: ExplainedArticle, at: string | null): Step {
  const others = article.clusterSize - 1;
  const alone = others === 0 ? 'alone in its cluster' : `${others} more in its cluster`;
  const evidence = Array.isArray(article.membership) ? article.membership : [];
  const gone = article.withdrawn === null ? '' : `; withdrawn ${iso(article.withdrawn)}`;
  return {
    step: 'dedupe',
    at,
    text: `“${article.title}”, article ${article.id}, ${alone} ${article.cluster}${evidence.length === 0 ? '' : ` (evidence: ${JSON.stringify(evidence.at(-1))})`}${gone}`,
    data: {
      article: article.id,
      title: article.title,
      cluster: article.cluster,
      clusterSize: article.clusterSize,
      evidence,
      urls: article.urls,
      withdrawn: iso(article.withdrawn),
    },
  };
}

function rightsSteps(article: ExplainedArticle, at: string | null): Step[] {
  const rights = Rights.nullable().catch(null).parse(article.rights);
  if (rights === null) return [];
  const stated = rights.evidence.map(({ from, name, value }) => `${from} ${name}: ${value}`).join('; ');
  const reserved =
    rights.reserved.length === 0 ? 'Nothing reserved' : `Reserved: ${rights.reserved.join(', ')}`;
  return [{ step: 'rights', at, text: `${reserved} (${stated})`, data: { ...rights } }];
}

function nextStep({ entry, now }: Known): Step {
  const data = {
    state: entry.state,
    dueAt: iso(entry.dueAt),
    hostFreeAt: iso(entry.nextAt),
    ahead: entry.ahead,
    attempts: entry.attempts,
    visits: entry.visits,
    revisits: entry.revisits,
  };
  const of = (at: Date | null, text: string): Step => ({ step: 'next', at: iso(at), text, data });
  switch (entry.state) {
    case 'waiting': {
      const queue = entry.ahead === 0 ? '' : `, behind ${entry.ahead} of the same host`;
      const redirected = entry.fetchUrl === entry.url ? '' : ` at ${entry.fetchUrl}`;
      const browser = entry.render ? ', in a browser' : '';
      const isDue = entry.dueAt !== null && entry.dueAt <= now;
      return of(
        entry.dueAt,
        `${isDue ? 'Due, waits for a slot of its host' : 'Visited again then'}${browser}${redirected}${queue}`,
      );
    }
    case 'granted':
      return of(null, `Being asked for now, by the ${entry.via ?? 'fetch'} role`);
    case 'fetched':
      return of(null, 'Fetched; its content is being read');
    case 'resting':
      return of(null, restReason(entry));
  }
}

function restReason(entry: ExplainedEntry): string {
  if (entry.outcome === 'failed')
    return `None: ${entry.outcomeCode} is not tried again. newsmill crawl URL does it at once`;
  if (entry.sourceId === null) return 'None: no source asks for it again. newsmill crawl URL does it at once';
  if (entry.kind !== 'page') return 'With the next turn of its source';
  const pauses = entry.sourceRevisit?.join(', ') ?? 'none';
  return `None: the source’s revisit list (${pauses}) is at its end`;
}
