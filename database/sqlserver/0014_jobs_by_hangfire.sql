-- The same shape as for SQLite: the record of each job's last run, the last one that succeeded, and nothing to claim.
CREATE TABLE job_runs (
    job varchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    agency char(36) COLLATE Latin1_General_100_BIN2 NOT NULL,
    started_at varchar(28) COLLATE Latin1_General_100_BIN2 NOT NULL,
    finished_at varchar(28) COLLATE Latin1_General_100_BIN2 NULL,
    outcome varchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    failures int NOT NULL,
    problem nvarchar(1000) COLLATE Latin1_General_100_BIN2 NULL,
    retry_at varchar(28) COLLATE Latin1_General_100_BIN2 NULL,
    succeeded_at varchar(28) COLLATE Latin1_General_100_BIN2 NULL,
    PRIMARY KEY (job, agency)
);
INSERT INTO job_runs (job, agency, started_at, finished_at, outcome, failures, problem, succeeded_at)
SELECT job, agency, started_at, finished_at, outcome, failures, problem, CASE outcome WHEN 'Succeeded' THEN started_at ELSE NULL END FROM job_journal;
DROP TABLE job_journal;
EXEC sp_rename 'job_runs', 'job_journal', 'OBJECT';

EXEC sp_rename 'exports.claimed_until', 'next_attempt_at', 'COLUMN';
GO
UPDATE exports SET next_attempt_at = NULL;

ALTER TABLE notifications DROP COLUMN claimed_until;
