-- The first schema: every word of the design as a table.
-- Times are timestamptz; ids of articles, clusters, grants and crawls are UUIDv7 made by newsmill.

-- source: a publisher section that ops configured.
CREATE TABLE sources (
  id          text PRIMARY KEY,
  definition  jsonb NOT NULL,
  -- 'file': config/sources is its truth; 'api': this row is.
  origin      text NOT NULL CHECK (origin IN ('file', 'api', 'demo')),
  paused      boolean NOT NULL DEFAULT false,
  -- Set when its file is gone: kept because articles point here, scheduled no more.
  removed_at  timestamptz,
  last_due_at timestamptz,
  next_due_at timestamptz,
  created_at  timestamptz NOT NULL DEFAULT now(),
  updated_at  timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX sources_next_due ON sources (next_due_at) WHERE removed_at IS NULL AND NOT paused;

-- crawl: one `newsmill crawl` run.
CREATE TABLE crawls (
  id         uuid PRIMARY KEY,
  page_limit integer,
  pages      integer NOT NULL DEFAULT 0,
  created_at timestamptz NOT NULL DEFAULT now()
);

-- host: the politeness unit. in_flight counts granted slots; next_at is when the next may be granted;
-- due_at is the earliest due time of its waiting URLs (null: none), kept by the frontier's statements.
CREATE TABLE hosts (
  host              text PRIMARY KEY,
  concurrency       integer NOT NULL DEFAULT 1 CHECK (concurrency > 0),
  delay_ms          integer NOT NULL CHECK (delay_ms >= 0),
  crawl_delay_ms    integer,
  in_flight         integer NOT NULL DEFAULT 0 CHECK (in_flight >= 0),
  next_at           timestamptz NOT NULL DEFAULT now(),
  due_at            timestamptz,
  failures_in_row   integer NOT NULL DEFAULT 0,
  robots            jsonb,
  robots_status     integer,
  robots_expires_at timestamptz,
  robots_grant_id   uuid,
  robots_lease_at   timestamptz,
  -- The robots request follows redirects as grants of their own; this is where the next hop leads.
  robots_hop        jsonb,
  created_at        timestamptz NOT NULL DEFAULT now(),
  -- When this host may next be granted a slot; null while it has none to give or nothing to fetch.
  ready_at          timestamptz GENERATED ALWAYS AS (
    CASE WHEN due_at IS NULL OR in_flight >= concurrency THEN NULL ELSE greatest(due_at, next_at) END
  ) STORED
);
CREATE INDEX hosts_ready ON hosts (ready_at) WHERE ready_at IS NOT NULL;
CREATE INDEX hosts_robots_lease ON hosts (robots_lease_at) WHERE robots_grant_id IS NOT NULL;

-- frontier: every URL known, with its state, its validators and when it is due.
CREATE TABLE frontier (
  id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  url            text NOT NULL UNIQUE,
  kind           text NOT NULL CHECK (kind IN ('page', 'feed', 'sitemap', 'hub', 'seed')),
  source_id      text REFERENCES sources (id),
  crawl_id       uuid REFERENCES crawls (id),
  -- Whether that crawl still waits for this URL; a later visit is no part of it.
  crawl_open     boolean NOT NULL DEFAULT false,
  -- The next request goes here: url, or where its redirects have led so far.
  fetch_url      text NOT NULL,
  host           text NOT NULL REFERENCES hosts (host),
  hops           jsonb NOT NULL DEFAULT '[]',
  state          text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'granted', 'fetched', 'resting')),
  priority       smallint NOT NULL DEFAULT 50,
  due_at         timestamptz,
  grant_id       uuid,
  -- Set when the grant's request is about to be made: a grant is good for one.
  grant_used     boolean NOT NULL DEFAULT false,
  -- How often the lease ran out since the visit began; bounded, so that nothing is enqueued for ever.
  renewals       integer NOT NULL DEFAULT 0,
  via            text CHECK (via IN ('fetch', 'render')),
  render         boolean NOT NULL DEFAULT false,
  lease_at       timestamptz,
  visit_started  timestamptz,
  attempts       integer NOT NULL DEFAULT 0,
  visits         integer NOT NULL DEFAULT 0,
  revisits       integer NOT NULL DEFAULT 0,
  etag           text,
  last_modified  text,
  snapshot_id    bigint,
  -- Which stage a fetched snapshot goes to.
  next_stage     text CHECK (next_stage IN ('extract', 'discover')),
  hints          jsonb,
  found_on       text,
  discovered_at  timestamptz NOT NULL DEFAULT now(),
  outcome        text,
  outcome_code   text,
  outcome_at     timestamptz,
  CHECK ((state IN ('waiting')) = (due_at IS NOT NULL)),
  CHECK ((state = 'granted') = (grant_id IS NOT NULL)),
  CHECK ((state IN ('granted', 'fetched')) = (lease_at IS NOT NULL))
);
CREATE INDEX frontier_next ON frontier (host, priority, due_at) WHERE state = 'waiting';
CREATE INDEX frontier_due ON frontier (host, due_at) WHERE state = 'waiting';
CREATE INDEX frontier_lease ON frontier (lease_at) WHERE state IN ('granted', 'fetched');
CREATE INDEX frontier_crawl ON frontier (crawl_id) WHERE crawl_id IS NOT NULL;
CREATE INDEX frontier_source ON frontier (source_id);

