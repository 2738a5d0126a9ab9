-- Host slots: lanes, turns of sources, circuits, robots.txt on other hosts, URLs that moved.

-- lane: the host whose row keeps the slots. A host is its own lane, unless it shares the slots of a group: then the
-- lane is the row named after the registrable domain or the address. Pace, slots and circuit are the lane's;
-- robots.txt is each host's own. A frontier entry keeps the lane it is in (null: its host), so that one index serves.
ALTER TABLE hosts
  ADD COLUMN lane text,
  -- Which slot of the lane comes next, and whom the last ones went to: see grant_slots.
  ADD COLUMN turns integer NOT NULL DEFAULT 0,
  ADD COLUMN turn_source text NOT NULL DEFAULT '',
  ADD COLUMN fair_priority smallint NOT NULL DEFAULT 0,
  ADD COLUMN fair_source text NOT NULL DEFAULT '',
  -- 0 to 3, by the most urgent due URL: a quarter of the priorities each.
  ADD COLUMN urgency smallint NOT NULL DEFAULT 1,
  -- Circuit breaker: open while the host is left alone, half-open while single requests try whether it is back.
  ADD COLUMN circuit text NOT NULL DEFAULT 'closed' CHECK (circuit IN ('closed', 'open', 'half-open')),
  ADD COLUMN circuit_since timestamptz,
  ADD COLUMN circuit_opens integer NOT NULL DEFAULT 0,
  ADD COLUMN failure_code text,
  ADD COLUMN failure_message text,
  ADD COLUMN failed_at timestamptz,
  -- Counts the policies that were recorded, so that a process knows whether the one it holds is the last.
  ADD COLUMN robots_revision integer NOT NULL DEFAULT 0,
  -- The lane in which the next hop of robots.txt waits, where that is another host's.
  ADD COLUMN robots_at text,
  -- The lane whose slot the robots request holds.
  ADD COLUMN robots_lane text;
UPDATE hosts SET robots_revision = 1 WHERE robots IS NOT NULL;
-- A hop of before names no host; robots.txt is asked for from the beginning.
UPDATE hosts SET robots_hop = NULL WHERE robots_hop IS NOT NULL;
CREATE INDEX hosts_lane ON hosts (lane) WHERE lane IS NOT NULL;
CREATE INDEX hosts_robots_at ON hosts (robots_at) WHERE robots_at IS NOT NULL;
CREATE INDEX hosts_circuit ON hosts (circuit_since) WHERE circuit <> 'closed';

ALTER TABLE hosts DROP COLUMN ready_at;
ALTER TABLE hosts ADD COLUMN ready_at timestamptz GENERATED ALWAYS AS (
  CASE WHEN due_at IS NULL OR in_flight >= CASE WHEN circuit = 'closed' THEN concurrency ELSE 1 END THEN NULL
       ELSE greatest(due_at, next_at) END
) STORED;
CREATE INDEX hosts_ready ON hosts (urgency, ready_at) WITH (deduplicate_items = off) WHERE ready_at IS NOT NULL;

ALTER TABLE frontier
  ADD COLUMN lane text,
  -- Set where the URL moved for good: the entry that is visited in its place. Never due.
  ADD COLUMN moved_to bigint REFERENCES frontier (id);
CREATE INDEX frontier_moved ON frontier (moved_to) WHERE moved_to IS NOT NULL;
DROP INDEX frontier_next;
DROP INDEX frontier_due;
-- A shelf is what waits in a lane with one priority and from one source; each is in the order of its due times.
-- Not deduplicated: of many URLs with one due time a list would keep the granted ones until all are, and each turn
-- would read them again; single entries are marked dead by whoever passes them.
CREATE INDEX frontier_shelf ON frontier
  ((coalesce(lane, host) COLLATE "C"), priority, (coalesce(source_id, '') COLLATE "C"), due_at)
  WITH (deduplicate_items = off) WHERE state = 'waiting';
