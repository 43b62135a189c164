-- The journal of the calendar: imported notices, closures, and closures taken back. It only grows: every edition of the
-- calendar that a case was ever reckoned by can be put together again. Each entry is sealed over the one before it.
CREATE TABLE calendar_changes (
    ordinal INTEGER NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    year INTEGER NULL,
    agency_id TEXT NULL,
    revokes INTEGER NULL REFERENCES calendar_changes (ordinal),
    content TEXT NOT NULL,
    note TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    recorded_by TEXT NOT NULL,
    seal TEXT NOT NULL
);

CREATE TRIGGER calendar_changes_stay_as_they_are BEFORE UPDATE ON calendar_changes
BEGIN
    SELECT RAISE(ABORT, 'calendar_changes is append-only');
END;

CREATE TRIGGER calendar_changes_stay BEFORE DELETE ON calendar_changes
BEGIN
    SELECT RAISE(ABORT, 'calendar_changes is append-only');
END;

-- Notices to officers that deadlines of their cases moved (the event says which); each stands until it was seen.
CREATE TABLE deadline_notices (
    case_id TEXT NOT NULL REFERENCES case_files (case_id),
    seq INTEGER NOT NULL,
    raised_at TEXT NOT NULL,
    seen_at TEXT NULL,
    seen_by TEXT NULL,
    PRIMARY KEY (case_id, seq)
) WITHOUT ROWID;
CREATE INDEX deadline_notices_unseen ON deadline_notices (case_id) WHERE seen_at IS NULL;
