-- What the district's supervision asked (督办): derived from the events.
CREATE TABLE inquiries (
    case_id char(36) COLLATE Latin1_General_100_BIN2 NOT NULL REFERENCES case_files (case_id),
    ordinal int NOT NULL,
    inquiry_id char(36) COLLATE Latin1_General_100_BIN2 NOT NULL,
    opened_on date NOT NULL,
    respond_by date NOT NULL,
    answered_on date NULL,
    PRIMARY KEY (case_id, ordinal)
);
CREATE INDEX inquiries_opened ON inquiries (opened_on);
CREATE INDEX inquiries_due ON inquiries (respond_by);
CREATE INDEX inquiries_answered ON inquiries (answered_on);
CREATE INDEX inquiries_open ON inquiries (case_id, respond_by) WHERE answered_on IS NULL;
