-- The journal of the recurring jobs: a line a job and agency (the nil id for the district's own). Who changes the row
-- first has claimed the run; its id keeps a host that was given up for dead from writing over its successor's outcome.
CREATE TABLE job_journal (
    job TEXT NOT NULL,
    agency TEXT NOT NULL,
    occurrence TEXT NOT NULL,
    run_id TEXT NOT NULL,
    started_at TEXT NOT NULL,
    finished_at TEXT NULL,
    outcome TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    failures INTEGER NOT NULL,
    problem TEXT NULL,
    again_at TEXT NULL,
    PRIMARY KEY (job, agency)
) WITHOUT ROWID;
