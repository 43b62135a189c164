-- The same shape as for SQLite: the journal of the administration, which only grows.
CREATE TABLE administration_log (
    id char(36) COLLATE Latin1_General_100_BIN2 NOT NULL PRIMARY KEY,
    recorded_at varchar(28) COLLATE Latin1_General_100_BIN2 NOT NULL,
    recorded_by char(36) COLLATE Latin1_General_100_BIN2 NOT NULL,
    act nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    agency_id char(36) COLLATE Latin1_General_100_BIN2 NULL,
    user_id char(36) COLLATE Latin1_General_100_BIN2 NULL,
    changes nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL
);
CREATE INDEX administration_log_by_time ON administration_log (recorded_at, id);
CREATE INDEX administration_log_of_agency ON administration_log (agency_id, recorded_at, id);
CREATE INDEX administration_log_of_user ON administration_log (user_id, recorded_at, id);

GO
CREATE TRIGGER administration_log_stays_as_it_is ON administration_log INSTEAD OF UPDATE, DELETE AS
BEGIN
    THROW 50001, 'administration_log is append-only', 1;
END;
GO

-- Agencies that were merged into another one: from a day on the successor answers in their place.
CREATE TABLE agency_successions (
    agency_id char(36) COLLATE Latin1_General_100_BIN2 NOT NULL PRIMARY KEY,
    successor_id char(36) COLLATE Latin1_General_100_BIN2 NOT NULL,
    from_on date NOT NULL,
    CHECK (agency_id <> successor_id)
);
