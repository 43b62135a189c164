-- The same shape as for SQLite: what a case is found by, folded, and the filters that users keep for themselves.
CREATE TABLE case_search (
    agency_id char(36) COLLATE Latin1_General_100_BIN2 NOT NULL,
    case_id char(36) COLLATE Latin1_General_100_BIN2 NOT NULL UNIQUE REFERENCES case_files (case_id),
    body nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
    PRIMARY KEY (agency_id, case_id)
);

CREATE TABLE saved_filters (
    id char(36) COLLATE Latin1_General_100_BIN2 NOT NULL PRIMARY KEY,
    user_id char(36) COLLATE Latin1_General_100_BIN2 NOT NULL REFERENCES users (id),
    name nvarchar(1000) COLLATE Latin1_General_100_BIN2 NOT NULL,
    name_key nvarchar(400) COLLATE Latin1_General_100_BIN2 NOT NULL,
    query nvarchar(4000) COLLATE Latin1_General_100_BIN2 NOT NULL,
    saved_at varchar(28) COLLATE Latin1_General_100_BIN2 NOT NULL,
    UNIQUE (user_id, name_key)
);
