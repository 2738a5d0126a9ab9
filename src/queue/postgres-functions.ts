/**
 * Functions beside BullMQ's in the queues' schema: the three operations that every job goes through, for many jobs at
 * once. BullMQ's own do one job a call, by fifteen to twenty statements each; what is not a plain job (a flow's, one that
 * has another waiting behind its deduplication, a limited queue's) is still theirs.
 *
 * Locks are taken in the order of BullMQ 6.7: the queue's finalization (shared), rows of jobs, then the advisory locks of
 * deduplication by their keys, then its rows. Rows of jobs are never waited for: those that check for stalled jobs hold
 * many, in an order of their own.
 */
import pg from 'pg';

/**
 * BullMQ's events (job added, active, completed, …) cost little here: nobody reads them, and each was a row and a NOTIFY,
 * for which the commits of all queues wait for each other. What wakes workers is another channel. A trigger keeps the
 * table empty, whoever writes to it; the function that writes single events is replaced, where this BullMQ has it.
 */
const NO_EVENTS = `
  CREATE OR REPLACE FUNCTION newsmill_no_event() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
  CREATE OR REPLACE TRIGGER newsmill_no_event BEFORE INSERT ON event
    FOR EACH ROW EXECUTE FUNCTION newsmill_no_event();
  CREATE OR REPLACE FUNCTION publish_event(p_queue text, p_event text, p_data jsonb) RETURNS bigint
    LANGUAGE sql IMMUTABLE AS 'SELECT NULL::bigint';`;

/** Plans are kept: one that was made while the table was empty must not read all of it later. */
const BY_INDEX = `SET enable_seqscan = off SET enable_bitmapscan = off SET enable_hashjoin = off SET enable_mergejoin = off
  SET plan_cache_mode = force_generic_plan`;

/** What the arrays of newsmill_add hold, side by side. */
const GIVEN = `unnest(p_ids, p_dedup_ids, p_names, p_data, p_opts, p_priorities, p_delays, p_attempts, p_times)
      WITH ORDINALITY AS g (id, dedup_id, name, data, opts, priority, delay_ms, attempts, added_at_ms, n)`;

/**
 * Adds jobs, each of which has a deduplication id that does not run out. Answers one id for each, in their order: its own,
 * or that of the live job that holds the deduplication id.
 */
const ADD = `
  CREATE OR REPLACE FUNCTION newsmill_add(
    p_queue text, p_ids text[], p_dedup_ids text[], p_names text[], p_data text[], p_opts text[], p_priorities integer[],
    p_delays bigint[], p_attempts integer[], p_times bigint[]
  ) RETURNS text[] LANGUAGE plpgsql SET enable_nestloop = off AS $$
  DECLARE
    v_added text[];
    v_rest text[];
    v_entries jsonb;
    v_winners text[];
  BEGIN
    PERFORM pg_advisory_xact_lock_shared(hashtext('bullmq:finalization'), hashtext(p_queue));
    PERFORM pg_advisory_xact_lock(key) FROM (
      SELECT DISTINCT hashtext('bullmq:dedup:' || p_queue || ':' || d) AS key FROM unnest(p_dedup_ids) d ORDER BY 1) keys;
    WITH given AS (
      SELECT * FROM ${GIVEN}
    ), mine AS (
      INSERT INTO dedup (queue, dedup_id, job_id) SELECT p_queue, dedup_id, id FROM given ORDER BY n
      ON CONFLICT DO NOTHING RETURNING job_id
    ), added AS (
      INSERT INTO job (queue, id, seq, name, state, data, opts, priority, delay_ms, max_attempts, added_at_ms,
        process_at_ms, dedup_id)
      SELECT p_queue, id, nextval('job_seq'), name,
        CASE WHEN delay_ms > 0 THEN 'delayed' ELSE 'waiting' END::job_state, data::jsonb, opts::jsonb, priority, delay_ms,
        attempts, added_at_ms, CASE WHEN delay_ms > 0 THEN added_at_ms + delay_ms END, dedup_id
      FROM (SELECT given.* FROM given JOIN mine ON mine.job_id = given.id ORDER BY n) fresh
      RETURNING id
    )
    SELECT array_agg(id) INTO v_added FROM added;
    IF v_added IS NOT NULL THEN PERFORM pg_notify('bullmq_jobs', p_queue); END IF;
    IF cardinality(v_added) = cardinality(p_ids) THEN RETURN p_ids; END IF;
    -- Somebody has the deduplication id: BullMQ's own function knows whether he still may.
    SELECT array_agg(id ORDER BY n), jsonb_agg(jsonb_build_object('queue', p_queue, 'id', id, 'name', name, 'data', data,
      'opts', opts::jsonb, 'priority', priority, 'delay', delay_ms, 'timestamp', added_at_ms, 'attempts', attempts,
      'dedupId', dedup_id) ORDER BY n)
    INTO v_rest, v_entries
    FROM ${GIVEN} WHERE NOT EXISTS (SELECT FROM unnest(v_added) a WHERE a = g.id);
    SELECT array_agg(w.id ORDER BY w.n) INTO v_winners FROM add_flow(v_entries) WITH ORDINALITY AS w (id, n);
    RETURN (SELECT array_agg(coalesce(w.winner, g.id) ORDER BY n) FROM unnest(p_ids) WITH ORDINALITY AS g (id, n)
      LEFT JOIN unnest(v_rest, v_winners) AS w (id, winner) ON w.id = g.id);
  END $$;`;