-- Grants at most one slot to each of at most `most` hosts that are ready. A host whose robots.txt is
-- unknown or stale is granted that request instead of a page.
-- The hosts are locked by a statement of their own: what follows then sees every URL that was added
-- before the lock, and the due time it leaves behind misses none.
CREATE FUNCTION grant_slots(most integer, lease interval, obey_robots boolean)
RETURNS TABLE (host text, grant_id uuid, frontier_id bigint, render boolean, priority smallint)
LANGUAGE plpgsql AS $$
DECLARE
  ready text[];
BEGIN
  SELECT array_agg(r.host) INTO ready FROM (
    SELECT h.host FROM hosts h WHERE h.ready_at <= clock_timestamp()
    ORDER BY h.ready_at LIMIT most FOR NO KEY UPDATE SKIP LOCKED) r;
  IF ready IS NULL THEN
    RETURN;
  END IF;
  RETURN QUERY
  WITH open AS (
    SELECT h.host, greatest(h.delay_ms, coalesce(h.crawl_delay_ms, 0)) AS pause_ms,
      obey_robots AND (h.robots_expires_at IS NULL OR h.robots_expires_at <= clock_timestamp()) AS wants_robots,
      h.robots_grant_id IS NOT NULL AS asks_robots
    FROM hosts h WHERE h.host = ANY (ready)
  ), next AS (
    SELECT o.host, f.id FROM open o
    CROSS JOIN LATERAL (
      SELECT w.id FROM frontier w
      WHERE w.host = o.host AND w.state = 'waiting' AND w.due_at <= clock_timestamp()
      ORDER BY w.priority, w.due_at LIMIT 1
      FOR NO KEY UPDATE SKIP LOCKED
    ) f
    WHERE NOT o.wants_robots
  ), pages AS (
    UPDATE frontier f SET
      state = 'granted', grant_id = gen_random_uuid(), grant_used = false, renewals = 0, lease_at = clock_timestamp() + lease, due_at = NULL,
      via = CASE WHEN f.render THEN 'render' ELSE 'fetch' END,
      visit_started = coalesce(f.visit_started, clock_timestamp())
    FROM next n WHERE f.id = n.id
    RETURNING f.id, f.host, f.grant_id, f.render, f.priority
  ), moved AS (
    UPDATE hosts h SET
      in_flight = h.in_flight + CASE WHEN p.id IS NOT NULL OR (o.wants_robots AND NOT o.asks_robots) THEN 1 ELSE 0 END,
      robots_grant_id = CASE WHEN o.wants_robots AND NOT o.asks_robots THEN gen_random_uuid() ELSE h.robots_grant_id END,
      robots_lease_at = CASE WHEN o.wants_robots AND NOT o.asks_robots THEN clock_timestamp() + lease ELSE h.robots_lease_at END,
      next_at = CASE
        -- Another slot of the host asks for robots.txt already; its answer is waited for.
        WHEN o.wants_robots AND o.asks_robots THEN clock_timestamp() + interval '1 second'
        WHEN p.id IS NULL AND NOT o.wants_robots THEN h.next_at
        ELSE greatest(h.next_at, clock_timestamp() + make_interval(secs => o.pause_ms / 1000.0))
      END,
      due_at = (SELECT min(w.due_at) FROM frontier w
                WHERE w.host = o.host AND w.state = 'waiting' AND w.id IS DISTINCT FROM p.id)
    FROM open o LEFT JOIN pages p ON p.host = o.host
    WHERE h.host = o.host
    RETURNING h.host, p.id, p.render, p.priority,
      CASE WHEN p.id IS NOT NULL THEN p.grant_id
           WHEN o.wants_robots AND NOT o.asks_robots THEN h.robots_grant_id END AS given
  )
  SELECT m.host, m.given, m.id, m.render, m.priority FROM moved m WHERE m.given IS NOT NULL;
