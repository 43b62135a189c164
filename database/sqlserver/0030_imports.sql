-- The same shape as for SQLite: ledgers of past cases that somebody brings in, and what their headings meant.
CREATE TABLE imports (
    id char(36) COLLATE Latin1_General_100_BIN2 NOT NULL PRIMARY KEY,
    agency_id char(36) COLLATE Latin1_General_100_BIN2 NOT NULL,
    file_name nvarchar(1000) COLLATE Latin1_General_100_BIN2 NOT NULL,
    uploaded_by char(36) COLLATE Latin1_General_100_BIN2 NOT NULL REFERENCES users (id),
    uploaded_at varchar(28) COLLATE Latin1_General_100_BIN2 NOT NULL,
    layout nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
    state nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    cases int NOT NULL,
    problem nvarchar(1000) COLLATE Latin1_General_100_BIN2 NULL,
    finished_at varchar(28) COLLATE Latin1_General_100_BIN2 NULL,
    content nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL
);
CREATE INDEX imports_of_uploader ON imports (uploaded_by, uploaded_at);
CREATE TABLE import_headings (
    agency_id char(36) COLLATE Latin1_General_100_BIN2 NOT NULL,
    heading nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    means nvarchar(100) COLLATE Latin1_General_100_BIN2 NULL,
    PRIMARY KEY (agency_id, heading)
);
