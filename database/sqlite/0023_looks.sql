-- Who saw people's data in full or took them along, of which case, with the name of that day. A line stays.
CREATE TABLE looks (
    id TEXT NOT NULL PRIMARY KEY,
    user_id TEXT NOT NULL,
    user_name TEXT NOT NULL,
    kind TEXT NOT NULL,
    case_id TEXT NULL,
    subject TEXT NOT NULL,
    address TEXT NOT NULL,
    looked_at TEXT NOT NULL
);
CREATE INDEX looks_by_time ON looks (looked_at);
CREATE INDEX looks_of_case ON looks (case_id, looked_at);
