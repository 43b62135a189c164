-- The same shape as for SQLite: who saw people's data in full or took them along.
CREATE TABLE looks (
    id char(36) COLLATE Latin1_General_100_BIN2 NOT NULL PRIMARY KEY,
    user_id char(36) COLLATE Latin1_General_100_BIN2 NOT NULL,
    user_name nvarchar(400) COLLATE Latin1_General_100_BIN2 NOT NULL,
    kind nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    case_id char(36) COLLATE Latin1_General_100_BIN2 NULL,
    subject nvarchar(1000) COLLATE Latin1_General_100_BIN2 NOT NULL,
    address varchar(50) COLLATE Latin1_General_100_BIN2 NOT NULL,
    looked_at varchar(28) COLLATE Latin1_General_100_BIN2 NOT NULL
);
CREATE INDEX looks_by_time ON looks (looked_at);
CREATE INDEX looks_of_case ON looks (case_id, looked_at);
