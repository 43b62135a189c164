-- The names that people had when the row was written. Rows of before have none: the record shows the present name, and says so.
ALTER TABLE administration_log ADD COLUMN recorded_name TEXT NULL;
ALTER TABLE administration_log ADD COLUMN user_name TEXT NULL;
ALTER TABLE sign_ins ADD COLUMN user_name TEXT NULL;
