-- How an article was known again under an address it did not have before: by which step of the ladder, and
-- on what evidence.
CREATE TABLE recognitions (
  article_id uuid NOT NULL REFERENCES articles (id),
  url        text NOT NULL,
  -- {"rung": "address"}: it shares another of its addresses (redirect, canonical address, AMP).
  -- {"rung": "name", "names": [...], "text": "same" | "near" | "edited"}: a name of it, and what the texts say.
  evidence   jsonb NOT NULL,
  at         timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (article_id, url)
);
