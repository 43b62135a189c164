-- The same shape as for SQLite: what may be emptied, its retention period having ended.
CREATE TABLE retention_proposals (
    id char(36) COLLATE Latin1_General_100_BIN2 NOT NULL PRIMARY KEY,
    case_id char(36) COLLATE Latin1_General_100_BIN2 NOT NULL REFERENCES case_files (case_id),
    scope nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    closed_at varchar(28) COLLATE Latin1_General_100_BIN2 NOT NULL,
    years int NOT NULL,
    proposed_at varchar(28) COLLATE Latin1_General_100_BIN2 NOT NULL,
    requested_by char(36) COLLATE Latin1_General_100_BIN2 NULL,
    requested_at varchar(28) COLLATE Latin1_General_100_BIN2 NULL,
    erased_by char(36) COLLATE Latin1_General_100_BIN2 NULL,
    erased_at varchar(28) COLLATE Latin1_General_100_BIN2 NULL,
    UNIQUE (case_id, scope, closed_at)
);
CREATE INDEX retention_proposals_by_state ON retention_proposals (erased_at, requested_at, closed_at);
