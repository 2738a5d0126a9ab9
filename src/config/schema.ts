/**
 * Every setting of newsmill, once. Defaults, validation, the environment's names, the JSON Schema
 * for editors and the docs' table all come from here.
 *
 * Precedence: built-in default < config/newsmill.yaml < environment < command line.
 */
import { z } from 'zod';
import { RESERVATIONS, Reservation } from '../article/rights.ts';
import { field } from './field.ts';

const ms = (defaultValue: number, least: number, most: number) =>
  z.int().min(least).max(most).default(defaultValue);
const count = ms;

export const ROLES = ['discover', 'fetch', 'render', 'extract', 'deliver', 'maintain', 'api'] as const;
export const Role = z.enum(ROLES);
export type Role = z.infer<typeof Role>;

const LogConfig = z.strictObject({
  level: field(z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'), {
    env: 'LOG_LEVEL',
  }).describe('Least severe level that is logged'),
  format: field(z.enum(['auto', 'pretty', 'json']).default('auto'), { env: 'LOG_FORMAT' }).describe(
    'pretty for people, json for programs; auto picks pretty on a terminal',
  ),
});

const ApiConfig = z.strictObject({
  host: field(z.string().default('127.0.0.1'), { env: 'API_HOST' }).describe(
    'Address the API listens on. Anything but loopback needs api.token',
  ),
  port: field(z.int().min(0).max(65535).default(8080), { env: 'API_PORT' }).describe(
    'Port of the API. If it is not set anywhere and 8080 is taken, the next free one is used; 0 takes any free one',
  ),
  token: field(z.string().min(16).nullable().default(null), { env: 'API_TOKEN', secret: true }).describe(
    'Bearer token that writes need, and reads too unless host is loopback. Without one, a token is made at first start and kept in the data folder',
  ),
  allowedHosts: field(z.array(z.string().min(1).max(255)).max(100).default([]), {
    env: 'API_ALLOWED_HOSTS',
  }).describe(
    'Names that requests may be addressed to (the Host header) beside those of loopback, for a proxy in front of a loopback API',
  ),
});

const ProxyConfig = z.strictObject({
  name: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,62}$/, 'lower-case letters, digits and hyphens, at most 63')
    .describe('Short name, for the key proxy of a source'),
  url: field(
    z.string().regex(/^(https?|socks5):\/\/[^/]+\/?$/, 'http://, https:// or socks5:// and a host'),
    {
      secret: true,
    },
  ).describe('http, https or socks5 URL, with user and password where the proxy wants them'),
});

/** A host, or all below a domain. */
const HostPattern = z
  .string()
  .max(300)
  .regex(
    /^(\*\.)?[a-z0-9.:[\]-]+$/,
    'a host name in lower case, with its port if it has one, or *.example.com',
  );

export const HostConfig = z.strictObject({
  host: HostPattern.describe('news.example, news.example:8080, or *.example.com for all hosts below it'),
  delayMs: z.int().min(0).max(86_400_000).optional().describe('Instead of fetch.delayMs'),
  concurrency: z.int().min(1).max(100).optional().describe('Instead of fetch.hostConcurrency'),
  group: z.enum(['host', 'domain', 'address']).optional().describe('Instead of fetch.groupHosts'),
});
export type HostConfig = z.infer<typeof HostConfig>;

