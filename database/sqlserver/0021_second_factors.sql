-- The same shape as for SQLite: who has a second factor, and what signs in once in place of it.
CREATE TABLE second_factors (
    user_id char(36) COLLATE Latin1_General_100_BIN2 NOT NULL PRIMARY KEY REFERENCES users (id),
    secret varchar(1000) COLLATE Latin1_General_100_BIN2 NOT NULL,
    set_up_at varchar(28) COLLATE Latin1_General_100_BIN2 NOT NULL,
    last_step bigint NOT NULL
);

CREATE TABLE recovery_codes (
    user_id char(36) COLLATE Latin1_General_100_BIN2 NOT NULL REFERENCES second_factors (user_id),
    hash char(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    used_at varchar(28) COLLATE Latin1_General_100_BIN2 NULL,
    PRIMARY KEY (user_id, hash)
);
