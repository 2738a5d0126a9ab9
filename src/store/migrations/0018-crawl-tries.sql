-- A crawl may say how often a page of it is tried; without it, as a person who waits would want.
ALTER TABLE crawls ADD COLUMN tries int CHECK (tries > 0);
