-- An article that stands on several addresses: each further page is an entry of its own, with the entry of the first
-- page here. It is granted, fetched and extracted like any other; what is stored is the whole.
ALTER TABLE frontier ADD COLUMN part_of bigint REFERENCES frontier (id);
CREATE INDEX frontier_parts ON frontier (part_of) WHERE part_of IS NOT NULL;