const FetchConfig = z.strictObject({
  concurrency: field(count(16, 1, 1000), { env: 'FETCH_CONCURRENCY' }).describe(
    'Requests at once in one process',
  ),
  userAgent: field(z.string().min(3).max(200).default('newsmill/0.1'), { env: 'FETCH_USER_AGENT' }).describe(
    'Product token of the User-Agent; the part before the slash is what robots.txt is read for',
  ),
  contact: field(z.string().max(200).nullable().default(null), { env: 'FETCH_CONTACT' }).describe(
    'URL or mail address put into the User-Agent, so that a publisher can reach you',
  ),
  delayMs: field(ms(1000, 0, 86_400_000), { env: 'FETCH_DELAY_MS' }).describe(
    'Least time between two requests to one host, from the end of one to the start of the next',
  ),
  hostConcurrency: field(count(1, 1, 100), { env: 'FETCH_HOST_CONCURRENCY' }).describe(
    'Requests to one host at once, over all processes',
  ),
  groupHosts: field(z.enum(['host', 'domain', 'address']).default('host'), {
    env: 'FETCH_GROUP_HOSTS',
  }).describe(
    'Who shares pace and slots: each host has its own, or all hosts of a registrable domain, or all that are reached at one IP address, have them together',
  ),
  breakerFailures: count(5, 1, 1000).describe(
    'Failures in a row after which a host is left alone for a while',
  ),
  breakerFirstMs: ms(60_000, 100, 86_400_000).describe(
    'How long, the first time; twice as long after each single request that then fails too',
  ),
  breakerMostMs: ms(3_600_000, 100, 86_400_000).describe('How long at most'),
  connectTimeoutMs: ms(10_000, 100, 120_000).describe('Limit for DNS, TCP and TLS'),
  headersTimeoutMs: ms(15_000, 100, 300_000).describe('Limit until the response headers are complete'),
  bodyTimeoutMs: ms(15_000, 100, 300_000).describe('Longest pause between two pieces of the body'),
  totalTimeoutMs: ms(60_000, 100, 900_000).describe('Limit for one whole request'),
  maxBytes: field(count(10_485_760, 1024, 268_435_456), { env: 'FETCH_MAX_BYTES' }).describe(
    'Largest body, counted both as received and after decompression',
  ),
  maxRedirects: count(10, 0, 30).describe('Redirects followed for one URL'),
  allowAddresses: field(z.array(z.string()).default([]), { env: 'FETCH_ALLOW_ADDRESSES' }).describe(
    'Exceptions from the address guard: host names, host:port, addresses or CIDR ranges (comma-separated in the environment)',
  ),
  allowPorts: field(z.array(z.int().min(1).max(65_535)).max(100).default([80, 443]), {
    env: 'FETCH_ALLOW_PORTS',
  }).describe('Ports that may be asked on public addresses; the exceptions in allowAddresses have any'),
  nameServers: field(z.array(z.string().min(1).max(60)).max(10).default([]), {
    env: 'FETCH_NAME_SERVERS',
  }).describe(
    'Name servers to ask instead of the system’s: addresses, with a port (192.0.2.1:5353, [2001:db8::1]:5353) if it is not 53',
  ),
  proxies: z
    .array(ProxyConfig)
    .max(50)
    .default([])
    .describe('Proxies that sources can name. Their addresses are guarded too'),
  robots: z.enum(['obey', 'ignore']).default('obey').describe('ignore is for hosts of your own only'),
});

const RightsConfig = z.strictObject({
  tdmrep: field(z.boolean().default(true), { env: 'RIGHTS_TDMREP' }).describe(
    'Asks each host for /.well-known/tdmrep.json after its robots.txt, once a day (TDM Reservation Protocol)',
  ),
  obey: field(z.array(Reservation).max(RESERVATIONS.length).default([]), { env: 'RIGHTS_OBEY' }).describe(
    'Reservations that keep a page from being stored: tdm, ai-train, ai-input, search, noai, noimageai, noarchive, noindex, nosnippet. All are recorded with the article (rights), whether obeyed or not',
  ),
});

const ExtractConfig = z.strictObject({
  threads: field(count(2, 1, 64), { env: 'EXTRACT_THREADS' }).describe('Worker threads in one process'),
  heapMb: count(512, 64, 8192).describe('JavaScript heap of one thread, in MiB'),
  timeoutMs: ms(4500, 100, 300_000).describe('Limit for one page; the thread that breaks it is replaced'),
  recycleAfter: count(5000, 1, 1_000_000).describe('Pages after which a thread is replaced by a fresh one'),
  maxDepth: count(512, 32, 4096).describe('Deepest nesting of elements that is kept'),
  maxNodes: count(1_000_000, 1000, 10_000_000).describe('Most nodes of one page'),
  dom: field(z.enum(['own', 'jsdom']).default('own'), { env: 'EXTRACT_DOM' }).describe(
    'jsdom is the slow reference, for comparison',
  ),
  rulesDirs: field(z.array(z.string().min(1)).max(20).default(['config/rules']), {
    env: 'EXTRACT_RULES_DIRS',
  }).describe(
    'Folders of source rules in the ftr-site-config format (example.com.txt); the first folder that has a file for a host wins. Put a checkout of public rules after config/rules',
  ),
});

