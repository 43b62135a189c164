-- The same shape as for SQLite: registrations that were begun and not finished, as they were typed. Deleted when they are
-- registered, discarded, or left alone for a month.
CREATE TABLE registration_drafts (
    id char(36) COLLATE Latin1_General_100_BIN2 NOT NULL PRIMARY KEY,
    owner_id char(36) COLLATE Latin1_General_100_BIN2 NOT NULL REFERENCES users (id),
    kept_at varchar(28) COLLATE Latin1_General_100_BIN2 NOT NULL,
    content nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL
);
CREATE INDEX registration_drafts_of_owner ON registration_drafts (owner_id, kept_at);
CREATE INDEX registration_drafts_by_age ON registration_drafts (kept_at);
