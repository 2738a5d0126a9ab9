-- What a failed visit without a snapshot asked for, for whoever wants to know how it came to that.
ALTER TABLE visits
  -- {"url", "via": null where no request was made, "hops": the redirects that led there}
  ADD COLUMN asked jsonb;

-- Ends visits: granted or fetched → waiting or resting, slot given back, visit recorded. Each item is an object with
-- the names of the columns and of slot_end. What is not returned somebody else had ended before; `pause_ms` is the time
-- until the lane's next slot where one was given back.
CREATE OR REPLACE FUNCTION end_visits(items jsonb) RETURNS TABLE (id bigint, pause_ms double precision)
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
      http_status integer, class text, message text, article_id uuid, revision integer, asked jsonb)
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
      article_id, revision, asked)
    SELECT g.id, g.crawl_id, g.visit_snapshot, g.started_at, g.http_status, g.outcome, g.class, g.code, g.message,
      g.article_id, g.revision, g.asked
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
