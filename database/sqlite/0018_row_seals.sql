-- The keys that the records are sealed with, oldest first: what each makes of a fixed text, so that a wrong one is known, and
-- from which position of each chain on it seals. The keys themselves stand outside the database.
CREATE TABLE sealing_keys (
    ordinal INTEGER NOT NULL PRIMARY KEY,
    check_value TEXT NOT NULL,
    begins TEXT NOT NULL,
    made_at TEXT NOT NULL
);

-- The chain of all rows that are not derived from events: each entry has the seals of the rows that a transaction changed, and of
-- those that it deleted none. It only grows; its length and last seal stand in chains, under the nil id.
CREATE TABLE row_seals (
    position INTEGER NOT NULL PRIMARY KEY,
    seals TEXT NOT NULL,
    sealed_at TEXT NOT NULL,
    hash TEXT NOT NULL
);

CREATE TRIGGER row_seals_stay_as_they_are BEFORE UPDATE ON row_seals
BEGIN
    SELECT RAISE(ABORT, 'row_seals is append-only');
END;

CREATE TRIGGER row_seals_stay BEFORE DELETE ON row_seals
BEGIN
    SELECT RAISE(ABORT, 'row_seals is append-only');
END;

-- When the ends of the chains were written to the anchor file, and the seal of its last line then: a file without it is not whole.
CREATE TABLE anchorings (
    ordinal INTEGER NOT NULL PRIMARY KEY,
    written_at TEXT NOT NULL,
    seal TEXT NOT NULL
);
