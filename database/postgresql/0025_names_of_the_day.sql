-- The same shape as for SQLite: the names that people had when the row was written.
ALTER TABLE administration_log ADD recorded_name varchar(1000) COLLATE "C" NULL;
ALTER TABLE administration_log ADD user_name varchar(1000) COLLATE "C" NULL;
ALTER TABLE sign_ins ADD user_name varchar(1000) COLLATE "C" NULL;
