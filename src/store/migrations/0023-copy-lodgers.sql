-- A copy key has one owner. A text that has most keys in common with their owner, and is kept apart from it (by a
-- number, as a form that was filled in anew), has hardly a key of its own by which a copy of it would be found: it
-- lodges with the owner's cluster. Whoever comes to that cluster meets its lodgers.
CREATE TABLE copy_lodgers (
  cluster_id uuid NOT NULL REFERENCES clusters (id),
  article_id uuid NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (cluster_id, article_id)
);
CREATE INDEX copy_lodgers_created ON copy_lodgers (created_at);

-- Read with the lock on the cluster, so that those without lodgers cost no look.
ALTER TABLE clusters ADD COLUMN has_lodgers boolean NOT NULL DEFAULT false;
