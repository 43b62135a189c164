-- The same shape as for SQLite: the journal of the calendar, which only grows and is sealed entry by entry.
CREATE TABLE calendar_changes (
    ordinal int NOT NULL PRIMARY KEY,
    kind nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    year int NULL,
    agency_id char(36) COLLATE Latin1_General_100_BIN2 NULL,
    revokes int NULL REFERENCES calendar_changes (ordinal),
    content nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
    note nvarchar(4000) COLLATE Latin1_General_100_BIN2 NOT NULL,
    recorded_at varchar(28) COLLATE Latin1_General_100_BIN2 NOT NULL,
    recorded_by char(36) COLLATE Latin1_General_100_BIN2 NOT NULL,
    seal char(64) COLLATE Latin1_General_100_BIN2 NOT NULL
);

GO
CREATE TRIGGER calendar_changes_stay_as_they_are ON calendar_changes INSTEAD OF UPDATE, DELETE AS
BEGIN
    THROW 50001, 'calendar_changes is append-only', 1;
END;
GO

-- Notices to officers that deadlines of their cases moved (the event says which); each stands until it was seen.
CREATE TABLE deadline_notices (
    case_id char(36) COLLATE Latin1_General_100_BIN2 NOT NULL REFERENCES case_files (case_id),
    seq int NOT NULL,
    raised_at varchar(28) COLLATE Latin1_General_100_BIN2 NOT NULL,
    seen_at varchar(28) COLLATE Latin1_General_100_BIN2 NULL,
    seen_by char(36) COLLATE Latin1_General_100_BIN2 NULL,
    PRIMARY KEY (case_id, seq)
);
CREATE INDEX deadline_notices_unseen ON deadline_notices (case_id) WHERE seen_at IS NULL;