END $$;

-- Gives a slot back: the host's pause before the next request begins now. Locked first, for the same
-- reason as above.
CREATE FUNCTION release_slot(of_host text, failed boolean, retry_after_ms double precision) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM hosts h WHERE h.host = of_host FOR NO KEY UPDATE;
  UPDATE hosts h SET
    in_flight = h.in_flight - 1,
    failures_in_row = CASE WHEN failed THEN h.failures_in_row + 1 ELSE 0 END,
    next_at = greatest(h.next_at, clock_timestamp() + make_interval(secs =>
      greatest(h.delay_ms, coalesce(h.crawl_delay_ms, 0), retry_after_ms) / 1000.0)),
    due_at = (SELECT min(w.due_at) FROM frontier w WHERE w.host = h.host AND w.state = 'waiting')
  WHERE h.host = of_host;
END $$;

-- snapshot: one response as received; its bytes are a blob named by their SHA-256.
CREATE TABLE snapshots (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  frontier_id  bigint NOT NULL REFERENCES frontier (id),
  url          text NOT NULL,
  status       integer NOT NULL,
  headers      jsonb NOT NULL,
  content_type text,
  blob         text NOT NULL,
  bytes        integer NOT NULL,
  via          text NOT NULL CHECK (via IN ('fetch', 'render')),
  hops         jsonb NOT NULL DEFAULT '[]',
  fetched_at   timestamptz NOT NULL
);
CREATE INDEX snapshots_frontier ON snapshots (frontier_id, id DESC);
CREATE INDEX snapshots_blob ON snapshots (blob);
ALTER TABLE frontier ADD FOREIGN KEY (snapshot_id) REFERENCES snapshots (id);

-- discovery: one reading of a feed, sitemap or hub page, and what it yielded.
CREATE TABLE discoveries (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  frontier_id bigint NOT NULL REFERENCES frontier (id) ON DELETE CASCADE,
  snapshot_id bigint REFERENCES snapshots (id) ON DELETE SET NULL,
  found       integer NOT NULL,
  added       integer NOT NULL,
  at          timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX discoveries_frontier ON discoveries (frontier_id, id DESC);
CREATE INDEX discoveries_snapshot ON discoveries (snapshot_id);
CREATE INDEX discoveries_at ON discoveries (at);

-- extraction: what was read from one snapshot, by which version: an article's revision (its content and
-- where each field came from are there), or a failure.
CREATE TABLE extractions (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  snapshot_id bigint NOT NULL REFERENCES snapshots (id) ON DELETE CASCADE,
  extractor   text NOT NULL,
  milliseconds integer NOT NULL,
  article_id  uuid,
  revision    integer,
  class       text CHECK (class IN ('permanent', 'transient', 'blocked', 'ours')),
  code        text,
  at          timestamptz NOT NULL DEFAULT now(),
  CHECK ((article_id IS NULL) = (code IS NOT NULL))
);
CREATE INDEX extractions_snapshot ON extractions (snapshot_id, id DESC);
CREATE INDEX extractions_at ON extractions (at);

-- visit: one attempt at a URL and how it ended. What `articles`, `explain` and summaries read.
CREATE TABLE visits (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  frontier_id bigint NOT NULL REFERENCES frontier (id) ON DELETE CASCADE,
  crawl_id    uuid,
  snapshot_id bigint,
  started_at  timestamptz,
  ended_at    timestamptz NOT NULL DEFAULT now(),
  http_status integer,
  outcome     text NOT NULL CHECK (outcome IN ('new', 'revised', 'unchanged', 'duplicate', 'discovered', 'retried', 'failed')),
  class       text CHECK (class IN ('permanent', 'transient', 'blocked', 'ours')),
  code        text,
  message     text,
  article_id  uuid,
  revision    integer
);
CREATE INDEX visits_frontier ON visits (frontier_id, id DESC);
CREATE INDEX visits_crawl ON visits (crawl_id) WHERE crawl_id IS NOT NULL;
CREATE INDEX visits_ended ON visits (ended_at);

