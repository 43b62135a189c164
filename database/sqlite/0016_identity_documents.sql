-- Of which document an applicant's number is, NULL where nobody knows, and whether somebody confirmed a number that is doubted.
-- The keys by which applicants are compared, and the search text, are derived anew in the same step.
ALTER TABLE applicants ADD COLUMN document TEXT NULL;
ALTER TABLE applicants ADD COLUMN number_confirmed INTEGER NOT NULL DEFAULT 0;
