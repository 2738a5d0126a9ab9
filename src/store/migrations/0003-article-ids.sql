-- Other names of an article: its address without what moves change, the number in it, the publisher's own
-- id. Each is the MD5 of its text, only to be short. A name finds an article; the text decides whether it
-- is the same one, so a name that a site gives to everything does no harm.
CREATE TABLE article_ids (
  key        uuid PRIMARY KEY,
  article_id uuid NOT NULL REFERENCES articles (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX article_ids_article ON article_ids (article_id);
