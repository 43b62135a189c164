-- What personal data are encrypted with: data-protection keys and, under 'hash', the key of the hashes by which they are found; each
-- encrypted with the key of the records of that ordinal, which stands outside the database and its copies.
CREATE TABLE data_keys (
    id TEXT NOT NULL PRIMARY KEY,
    wrapped_with INTEGER NOT NULL,
    content TEXT NOT NULL
) WITHOUT ROWID;

-- The numbers stand there encrypted: they are found by these.
ALTER TABLE applicants ADD COLUMN number_hash TEXT NULL;
ALTER TABLE applicants ADD COLUMN contact_hash TEXT NULL;
CREATE INDEX applicants_by_number ON applicants (number_hash, case_id);
CREATE INDEX applicants_by_contact ON applicants (contact_hash, case_id);

-- Of the particulars of a service by mail: the number's.
ALTER TABLE case_texts ADD COLUMN mail_hash TEXT NULL;
CREATE INDEX case_texts_by_mail ON case_texts (mail_hash);
