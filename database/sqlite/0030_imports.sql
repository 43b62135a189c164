-- Ledgers of past cases that somebody brings in. A file holds personal data: it is encrypted, its uploader's alone, and deleted when it
-- is imported, discarded, or left alone for a week; the row stays. What headings meant is remembered for the agency's next file.
CREATE TABLE imports (
    id TEXT NOT NULL PRIMARY KEY,
    agency_id TEXT NOT NULL,
    file_name TEXT NOT NULL,
    uploaded_by TEXT NOT NULL REFERENCES users (id),
    uploaded_at TEXT NOT NULL,
    layout TEXT NOT NULL,
    state TEXT NOT NULL,
    cases INTEGER NOT NULL,
    problem TEXT NULL,
    finished_at TEXT NULL,
    content TEXT NULL
);
CREATE INDEX imports_of_uploader ON imports (uploaded_by, uploaded_at);
CREATE TABLE import_headings (
    agency_id TEXT NOT NULL,
    heading TEXT NOT NULL,
    means TEXT NULL,
    PRIMARY KEY (agency_id, heading)
) WITHOUT ROWID;
