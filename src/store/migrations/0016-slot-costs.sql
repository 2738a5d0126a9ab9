-- The same decisions as before about slots, made for a whole batch by a few statements. Starting a statement that changes
-- `frontier` or `hosts` costs as much as changing some rows (their constraints are read anew each time), so none runs for
-- each row any more; and no statement reads the index of leases to find rows whose ids it has.
-- Plans are made once and for look-ups by index: they must fit a frontier of a million that was empty when they were made.

-- Takes grants for their one request; `was_used` tells which were taken before. What is not returned is no longer
-- valid. Two arrays of the same length. An entry that has the grant's id is granted (a constraint of the table says
-- so): asked for by state as well, it would be looked for in the index of leases, which holds all that are under way.
DROP FUNCTION use_grants(bigint[], uuid[]);
CREATE FUNCTION use_grants(ids bigint[], grants uuid[])
RETURNS TABLE (id bigint, was_used boolean, url text, kind text, fetch_url text, host text, hops jsonb, source_id text,
  crawl_id uuid, priority smallint, attempts integer, revisits integer, etag text, last_modified text, hints jsonb,
  visit_started timestamptz, last_outcome text, last_blob text, robots_revision integer,
  wants_cookies boolean, proxy text)
LANGUAGE plpgsql SET enable_seqscan = off SET enable_bitmapscan = off SET enable_hashjoin = off SET enable_mergejoin = off
  SET plan_cache_mode = force_generic_plan AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY
  WITH held AS (
    SELECT f.id, f.grant_used FROM frontier f JOIN unnest(ids, grants) AS g (id, grant_id)
      ON f.id = g.id AND f.grant_id = g.grant_id
    ORDER BY f.id FOR NO KEY UPDATE OF f
  ), used AS (
    UPDATE frontier f SET grant_used = true FROM held WHERE f.id = held.id AND NOT held.grant_used
  )
  SELECT f.id, held.grant_used, f.url, f.kind, f.fetch_url, f.host, f.hops, f.source_id,
    CASE WHEN f.crawl_open THEN f.crawl_id END, f.priority, f.attempts, f.revisits, f.etag, f.last_modified, f.hints,
    f.visit_started, f.outcome, (SELECT s.blob FROM snapshots s WHERE s.id = f.snapshot_id), h.robots_revision,
    coalesce(s.definition->>'cookies' = 'true', false), s.definition->>'proxy'
  FROM held JOIN frontier f ON f.id = held.id JOIN hosts h ON h.host = f.host LEFT JOIN sources s ON s.id = f.source_id;
END $$;

-- The earliest due time of a lane is that of its shelves, which grant_slots walks anyway.
DROP INDEX frontier_due;

-- What the end of a visit means for a lane.
--   says   null: no slot is given back, only a URL becomes due. 'answered': the host answered, whatever it said;
--          'failed': it could not be reached or has trouble; 'nothing': no request was made, or it says nothing about it
--   retry_after_ms what the host asked for; slowed: it asked for a slower pace without saying how long
--   opens_after    failures in a row that open the circuit; first_ms, most_ms: how long it stays open
--   due_at         a URL of the lane waits for this time; null: none
CREATE TYPE slot_end AS (
  frontier_id    bigint,
  lane           text,
  host           text,
  says           text,
  code           text,
  message        text,
  retry_after_ms double precision,
  slowed         boolean,
  opens_after    integer,
  first_ms       double precision,
  most_ms        double precision,
  due_at         timestamptz
);

-- Whether a request that ended so opens its lane's circuit.
CREATE FUNCTION opens_circuit(says text, circuit text, failures_in_row integer, opens_after integer) RETURNS boolean
LANGUAGE sql IMMUTABLE AS $$
  SELECT says = 'failed' AND (circuit = 'half-open' OR (circuit = 'closed' AND failures_in_row + 1 >= opens_after))
$$;

