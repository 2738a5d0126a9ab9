-- Near copies: what finds them, what was decided about them, and why.

-- A cluster that was merged into another stays as a signpost.
ALTER TABLE clusters ADD COLUMN merged_into uuid REFERENCES clusters (id);
CREATE INDEX cluster_keys_cluster ON cluster_keys (cluster_id);
CREATE INDEX clusters_merged ON clusters (merged_into) WHERE merged_into IS NOT NULL;

-- Why the article is in its cluster: one entry a decision, oldest first; empty for the founder.
ALTER TABLE articles ADD COLUMN membership jsonb NOT NULL DEFAULT '[]';
-- Set when the article's addresses were given to another story, or its text was taken down.
ALTER TABLE articles ADD COLUMN withdrawn_at timestamptz;

-- Sampled shingle keys of texts, for finding candidates. A key belongs, within one span of seven days,
-- to the first article that had it; writers of the same story meet at the unique index, so the second
-- finds the first. Spans are partitions: old ones are dropped, never deleted from.
CREATE TABLE copy_keys (
  span       integer NOT NULL,
  key        integer NOT NULL,
  article_id uuid NOT NULL,
  PRIMARY KEY (span, key)
) PARTITION BY RANGE (span);

CREATE FUNCTION copy_span(at timestamptz) RETURNS integer LANGUAGE sql STABLE AS
$$ SELECT floor(extract(epoch FROM at) / 604800)::integer $$;

-- Makes the partition of a span where it is missing. Attaching, unlike CREATE … PARTITION OF, lets
-- other writers go on meanwhile.
CREATE FUNCTION ensure_copy_span(wanted integer) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  part text := 'copy_keys_' || wanted;
BEGIN
  IF to_regclass(part) IS NOT NULL THEN RETURN; END IF;
  -- Conflicts with itself and with no writer; taking it also makes what another has just made known here.
  LOCK TABLE copy_keys IN SHARE UPDATE EXCLUSIVE MODE;
  IF to_regclass(part) IS NOT NULL THEN RETURN; END IF;
  EXECUTE format('CREATE TABLE %I (LIKE copy_keys INCLUDING ALL)', part);
  EXECUTE format('ALTER TABLE copy_keys ATTACH PARTITION %I FOR VALUES FROM (%s) TO (%s)', part, wanted, wanted + 1);
END $$;

-- Claims the keys of an article and gives the articles that had at least `fewest` of them before, those
-- with most first. Insert, then look up: each statement here sees what was committed before it began
-- (Read Committed), and the insert has waited for every writer that held one of the keys. Keys go in
-- sorted order, so writers wait for each other but never in a circle. A transaction that begins just
-- after a span has ended claims in the ended one too, where it meets those that began just before.
CREATE FUNCTION claim_copy_keys(article uuid, keys integer[], spans integer, fewest integer, most integer)
RETURNS TABLE (article_id uuid, cluster_id uuid, shared integer, url text, title text, body text)
LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
  this integer := copy_span(now());
  before integer := copy_span(now() - interval '10 minutes');
BEGIN
  PERFORM ensure_copy_span(before);
  IF this <> before THEN PERFORM ensure_copy_span(this); END IF;
  INSERT INTO copy_keys (span, key, article_id)
    SELECT s, k, article FROM unnest(ARRAY[before, this]) AS s, unnest(keys) AS k
    GROUP BY s, k ORDER BY s, k
    ON CONFLICT DO NOTHING;
  RETURN QUERY
    WITH hits AS (
      SELECT c.article_id, count(DISTINCT c.key)::integer AS shared FROM copy_keys c
      WHERE c.span > this - spans AND c.span <= this AND c.key = ANY (keys) AND c.article_id <> article
      GROUP BY c.article_id
    ), best AS (
      SELECT h.article_id, h.shared FROM hits h WHERE h.shared >= fewest
      ORDER BY h.shared DESC, h.article_id LIMIT most
    )
    SELECT b.article_id, a.cluster_id, b.shared, r.content->>'url', r.content->>'title', r.content->>'text'
    FROM best b
    JOIN articles a ON a.id = b.article_id
    JOIN revisions r ON r.article_id = a.id AND r.revision = a.revision
    ORDER BY b.shared DESC, b.article_id;
END $$;

-- Texts that have much in common and were not merged: the later article and the earlier one.
CREATE TABLE derivations (
  article_id      uuid NOT NULL REFERENCES articles (id),
  from_article_id uuid NOT NULL REFERENCES articles (id),
  score           real NOT NULL,
  -- Which text carries the other: 'in' (the later is part of the earlier), 'contains', 'both'.
  direction       text NOT NULL CHECK (direction IN ('in', 'contains', 'both')),
  evidence        jsonb NOT NULL,
  at              timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (article_id, from_article_id)
);
CREATE INDEX derivations_from ON derivations (from_article_id);

-- Clusters that a person has told apart: nothing merges them but a person.
CREATE TABLE cluster_apart (
  low  uuid NOT NULL REFERENCES clusters (id),
  high uuid NOT NULL REFERENCES clusters (id),
  at   timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (low, high),
  CHECK (low < high)
);
CREATE INDEX cluster_apart_high ON cluster_apart (high);

-- What people decided, as it was decided.
CREATE TABLE cluster_decisions (
  id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kind          text NOT NULL CHECK (kind IN ('split', 'merge')),
  cluster_id    uuid NOT NULL,
  other_cluster uuid NOT NULL,
  article_ids   uuid[] NOT NULL,
  note          text,
  at            timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX cluster_decisions_cluster ON cluster_decisions (cluster_id);
CREATE INDEX cluster_decisions_other ON cluster_decisions (other_cluster);
