-- The journal of the administration: who changed what about agencies, users, deputies, approval chains and number series,
-- and when. It only grows. A change of contacts or of a password stands in it without the contact or the password.
CREATE TABLE administration_log (
    id TEXT NOT NULL PRIMARY KEY,
    recorded_at TEXT NOT NULL,
    recorded_by TEXT NOT NULL,
    act TEXT NOT NULL,
    agency_id TEXT NULL,
    user_id TEXT NULL,
    changes TEXT NOT NULL
);
CREATE INDEX administration_log_by_time ON administration_log (recorded_at, id);
CREATE INDEX administration_log_of_agency ON administration_log (agency_id, recorded_at, id);
CREATE INDEX administration_log_of_user ON administration_log (user_id, recorded_at, id);

CREATE TRIGGER administration_log_stays_as_it_is BEFORE UPDATE ON administration_log
BEGIN
    SELECT RAISE(ABORT, 'administration_log is append-only');
END;

CREATE TRIGGER administration_log_stays BEFORE DELETE ON administration_log
BEGIN
    SELECT RAISE(ABORT, 'administration_log is append-only');
END;

-- Agencies that were merged into another one: from a day on the successor answers in their place.
CREATE TABLE agency_successions (
    agency_id TEXT NOT NULL PRIMARY KEY,
    successor_id TEXT NOT NULL,
    from_on TEXT NOT NULL,
    CHECK (agency_id <> successor_id)
) WITHOUT ROWID;
