-- The same shape as for SQLite: where an applicant is served electronically.
ALTER TABLE applicants ADD electronic_address nvarchar(400) COLLATE Latin1_General_100_BIN2 NULL;
