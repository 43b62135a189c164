-- What a case is found by, in one line a case and agency: register and reply numbers, the applicants' names and what they
-- asked for, folded (width, case, blanks). Derived from other rows, and emptied with them when a retention period ends.
CREATE TABLE case_search (
    agency_id TEXT NOT NULL,
    case_id TEXT NOT NULL UNIQUE REFERENCES case_files (case_id),
    body TEXT NOT NULL,
    PRIMARY KEY (agency_id, case_id)
) WITHOUT ROWID;

-- Filters of the queue that users keep for themselves. The name is unique a user whatever its width, case and blanks.
CREATE TABLE saved_filters (
    id TEXT NOT NULL PRIMARY KEY,
    user_id TEXT NOT NULL REFERENCES users (id),
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    query TEXT NOT NULL,
    saved_at TEXT NOT NULL,
    UNIQUE (user_id, name_key)
);
