-- Hangfire runs the jobs: it claims, retries and times them. What stays here is the record of each job's last run, and when
-- the last run that succeeded began: whatever is older than the job's last due time is caught up at the next start.
CREATE TABLE job_runs (
    job TEXT NOT NULL,
    agency TEXT NOT NULL,
    started_at TEXT NOT NULL,
    finished_at TEXT NULL,
    outcome TEXT NOT NULL,
    failures INTEGER NOT NULL,
    problem TEXT NULL,
    retry_at TEXT NULL,
    succeeded_at TEXT NULL,
    PRIMARY KEY (job, agency)
) WITHOUT ROWID;
INSERT INTO job_runs (job, agency, started_at, finished_at, outcome, failures, problem, succeeded_at)
SELECT job, agency, started_at, finished_at, outcome, failures, problem, CASE outcome WHEN 'Succeeded' THEN started_at ELSE NULL END FROM job_journal;
DROP TABLE job_journal;
ALTER TABLE job_runs RENAME TO job_journal;

-- When an export that failed is tried again; whoever is at work on one is Hangfire's to know.
ALTER TABLE exports RENAME COLUMN claimed_until TO next_attempt_at;
UPDATE exports SET next_attempt_at = NULL;

ALTER TABLE notifications DROP COLUMN claimed_until;
