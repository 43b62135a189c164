-- The same shape as for SQLite: who signed in and out, and what failed, how often in a row, and who is signed in.
CREATE TABLE sign_ins (
    id char(36) COLLATE Latin1_General_100_BIN2 NOT NULL PRIMARY KEY,
    user_id char(36) COLLATE Latin1_General_100_BIN2 NOT NULL,
    address varchar(50) COLLATE Latin1_General_100_BIN2 NOT NULL,
    outcome varchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL,
    first_at varchar(28) COLLATE Latin1_General_100_BIN2 NOT NULL,
    last_at varchar(28) COLLATE Latin1_General_100_BIN2 NOT NULL,
    times int NOT NULL
);
CREATE INDEX sign_ins_of_user ON sign_ins (user_id, first_at);
CREATE INDEX sign_ins_by_time ON sign_ins (first_at);

CREATE TABLE sign_in_locks (
    user_id char(36) COLLATE Latin1_General_100_BIN2 NOT NULL,
    browser varchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    failures int NOT NULL,
    locked_until varchar(28) COLLATE Latin1_General_100_BIN2 NULL,
    used_at varchar(28) COLLATE Latin1_General_100_BIN2 NOT NULL,
    PRIMARY KEY (user_id, browser)
);

ALTER TABLE users ADD stamp char(36) COLLATE Latin1_General_100_BIN2 NULL;

CREATE TABLE sessions (
    id char(64) COLLATE Latin1_General_100_BIN2 NOT NULL PRIMARY KEY,
    user_id char(36) COLLATE Latin1_General_100_BIN2 NOT NULL REFERENCES users (id),
    begun_at varchar(28) COLLATE Latin1_General_100_BIN2 NOT NULL,
    seen_at varchar(28) COLLATE Latin1_General_100_BIN2 NOT NULL,
    address varchar(50) COLLATE Latin1_General_100_BIN2 NOT NULL,
    browser varchar(50) COLLATE Latin1_General_100_BIN2 NOT NULL,
    ended_at varchar(28) COLLATE Latin1_General_100_BIN2 NULL,
    ended_why varchar(40) COLLATE Latin1_General_100_BIN2 NULL
);
CREATE INDEX sessions_of_user ON sessions (user_id, begun_at);
CREATE INDEX sessions_by_time ON sessions (begun_at);
