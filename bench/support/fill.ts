/**
 * Fills a database with stored articles, fast: the rows that storing them would have left, made by the
 * server from a few hundred real documents. Keys are random, so indexes look as they do after years.
 */
import pg from 'pg';
import { NewsStream } from './documents.ts';

const CHUNK = 20_000;
const MODELS = 400;
const KEYS = 28;

/** A time-ordered UUID (RFC 9562 version 7 in form) for row `i` and a mark. */
const uuid = (mark: string): string => `(
  SELECT (substr(h, 1, 8) || '-' || substr(h, 9, 4) || '-7' || substr(m, 1, 3) || '-8' || substr(m, 4, 3) || '-'
    || substr(m, 7, 12))::uuid
  FROM (SELECT lpad(to_hex(1735689600000 + i * 500), 12, '0') AS h, md5('${mark}' || i) AS m) AS parts)`;

const STATEMENTS: readonly string[] = [
  `CREATE TEMP TABLE chunk AS
   SELECT i, ${uuid('a')} AS article, ${uuid('c')} AS cluster,
     'https://paper-' || i % 500 || '.example/old/story-' || (1000000 + i) AS url,
     timestamptz '2025-12-01' + i * interval '1 second' AS at
   FROM generate_series($1::bigint, $2::bigint) AS i`,
  'INSERT INTO clusters (id, created_at) SELECT cluster, at FROM chunk',
  `INSERT INTO articles (id, cluster_id, revision, published, created_at, updated_at)
   SELECT article, cluster, 1, at, at, at FROM chunk`,
  'INSERT INTO article_urls (url, article_id, created_at) SELECT url, article, at FROM chunk',
  `INSERT INTO article_ids (key, article_id)
   SELECT md5(kind || url)::uuid, article FROM chunk, unnest(ARRAY['path', 'number', 'time']) AS kind`,
  `INSERT INTO cluster_keys (key, cluster_id, created_at)
   SELECT 'text:' || encode(sha256(url::bytea), 'hex'), cluster, at FROM chunk`,
  // As it is stored: compressing each anew would take most of the time.
  `INSERT INTO revisions (article_id, revision, content, content_hash, fetched_at, created_at)
   SELECT article, 1, m.content, encode(sha256(url::bytea), 'hex'), at, at
   FROM chunk JOIN models m ON m.n = i % ${MODELS}`,
  `INSERT INTO changes (position, type, article_id, revision, cluster_id, at)
   SELECT i, 'article.created', article, 1, cluster, at FROM chunk`,
  'DROP TABLE chunk',
];

const SPANS = 5;
const KEY_CHUNK = 1_000_000;

/**
 * The keys of one span: evenly spread over all integers and inserted in their order, which is fast. The
 * index is left as full as one is into which keys came in no order.
 */
async function fillSpan(client: pg.Client, ago: number, articles: number): Promise<void> {
  const { rows } = await client.query<{ part: string }>(
    `SELECT 'copy_keys_' || copy_span(now()) - $1::integer AS part, ensure_copy_span(copy_span(now()) - $1::integer)`,
    [ago],
  );
  await client.query(`ALTER INDEX ${pg.escapeIdentifier(`${rows[0]?.part}_pkey`)} SET (fillfactor = 70)`);
  const count = articles * KEYS;
  for (let from = 0; from < count; from += KEY_CHUNK)
    await client.query(
      `INSERT INTO copy_keys (span, key, article_id)
       SELECT copy_span(now()) - $1::integer, (-2147483648 + j * (4294967296.0::float8 / $2::float8))::bigint::integer,
         (SELECT md5('a' || $1 || '/' || (j * 7919) % $3::bigint)::uuid)
       FROM generate_series($4::bigint, $5::bigint) AS j`,
      [ago, count, articles, from, Math.min(count, from + KEY_CHUNK) - 1],
    );
}

export async function fill(
  connectionString: string,
  articles: number,
  onProgress: (done: number) => void,
): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    // Rows are right by construction: foreign keys need not be checked one by one.
    await client.query(
      `SET session_replication_role = replica; SET work_mem = '256MB'; SET synchronous_commit = off`,
    );
    await client.query('CREATE TEMP TABLE models (n integer PRIMARY KEY, content jsonb)');
    const models = new NewsStream(4711).take(MODELS).map((e, n) => ({ n, content: e.content }));
    await client.query(
      'INSERT INTO models SELECT n, content FROM jsonb_to_recordset($1::jsonb) AS m (n integer, content jsonb)',
      [JSON.stringify(models)],
    );
    // The whole window that is searched, in equal parts.
    for (let ago = 0; ago < SPANS; ago += 1) await fillSpan(client, ago, Math.ceil(articles / SPANS));
    for (let from = 1; from <= articles; from += CHUNK) {
      const to = Math.min(articles, from + CHUNK - 1);
      for (const [n, statement] of STATEMENTS.entries())
        await client.query(statement, n === 0 ? [from, to] : []);
      onProgress(to);
    }
    await client.query('UPDATE change_position SET last = $1', [articles]);
    // What autovacuum does on its own to tables that grow more slowly.
    await client.query('VACUUM ANALYZE');
    await client.query('CHECKPOINT');
  } finally {
    await client.end();
  }
}
