-- Where an applicant is served electronically, having asked for it or agreed to it; NULL where it has not.
ALTER TABLE applicants ADD COLUMN electronic_address TEXT NULL;
