-- Claims: insert, then look up. Each is one call, but two statements: the second sees what was committed
-- while the first waited (Read Committed). Sessions keep the plans of functions: made once (planning for each
-- call costs three times what the call does), and for index scans, because a plan made while a table was
-- small would be kept while it grows.

CREATE FUNCTION claim_addresses(keys text[], owners uuid[]) RETURNS TABLE (key text, owner uuid)
LANGUAGE plpgsql SET enable_seqscan = off SET plan_cache_mode = force_generic_plan AS $$
BEGIN
  INSERT INTO article_urls (url, article_id) SELECT * FROM unnest(keys, owners) ON CONFLICT (url) DO NOTHING;
  RETURN QUERY SELECT u.url, u.article_id FROM article_urls u WHERE u.url = ANY (keys);
END $$;

CREATE FUNCTION claim_names(keys uuid[], owners uuid[]) RETURNS TABLE (key uuid, owner uuid)
LANGUAGE plpgsql SET enable_seqscan = off SET plan_cache_mode = force_generic_plan AS $$
#variable_conflict use_column
BEGIN
  INSERT INTO article_ids (key, article_id) SELECT * FROM unnest(keys, owners) ON CONFLICT (key) DO NOTHING;
  RETURN QUERY SELECT i.key, i.article_id FROM article_ids i WHERE i.key = ANY (keys);
END $$;

CREATE FUNCTION claim_texts(keys text[], owners uuid[]) RETURNS TABLE (key text, owner uuid)
LANGUAGE plpgsql SET enable_seqscan = off SET plan_cache_mode = force_generic_plan AS $$
#variable_conflict use_column
BEGIN
  INSERT INTO cluster_keys (key, cluster_id) SELECT * FROM unnest(keys, owners) ON CONFLICT (key) DO NOTHING;
  RETURN QUERY SELECT k.key, k.cluster_id FROM cluster_keys k WHERE k.key = ANY (keys);
END $$;

-- Copy keys, in sorted order, for the owners beside them: claimed in the present span, and in the one of ten
-- minutes ago where that is another. Gives the open spans (with no key), and who else has the keys in these
-- and in the `spans` spans that are searched.
DROP FUNCTION claim_copy_keys(uuid, integer[], integer, integer, integer);
CREATE FUNCTION claim_copy_keys(keys integer[], owners uuid[], spans integer)
RETURNS TABLE (span integer, key integer, owner uuid)
LANGUAGE plpgsql SET enable_seqscan = off SET plan_cache_mode = force_generic_plan AS $$
#variable_conflict use_column
DECLARE
  this integer := copy_span(now());
  before integer := copy_span(now() - interval '10 minutes');
  searched integer;
BEGIN
  FOR searched IN before..this LOOP
    PERFORM ensure_copy_span(searched);
    INSERT INTO copy_keys (span, key, article_id)
      SELECT searched, k, o FROM unnest(keys, owners) AS t (k, o) ON CONFLICT DO NOTHING;
    RETURN QUERY SELECT searched, NULL::integer, NULL::uuid;
  END LOOP;
  -- One span at a time: each look-up meets one partition and its index.
  FOR searched IN this - spans + 1..this LOOP
    RETURN QUERY
      SELECT c.span, c.key, c.article_id FROM copy_keys c
      WHERE c.span = searched AND c.key = ANY (keys) AND c.article_id <> ALL (owners);
  END LOOP;
END $$;