CREATE INDEX frontier_due ON frontier ((coalesce(lane, host) COLLATE "C"), due_at)
  WITH (deduplicate_items = off) WHERE state = 'waiting';
-- Room in each page for the row's next version: marking a grant as used then touches no index.
ALTER TABLE frontier SET (fillfactor = 80);
ALTER TABLE hosts SET (fillfactor = 60);

-- Numbers the rounds of granting, over all processes.
CREATE SEQUENCE grant_rounds;

DROP FUNCTION grant_slots(integer, interval, boolean);
DROP FUNCTION release_slot(text, boolean, double precision);

-- Grants at most one slot to each of at most `most` lanes that are ready. Three of four go to the lanes with the
-- most urgent URLs, one of four to those that have been ready longest: so none waits for ever.
-- Within a lane, three of four turns go to the most urgent shelves, source after source; one of four goes round all
-- shelves. So the first URL of a shelf waits for four times as many turns as the lane has shelves, at most.
-- A host whose robots.txt is unknown or stale is granted that request instead of a page.
-- The lanes are locked by a statement of their own: what follows then sees every URL that was added before the lock,
-- and the due time it leaves behind misses none. Rows beyond the lanes are taken only where nobody holds them, so
-- that no two transactions wait for each other.
CREATE FUNCTION grant_slots(most integer, lease interval, obey_robots boolean)
RETURNS TABLE (host text, grant_id uuid, frontier_id bigint, render boolean, priority smallint)
-- Each statement reads a few rows of a large table, whatever the statistics said when it was planned.
LANGUAGE plpgsql SET enable_seqscan = off SET enable_bitmapscan = off AS $$
#variable_conflict use_column
DECLARE
  _ready   text[] := '{}';
  _some    text[];
  _oldest  integer := most / 4
    + CASE WHEN nextval('grant_rounds') % 4 < most % 4 THEN 1 ELSE 0 END;
  _name    text;
  _lane    hosts%ROWTYPE;
  _member  hosts%ROWTYPE;
  _errand  text;
  _fair    boolean;
  _url_id   bigint;
  _url_host text;
  _rank     smallint;
  _source   text;
  _given   uuid;
  _pause   double precision;
  _due     timestamptz;
  _wait    interval;
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

  FOREACH _name IN ARRAY _ready LOOP
    SELECT * INTO _lane FROM hosts h WHERE h.host = _name;
    _given := NULL;
    _wait := NULL;
    _source := NULL;
    frontier_id := NULL;

    -- Another host's robots.txt that led here comes first: pages wait for it there.
    IF obey_robots THEN
      SELECT x.host INTO _errand FROM hosts x WHERE x.robots_at = _name AND x.robots_grant_id IS NULL
      LIMIT 1 FOR NO KEY UPDATE SKIP LOCKED;
      IF FOUND THEN
        _given := gen_random_uuid();
        UPDATE hosts x SET robots_grant_id = _given, robots_lease_at = clock_timestamp() + lease,
          robots_lane = _name WHERE x.host = _errand;
        _pause := greatest(_lane.delay_ms, coalesce(_lane.crawl_delay_ms, 0));
        SELECT _errand, _given, NULL::bigint, NULL::boolean, NULL::smallint
          INTO host, grant_id, frontier_id, render, priority;
      END IF;
    END IF;

    IF _given IS NULL THEN
      _fair := _lane.turns % 4 = 3;
      WITH RECURSIVE shelf AS (
        (SELECT w.priority, coalesce(w.source_id, '') COLLATE "C" AS source FROM frontier w
          WHERE coalesce(w.lane, w.host) COLLATE "C" = _name AND w.state = 'waiting'
          ORDER BY w.priority, coalesce(w.source_id, '') COLLATE "C" LIMIT 1)
        UNION ALL
        SELECT n.priority, n.source FROM shelf s CROSS JOIN LATERAL (
          SELECT w.priority, coalesce(w.source_id, '') COLLATE "C" AS source FROM frontier w
          WHERE coalesce(w.lane, w.host) COLLATE "C" = _name AND w.state = 'waiting'
            AND (w.priority, coalesce(w.source_id, '') COLLATE "C") > (s.priority, s.source)
          ORDER BY w.priority, coalesce(w.source_id, '') COLLATE "C" LIMIT 1) n
      )
      SELECT f.id, f.host, s.priority, s.source INTO _url_id, _url_host, _rank, _source FROM shelf s CROSS JOIN LATERAL (
        SELECT w.id, w.host FROM frontier w
        WHERE coalesce(w.lane, w.host) COLLATE "C" = _name AND w.state = 'waiting' AND w.priority = s.priority
          AND coalesce(w.source_id, '') COLLATE "C" = s.source AND w.due_at <= clock_timestamp()
        ORDER BY w.due_at LIMIT 1) f
      ORDER BY
        CASE WHEN _fair THEN (s.priority, s.source) <= (_lane.fair_priority, _lane.fair_source COLLATE "C") END,
        s.priority,
        CASE WHEN NOT _fair THEN s.source <= _lane.turn_source COLLATE "C" END,
        s.source
      LIMIT 1;

      IF FOUND THEN
        IF _url_host = _name THEN
          _member := _lane;
        ELSE
          SELECT * INTO _member FROM hosts h WHERE h.host = _url_host FOR NO KEY UPDATE SKIP LOCKED;
          IF NOT FOUND THEN _wait := interval '20 milliseconds'; END IF;
        END IF;
        IF _wait IS NULL THEN
          _pause := greatest(_lane.delay_ms, coalesce(_lane.crawl_delay_ms, 0), _member.delay_ms,
            coalesce(_member.crawl_delay_ms, 0));
          IF obey_robots AND (_member.robots_expires_at IS NULL OR _member.robots_expires_at <= clock_timestamp()) THEN
            IF _member.robots_grant_id IS NOT NULL OR _member.robots_at <> _name THEN
              -- It is being asked for by another slot, or waits in another lane; the answer is waited for.
              _wait := interval '1 second';
            ELSE
              _given := gen_random_uuid();
              UPDATE hosts h SET robots_grant_id = _given, robots_lease_at = clock_timestamp() + lease,
                robots_lane = _name WHERE h.host = _url_host;
              SELECT _url_host, _given, NULL::bigint, NULL::boolean, NULL::smallint
                INTO host, grant_id, frontier_id, render, priority;
            END IF;
          ELSE
            PERFORM 1 FROM frontier f WHERE f.id = _url_id AND f.state = 'waiting' FOR NO KEY UPDATE SKIP LOCKED;
            IF FOUND THEN
              UPDATE frontier f SET
                state = 'granted', grant_id = gen_random_uuid(), grant_used = false, renewals = 0,
                lease_at = clock_timestamp() + lease, due_at = NULL,
                via = CASE WHEN f.render THEN 'render' ELSE 'fetch' END,
                visit_started = coalesce(f.visit_started, clock_timestamp())
              WHERE f.id = _url_id
              RETURNING f.host, f.grant_id, f.id, f.render, f.priority
                INTO host, grant_id, frontier_id, render, priority;
              _given := grant_id;
            ELSE
              _wait := interval '20 milliseconds';
            END IF;
          END IF;
        END IF;
      END IF;
    END IF;

    SELECT min(w.due_at) INTO _due FROM frontier w
      WHERE coalesce(w.lane, w.host) COLLATE "C" = _name AND w.state = 'waiting';
    IF obey_robots AND EXISTS (SELECT 1 FROM hosts x WHERE x.robots_at = _name AND x.robots_grant_id IS NULL) THEN
      _due := least(_due, clock_timestamp());
    END IF;
    UPDATE hosts h SET
      due_at = _due,
      in_flight = h.in_flight + CASE WHEN _given IS NULL THEN 0 ELSE 1 END,
      next_at = CASE
        WHEN _given IS NOT NULL THEN greatest(h.next_at, clock_timestamp() + make_interval(secs => _pause / 1000))
        WHEN _wait IS NOT NULL THEN greatest(h.next_at, clock_timestamp() + _wait)
        ELSE h.next_at END,
      circuit = CASE WHEN _given IS NOT NULL AND h.circuit = 'open' THEN 'half-open' ELSE h.circuit END,
      turns = h.turns + CASE WHEN frontier_id IS NULL THEN 0 ELSE 1 END,
      turn_source = CASE WHEN frontier_id IS NULL OR _fair THEN h.turn_source ELSE _source END,
      fair_priority = CASE WHEN frontier_id IS NOT NULL AND _fair THEN _rank ELSE h.fair_priority END,
      fair_source = CASE WHEN frontier_id IS NOT NULL AND _fair THEN _source ELSE h.fair_source END,
      -- Of the shelf just served, which may be empty now; the next turn corrects it.
      urgency = CASE WHEN frontier_id IS NULL OR _fair THEN h.urgency ELSE (_rank - 1) / 25 END
    WHERE h.host = _name;
    IF _given IS NOT NULL THEN RETURN NEXT; END IF;
  END LOOP;
