-- The same shape as for SQLite. What is due is derived when it is asked for; the column that said it for two clocks is gone.
DROP INDEX deadlines_owed ON deadlines;
ALTER TABLE deadlines DROP COLUMN is_owed;

-- An alert belongs to one thing due; who is told is kept as the rules were when it was raised (the sum of roles).
CREATE TABLE alerts_by_item (
    id char(36) COLLATE Latin1_General_100_BIN2 NOT NULL PRIMARY KEY,
    case_id char(36) COLLATE Latin1_General_100_BIN2 NOT NULL REFERENCES case_files (case_id),
    kind nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    reference nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    due_on date NOT NULL,
    threshold int NOT NULL,
    state nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    told int NOT NULL,
    raised_at varchar(28) COLLATE Latin1_General_100_BIN2 NOT NULL,
    UNIQUE (case_id, kind, reference, due_on, threshold)
);
INSERT INTO alerts_by_item (id, case_id, kind, reference, due_on, threshold, state, told, raised_at)
SELECT id, case_id, kind, '', due_on, threshold, state, CASE WHEN threshold <= 1 THEN 7 WHEN threshold <= 3 THEN 3 ELSE 1 END, raised_at FROM alerts;
DROP TABLE alerts;
EXEC sp_rename 'alerts_by_item', 'alerts', 'OBJECT';
CREATE INDEX alerts_by_state ON alerts (state, threshold);

-- One row an agency: updated when its sweep begins, which keeps other sweepers waiting until it ends.
CREATE TABLE sweeps (
    agency_id char(36) COLLATE Latin1_General_100_BIN2 NOT NULL PRIMARY KEY,
    swept_at varchar(28) COLLATE Latin1_General_100_BIN2 NOT NULL
);

-- What is to be told outside, once a kind, subject and channel. No names, addresses or texts: they are found when it is sent.
CREATE TABLE notifications (
    id char(36) COLLATE Latin1_General_100_BIN2 NOT NULL PRIMARY KEY,
    kind nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    subject_id char(36) COLLATE Latin1_General_100_BIN2 NOT NULL,
    case_id char(36) COLLATE Latin1_General_100_BIN2 NULL REFERENCES case_files (case_id),
    agency_id char(36) COLLATE Latin1_General_100_BIN2 NULL,
    channel nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    state nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    attempts int NOT NULL,
    created_at varchar(28) COLLATE Latin1_General_100_BIN2 NOT NULL,
    next_attempt_at varchar(28) COLLATE Latin1_General_100_BIN2 NOT NULL,
    claimed_until varchar(28) COLLATE Latin1_General_100_BIN2 NULL,
    problem nvarchar(1000) COLLATE Latin1_General_100_BIN2 NULL,
    UNIQUE (kind, subject_id, channel)
);
CREATE INDEX notifications_by_state ON notifications (state, next_attempt_at);

ALTER TABLE users ADD email nvarchar(256) COLLATE Latin1_General_100_BIN2 NULL;
ALTER TABLE users ADD phone nvarchar(256) COLLATE Latin1_General_100_BIN2 NULL;
