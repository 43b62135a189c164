-- Reconsiderations and actions about cases: derived from the events.
CREATE TABLE disputes (
    case_id TEXT NOT NULL REFERENCES case_files (case_id),
    ordinal INTEGER NOT NULL,
    dispute_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    filed_on TEXT NOT NULL,
    received_on TEXT NOT NULL,
    answer_due_on TEXT NULL,
    answered_on TEXT NULL,
    decided_on TEXT NULL,
    outcome TEXT NULL,
    PRIMARY KEY (case_id, ordinal)
) WITHOUT ROWID;
CREATE INDEX disputes_received ON disputes (received_on);
CREATE INDEX disputes_decided ON disputes (decided_on);
CREATE INDEX disputes_unanswered ON disputes (case_id) WHERE answered_on IS NULL AND decided_on IS NULL;