END $$;

-- Gives a slot of a lane back: the pause before the next request begins now.
--   says           'answered': the host answered, whatever it said; 'failed': it could not be reached or has
--                  trouble; 'nothing': no request was made, or it says nothing about the host
--   retry_after_ms what the host asked for; slowed: it asked for a slower pace without saying how long
--   opens_after    failures in a row that open the circuit; first_ms, most_ms: how long it stays open
-- Returns the milliseconds until the lane's next slot.
CREATE FUNCTION release_slot(of_lane text, of_host text, says text, code text, message text,
  retry_after_ms double precision, slowed boolean, opens_after integer, first_ms double precision,
  most_ms double precision) RETURNS double precision
LANGUAGE plpgsql AS $$
DECLARE
  _member double precision := 0;
  _next   timestamptz;
BEGIN
  IF of_host <> of_lane THEN
    SELECT greatest(h.delay_ms, coalesce(h.crawl_delay_ms, 0)) INTO _member FROM hosts h WHERE h.host = of_host;
  END IF;
  UPDATE hosts h SET
    in_flight = h.in_flight - 1,
    failures_in_row = CASE says WHEN 'failed' THEN h.failures_in_row + 1 WHEN 'answered' THEN 0 ELSE h.failures_in_row END,
    failure_code = CASE says WHEN 'failed' THEN code WHEN 'answered' THEN NULL ELSE h.failure_code END,
    failure_message = CASE says WHEN 'failed' THEN message WHEN 'answered' THEN NULL ELSE h.failure_message END,
    failed_at = CASE says WHEN 'failed' THEN clock_timestamp() WHEN 'answered' THEN NULL ELSE h.failed_at END,
    circuit = CASE WHEN says = 'answered' THEN 'closed' WHEN o.opens THEN 'open' ELSE h.circuit END,
    circuit_opens = CASE WHEN says = 'answered' THEN 0 WHEN o.opens THEN h.circuit_opens + 1 ELSE h.circuit_opens END,
    circuit_since = CASE WHEN says = 'answered' THEN NULL WHEN o.opens THEN coalesce(h.circuit_since, clock_timestamp())
      ELSE h.circuit_since END,
    next_at = greatest(h.next_at, clock_timestamp() + make_interval(secs => greatest(
      h.delay_ms, coalesce(h.crawl_delay_ms, 0), _member, retry_after_ms,
      CASE WHEN slowed THEN least(most_ms, greatest(h.delay_ms, 1000) * 2.0 ^ least(h.failures_in_row, 20)) END,
      CASE WHEN o.opens THEN least(most_ms, first_ms * 2.0 ^ least(h.circuit_opens, 20)) END) / 1000))
  FROM (SELECT says = 'failed' AND (l.circuit = 'half-open'
          OR (l.circuit = 'closed' AND l.failures_in_row + 1 >= opens_after)) AS opens
        FROM hosts l WHERE l.host = of_lane FOR NO KEY UPDATE) o
  WHERE h.host = of_lane
  RETURNING h.next_at INTO _next;
  RETURN greatest(0, extract(epoch FROM _next - clock_timestamp()) * 1000);
