-- Who has a second factor: its secret, encrypted like personal data, and the time-step of the last code that was used.
CREATE TABLE second_factors (
    user_id TEXT NOT NULL PRIMARY KEY REFERENCES users (id),
    secret TEXT NOT NULL,
    set_up_at TEXT NOT NULL,
    last_step INTEGER NOT NULL
);

-- What signs in once in place of it, as hashes.
CREATE TABLE recovery_codes (
    user_id TEXT NOT NULL REFERENCES second_factors (user_id),
    hash TEXT NOT NULL,
    used_at TEXT NULL,
    PRIMARY KEY (user_id, hash)
);