const RenderConfig = z.strictObject({
  auto: field(z.boolean().default(true), { env: 'RENDER_AUTO' }).describe(
    'Pages that scripts write are loaded in a browser, where the source does not say otherwise',
  ),
  concurrency: field(count(2, 1, 32), { env: 'RENDER_CONCURRENCY' }).describe('Pages at once in one process'),
  executablePath: field(z.string().nullable().default(null), { env: 'RENDER_EXECUTABLE_PATH' }).describe(
    'Chromium; without it the one Playwright or the system has is used',
  ),
  timeoutMs: ms(30_000, 1000, 300_000).describe('Limit for one page'),
  consent: field(z.enum(['reject', 'leave']).default('reject'), { env: 'RENDER_CONSENT' }).describe(
    'reject: consent dialogs are answered with no; leave: they are left open',
  ),
  recycleAfter: count(200, 1, 100_000).describe('Pages after which the browser is replaced'),
  recycleAfterMinutes: count(30, 1, 1440).describe(
    'Minutes after which it is replaced, or ended if nothing needs it',
  ),
  maxMemoryMb: count(1024, 32, 65_536).describe(
    'Memory beyond which it is replaced (where proc(5) tells it)',
  ),
  noSandbox: field(z.boolean().default(false), { env: 'RENDER_NO_SANDBOX' }).describe(
    'Starts Chromium without its sandbox, which it needs where newsmill runs as root',
  ),
});

const QueueConfig = z.strictObject({
  attempts: count(8, 1, 100).describe('Tries of a job whose outcome could not be recorded'),
  backoffMs: ms(1000, 10, 600_000).describe('First pause between tries; doubles each time'),
  lockMs: ms(15_000, 1000, 600_000).describe('A job whose worker is silent for so long is given to another'),
  keepCompleted: count(1000, 0, 1_000_000).describe('Finished jobs kept per queue, for the board'),
  keepFailed: count(5000, 0, 1_000_000).describe('Failed jobs kept per queue'),
});

const MaintainConfig = z.strictObject({
  grantIntervalMs: ms(250, 10, 60_000).describe('Longest pause between two rounds of granting host slots'),
  reconcileIntervalMs: ms(10_000, 100, 3_600_000).describe('How often lost jobs are looked for'),
  leaseMs: ms(90_000, 1000, 3_600_000).describe(
    'A granted slot whose job shows no life for so long is enqueued again',
  ),
  maxInFlight: count(2000, 1, 1_000_000).describe(
    'Most URLs between grant and outcome; when the later stages are behind, nothing more is fetched',
  ),
  keepVisitsDays: count(30, 1, 3650).describe('How long the record of single visits is kept'),
  keepChangesDays: count(90, 1, 3650).describe('How long the change log is kept'),
});

