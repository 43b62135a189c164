-- The same shape as for SQLite: the journal of the recurring jobs, a line a job and agency.
CREATE TABLE job_journal (
    job varchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    agency char(36) COLLATE Latin1_General_100_BIN2 NOT NULL,
    occurrence varchar(28) COLLATE Latin1_General_100_BIN2 NOT NULL,
    run_id char(36) COLLATE Latin1_General_100_BIN2 NOT NULL,
    started_at varchar(28) COLLATE Latin1_General_100_BIN2 NOT NULL,
    finished_at varchar(28) COLLATE Latin1_General_100_BIN2 NULL,
    outcome varchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    attempts int NOT NULL,
    failures int NOT NULL,
    problem nvarchar(1000) COLLATE Latin1_General_100_BIN2 NULL,
    again_at varchar(28) COLLATE Latin1_General_100_BIN2 NULL,
    PRIMARY KEY (job, agency)
);
