-- Quarterly bulletins: what is being written, from when on an interview is proposed, what was issued, and the record of interviews.
CREATE TABLE bulletin_texts (
    year INTEGER NOT NULL,
    quarter INTEGER NOT NULL,
    part TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (year, quarter, part)
) WITHOUT ROWID;
CREATE TABLE bulletin_thresholds (
    ordinal INTEGER NOT NULL PRIMARY KEY,
    rate_below INTEGER NOT NULL,
    late_from INTEGER NOT NULL,
    set_at TEXT NOT NULL,
    set_by TEXT NOT NULL,
    set_name TEXT NOT NULL
);
CREATE TABLE bulletins (
    id TEXT NOT NULL PRIMARY KEY,
    year INTEGER NOT NULL,
    number INTEGER NOT NULL,
    figures TEXT NOT NULL,
    parts TEXT NOT NULL,
    organ TEXT NOT NULL,
    issued_at TEXT NOT NULL,
    issued_by TEXT NOT NULL,
    issued_name TEXT NOT NULL,
    UNIQUE (year, number)
);
CREATE TABLE bulletin_interviews (
    id TEXT NOT NULL PRIMARY KEY,
    bulletin_id TEXT NOT NULL REFERENCES bulletins (id),
    agency_id TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    step TEXT NOT NULL,
    day_on TEXT NOT NULL,
    place TEXT NOT NULL,
    whom TEXT NOT NULL,
    body TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    recorded_by TEXT NOT NULL,
    recorded_name TEXT NOT NULL,
    UNIQUE (bulletin_id, agency_id, ordinal)
);
