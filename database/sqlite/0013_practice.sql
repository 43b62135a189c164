-- Which cases are exercises, in an installation to practise in; elsewhere it stays empty.
CREATE TABLE practice_runs (
    case_id TEXT NOT NULL PRIMARY KEY,
    exercise TEXT NOT NULL,
    trainee_id TEXT NOT NULL REFERENCES users (id),
    begun_at TEXT NOT NULL
);
CREATE INDEX practice_runs_of_trainee ON practice_runs (trainee_id, begun_at);