-- cluster: articles that carry the same text.
CREATE TABLE clusters (
  id         uuid PRIMARY KEY,
  created_at timestamptz NOT NULL DEFAULT now()
);
-- The first to insert a key founds the cluster; whoever comes at the same time finds it (invariant 5).
CREATE TABLE cluster_keys (
  key        text PRIMARY KEY,
  cluster_id uuid NOT NULL REFERENCES clusters (id),
  created_at timestamptz NOT NULL DEFAULT now()
);

-- article: the thing downstream reads. Its content is its current revision's.
CREATE TABLE articles (
  id         uuid PRIMARY KEY,
  source_id  text REFERENCES sources (id),
  cluster_id uuid NOT NULL REFERENCES clusters (id),
  revision   integer NOT NULL CHECK (revision > 0),
  published  timestamptz,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX articles_cluster ON articles (cluster_id);
CREATE INDEX articles_source ON articles (source_id, id);

-- Every address an article is known by: frontier URL, final URL, canonical URL.
CREATE TABLE article_urls (
  url        text PRIMARY KEY,
  article_id uuid NOT NULL REFERENCES articles (id) DEFERRABLE INITIALLY DEFERRED,
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX article_urls_article ON article_urls (article_id);

-- revision: one version of an article's content. Never changed, never removed.
CREATE TABLE revisions (
  article_id   uuid NOT NULL REFERENCES articles (id),
  revision     integer NOT NULL CHECK (revision > 0),
  content      jsonb NOT NULL,
  content_hash text NOT NULL,
  snapshot_id  bigint REFERENCES snapshots (id) ON DELETE SET NULL,
  fetched_at   timestamptz NOT NULL,
  created_at   timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (article_id, revision)
);
CREATE INDEX revisions_snapshot ON revisions (snapshot_id);

-- change: one entry of the ordered log. Writers append to change_intake in their own transaction;
-- sequence_changes() gives committed entries their place, one caller at a time. So a place, once
-- readable, has no later entry before it, whatever order transactions commit in (invariant 4); and
-- because an entry is written under its article's row lock, entries of one article keep their order.
CREATE TABLE change_intake (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  type       text NOT NULL,
  article_id uuid NOT NULL,
  revision   integer,
  cluster_id uuid,
  at         timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE TABLE changes (
  position   bigint PRIMARY KEY,
  type       text NOT NULL,
  article_id uuid NOT NULL,
  revision   integer,
  cluster_id uuid,
  at         timestamptz NOT NULL
);
CREATE INDEX changes_at ON changes (at);
CREATE INDEX changes_article ON changes (article_id, position);
CREATE TABLE change_position (
  only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  last     bigint NOT NULL
);
INSERT INTO change_position (last) VALUES (0);

CREATE FUNCTION sequence_changes(most integer) RETURNS integer LANGUAGE plpgsql AS $$
DECLARE
  base  bigint;
  moved integer;
BEGIN
  -- Read Committed: the lock is taken first, so the statement after it sees all that was committed.
  SELECT last INTO base FROM change_position FOR UPDATE;
  WITH taken AS (
    DELETE FROM change_intake
    WHERE id IN (SELECT id FROM change_intake ORDER BY id LIMIT most)
    RETURNING id, type, article_id, revision, cluster_id, at
  ), placed AS (
    INSERT INTO changes (position, type, article_id, revision, cluster_id, at)
    SELECT base + row_number() OVER (ORDER BY id), type, article_id, revision, cluster_id, at FROM taken
    RETURNING 1
  )
  SELECT count(*) INTO moved FROM placed;
  IF moved > 0 THEN
    UPDATE change_position SET last = base + moved;
    PERFORM pg_notify('newsmill_changes', (base + moved)::text);
  END IF;
  RETURN moved;
END $$;

-- delivery: how far each receiver of the change log has got.
CREATE TABLE deliveries (
  receiver      text PRIMARY KEY,
  position      bigint NOT NULL DEFAULT 0,
  failures      integer NOT NULL DEFAULT 0,
  next_at       timestamptz NOT NULL DEFAULT now(),
  last_code     text,
  last_message  text,
  stopped       boolean NOT NULL DEFAULT false,
  updated_at    timestamptz NOT NULL DEFAULT now()
);