/** Takes up to as many ready jobs as there are tokens; where there are fewer, one row without an id says until when. */
const TAKE = `
  CREATE OR REPLACE FUNCTION newsmill_take(
    p_queue text, p_tokens text[], p_lock_ms bigint, p_now bigint, p_worker text
  ) RETURNS TABLE (token text, id text, name text, data text, opts jsonb, progress jsonb, priority integer,
    delay_ms bigint, attempts_made integer, attempts_started integer, stalled_count integer, added_at_ms bigint,
    processed_at_ms bigint, failed_reason text, stacktrace text, dedup_id text, scheduler_id text, parent_queue text,
    parent_id text, parent_key text, deferred_failure text, limited_for bigint, wait_until bigint)
  LANGUAGE plpgsql ${BY_INDEX} AS $$
  #variable_conflict use_column
  DECLARE
    v_given text;
    v_ids text[];
    v_taken integer := 0;
    v_rows integer;
  BEGIN
    IF cardinality(p_tokens) = 0 THEN RETURN; END IF;
    IF EXISTS (SELECT 1 FROM meta WHERE queue = p_queue AND field IN ('paused', 'concurrency', 'max')) THEN
      -- Whether one may be taken depends on those taken before.
      FOREACH v_given IN ARRAY p_tokens LOOP
        RETURN QUERY SELECT v_given, j.id, j.name, j.data::text, j.opts, j.progress, j.priority, j.delay_ms,
          j.attempts_made, j.attempts_started, j.stalled_count, j.added_at_ms, j.processed_at_ms, j.failed_reason,
          j.stacktrace::text, j.dedup_id, j.scheduler_id, j.parent_queue, j.parent_id, j.parent_key, j.deferred_failure,
          0::bigint, 0::bigint
        FROM move_to_active(p_queue, v_given, p_lock_ms, p_now, p_worker, NULL, NULL) j;
        GET DIAGNOSTICS v_rows = ROW_COUNT;
        v_taken := v_taken + v_rows;
      END LOOP;
    ELSE
      SELECT array_agg(d.id) INTO v_ids FROM (
        SELECT j.id FROM job j WHERE j.queue = p_queue AND j.state = 'delayed' AND j.process_at_ms <= p_now
        FOR UPDATE SKIP LOCKED) d;
      IF v_ids IS NOT NULL THEN
        UPDATE job j SET state = 'waiting', delay_ms = 0 WHERE j.queue = p_queue AND j.id = ANY (v_ids);
      END IF;
      SELECT array_agg(w.id) INTO v_ids FROM (
        SELECT j.id FROM job j WHERE j.queue = p_queue AND j.state = 'waiting'
        ORDER BY j.priority, j.seq LIMIT cardinality(p_tokens) FOR UPDATE SKIP LOCKED) w;
      RETURN QUERY
        UPDATE job j SET state = 'active', lock_token = p_tokens[array_position(v_ids, j.id)],
          locked_until_ms = p_now + p_lock_ms, processed_at_ms = p_now, processed_by = p_worker,
          attempts_started = j.attempts_started + 1
        WHERE j.queue = p_queue AND j.id = ANY (v_ids)
        RETURNING j.lock_token, j.id, j.name, j.data::text, j.opts, j.progress, j.priority, j.delay_ms, j.attempts_made,
          j.attempts_started, j.stalled_count, j.added_at_ms, j.processed_at_ms, j.failed_reason, j.stacktrace::text,
          j.dedup_id, j.scheduler_id, j.parent_queue, j.parent_id, j.parent_key, j.deferred_failure, 0::bigint, 0::bigint;
      GET DIAGNOSTICS v_taken = ROW_COUNT;
    END IF;
    IF v_taken < cardinality(p_tokens) THEN
      SELECT rate_limit_ttl, next_delay INTO limited_for, wait_until FROM next_signal(p_queue, NULL, p_now);
      RETURN NEXT;
    END IF;
  END $$;`;

/**
 * Finishes jobs that went well: those of the ids that are active under their tokens, are no part of a flow, and are locked
 * by nobody else just now. Answers their ids, and the tokens of those that want another job. The others are left as they
 * are. \`p_keep_age\` (seconds) and \`p_keep_count\` are for finished jobs of this queue; null keeps them.
 */
