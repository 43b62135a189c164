-- Who signed in and out, and what failed: a failure that comes again within the hour is counted in its row. The nil id stands for
-- no account, for the name that was typed may be a password; '*' for further addresses of an hour that has many.
CREATE TABLE sign_ins (
    id TEXT NOT NULL PRIMARY KEY,
    user_id TEXT NOT NULL,
    address TEXT NOT NULL,
    outcome TEXT NOT NULL,
    first_at TEXT NOT NULL,
    last_at TEXT NOT NULL,
    times INTEGER NOT NULL
);
CREATE INDEX sign_ins_of_user ON sign_ins (user_id, first_at);
CREATE INDEX sign_ins_by_time ON sign_ins (first_at);

-- How many wrong passwords came in a row, and until when no more are looked at: for each browser in which the user signed in
-- before (a hash of what its cookie says), and under '' for all others together.
CREATE TABLE sign_in_locks (
    user_id TEXT NOT NULL,
    browser TEXT NOT NULL,
    failures INTEGER NOT NULL,
    locked_until TEXT NULL,
    used_at TEXT NOT NULL,
    PRIMARY KEY (user_id, browser)
);

-- Changes with password, roles, agency and deactivation: a cookie with another one opens nothing. NULL: it never changed.
ALTER TABLE users ADD COLUMN stamp TEXT NULL;

-- Who is signed in, and was: under a hash of what the cookie says.
CREATE TABLE sessions (
    id TEXT NOT NULL PRIMARY KEY,
    user_id TEXT NOT NULL REFERENCES users (id),
    begun_at TEXT NOT NULL,
    seen_at TEXT NOT NULL,
    address TEXT NOT NULL,
    browser TEXT NOT NULL,
    ended_at TEXT NULL,
    ended_why TEXT NULL
);
CREATE INDEX sessions_of_user ON sessions (user_id, begun_at);
CREATE INDEX sessions_by_time ON sessions (begun_at);
