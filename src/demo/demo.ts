/**
 * Serves the demo newspapers on loopback: two hosts on one port, told apart by the Host header, which
 * behave as publishers do (stories come out over time, one is edited, one withdrawn, one behind a wall).
 */
import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type NamedSource, SourceDefinition } from '../config/source.ts';
import { NewsmillError } from '../errors.ts';
import { SourceId } from '../ids.ts';
import { type Answer, answer, entryOf, type StoryEntry } from './answer.ts';
import { CLOSED_SECTION } from './feeds.ts';
import { newsstandPage } from './pages/lists.ts';
import { COURIER, GAZETTE, type Site, siteOf } from './paper.ts';
import { StateFile } from './state.ts';
import { loadStories, type PaperId, type Story } from './story.ts';

export interface DemoOptions {
  /** Always loopback: the demo answers anyone who can reach it. */
  readonly host: '127.0.0.1';
  /** Kept between starts, so that URLs, dates and the edit hold. */
  readonly stateFile: string;
  /** Wanted port, 0 for any free one. By default the one of the last start, at first one derived from the path. */
  readonly port?: number | undefined;
  /** Takes a sentence for the person who started newsmill. */
  readonly log?: ((sentence: string) => void) | undefined;
  readonly now?: (() => Date) | undefined;
}

export interface Demo extends AsyncDisposable {
  readonly port: number;
  readonly urls: {
    /** The Courier's. */
    readonly front: string;
    readonly feed: string;
    readonly sitemap: string;
    readonly robots: string;
    readonly gazetteFront: string;
    readonly gazetteFeed: string;
  };
  /** Every story of both papers, also those that are still to come. */
  readonly stories: readonly StoryEntry[];
  readonly sources: NamedSource[];
  /** What `fetch.allowAddresses` needs. */
  readonly allowAddresses: string[];
  /** Ends at once; readers that wait for a slow page are cut off. */
  close(): Promise<void>;
}

const ID_HEADER = 'x-newsmill-demo';
/** Ports tried after the wanted one before the system is asked for any. */
const NEIGHBOURS = 20;

/**
 * Opens the newsstand. Where another newsmill with the same state file has it open already, that one is
 * used, and `close` leaves it alone.
 *
 * @throws NewsmillError `port_in_use` where `port` was given and is taken
 */
export async function startDemo(options: DemoOptions): Promise<Demo> {
  const log = options.log ?? (() => undefined);
  const now = options.now ?? (() => new Date());
  const stories = loadStories();
  const file = new StateFile(options.stateFile, log);
  const server = createServer({ requestTimeout: 10_000, headersTimeout: 5_000, maxHeaderSize: 16_384 });
  server.maxConnections = 100;
  server.keepAliveTimeout = 5_000;

  const wanted = options.port ?? file.state.port;
  const port = await openPort(server, options.host, wanted, options.port === undefined, file.state.id);
  if (port === null) return describe(file.state.port, stories, async () => undefined);
  if (options.port === undefined && port !== wanted) {
    log(
      `Port ${wanted} of the demo newspaper is taken by another program. It is at ${port} now, so its pages count as new ones.`,
    );
  }
  file.update({ port });

  const sites = [siteOf(COURIER, port), siteOf(GAZETTE, port)];
  const waiting = new Set<NodeJS.Timeout>();
  server.on('request', (request, response) => {
    const { delayMs, ...found } = route(request, sites, stories, file, now());
    const timer = setTimeout(() => {
      waiting.delete(timer);
      send(request, response, found, file.state.id);
    }, delayMs ?? 0);
    waiting.add(timer);
    response.once('close', () => {
      clearTimeout(timer);
      waiting.delete(timer);
    });
  });
  server.on('clientError', (_error, socket) => socket.destroy());

  return describe(port, stories, async () => {
    for (const timer of waiting) clearTimeout(timer);
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    server.closeAllConnections();
    await closed;
  });
}

/**
 * @param mayMove whether another port will do
 * @returns the port, or null where the same papers are open there already
 */
async function openPort(
  server: Server,
  host: string,
  wanted: number,
  mayMove: boolean,
  id: string,
): Promise<number | null> {
  if (await listen(server, host, wanted)) return portOf(server);
  if (!mayMove) {
    throw new NewsmillError('port_in_use', `Port ${wanted}, which the demo newspaper should have, is taken`);
  }
  if (await isSameDemo(host, wanted, id)) return null;
  for (let step = 1; step <= NEIGHBOURS; step++) {
    if (await listen(server, host, wanted + step)) return portOf(server);
  }
  await listen(server, host, 0);
  return portOf(server);
}

