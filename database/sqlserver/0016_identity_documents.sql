-- The same shape as for SQLite: of which document an applicant's number is, and whether somebody confirmed it.
ALTER TABLE applicants ADD document nvarchar(100) COLLATE Latin1_General_100_BIN2 NULL;
ALTER TABLE applicants ADD number_confirmed bit NOT NULL CONSTRAINT applicants_number_confirmed DEFAULT 0;
