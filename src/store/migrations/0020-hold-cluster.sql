-- Keeps a cluster from being merged away or split until the transaction ends, and gives the one that it is now: the
-- one that it was merged into, or, with a text, the one that has the text. Each statement here sees what was committed
-- before it began (Read Committed), so what a split moved while its lock was waited for is seen; one statement would
-- still look at the rows from before the wait. Says, too, whether a person keeps the cluster apart from others.
CREATE FUNCTION hold_cluster(wanted uuid, text_key text) RETURNS TABLE (cluster uuid, is_apart boolean)
LANGUAGE plpgsql SET enable_seqscan = off SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  now_it_is uuid := wanted;
  held uuid;
  next uuid;
BEGIN
  WHILE held IS DISTINCT FROM now_it_is LOOP
    held := now_it_is;
    SELECT c.merged_into INTO next FROM clusters c WHERE c.id = held FOR KEY SHARE;
    now_it_is := coalesce(next, held);
    IF text_key IS NOT NULL THEN
      SELECT k.cluster_id INTO next FROM cluster_keys k WHERE k.key = text_key;
      now_it_is := coalesce(next, now_it_is);
    END IF;
  END LOOP;
  RETURN QUERY SELECT held, EXISTS (SELECT FROM cluster_apart a WHERE a.low = held)
    OR EXISTS (SELECT FROM cluster_apart a WHERE a.high = held);
END $$;
