-- The same shape as for SQLite: exports, made in the background. A file is deleted after a week; the row stays.
CREATE TABLE exports (
    id char(36) COLLATE Latin1_General_100_BIN2 NOT NULL PRIMARY KEY,
    kind nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    agency_id char(36) COLLATE Latin1_General_100_BIN2 NULL,
    from_on date NOT NULL,
    until_on date NOT NULL,
    requested_by char(36) COLLATE Latin1_General_100_BIN2 NOT NULL REFERENCES users (id),
    requested_at varchar(28) COLLATE Latin1_General_100_BIN2 NOT NULL,
    state nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    done int NOT NULL,
    total int NULL,
    attempts int NOT NULL,
    claimed_until varchar(28) COLLATE Latin1_General_100_BIN2 NULL,
    problem nvarchar(1000) COLLATE Latin1_General_100_BIN2 NULL,
    finished_at varchar(28) COLLATE Latin1_General_100_BIN2 NULL,
    file_name nvarchar(1000) COLLATE Latin1_General_100_BIN2 NULL,
    content varbinary(max) NULL
);
CREATE INDEX exports_by_state ON exports (state, finished_at);
CREATE INDEX exports_of_requester ON exports (requested_by, requested_at);
