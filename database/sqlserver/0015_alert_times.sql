-- The same shape as for SQLite: when the sweep of an agency has to look at a case again.
CREATE TABLE alert_times (
    case_id char(36) COLLATE Latin1_General_100_BIN2 NOT NULL PRIMARY KEY REFERENCES case_files (case_id),
    agency_id char(36) COLLATE Latin1_General_100_BIN2 NOT NULL,
    version int NOT NULL,
    next_on date NULL
);
CREATE INDEX alert_times_next ON alert_times (agency_id, next_on, case_id);

INSERT INTO alert_times (case_id, agency_id, version, next_on)
SELECT c.case_id, c.agency_id, c.version,
    CASE WHEN c.is_open = 1
              OR EXISTS (SELECT 1 FROM inquiries i WHERE i.case_id = c.case_id AND i.answered_on IS NULL)
              OR EXISTS (SELECT 1 FROM alerts a WHERE a.case_id = c.case_id AND a.state = 'Raised')
         THEN CAST('0001-01-01' AS date) END
FROM case_files c;

ALTER TABLE sweeps ADD fingerprint varchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL CONSTRAINT sweeps_fingerprint DEFAULT '';
ALTER TABLE sweeps DROP COLUMN swept_at;