END $$;

-- The lane of a host.
CREATE FUNCTION lane_of(of_host text) RETURNS text LANGUAGE sql STABLE AS
$$ SELECT coalesce(h.lane, h.host) FROM hosts h WHERE h.host = of_host $$;

-- Takes grants for their one request; `was_used` tells which were taken before. What is not returned is no longer
-- valid. Two arrays of the same length.
CREATE FUNCTION use_grants(ids bigint[], grants uuid[])
RETURNS TABLE (id bigint, was_used boolean, url text, kind text, fetch_url text, host text, hops jsonb, source_id text,
  crawl_id uuid, priority smallint, attempts integer, revisits integer, etag text, last_modified text, hints jsonb,
  visit_started timestamptz, last_outcome text, last_blob text, robots_revision integer)
LANGUAGE plpgsql AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY
  WITH held AS (
    SELECT f.id, f.grant_used FROM frontier f JOIN unnest(ids, grants) AS g (id, grant_id)
      ON f.id = g.id AND f.grant_id = g.grant_id
    WHERE f.state = 'granted' ORDER BY f.id FOR NO KEY UPDATE OF f
  ), used AS (
    UPDATE frontier f SET grant_used = true FROM held WHERE f.id = held.id AND NOT held.grant_used
  )
  SELECT f.id, held.grant_used, f.url, f.kind, f.fetch_url, f.host, f.hops, f.source_id,
    CASE WHEN f.crawl_open THEN f.crawl_id END, f.priority, f.attempts, f.revisits, f.etag, f.last_modified, f.hints,
    f.visit_started, f.outcome, (SELECT s.blob FROM snapshots s WHERE s.id = f.snapshot_id), h.robots_revision
  FROM held JOIN frontier f ON f.id = held.id JOIN hosts h ON h.host = f.host;