-- Gives slots back: the pause before a lane's next request begins now. Where a lane is named more than once, its ends
-- are taken one after the other. In the order of lanes, so that two callers never wait for each other in a ring.
-- `pause_ms` is the time until the lane's next slot.
CREATE FUNCTION release_slots(ends slot_end[]) RETURNS TABLE (frontier_id bigint, pause_ms double precision)
LANGUAGE plpgsql SET enable_seqscan = off SET enable_bitmapscan = off SET enable_hashjoin = off SET enable_mergejoin = off
  SET plan_cache_mode = force_generic_plan AS $$
#variable_conflict use_column
DECLARE
  _rounds integer;
BEGIN
  SELECT max(n) INTO _rounds FROM (SELECT count(*) AS n FROM unnest(ends) GROUP BY lane) counted;
  FOR _round IN 1..coalesce(_rounds, 0) LOOP
    RETURN QUERY
    UPDATE hosts h SET
      in_flight = h.in_flight - CASE WHEN e.says IS NULL THEN 0 ELSE 1 END,
      due_at = least(h.due_at, e.due_at),
      failures_in_row = CASE e.says WHEN 'failed' THEN h.failures_in_row + 1 WHEN 'answered' THEN 0 ELSE h.failures_in_row END,
      failure_code = CASE e.says WHEN 'failed' THEN e.code WHEN 'answered' THEN NULL ELSE h.failure_code END,
      failure_message = CASE e.says WHEN 'failed' THEN e.message WHEN 'answered' THEN NULL ELSE h.failure_message END,
      failed_at = CASE e.says WHEN 'failed' THEN clock_timestamp() WHEN 'answered' THEN NULL ELSE h.failed_at END,
      circuit = CASE WHEN e.says = 'answered' THEN 'closed'
        WHEN opens_circuit(e.says, h.circuit, h.failures_in_row, e.opens_after) THEN 'open' ELSE h.circuit END,
      circuit_opens = CASE WHEN e.says = 'answered' THEN 0
        WHEN opens_circuit(e.says, h.circuit, h.failures_in_row, e.opens_after) THEN h.circuit_opens + 1
        ELSE h.circuit_opens END,
      circuit_since = CASE WHEN e.says = 'answered' THEN NULL
        WHEN opens_circuit(e.says, h.circuit, h.failures_in_row, e.opens_after)
          THEN coalesce(h.circuit_since, clock_timestamp())
        ELSE h.circuit_since END,
      next_at = CASE WHEN e.says IS NULL THEN h.next_at
        ELSE greatest(h.next_at, clock_timestamp() + make_interval(secs => greatest(
          h.delay_ms, coalesce(h.crawl_delay_ms, 0), e.retry_after_ms,
          CASE WHEN e.host <> e.lane THEN
            (SELECT greatest(m.delay_ms, coalesce(m.crawl_delay_ms, 0)) FROM hosts m WHERE m.host = e.host) END,
          CASE WHEN e.slowed THEN least(e.most_ms, greatest(h.delay_ms, 1000) * 2.0 ^ least(h.failures_in_row, 20)) END,
          CASE WHEN opens_circuit(e.says, h.circuit, h.failures_in_row, e.opens_after)
            THEN least(e.most_ms, e.first_ms * 2.0 ^ least(h.circuit_opens, 20)) END) / 1000)) END
    FROM (
      SELECT * FROM (
        SELECT u.*, row_number() OVER (PARTITION BY u.lane ORDER BY u.frontier_id) AS round FROM unnest(ends) AS u) numbered
      WHERE round = _round ORDER BY lane COLLATE "C") e
    WHERE h.host = e.lane AND (e.says IS NOT NULL OR h.due_at IS NULL OR h.due_at > e.due_at)
    RETURNING e.frontier_id,
      CASE WHEN e.says IS NOT NULL THEN greatest(0, extract(epoch FROM h.next_at - clock_timestamp()) * 1000)::float8 END;
  END LOOP;
END $$;

