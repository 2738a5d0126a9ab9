/** `newsmill explain`: everything that was decided about one URL, in order, with times. */
import { Command } from 'commander';
import { NewsmillError } from '../errors.ts';
import { type Charset, charsetOf } from '../extract/page/charset.ts';
import type { BlobStore } from '../fetch/blobs.ts';
import { openBlobs } from '../fetch/open-blobs.ts';
import { type CanonicalUrl, canonicalOptionsOf, canonicalUrl } from '../frontier/canonical-url.ts';
import type { Database } from '../store/database.ts';
import { type ExplainedVisit, explainArticle, explainEntry, explainVisits } from '../store/explain.ts';
import { listSources } from '../store/sources.ts';
import { markupOf } from './check/charset.ts';
import { type Context, createContext } from './context.ts';
import { runCrawl } from './crawl.ts';
import { EXIT } from './exit.ts';
import { canonicalStep, type Step, stepsOf } from './explain/steps.ts';
import { openInstance, openStore } from './instance.ts';
import { plain, printJson, printLine, say } from './output.ts';

interface ExplainOptions {
  readonly fetch?: true;
  readonly json?: true;
  readonly visits: string;
}

interface Explanation {
  readonly url: string;
  readonly known: boolean;
  readonly steps: readonly Step[];
  /** What can be done where nothing is known; null where something is. */
  readonly advice: string | null;
}

/** Most visits told, newest last. */
const MOST_VISITS = 100;

export function explainCommand(): Command {
  return new Command('explain')
    .argument('<url>', 'the URL, in any spelling')
    .option('--fetch', 'visit it once now, by the same queues and rules as in a crawl, then explain')
    .option('--visits <n>', 'how many of its last visits are told', '5')
    .option('--json', 'one JSON document instead of text')
    .addHelpText(
      'after',
      `
JSON: {"url", "known", "steps": [{"step", "at", "text", "data"}], "advice"}. Steps, in order: canonical, found, host,
robots; for each visit slot, hop, request, browser, response, charset, kind, outcome; then dedupe, rights, next.
Exit code 3 where the URL is not known.`,
    )
    .action(async (text: string, options: ExplainOptions, command: Command) => {
      const most = Number(options.visits);
      if (!Number.isInteger(most) || most < 1 || most > MOST_VISITS)
        command.error(`error: --visits takes a whole number from 1 to ${MOST_VISITS}`, {
          exitCode: EXIT.usage,
        });
      const canonical = canonicalUrl(text);
      const context = createContext(command, {}, { logLevel: 'error' });
      if (options.fetch === true) await visitOnce(context, canonical.url);
      await using store = await openStore(context, say);
      const blobs = openBlobs(context.config.snapshots, context.dataDir);
      const explanation = await explain({ context, database: store.database, blobs }, text, canonical, most);
      await (options.json === true ? printJson(explanation) : printLine(asText(explanation)));
      if (!explanation.known) process.exitCode = EXIT.permanent;
    });
}

/** One visit through queues and workers; pages that the URL leads to are not fetched. */
async function visitOnce(context: Context, url: string): Promise<void> {
  await using instance = await openInstance(context, say);
  const { refused } = await runCrawl(instance, [url], { limit: 0, tries: 1 });
  for (const { failure } of refused) throw new NewsmillError(failure.code, failure.message);
}

interface ExplainParts {
  readonly context: Context;
  readonly database: Database;
  readonly blobs: BlobStore;
}

async function explain(
  { context, database, blobs }: ExplainParts,
  text: string,
  canonical: CanonicalUrl,
  most: number,
): Promise<Explanation> {
  const { db } = database;
  const spellings = await spellingsOf(database, text, canonical.url);
  const urls = [...spellings.keys()];
  const entry = await explainEntry(db, urls);
  if (entry === null) {
    const article = await explainArticle(db, urls);
    const other = article?.urls.find((url) => !urls.includes(url));
    const advice =
      other === undefined
        ? `Not in the frontier. newsmill explain --fetch ${canonical.url} visits it now; newsmill sources add has it found.`
        : `Not fetched itself: it is an address of article ${article?.id}. Try newsmill explain ${other}.`;
    return { url: canonical.url, known: false, steps: [canonicalStep(canonical)], advice };
  }
  const visits = await explainVisits(db, entry.id, most);
  const last = visits.findLast((visit) => visit.snapshot !== null)?.snapshot;
  const steps = stepsOf({
    canonical: spellings.get(entry.movedFrom ?? entry.url) ?? canonical,
    entry,
    visits,
    article: await explainArticle(db, [entry.url, ...(last ? [last.url] : [])]),
    charsets: await charsetsOf(visits, blobs),
    obeysRobots: context.config.fetch.robots === 'obey',
    now: new Date(),
  });
  return { url: entry.movedFrom ?? entry.url, known: true, steps, advice: null };
}

/** The spellings that a URL may have in the frontier: everybody's, and those of sources with rules of their own. */
async function spellingsOf(
  { db }: Database,
  text: string,
  usual: string,
): Promise<ReadonlyMap<string, CanonicalUrl>> {
  const spellings = new Map([[usual, canonicalUrl(text)]]);
  for (const { definition } of await listSources(db)) {
    if (definition.canonical === undefined) continue;
    const own = canonicalUrl(text, canonicalOptionsOf(definition.canonical));
    if (!spellings.has(own.url)) spellings.set(own.url, own);
  }
  return spellings;
}

/** The charset of each response whose bytes are still kept; retention may have taken them. */
async function charsetsOf(
  visits: readonly ExplainedVisit[],
  blobs: BlobStore,
): Promise<ReadonlyMap<string, Charset>> {
  const charsets = new Map<string, Charset>();
  for (const { snapshot } of visits) {
    if (snapshot === null) continue;
    try {
      const bytes = await blobs.get(snapshot.blob);
      charsets.set(
        snapshot.id,
        charsetOf(bytes, snapshot.contentType, markupOf(bytes, snapshot.contentType)),
      );
    } catch (thrown) {
      if (!(thrown instanceof NewsmillError) || thrown.code !== 'blob_missing') throw thrown;
    }
  }
  return charsets;
}

function asText({ steps, advice }: Explanation): string {
  const lines = steps.map(
    ({ step, at, text }) => `${(at ?? '').padEnd(24)}  ${step.padEnd(9)}  ${plain(text)}`,
  );
  return [...lines, ...(advice === null ? [] : [`${' '.repeat(26)}${plain(advice)}`])].join('\n');
}
