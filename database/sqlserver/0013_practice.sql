-- The same shape as for SQLite: which cases are exercises.
CREATE TABLE practice_runs (
    case_id char(36) COLLATE Latin1_General_100_BIN2 NOT NULL PRIMARY KEY,
    exercise nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    trainee_id char(36) COLLATE Latin1_General_100_BIN2 NOT NULL REFERENCES users (id),
    begun_at varchar(28) COLLATE Latin1_General_100_BIN2 NOT NULL
);
CREATE INDEX practice_runs_of_trainee ON practice_runs (trainee_id, begun_at);
