-- The same shape as for SQLite: ledgers of past cases that somebody brings in, and what their headings meant.
CREATE TABLE imports (
    id varchar(36) COLLATE "C" NOT NULL PRIMARY KEY,
    agency_id varchar(36) COLLATE "C" NOT NULL,
    file_name varchar(1000) COLLATE "C" NOT NULL,
    uploaded_by varchar(36) COLLATE "C" NOT NULL REFERENCES users (id),
    uploaded_at varchar(28) COLLATE "C" NOT NULL,
    layout text COLLATE "C" NOT NULL,
    state varchar(100) COLLATE "C" NOT NULL,
    cases integer NOT NULL,
    problem varchar(1000) COLLATE "C" NULL,
    finished_at varchar(28) COLLATE "C" NULL,
    content text COLLATE "C" NULL
);
CREATE INDEX imports_of_uploader ON imports (uploaded_by, uploaded_at);
CREATE TABLE import_headings (
    agency_id varchar(36) COLLATE "C" NOT NULL,
    heading varchar(200) COLLATE "C" NOT NULL,
    means varchar(100) COLLATE "C" NULL,
    PRIMARY KEY (agency_id, heading)
);
