-- Registrations that were begun and not finished, as they were typed. They hold personal data: each is its owner's alone, and
-- deleted when it is registered, discarded, or left alone for a month.
CREATE TABLE registration_drafts (
    id TEXT NOT NULL PRIMARY KEY,
    owner_id TEXT NOT NULL REFERENCES users (id),
    kept_at TEXT NOT NULL,
    content TEXT NOT NULL
);
CREATE INDEX registration_drafts_of_owner ON registration_drafts (owner_id, kept_at);
CREATE INDEX registration_drafts_by_age ON registration_drafts (kept_at);
