-- The same shape as for SQLite: what personal data are encrypted with and found by.
CREATE TABLE data_keys (
    id varchar(50) COLLATE Latin1_General_100_BIN2 NOT NULL PRIMARY KEY,
    wrapped_with int NOT NULL,
    content varchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL
);

-- Encrypted, a line of text is longer.
ALTER TABLE applicants ALTER COLUMN identity_number nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL;
ALTER TABLE applicants ALTER COLUMN contact nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL;
ALTER TABLE applicants ALTER COLUMN address nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL;
ALTER TABLE applicants ALTER COLUMN electronic_address nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL;

ALTER TABLE applicants ADD number_hash char(64) COLLATE Latin1_General_100_BIN2 NULL;
ALTER TABLE applicants ADD contact_hash char(64) COLLATE Latin1_General_100_BIN2 NULL;
GO
CREATE INDEX applicants_by_number ON applicants (number_hash, case_id);
CREATE INDEX applicants_by_contact ON applicants (contact_hash, case_id);

ALTER TABLE case_texts ADD mail_hash char(64) COLLATE Latin1_General_100_BIN2 NULL;
GO
CREATE INDEX case_texts_by_mail ON case_texts (mail_hash);
