-- What the district's supervision asked (督办): derived from the events.
CREATE TABLE inquiries (
    case_id TEXT NOT NULL REFERENCES case_files (case_id),
    ordinal INTEGER NOT NULL,
    inquiry_id TEXT NOT NULL,
    opened_on TEXT NOT NULL,
    respond_by TEXT NOT NULL,
    answered_on TEXT NULL,
    PRIMARY KEY (case_id, ordinal)
) WITHOUT ROWID;
CREATE INDEX inquiries_opened ON inquiries (opened_on);
CREATE INDEX inquiries_due ON inquiries (respond_by);
CREATE INDEX inquiries_answered ON inquiries (answered_on);
CREATE INDEX inquiries_open ON inquiries (case_id, respond_by) WHERE answered_on IS NULL;
