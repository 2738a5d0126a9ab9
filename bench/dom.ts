/**
 * What parsing a page and running the unmodified Readability on it costs, by DOM implementation:
 * process CPU time (all threads, garbage collection included) per page, warm, in one run.
 *
 *   node bench/dom.ts [--pages N] [--dom own,linkedom,jsdom] [--rounds N]
 */
import { parseArgs } from 'node:util';
import { Readability } from '@mozilla/readability';
import { parseHTML as parseWithLinkedom } from 'linkedom';
import type { DomDocument } from '../src/extract/html/dom.ts';
import { parseHtml } from '../src/extract/html/index.ts';
import { closeJsdom, parseHtmlWithJsdom } from '../src/extract/html/jsdom.ts';
import { CORPUS_NAMES, corpusPages, haveCorpora, readPage, spread } from '../test/support/corpora.ts';

const URL_OF_PAGE = 'https://news.example/2024/05/a-story.html';

interface Implementation {
  readonly parse: (html: string) => DomDocument;
  readonly close: (document: DomDocument) => void;
}

const keep = (): void => undefined;

const IMPLEMENTATIONS: Readonly<Record<string, Implementation>> = {
  own: { parse: (html) => parseHtml(html, URL_OF_PAGE), close: keep },
  linkedom: { parse: (html) => parseWithLinkedom(html).document as unknown as DomDocument, close: keep },
  jsdom: { parse: (html) => parseHtmlWithJsdom(html, URL_OF_PAGE), close: closeJsdom },
};

interface Cost {
  /** CPU milliseconds for all pages. */
  parse: number;
  total: number;
  failures: number;
  contents: (string | null)[];
}

/** CPU milliseconds of this process since an earlier reading. Reading it is dear, so it is not done per page. */
function cpuSince(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

/** Parses every page, then parses every page again and runs Readability on it. */
async function run({ parse, close }: Implementation, pages: readonly string[]): Promise<Cost> {
  const cost: Cost = { parse: 0, total: 0, failures: 0, contents: [] };
  const start = process.cpuUsage();
  for (const html of pages) {
    close(parse(html));
    // jsdom's windows are collected only once the event loop has turned.
    await new Promise((resolve) => setImmediate(resolve));
  }
  cost.parse = cpuSince(start);
  const middle = process.cpuUsage();
  for (const html of pages) {
    const document = parse(html);
    try {
      cost.contents.push(new Readability(document as unknown as Document).parse()?.content ?? null);
    } catch {
      cost.failures += 1;
      cost.contents.push(null);
    }
    close(document);
    await new Promise((resolve) => setImmediate(resolve));
  }
  cost.total = cpuSince(middle);
  return cost;
}

const { values } = parseArgs({
  options: {
    pages: { type: 'string', default: '90' },
    dom: { type: 'string', default: 'own,linkedom,jsdom' },
    rounds: { type: 'string', default: '3' },
    corpus: { type: 'string', default: 'articles' },
  },
});

if (!haveCorpora()) throw new Error('The corpora are not there');
const corpora = values.corpus === 'all' ? [...CORPUS_NAMES] : values.corpus.split(',');
const paths = corpusPages().filter((path) => corpora.some((corpus) => path.includes(`/${corpus}/html/`)));
const pages = spread(paths, Number(values.pages)).map(readPage);
const characters = pages.reduce((sum, page) => sum + page.length, 0);
console.log(
  `${pages.length} pages of ${corpora.join(', ')}, ${Math.round(characters / pages.length / 1000)} thousand characters on average`,
);

const results = new Map<string, Cost>();
for (const name of values.dom.split(',')) {
  const implementation = IMPLEMENTATIONS[name];
  if (implementation === undefined) throw new Error(`There is no DOM '${name}'`);
  // jsdom is warm after a third of the pages, and no round of it is needed twice.
  const slow = name === 'jsdom';
  await run(implementation, slow ? spread(pages, Math.ceil(pages.length / 3)) : pages);
  const rounds = slow ? 1 : Number(values.rounds);
  const costs: Cost[] = [];
  for (let round = 0; round < rounds; round += 1) costs.push(await run(implementation, pages));
  const best = costs.sort((a, b) => a.total - b.total)[0];
  if (best !== undefined) results.set(name, best);
}

const reference = results.get('jsdom');
const perPage = (milliseconds: number): string => (milliseconds / pages.length).toFixed(2);
console.table(
  [...results].map(([dom, cost]) => ({
    dom,
    'parse ms': perPage(cost.parse),
    'Readability ms': perPage(cost.total - cost.parse),
    'total ms': perPage(cost.total),
    'of jsdom': reference === undefined ? '' : `1/${(reference.total / cost.total).toFixed(1)}`,
    'same content':
      reference === undefined
        ? ''
        : cost.contents.filter((content, i) => content === reference.contents[i]).length,
    failures: cost.failures,
  })),
);