const SnapshotsConfig = z
  .strictObject({
    keepDays: field(count(30, 1, 36_500), { env: 'SNAPSHOTS_KEEP_DAYS' }).describe(
      'How long a snapshot is kept that no revision came of and that is not the last of its URL. A source may say otherwise (keepSnapshotsDays)',
    ),
    keepRevisedDays: field(z.int().min(1).max(36_500).nullable().default(null), {
      env: 'SNAPSHOTS_KEEP_REVISED_DAYS',
    }).describe(
      'How long the snapshots behind revisions, and the last of each URL, are kept; null: for ever',
    ),
    bucketUrl: field(
      z
        .url({ protocol: /^https?$/ })
        .nullable()
        .default(null),
      {
        env: 'SNAPSHOTS_BUCKET_URL',
      },
    ).describe(
      'Bucket of an S3-compatible store, such as https://s3.example/news, for the bytes of snapshots. Without it: a folder in the data folder',
    ),
    bucketRegion: field(z.string().min(1).max(100).default('auto'), {
      env: 'SNAPSHOTS_BUCKET_REGION',
    }).describe('Region the requests are signed for; auto does for stores without regions'),
    bucketPrefix: field(z.string().max(200).default(''), { env: 'SNAPSHOTS_BUCKET_PREFIX' }).describe(
      'Put before every key, such as newsmill/',
    ),
    accessKeyId: field(z.string().min(1).nullable().default(null), {
      env: 'SNAPSHOTS_ACCESS_KEY_ID',
      secret: true,
    }).describe('Who may read and write the bucket'),
    secretAccessKey: field(z.string().min(1).nullable().default(null), {
      env: 'SNAPSHOTS_SECRET_ACCESS_KEY',
      secret: true,
    }).describe('The key its requests are signed with'),
  })
  .refine((s) => s.bucketUrl === null || (s.accessKeyId !== null && s.secretAccessKey !== null), {
    error:
      'a bucket needs accessKeyId and secretAccessKey (SNAPSHOTS_ACCESS_KEY_ID, SNAPSHOTS_SECRET_ACCESS_KEY)',
    path: ['accessKeyId'],
  });

export const WebhookConfig = z.strictObject({
  name: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,62}$/, 'lower-case letters, digits and hyphens, at most 63')
    .describe('Short name of the receiver'),
  url: z.url({ protocol: /^https?$/ }).describe('Where changes are posted to'),
  secret: field(z.string().min(16).nullable().default(null), { secret: true }).describe(
    'Key of the signature header (Standard Webhooks): any text, or whsec_ and the key in base64. Without one, messages are not signed',
  ),
  batch: count(50, 1, 1000).describe('Most changes in one request'),
});
export type WebhookConfig = z.infer<typeof WebhookConfig>;

export const Config = z.strictObject({
  demo: field(z.boolean().default(true), { env: 'DEMO' }).describe(
    'Serves a small demo newspaper on loopback and crawls it. Set to false once you have sources of your own',
  ),
  dataDir: field(z.string().min(1).default('.newsmill'), { env: 'DATA_DIR' }).describe(
    'Where snapshots, and the embedded database, are kept; relative to the project folder',
  ),
  sourcesDir: field(z.string().min(1).default('config/sources'), { env: 'SOURCES_DIR' }).describe(
    'Folder of source files (*.yaml)',
  ),
  heartbeatFile: field(z.string().min(1).nullable().default(null), { env: 'HEARTBEAT_FILE' }).describe(
    'A file that start touches every 5 seconds and doctor looks at, for health checks of containers',
  ),
  databaseUrl: field(
    z
      .string()
      .regex(/^postgres(ql)?:\/\//, 'a URL that starts with postgres://')
      .nullable()
      .default(null),
    {
      env: 'DATABASE_URL',
      secret: true,
    },
  ).describe('PostgreSQL 15 or newer. Without it newsmill runs its own embedded PostgreSQL'),
  databasePool: field(count(10, 2, 200), { env: 'DATABASE_POOL' }).describe('Connections of one process'),
  queueUrl: field(
    z
      .string()
      .regex(/^(rediss?|postgres(ql)?):\/\//, 'a URL that starts with redis://, rediss:// or postgres://')
      .nullable()
      .default(null),
    { env: 'QUEUE_URL', secret: true },
  ).describe('Where the queues live: redis:// (best for a fleet) or postgres://. Without it: the database'),
  log: LogConfig.prefault({}),
  api: ApiConfig.prefault({}),
  fetch: FetchConfig.prefault({}),
  rights: RightsConfig.prefault({}),
  extract: ExtractConfig.prefault({}),
  render: RenderConfig.prefault({}),
  queue: QueueConfig.prefault({}),
  maintain: MaintainConfig.prefault({}),
  snapshots: SnapshotsConfig.prefault({}),
  hosts: z
    .array(HostConfig)
    .max(1000)
    .default([])
    .describe('Pace of single hosts; it holds whatever sources say. The first entry that fits a host counts'),
  webhooks: z.array(WebhookConfig).max(100).default([]).describe('Receivers of the change log'),
});
export type Config = z.infer<typeof Config>;
