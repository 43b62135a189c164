-- Exports, made in the background. A file holds personal data: it is for whoever asked, and deleted after a week; the row
-- stays. The number of attempts tells whoever is at work on one whether it still is theirs.
CREATE TABLE exports (
    id TEXT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    agency_id TEXT NULL,
    from_on TEXT NOT NULL,
    until_on TEXT NOT NULL,
    requested_by TEXT NOT NULL REFERENCES users (id),
    requested_at TEXT NOT NULL,
    state TEXT NOT NULL,
    done INTEGER NOT NULL,
    total INTEGER NULL,
    attempts INTEGER NOT NULL,
    claimed_until TEXT NULL,
    problem TEXT NULL,
    finished_at TEXT NULL,
    file_name TEXT NULL,
    content BLOB NULL
);
CREATE INDEX exports_by_state ON exports (state, finished_at);
CREATE INDEX exports_of_requester ON exports (requested_by, requested_at);
