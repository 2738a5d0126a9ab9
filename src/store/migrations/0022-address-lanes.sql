-- Hosts grouped by address: those that have one address share the row named after it, as those of a registrable domain
-- share the domain's.
ALTER TABLE hosts
  -- Whether its lane is made of its address. 'wanted': the address is not known, and nothing is granted for the host;
  -- 'known': it was looked up, and the lane is the address (or the host's own, where the name has none).
  ADD COLUMN addressing text NOT NULL DEFAULT 'no' CHECK (addressing IN ('no', 'wanted', 'known')),
  -- How long the address is good for; null: it is to be looked up now.
  ADD COLUMN address_until timestamptz,
  -- Whether requests to the address have failed, so that another of the name's is to be taken.
  ADD COLUMN address_failed boolean NOT NULL DEFAULT false;
CREATE INDEX hosts_addressing ON hosts (host) WHERE addressing <> 'no' AND address_until IS NULL;

ALTER TABLE hosts DROP COLUMN ready_at;
ALTER TABLE hosts ADD COLUMN ready_at timestamptz GENERATED ALWAYS AS (
  CASE WHEN due_at IS NULL OR addressing = 'wanted'
         OR in_flight >= CASE WHEN circuit = 'closed' THEN concurrency ELSE 1 END THEN NULL
       ELSE greatest(due_at, next_at) END
) STORED;
CREATE INDEX hosts_ready ON hosts (urgency, ready_at) WITH (deduplicate_items = off) WHERE ready_at IS NOT NULL;

-- Takes grants for their one request; `was_used` tells which were taken before. What is not returned is no longer
-- valid. Two arrays of the same length. `lane` is the lane whose slot the grant holds.
DROP FUNCTION use_grants(bigint[], uuid[]);
CREATE FUNCTION use_grants(ids bigint[], grants uuid[])
RETURNS TABLE (id bigint, was_used boolean, url text, kind text, fetch_url text, host text, hops jsonb, source_id text,
  crawl_id uuid, priority smallint, attempts integer, revisits integer, etag text, last_modified text, hints jsonb,
  visit_started timestamptz, last_outcome text, last_blob text, robots_revision integer,
  wants_cookies boolean, proxy text, lane text, addressing text, is_address_old boolean)
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
    coalesce(s.definition->>'cookies' = 'true', false), s.definition->>'proxy',
    coalesce(f.lane, f.host), h.addressing, coalesce(h.address_until <= clock_timestamp(), false)
  FROM held JOIN frontier f ON f.id = held.id JOIN hosts h ON h.host = f.host LEFT JOIN sources s ON s.id = f.source_id;
END $$;