function listen(server: Server, host: string, port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const onError = (error: NodeJS.ErrnoException) => {
      server.off('listening', onListening);
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(false);
      else reject(error);
    };
    const onListening = () => {
      server.off('error', onError);
      resolve(true);
    };
    server.once('error', onError).once('listening', onListening).listen({ port, host, exclusive: true });
  });
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') {
    throw new NewsmillError('internal', 'The demo newspaper listens on no TCP port');
  }
  return address.port;
}

async function isSameDemo(host: string, port: number, id: string): Promise<boolean> {
  try {
    const response = await fetch(`http://${host}:${port}/`, {
      method: 'HEAD',
      redirect: 'manual',
      signal: AbortSignal.timeout(1000),
    });
    return response.headers.get(ID_HEADER) === id;
  } catch {
    // Whatever has the port speaks no HTTP, or not in time: it is another program.
    return false;
  }
}

function route(
  request: IncomingMessage,
  sites: readonly Site[],
  stories: readonly Story[],
  file: StateFile,
  now: Date,
): Answer {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return { status: 405, type: 'text/plain; charset=utf-8', body: 'GET and HEAD only\n' };
  }
  const url = URL.parse(request.url ?? '/', 'http://demo.invalid');
  const hostname = URL.parse(`http://${request.headers.host ?? ''}`)?.hostname;
  const site = sites.find((candidate) => candidate.host === hostname);
  if (site === undefined || url === null) {
    return { status: 200, type: 'text/html; charset=utf-8', body: newsstandPage(sites) };
  }
  const openedAt = file.state.openedAt ?? new Date(Math.floor(now.getTime() / 1000) * 1000).toISOString();
  if (file.state.openedAt === null) file.update({ openedAt });
  const { firstRead } = file.state;
  const found = answer(site, url.pathname, stories, { openedAt: new Date(openedAt), firstRead }, now);
  if (found.readStoryId !== undefined && firstRead[found.readStoryId] === undefined) {
    file.update({ firstRead: { ...firstRead, [found.readStoryId]: now.toISOString() } });
  }
  return found;
}

function send(request: IncomingMessage, response: ServerResponse, found: Answer, id: string): void {
  const etag = `"${createHash('sha256').update(found.body).digest('base64url').slice(0, 22)}"`;
  response.setHeader(ID_HEADER, id);
  response.setHeader('cache-control', 'max-age=0, must-revalidate');
  if (found.status === 405) response.setHeader('allow', 'GET, HEAD');
  if (found.status === 200) {
    response.setHeader('etag', etag);
    if (found.lastModified) response.setHeader('last-modified', found.lastModified.toUTCString());
    if (request.headers['if-none-match'] === etag) {
      response.writeHead(304).end();
      return;
    }
  }
  response.writeHead(found.status, {
    'content-type': found.type,
    'content-length': Buffer.byteLength(found.body),
  });
  response.end(request.method === 'HEAD' ? undefined : found.body);
}

function describe(port: number, stories: readonly Story[], close: () => Promise<void>): Demo {
  const courier = siteOf(COURIER, port);
  const gazette = siteOf(GAZETTE, port);
  const siteById: Readonly<Record<PaperId, Site>> = { courier, gazette };
  return {
    port,
    urls: {
      front: `${courier.origin}/`,
      feed: `${courier.origin}${courier.feedPath}`,
      sitemap: `${courier.origin}${courier.sitemapPath}`,
      robots: `${courier.origin}/robots.txt`,
      gazetteFront: `${gazette.origin}/`,
      gazetteFeed: `${gazette.origin}${gazette.feedPath}`,
    },
    stories: stories.map((story) => entryOf(siteById[story.paper], story, CLOSED_SECTION)),
    sources: [courier, gazette].map(sourceOf),
    allowAddresses: [courier, gazette].map((site) => `${site.host}:${port}`),
    close,
    [Symbol.asyncDispose]: close,
  };
}

function sourceOf(site: Site): NamedSource {
  return {
    id: SourceId.parse(`demo-${site.id}`),
    definition: SourceDefinition.parse({
      name: site.name,
      feeds: [`${site.origin}${site.feedPath}`],
      sitemaps: [`${site.origin}${site.sitemapPath}`],
      hubs: [`${site.origin}/`],
      every: '5s',
      revisit: ['5s', '10s', '30s'],
      delayMs: 100,
      maxAgeDays: 36_500,
    }),
  };
}