END $$;

-- Ends visits: granted or fetched → waiting or resting, slot given back, visit recorded. Each item is an object with
-- the names of the columns and of release_slot's parameters. `ended` is false where somebody else ended it before;
-- `pause_ms` is the time until the lane's next slot where one was given back. In the order of lanes, so that two
-- callers never wait for each other in a ring.
CREATE FUNCTION end_visits(items jsonb) RETURNS TABLE (id bigint, ended boolean, pause_ms double precision)
LANGUAGE plpgsql SET enable_seqscan = off SET enable_bitmapscan = off AS $$
#variable_conflict use_column
DECLARE
  _v    record;
  _home text;
BEGIN
  FOR _v IN
    SELECT x.*, coalesce(f.lane, f.host) AS held_lane, f.host AS held_host
    FROM jsonb_to_recordset(items) AS x (id bigint, grant_id uuid, snapshot_id bigint, kind text, due_at timestamptz,
      home_host text, attempts integer, revisits integer, outcome text, code text, says text,
      retry_after_ms double precision, slowed boolean, opens_after integer, first_ms double precision,
      most_ms double precision, visit boolean, crawl_id uuid, visit_snapshot bigint, started_at timestamptz,
      http_status integer, class text, message text, article_id uuid, revision integer)
    JOIN frontier f ON f.id = x.id
    ORDER BY coalesce(f.lane, f.host) COLLATE "C", x.id
  LOOP
    id := _v.id;
    pause_ms := NULL;
    SELECT coalesce(h.lane, h.host) INTO _home FROM hosts h WHERE h.host = _v.home_host;
    UPDATE frontier f SET state = CASE WHEN _v.due_at IS NULL THEN 'resting' ELSE 'waiting' END, due_at = _v.due_at,
      grant_id = NULL, lease_at = NULL, kind = _v.kind, next_stage = NULL, fetch_url = f.url, host = _v.home_host,
      lane = nullif(_home, _v.home_host), hops = '[]', visit_started = NULL, attempts = _v.attempts,
      revisits = _v.revisits, visits = f.visits + 1, crawl_open = f.crawl_open AND _v.outcome = 'retried',
      outcome = _v.outcome, outcome_code = _v.code, outcome_at = now()
    WHERE f.id = _v.id AND CASE WHEN _v.grant_id IS NULL
      THEN f.state = 'fetched' AND f.snapshot_id = _v.snapshot_id
      ELSE f.state = 'granted' AND f.grant_id = _v.grant_id END;
    ended := FOUND;
    IF ended THEN
      IF _v.grant_id IS NOT NULL THEN
        pause_ms := release_slot(_v.held_lane, _v.held_host, _v.says, _v.code, _v.message, _v.retry_after_ms, _v.slowed,
          _v.opens_after, _v.first_ms, _v.most_ms);
      END IF;
      IF _v.due_at IS NOT NULL THEN
        UPDATE hosts h SET due_at = _v.due_at
          WHERE h.host = _home AND (h.due_at IS NULL OR h.due_at > _v.due_at);
      END IF;
      IF _v.visit THEN
        INSERT INTO visits (frontier_id, crawl_id, snapshot_id, started_at, http_status, outcome, class, code, message,
          article_id, revision)
        VALUES (_v.id, _v.crawl_id, _v.visit_snapshot, _v.started_at, _v.http_status, _v.outcome, _v.class, _v.code,
          _v.message, _v.article_id, _v.revision);
      END IF;
    END IF;
    RETURN NEXT;
  END LOOP;