-- Gives one slot back; see slot_end for the parameters. Returns the milliseconds until the lane's next slot.
CREATE OR REPLACE FUNCTION release_slot(of_lane text, of_host text, says text, code text, message text,
  retry_after_ms double precision, slowed boolean, opens_after integer, first_ms double precision,
  most_ms double precision) RETURNS double precision
LANGUAGE sql AS $$
  SELECT r.pause_ms FROM release_slots(ARRAY[ROW(NULL, of_lane, of_host, says, code, message, retry_after_ms, slowed,
    opens_after, first_ms, most_ms, NULL)::slot_end]) r
$$;

-- Ends visits: granted or fetched → waiting or resting, slot given back, visit recorded. Each item is an object with
-- the names of the columns and of slot_end. What is not returned somebody else had ended before; `pause_ms` is the time
-- until the lane's next slot where one was given back.
DROP FUNCTION end_visits(jsonb);
CREATE FUNCTION end_visits(items jsonb) RETURNS TABLE (id bigint, pause_ms double precision)
LANGUAGE plpgsql SET enable_seqscan = off SET enable_bitmapscan = off SET enable_hashjoin = off SET enable_mergejoin = off
  SET plan_cache_mode = force_generic_plan AS $$
#variable_conflict use_column
DECLARE
  _ended bigint[];
  _slots slot_end[];
BEGIN
  WITH item AS (
    SELECT x.* FROM jsonb_to_recordset(items) AS x (id bigint, grant_id uuid, snapshot_id bigint, kind text,
      due_at timestamptz, home_host text, attempts integer, revisits integer, outcome text, code text, says text,
      retry_after_ms double precision, slowed boolean, opens_after integer, first_ms double precision,
      most_ms double precision, visit boolean, crawl_id uuid, visit_snapshot bigint, started_at timestamptz,
      http_status integer, class text, message text, article_id uuid, revision integer)
  ), gone AS (
    UPDATE frontier f SET state = CASE WHEN i.due_at IS NULL THEN 'resting' ELSE 'waiting' END, due_at = i.due_at,
      grant_id = NULL, lease_at = NULL, kind = i.kind, next_stage = NULL, fetch_url = f.url, host = i.home_host,
      lane = nullif(coalesce(home.lane, home.host), i.home_host), hops = '[]', visit_started = NULL,
      attempts = i.attempts, revisits = i.revisits, visits = f.visits + 1,
      crawl_open = f.crawl_open AND i.outcome = 'retried', outcome = i.outcome, outcome_code = i.code, outcome_at = now()
    -- `before` tells the lane whose slot is held: an entry does not change it while it is under way.
    FROM item i JOIN frontier before ON before.id = i.id JOIN hosts home ON home.host = i.home_host
    WHERE f.id = i.id AND CASE WHEN i.grant_id IS NULL
      THEN f.state = 'fetched' AND f.snapshot_id = i.snapshot_id
      ELSE f.state = 'granted' AND f.grant_id = i.grant_id END
    RETURNING i.*, coalesce(before.lane, before.host) AS held_lane, before.host AS held_host,
      coalesce(home.lane, home.host) AS home_lane
  ), written AS (
    INSERT INTO visits (frontier_id, crawl_id, snapshot_id, started_at, http_status, outcome, class, code, message,
      article_id, revision)
    SELECT g.id, g.crawl_id, g.visit_snapshot, g.started_at, g.http_status, g.outcome, g.class, g.code, g.message,
      g.article_id, g.revision
    FROM gone g WHERE g.visit
  ), slot AS (
    SELECT ROW(g.id, g.held_lane, g.held_host, g.says, g.code, g.message, g.retry_after_ms, g.slowed, g.opens_after,
      g.first_ms, g.most_ms, CASE WHEN g.home_lane = g.held_lane THEN g.due_at END)::slot_end AS slot
    FROM gone g WHERE g.grant_id IS NOT NULL
    UNION ALL
    SELECT ROW(NULL, g.home_lane, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, min(g.due_at))::slot_end
    FROM gone g WHERE g.due_at IS NOT NULL AND (g.grant_id IS NULL OR g.home_lane <> g.held_lane)
    GROUP BY g.home_lane
  )
  SELECT (SELECT array_agg(g.id) FROM gone g), (SELECT array_agg(s.slot) FROM slot s) INTO _ended, _slots;
  RETURN QUERY
  SELECT e.id, r.pause_ms FROM unnest(_ended) AS e (id) LEFT JOIN release_slots(_slots) r ON r.frontier_id = e.id;
