-- What kind of change each revision was, and why articles were withdrawn.

-- Kinds with their evidence, as src/article/revision-kind.ts describes them; empty for the first revision.
ALTER TABLE revisions ADD COLUMN kinds jsonb NOT NULL DEFAULT '[]';

-- An article was withdrawn while it was at this revision. What brings it back is a later revision.
CREATE TABLE withdrawals (
  article_id uuid NOT NULL REFERENCES articles (id),
  revision   integer NOT NULL,
  withdrawal jsonb NOT NULL,
  at         timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (article_id, revision)
);

-- Passages that a host prints in several of its articles (notices, appeals, portraits of its authors):
-- they say nothing about whether two of them are one. Only what two articles had in common is here.
CREATE TABLE host_passages (
  host    text NOT NULL,
  -- 64 bits of the hash of its tokens.
  passage bigint NOT NULL,
  -- Articles it was met in; counted no further than it takes to know.
  articles smallint NOT NULL,
  seen_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (host, passage)
);
CREATE INDEX host_passages_seen ON host_passages (seen_at);
