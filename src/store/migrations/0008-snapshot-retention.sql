-- Removing a snapshot asks which frontier entries point at it; without this index each asks the whole frontier.
CREATE INDEX frontier_snapshot ON frontier (snapshot_id) WHERE snapshot_id IS NOT NULL;