END $$;

-- Granted → fetched: the snapshot is kept, the slot given back, the next stage named. Items as for end_visits; what
-- is not returned was not ours any more.
CREATE OR REPLACE FUNCTION record_snapshots(items jsonb) RETURNS TABLE (id bigint, snapshot_id bigint)
LANGUAGE plpgsql SET enable_seqscan = off SET enable_bitmapscan = off SET enable_hashjoin = off SET enable_mergejoin = off
  SET plan_cache_mode = force_generic_plan AS $$
#variable_conflict use_column
DECLARE
  _ids   bigint[];
  _kept  bigint[];
  _slots slot_end[];
BEGIN
  WITH item AS (
    SELECT DISTINCT ON (x.id) x.* FROM jsonb_to_recordset(items) AS x (id bigint, grant_id uuid, url text, status integer,
      headers jsonb, content_type text, blob text, bytes integer, via text, fetched_at timestamptz, etag text,
      last_modified text, stage text, kind text, lease_ms double precision)
    ORDER BY x.id
  ), held AS (
    SELECT i.*, coalesce(f.lane, f.host) AS lane, f.host, f.hops FROM item i
    JOIN frontier f ON f.id = i.id AND f.grant_id = i.grant_id
    FOR NO KEY UPDATE OF f
  ), kept AS (
    INSERT INTO snapshots (frontier_id, url, status, headers, content_type, blob, bytes, via, hops, fetched_at)
    SELECT h.id, h.url, h.status, h.headers, h.content_type, h.blob, h.bytes, h.via, h.hops, h.fetched_at FROM held h
    RETURNING id AS snapshot_id, frontier_id
  ), moved AS (
    UPDATE frontier f SET state = 'fetched', grant_id = NULL, snapshot_id = k.snapshot_id, next_stage = h.stage,
      kind = h.kind, renewals = 0, lease_at = clock_timestamp() + make_interval(secs => h.lease_ms / 1000),
      etag = h.etag, last_modified = h.last_modified
    FROM held h JOIN kept k ON k.frontier_id = h.id WHERE f.id = h.id
    RETURNING f.id, k.snapshot_id, h.lane, h.host
  )
  SELECT array_agg(m.id), array_agg(m.snapshot_id), array_agg(
    ROW(m.id, m.lane, m.host, 'answered', NULL, NULL, 0, false, NULL, NULL, NULL, NULL)::slot_end)
    INTO _ids, _kept, _slots FROM moved m;
  PERFORM release_slots(_slots);
  RETURN QUERY SELECT * FROM unnest(_ids, _kept);
END $$;

-- Grants at most one slot to each of at most `most` lanes that are ready. Three of four go to the lanes with the
-- most urgent URLs, one of four to those that have been ready longest: so none waits for ever.
-- Within a lane, three of four turns go to the most urgent shelves, source after source; one of four goes round all
-- shelves. So the first URL of a shelf waits for four times as many turns as the lane has shelves, at most.
-- A host whose robots.txt is unknown or stale is granted that request instead of a page; another host's robots.txt that
-- led to the lane comes first, because pages wait for it there.
-- The lanes are locked by statements of their own: what follows then sees every URL that was added before the lock,
-- and the due time it leaves behind misses none. Rows beyond the lanes are taken only where nobody holds them, so
-- that no two transactions wait for each other.
CREATE OR REPLACE FUNCTION grant_slots(most integer, lease interval, obey_robots boolean)
RETURNS TABLE (host text, grant_id uuid, frontier_id bigint, render boolean, priority smallint)
LANGUAGE plpgsql SET enable_seqscan = off SET enable_bitmapscan = off SET enable_hashjoin = off SET enable_mergejoin = off
  SET plan_cache_mode = force_generic_plan AS $$
