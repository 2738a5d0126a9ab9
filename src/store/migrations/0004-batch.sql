-- Storing many documents in one transaction.

-- A text may be claimed for a cluster before it is known whether the cluster will be founded.
ALTER TABLE cluster_keys ALTER CONSTRAINT cluster_keys_cluster_id_fkey DEFERRABLE INITIALLY DEFERRED;

-- Bodies are compressed with LZ4 where the server was built with it: a fraction of the time.
DO $$
BEGIN
  ALTER TABLE revisions ALTER COLUMN content SET COMPRESSION lz4;
EXCEPTION WHEN feature_not_supported THEN
  NULL;
END $$;
