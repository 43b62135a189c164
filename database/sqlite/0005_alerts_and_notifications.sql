-- What is due is derived when it is asked for, on more clocks than the law's; the column that said it for two is gone.
DROP INDEX deadlines_owed;
ALTER TABLE deadlines DROP COLUMN is_owed;

-- An alert belongs to one thing due: two consultations of a case may have the same last day. Who is told (the sum of
-- roles; 1 is the officer in charge alone) is kept as the rules were when it was raised.
CREATE TABLE alerts_by_item (
    id TEXT NOT NULL PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES case_files (case_id),
    kind TEXT NOT NULL,
    reference TEXT NOT NULL,
    due_on TEXT NOT NULL,
    threshold INTEGER NOT NULL,
    state TEXT NOT NULL,
    told INTEGER NOT NULL,
    raised_at TEXT NOT NULL,
    UNIQUE (case_id, kind, reference, due_on, threshold)
);
INSERT INTO alerts_by_item (id, case_id, kind, reference, due_on, threshold, state, told, raised_at)
SELECT id, case_id, kind, '', due_on, threshold, state, CASE WHEN threshold <= 1 THEN 7 WHEN threshold <= 3 THEN 3 ELSE 1 END, raised_at FROM alerts;
DROP TABLE alerts;
ALTER TABLE alerts_by_item RENAME TO alerts;
CREATE INDEX alerts_by_state ON alerts (state, threshold);

-- One row an agency: updated when its sweep begins, which keeps other sweepers waiting until it ends.
CREATE TABLE sweeps (
    agency_id TEXT NOT NULL PRIMARY KEY,
    swept_at TEXT NOT NULL
);

-- What is to be told outside, once a kind, subject and channel. No names, addresses or texts: they are found when it is sent.
CREATE TABLE notifications (
    id TEXT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    subject_id TEXT NOT NULL,
    case_id TEXT NULL REFERENCES case_files (case_id),
    agency_id TEXT NULL,
    channel TEXT NOT NULL,
    state TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    next_attempt_at TEXT NOT NULL,
    claimed_until TEXT NULL,
    problem TEXT NULL,
    UNIQUE (kind, subject_id, channel)
);
CREATE INDEX notifications_by_state ON notifications (state, next_attempt_at);

ALTER TABLE users ADD COLUMN email TEXT NULL;
ALTER TABLE users ADD COLUMN phone TEXT NULL;