#variable_conflict use_column
DECLARE
  _ready   text[] := '{}';
  _some    text[];
  _oldest  integer := most / 4
    + CASE WHEN nextval('grant_rounds') % 4 < most % 4 THEN 1 ELSE 0 END;
BEGIN
  SELECT array_agg(o.host) INTO _some FROM (
    SELECT r.host FROM generate_series(0, 3) AS c CROSS JOIN LATERAL (
      SELECT h.host, h.ready_at FROM hosts h WHERE h.urgency = c AND h.ready_at <= clock_timestamp()
      ORDER BY h.ready_at LIMIT _oldest) r
    ORDER BY r.ready_at LIMIT _oldest) o;
  IF _some IS NOT NULL THEN
    SELECT array_agg(l.host) INTO _ready FROM (
      SELECT h.host FROM hosts h WHERE h.host = ANY (_some) AND h.ready_at <= clock_timestamp()
      FOR NO KEY UPDATE SKIP LOCKED) l;
    _ready := coalesce(_ready, '{}');
  END IF;
  FOR _class IN 0..3 LOOP
    EXIT WHEN cardinality(_ready) >= most;
    SELECT array_agg(l.host) INTO _some FROM (
      SELECT h.host FROM hosts h
      WHERE h.urgency = _class AND h.ready_at <= clock_timestamp() AND h.host <> ALL (_ready)
      ORDER BY h.ready_at LIMIT most - cardinality(_ready) FOR NO KEY UPDATE SKIP LOCKED) l;
    _ready := _ready || coalesce(_some, '{}');
  END LOOP;
  IF cardinality(_ready) = 0 THEN
    RETURN;
  END IF;

  RETURN QUERY
  WITH lane AS (
    SELECT l.host AS lane, l.turns % 4 = 3 AS fair, l.turn_source, l.fair_priority, l.fair_source,
      greatest(l.delay_ms, coalesce(l.crawl_delay_ms, 0)) AS pause_ms, l.robots_expires_at, l.robots_grant_id, l.robots_at
    FROM unnest(_ready) AS r (name) JOIN hosts l ON l.host = r.name
  ), errand AS (
    SELECT l.lane, x.host AS errand FROM lane l CROSS JOIN LATERAL (
      SELECT x.host FROM hosts x WHERE obey_robots AND x.robots_at = l.lane AND x.robots_grant_id IS NULL
      LIMIT 1 FOR NO KEY UPDATE SKIP LOCKED) x
  ), picked AS (
    -- The URL whose turn it is (null: none is due), and the earliest due time with it and without it.
    SELECT l.*, p.* FROM lane l CROSS JOIN LATERAL (
      WITH RECURSIVE shelf AS (
        (SELECT w.priority, coalesce(w.source_id, '') COLLATE "C" AS source FROM frontier w
          WHERE coalesce(w.lane, w.host) COLLATE "C" = l.lane AND w.state = 'waiting'
          ORDER BY w.priority, coalesce(w.source_id, '') COLLATE "C" LIMIT 1)
        UNION ALL
        SELECT n.priority, n.source FROM shelf s CROSS JOIN LATERAL (
          SELECT w.priority, coalesce(w.source_id, '') COLLATE "C" AS source FROM frontier w
          WHERE coalesce(w.lane, w.host) COLLATE "C" = l.lane AND w.state = 'waiting'
            AND (w.priority, coalesce(w.source_id, '') COLLATE "C") > (s.priority, s.source)
          ORDER BY w.priority, coalesce(w.source_id, '') COLLATE "C" LIMIT 1) n
      ), first AS (
        SELECT s.priority, s.source, f.* FROM shelf s CROSS JOIN LATERAL (
          SELECT w.id, w.host, w.due_at FROM frontier w
          WHERE coalesce(w.lane, w.host) COLLATE "C" = l.lane AND w.state = 'waiting' AND w.priority = s.priority
            AND coalesce(w.source_id, '') COLLATE "C" = s.source
          ORDER BY w.due_at LIMIT 1) f
      ), turn AS (
        SELECT f.* FROM first f WHERE f.due_at <= clock_timestamp()
        ORDER BY
          CASE WHEN l.fair THEN (f.priority, f.source) <= (l.fair_priority, l.fair_source COLLATE "C") END,
          f.priority,
          CASE WHEN NOT l.fair THEN f.source <= l.turn_source COLLATE "C" END,
          f.source
        LIMIT 1
      )
      SELECT t.id, t.host AS url_host, t.priority AS rank, t.source,
        (SELECT min(f.due_at) FROM first f) AS due_at,
        least((SELECT min(f.due_at) FROM first f WHERE f.id <> t.id),
          (SELECT w.due_at FROM frontier w
            WHERE coalesce(w.lane, w.host) COLLATE "C" = l.lane AND w.state = 'waiting' AND w.priority = t.priority
              AND coalesce(w.source_id, '') COLLATE "C" = t.source
            ORDER BY w.due_at OFFSET 1 LIMIT 1)) AS due_after
      FROM (SELECT) nothing LEFT JOIN turn t ON true) p
  ), member AS (
    SELECT m.host, greatest(m.delay_ms, coalesce(m.crawl_delay_ms, 0)) AS pause_ms, m.robots_expires_at,
      m.robots_grant_id, m.robots_at
    FROM (SELECT DISTINCT p.url_host FROM picked p WHERE p.url_host <> p.lane) o JOIN hosts m ON m.host = o.url_host
    FOR NO KEY UPDATE OF m SKIP LOCKED
  ), known AS (
    SELECT p.lane, p.fair, p.id, p.url_host, p.rank, p.source, p.due_at, p.due_after, p.pause_ms,
      m.pause_ms AS member_pause_ms, e.errand,
      -- By another transaction, or by another lane of this round.
      p.url_host <> p.lane AND (m.host IS NULL OR EXISTS (SELECT 1 FROM picked o
        WHERE o.url_host = p.url_host AND (o.lane < p.lane OR o.lane = o.url_host))) AS is_held,
      obey_robots AND coalesce(CASE WHEN p.url_host = p.lane THEN p.robots_expires_at ELSE m.robots_expires_at END
        <= clock_timestamp(), true) AS wants_robots,
      -- By another slot, or it waits in another lane; the answer is waited for.
      CASE WHEN p.url_host = p.lane THEN p.robots_grant_id ELSE m.robots_grant_id END IS NOT NULL
        OR coalesce(CASE WHEN p.url_host = p.lane THEN p.robots_at ELSE m.robots_at END <> p.lane, false) AS asks_robots
    FROM picked p LEFT JOIN errand e ON e.lane = p.lane LEFT JOIN member m ON m.host = p.url_host
  ), decided AS (
    SELECT k.*,
      coalesce(k.errand, CASE WHEN k.id IS NOT NULL AND NOT k.is_held AND k.wants_robots AND NOT k.asks_robots
        THEN k.url_host END) AS robots_of,
      k.errand IS NULL AND k.id IS NOT NULL AND NOT k.is_held AND NOT k.wants_robots AS is_page,
      CASE WHEN k.errand IS NOT NULL OR k.id IS NULL THEN NULL
        WHEN k.is_held THEN interval '20 milliseconds'
        WHEN k.wants_robots AND k.asks_robots THEN interval '1 second' END AS wait,
      gen_random_uuid() AS given
    FROM known k
  ), free AS (
    SELECT f.id FROM decided d JOIN frontier f ON f.id = d.id
    -- Not by state: that would be looked for in the index of all that wait.
    WHERE d.is_page AND f.due_at IS NOT NULL FOR NO KEY UPDATE OF f SKIP LOCKED
  ), page AS (
    UPDATE frontier f SET
      state = 'granted', grant_id = d.given, grant_used = false, renewals = 0,
      lease_at = clock_timestamp() + lease, due_at = NULL,
      via = CASE WHEN f.render THEN 'render' ELSE 'fetch' END,
      visit_started = coalesce(f.visit_started, clock_timestamp())
    FROM free JOIN decided d ON d.id = free.id WHERE f.id = free.id
    RETURNING f.id, f.host, f.render, f.priority
  ), elsewhere AS (
    -- A statement changes a row once: the lanes' own rows are changed below.
    UPDATE hosts x SET robots_grant_id = d.given, robots_lease_at = clock_timestamp() + lease, robots_lane = d.lane
    FROM decided d WHERE x.host = d.robots_of AND d.robots_of <> ALL (_ready)
    RETURNING x.host
  ), moved AS (
    UPDATE hosts h SET
      due_at = least(CASE WHEN d.page_id IS NOT NULL THEN d.due_after ELSE d.due_at END, d.errand_at),
      in_flight = h.in_flight + CASE WHEN d.robots_of IS NULL AND d.page_id IS NULL THEN 0 ELSE 1 END,
      next_at = CASE
        WHEN d.robots_of IS NOT NULL OR d.page_id IS NOT NULL
          THEN greatest(h.next_at, clock_timestamp() + make_interval(secs => d.pause / 1000.0))
        WHEN d.wait IS NOT NULL THEN greatest(h.next_at, clock_timestamp() + d.wait)
        ELSE h.next_at END,
      circuit = CASE WHEN (d.robots_of IS NOT NULL OR d.page_id IS NOT NULL) AND h.circuit = 'open' THEN 'half-open'
        ELSE h.circuit END,
      turns = h.turns + CASE WHEN d.page_id IS NULL THEN 0 ELSE 1 END,
      turn_source = CASE WHEN d.page_id IS NULL OR d.fair THEN h.turn_source ELSE d.source END,
      fair_priority = CASE WHEN d.page_id IS NOT NULL AND d.fair THEN d.rank ELSE h.fair_priority END,
      fair_source = CASE WHEN d.page_id IS NOT NULL AND d.fair THEN d.source ELSE h.fair_source END,
      -- Of the shelf just served, which may be empty now; the next turn corrects it.
      urgency = CASE WHEN d.page_id IS NULL OR d.fair THEN h.urgency ELSE (d.rank - 1) / 25 END,
      robots_grant_id = coalesce(d.robots_given, h.robots_grant_id),
      robots_lease_at = CASE WHEN d.robots_given IS NULL THEN h.robots_lease_at ELSE clock_timestamp() + lease END,
      robots_lane = coalesce(d.robots_lane, h.robots_lane)
    FROM (
      SELECT d.lane, d.given, d.robots_of, d.fair, d.rank, d.source, d.due_at, d.due_after, p.id AS page_id, p.host,
        p.render, p.priority,
        -- An errand that is left keeps the lane due.
        CASE WHEN obey_robots AND EXISTS (SELECT 1 FROM hosts x WHERE x.robots_at = d.lane
          AND x.robots_grant_id IS NULL AND x.host IS DISTINCT FROM d.errand) THEN clock_timestamp() END AS errand_at,
        CASE WHEN d.errand IS NULL THEN greatest(d.pause_ms, d.member_pause_ms) ELSE d.pause_ms END AS pause,
        coalesce(d.wait, CASE WHEN d.is_page AND p.id IS NULL THEN interval '20 milliseconds' END) AS wait,
        asked.given AS robots_given, asked.lane AS robots_lane
      FROM decided d LEFT JOIN page p ON p.id = d.id LEFT JOIN decided asked ON asked.robots_of = d.lane) d
    WHERE h.host = d.lane
    RETURNING coalesce(d.host, d.robots_of) AS host, d.given, d.page_id, d.render, d.priority,
      d.page_id IS NOT NULL OR d.robots_of IS NOT NULL AS is_given
  )
  SELECT m.host, m.given, m.page_id, m.render, m.priority FROM moved m WHERE m.is_given;
END $$;
