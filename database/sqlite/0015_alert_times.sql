-- When the sweep of an agency has to look at a case again: next_on is the first day on which an alert of it may change,
-- '0001-01-01' once something was recorded on it, NULL while nothing can come. The version is the case's when that was set.
CREATE TABLE alert_times (
    case_id TEXT NOT NULL PRIMARY KEY REFERENCES case_files (case_id),
    agency_id TEXT NOT NULL,
    version INTEGER NOT NULL,
    next_on TEXT NULL
);
CREATE INDEX alert_times_next ON alert_times (agency_id, next_on, case_id);

INSERT INTO alert_times (case_id, agency_id, version, next_on)
SELECT c.case_id, c.agency_id, c.version,
    CASE WHEN c.is_open = 1
              OR EXISTS (SELECT 1 FROM inquiries i WHERE i.case_id = c.case_id AND i.answered_on IS NULL)
              OR EXISTS (SELECT 1 FROM alerts a WHERE a.case_id = c.case_id AND a.state = 'Raised')
         THEN '0001-01-01' END
FROM case_files c;

-- Rules, targets, calendar and version of the program by which the agency was swept last: under others every case is looked at.
-- When a sweep ran last stands in the jobs' journal.
ALTER TABLE sweeps ADD COLUMN fingerprint TEXT NOT NULL DEFAULT '';
ALTER TABLE sweeps DROP COLUMN swept_at;
