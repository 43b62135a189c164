-- Reconsiderations and actions about cases: derived from the events.
CREATE TABLE disputes (
    case_id char(36) COLLATE Latin1_General_100_BIN2 NOT NULL REFERENCES case_files (case_id),
    ordinal int NOT NULL,
    dispute_id char(36) COLLATE Latin1_General_100_BIN2 NOT NULL,
    kind nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    filed_on date NOT NULL,
    received_on date NOT NULL,
    answer_due_on date NULL,
    answered_on date NULL,
    decided_on date NULL,
    outcome nvarchar(100) COLLATE Latin1_General_100_BIN2 NULL,
    PRIMARY KEY (case_id, ordinal)
);
CREATE INDEX disputes_received ON disputes (received_on);
CREATE INDEX disputes_decided ON disputes (decided_on);
CREATE INDEX disputes_unanswered ON disputes (case_id) WHERE answered_on IS NULL AND decided_on IS NULL;
