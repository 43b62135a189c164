-- The same shape as for SQLite: the keys that the records are sealed with, and the chain of the rows that are not derived from events.
CREATE TABLE sealing_keys (
    ordinal int NOT NULL PRIMARY KEY,
    check_value char(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    begins nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
    made_at varchar(28) COLLATE Latin1_General_100_BIN2 NOT NULL
);

CREATE TABLE row_seals (
    position bigint NOT NULL PRIMARY KEY,
    seals nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
    sealed_at varchar(28) COLLATE Latin1_General_100_BIN2 NOT NULL,
    hash char(64) COLLATE Latin1_General_100_BIN2 NOT NULL
);

GO
CREATE TRIGGER row_seals_stay_as_they_are ON row_seals INSTEAD OF UPDATE, DELETE AS
BEGIN
    THROW 50001, 'row_seals is append-only', 1;
END;
GO

CREATE TABLE anchorings (
    ordinal int NOT NULL PRIMARY KEY,
    written_at varchar(28) COLLATE Latin1_General_100_BIN2 NOT NULL,
    seal char(64) COLLATE Latin1_General_100_BIN2 NOT NULL
);