const FINISH = `
  CREATE OR REPLACE FUNCTION newsmill_finish(
    p_queue text, p_now bigint, p_ids text[], p_tokens text[], p_values text[], p_removed boolean[], p_wanting boolean[],
    p_keep_age bigint, p_keep_count integer, OUT finished text[], OUT wanting text[]
  ) LANGUAGE plpgsql ${BY_INDEX} AS $$
  DECLARE
    v_tokens text[];
    v_removed text[];
    v_dedup_ids text[];
    v_dedup_id text;
  BEGIN
    PERFORM pg_advisory_xact_lock_shared(hashtext('bullmq:finalization'), hashtext(p_queue));
    WITH held AS MATERIALIZED (
      SELECT j.id, j.state, j.dedup_id, array_position(p_ids, j.id) AS n FROM job j
      WHERE j.queue = p_queue AND j.id = ANY (p_ids) AND j.parent_id IS NULL
        AND j.lock_token = p_tokens[array_position(p_ids, j.id)]
        AND NOT EXISTS (SELECT 1 FROM job_dependency d WHERE d.parent_queue = p_queue AND d.parent_id = j.id)
      FOR UPDATE OF j SKIP LOCKED
    )
    SELECT array_agg(h.id), array_agg(p_tokens[n]) FILTER (WHERE p_wanting[n]), array_agg(h.id) FILTER (WHERE p_removed[n]),
      array_agg(h.dedup_id) FILTER (WHERE h.dedup_id <> '')
    INTO finished, v_tokens, v_removed, v_dedup_ids FROM held h WHERE h.state = 'active';
    wanting := coalesce(v_tokens, '{}');
    IF finished IS NULL THEN
      finished := '{}';
      RETURN;
    END IF;
    PERFORM pg_advisory_xact_lock(key) FROM (
      SELECT DISTINCT hashtext('bullmq:dedup:' || p_queue || ':' || d) AS key
      FROM unnest(v_dedup_ids) d ORDER BY 1) keys;
    UPDATE job j SET state = 'completed', return_value = p_values[array_position(p_ids, j.id)]::jsonb,
      finished_at_ms = p_now, lock_token = NULL, locked_until_ms = NULL, attempts_made = j.attempts_made + 1
    WHERE j.queue = p_queue AND j.id = ANY (finished) AND NOT p_removed[array_position(p_ids, j.id)];
    IF v_removed IS NOT NULL THEN DELETE FROM job j WHERE j.queue = p_queue AND j.id = ANY (v_removed); END IF;
    DELETE FROM dedup d WHERE d.queue = p_queue AND d.dedup_id = ANY (v_dedup_ids)
      AND CASE WHEN d.expire_at_ms IS NULL THEN d.job_id = ANY (finished) ELSE d.expire_at_ms <= p_now END;
    FOR v_dedup_id IN SELECT n.dedup_id FROM dedup_next n WHERE n.queue = p_queue AND n.dedup_id = ANY (v_dedup_ids) LOOP
      PERFORM requeue_dedup_next(p_queue, v_dedup_id, p_now);
    END LOOP;
    -- Seldom, and over many rows: planned each time.
    IF p_keep_age IS NOT NULL THEN
      EXECUTE $d$DELETE FROM job WHERE queue = $1 AND state = 'completed' AND finished_at_ms <= $2$d$
      USING p_queue, p_now - p_keep_age * 1000;
    END IF;
    IF p_keep_count IS NOT NULL THEN
      EXECUTE $d$DELETE FROM job WHERE queue = $1 AND id = ANY (ARRAY(
        SELECT id FROM job WHERE queue = $1 AND state = 'completed' ORDER BY finished_at_ms DESC, seq DESC OFFSET $2))$d$
      USING p_queue, p_keep_count;
    END IF;
  END $$;`;

const ALL = [NO_EVENTS, ADD, TAKE, FINISH].join('\n');

/** Makes the functions, in the way of one process at a time; does nothing where they are as they should be. */
export async function keepFunctions(client: pg.Client, schema: string): Promise<void> {
  await client.query('BEGIN');
  await client.query('SELECT pg_advisory_xact_lock(hashtext($1))', ['newsmill-queue events']);
  await client.query(`SET LOCAL search_path = ${pg.escapeIdentifier(schema)}`);
  const { rows } = await client.query<{ left: boolean }>(
    `SELECT obj_description(to_regprocedure('newsmill_no_event()'), 'pg_proc') IS DISTINCT FROM md5($1::text) OR EXISTS (
       SELECT 1 FROM pg_proc WHERE oid = to_regprocedure('publish_event(text, text, jsonb)') AND prolang <>
         (SELECT oid FROM pg_language WHERE lanname = 'sql')) AS "left"`,
    [ALL],
  );
  if (rows[0]?.left === true) {
    await client.query(ALL);
    const { rows: told } = await client.query<{ digest: string }>('SELECT md5($1::text) AS digest', [ALL]);
    await client.query(
      `COMMENT ON FUNCTION newsmill_no_event() IS ${pg.escapeLiteral(told[0]?.digest ?? '')}`,
    );
  }
  await client.query('COMMIT');
}
