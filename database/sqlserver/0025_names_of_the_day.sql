-- The same shape as for SQLite: the names that people had when the row was written.
ALTER TABLE administration_log ADD recorded_name nvarchar(1000) COLLATE Latin1_General_100_BIN2 NULL;
ALTER TABLE administration_log ADD user_name nvarchar(1000) COLLATE Latin1_General_100_BIN2 NULL;
ALTER TABLE sign_ins ADD user_name nvarchar(1000) COLLATE Latin1_General_100_BIN2 NULL;
