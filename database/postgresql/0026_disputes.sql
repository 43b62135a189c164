-- Reconsiderations and actions about cases: derived from the events.
CREATE TABLE disputes (
    case_id varchar(36) COLLATE "C" NOT NULL REFERENCES case_files (case_id),
    ordinal integer NOT NULL,
    dispute_id varchar(36) COLLATE "C" NOT NULL,
    kind varchar(100) COLLATE "C" NOT NULL,
    filed_on varchar(10) COLLATE "C" NOT NULL,
    received_on varchar(10) COLLATE "C" NOT NULL,
    answer_due_on varchar(10) COLLATE "C" NULL,
    answered_on varchar(10) COLLATE "C" NULL,
    decided_on varchar(10) COLLATE "C" NULL,
    outcome varchar(100) COLLATE "C" NULL,
    PRIMARY KEY (case_id, ordinal)
);
CREATE INDEX disputes_received ON disputes (received_on);
CREATE INDEX disputes_decided ON disputes (decided_on);
CREATE INDEX disputes_unanswered ON disputes (case_id) WHERE answered_on IS NULL AND decided_on IS NULL;
