-- What was learned of a host's pages: whether they need a browser (set by the render of auto).
-- A row exists for hosts with at least one page that the plain client could not read.
CREATE TABLE render_habits (
  host          text PRIMARY KEY,
  -- Pages in a row that gave an article in the browser only; back to 0 with a page that gave one without.
  streak        integer NOT NULL DEFAULT 0 CHECK (streak >= 0),
  -- Pages in a row that gave nothing in the browser either.
  misses        integer NOT NULL DEFAULT 0 CHECK (misses >= 0),
  -- New pages go to the browser at once.
  browser_first boolean NOT NULL DEFAULT false,
  -- Since when that is so, or not so any more.
  since         timestamptz NOT NULL DEFAULT now()
);

-- Render roles that have a browser, by process. One that was not seen for a while is gone.
CREATE TABLE renderers (
  id      uuid PRIMARY KEY,
  seen_at timestamptz NOT NULL DEFAULT now()
);

-- Every 20th URL, always the same ones, tries the way that its host's habit speaks against.
CREATE FUNCTION is_render_probe(of_url text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT hashtextextended(of_url, 0) & 1023 < 52
$$;

CREATE FUNCTION has_renderer() RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT 1 FROM renderers WHERE seen_at > clock_timestamp() - interval '2 minutes')
$$;