END $$;

-- Granted → fetched: the snapshot is kept, the slot given back, the next stage named. Items as for end_visits; what
-- is not returned was not ours any more.
CREATE FUNCTION record_snapshots(items jsonb) RETURNS TABLE (id bigint, snapshot_id bigint)
LANGUAGE plpgsql SET enable_seqscan = off SET enable_bitmapscan = off AS $$
#variable_conflict use_column
DECLARE
  _s    record;
  _kept bigint;
BEGIN
  FOR _s IN
    SELECT x.*, coalesce(f.lane, f.host) AS held_lane, f.host AS held_host, f.hops AS held_hops
    FROM jsonb_to_recordset(items) AS x (id bigint, grant_id uuid, url text, status integer, headers jsonb,
      content_type text, blob text, bytes integer, via text, fetched_at timestamptz, etag text, last_modified text,
      stage text, kind text, lease_ms double precision)
    JOIN frontier f ON f.id = x.id
    ORDER BY coalesce(f.lane, f.host) COLLATE "C", x.id
  LOOP
    PERFORM 1 FROM frontier f WHERE f.id = _s.id AND f.state = 'granted' AND f.grant_id = _s.grant_id FOR NO KEY UPDATE;
    CONTINUE WHEN NOT FOUND;
    id := _s.id;
    INSERT INTO snapshots (frontier_id, url, status, headers, content_type, blob, bytes, via, hops, fetched_at)
    VALUES (_s.id, _s.url, _s.status, _s.headers, _s.content_type, _s.blob, _s.bytes, _s.via, _s.held_hops, _s.fetched_at)
    RETURNING snapshots.id INTO _kept;
    snapshot_id := _kept;
    UPDATE frontier f SET state = 'fetched', grant_id = NULL, snapshot_id = _kept,
      next_stage = _s.stage, kind = _s.kind, renewals = 0,
      lease_at = clock_timestamp() + make_interval(secs => _s.lease_ms / 1000),
      etag = _s.etag, last_modified = _s.last_modified
    WHERE f.id = _s.id;
    PERFORM release_slot(_s.held_lane, _s.held_host, 'answered', NULL, NULL, 0, false, 1, 0, 0);
    RETURN NEXT;
  END LOOP;
