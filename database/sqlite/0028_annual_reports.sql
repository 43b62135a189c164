-- What annual reports count beside the cases, what is being written in them, and what was handed in: scope is an agency or 'district'.
CREATE TABLE report_outside (
    agency_id TEXT NOT NULL,
    year INTEGER NOT NULL,
    line TEXT NOT NULL,
    kind TEXT NOT NULL,
    cases INTEGER NOT NULL,
    PRIMARY KEY (agency_id, year, line, kind)
) WITHOUT ROWID;
CREATE TABLE report_texts (
    scope TEXT NOT NULL,
    year INTEGER NOT NULL,
    chapter TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (scope, year, chapter)
) WITHOUT ROWID;
CREATE TABLE report_versions (
    id TEXT NOT NULL PRIMARY KEY,
    scope TEXT NOT NULL,
    year INTEGER NOT NULL,
    version INTEGER NOT NULL,
    figures TEXT NOT NULL,
    chapters TEXT NOT NULL,
    handed_in_at TEXT NOT NULL,
    handed_in_by TEXT NOT NULL,
    handed_in_name TEXT NOT NULL,
    UNIQUE (scope, year, version)
);
