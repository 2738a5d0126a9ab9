-- Lines that a host repeats most in its articles: newsmill takes them for none of the articles' text.
CREATE TABLE host_lines (
  host     text PRIMARY KEY,
  -- Articles counted, and in how many of them each line stood at least: {"line": count}; halved now and then.
  articles integer NOT NULL,
  counts   jsonb NOT NULL
);