END $$;

-- Follows a permanent redirect: the entry is visited at `to_url` from now on, and its old address is kept as an entry
-- that points to it. Where `to_url` is another entry's, that one goes on for both. Returns the entry that is visited.
CREATE FUNCTION move_entry(entry bigint, to_url text, to_host text) RETURNS bigint
LANGUAGE plpgsql AS $$
DECLARE
  _from  frontier%ROWTYPE;
  _there bigint;
  _goes  bigint;
  _lane  text := lane_of(to_host);
BEGIN
  SELECT * INTO _from FROM frontier f WHERE f.id = entry FOR NO KEY UPDATE;
  IF _from.url = to_url OR _from.state NOT IN ('waiting', 'resting') THEN
    RETURN entry;
  END IF;
  SELECT f.id, coalesce(f.moved_to, f.id) INTO _there, _goes FROM frontier f WHERE f.url = to_url FOR NO KEY UPDATE;
  IF _goes <> entry THEN
    UPDATE frontier f SET state = 'resting', due_at = NULL, moved_to = _goes WHERE f.id = entry;
    UPDATE frontier f SET moved_to = _goes WHERE f.moved_to = entry;
    RETURN _goes;
  END IF;
  -- It moves back to an address it had: the two change places.
  IF _there IS NOT NULL THEN
    UPDATE frontier f SET url = 'moved:' || f.id WHERE f.id = _there;
  END IF;
  UPDATE frontier f SET url = to_url, fetch_url = to_url, host = to_host, lane = nullif(_lane, to_host)
    WHERE f.id = entry;
  IF _from.due_at IS NOT NULL THEN
    UPDATE hosts h SET due_at = least(h.due_at, _from.due_at) WHERE h.host = _lane;
  END IF;
  IF _there IS NOT NULL THEN
    UPDATE frontier f SET url = _from.url, fetch_url = _from.url, host = _from.host, lane = _from.lane
      WHERE f.id = _there;
  ELSE
    INSERT INTO frontier (url, kind, source_id, fetch_url, host, lane, state, priority, found_on, discovered_at, moved_to)
    VALUES (_from.url, _from.kind, _from.source_id, _from.url, _from.host, _from.lane, 'resting', _from.priority,
      _from.found_on, _from.discovered_at, entry);
  END IF;
  RETURN entry;
END $$;

-- Ends what crawls wait for in a lane that stays closed for long: a person waits for the summary. What a source
-- wants too goes on waiting for the source. Returns how many visits ended.
CREATE FUNCTION end_crawl_visits(of_lane text, because_class text, because text, sentence text) RETURNS integer
LANGUAGE plpgsql AS $$
DECLARE
  _ended integer;
BEGIN
  WITH open AS (
    SELECT f.id, f.crawl_id, f.visit_started FROM frontier f
    WHERE coalesce(f.lane, f.host) COLLATE "C" = of_lane AND f.state = 'waiting' AND f.crawl_open AND f.hops = '[]'
    FOR NO KEY UPDATE SKIP LOCKED
  ), gone AS (
    UPDATE frontier f SET crawl_open = false, outcome = 'failed', outcome_code = because, outcome_at = now(),
      visits = f.visits + 1, attempts = 0, visit_started = NULL,
      state = CASE WHEN f.source_id IS NULL THEN 'resting' ELSE f.state END,
      due_at = CASE WHEN f.source_id IS NULL THEN NULL ELSE f.due_at END
    FROM open o WHERE f.id = o.id
  )
  INSERT INTO visits (frontier_id, crawl_id, started_at, outcome, class, code, message)
  SELECT o.id, o.crawl_id, o.visit_started, 'failed', because_class, because, sentence FROM open o;
  GET DIAGNOSTICS _ended = ROW_COUNT;
  RETURN _ended;
END $$;
