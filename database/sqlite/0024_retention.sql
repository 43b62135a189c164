-- What may be emptied, its retention period having ended: who asked for it, and who confirmed it. A row stays when it was carried out;
-- what was emptied stands in an event of the case.
CREATE TABLE retention_proposals (
    id TEXT NOT NULL PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES case_files (case_id),
    scope TEXT NOT NULL,
    closed_at TEXT NOT NULL,
    years INTEGER NOT NULL,
    proposed_at TEXT NOT NULL,
    requested_by TEXT NULL,
    requested_at TEXT NULL,
    erased_by TEXT NULL,
    erased_at TEXT NULL,
    UNIQUE (case_id, scope, closed_at)
);
CREATE INDEX retention_proposals_by_state ON retention_proposals (erased_at, requested_at, closed_at);
