-- The same shape as the schema for SQLite. Ids are char(36), instants ISO 8601 in UTC, choices the names of their
-- enumeration; text is compared by code point, so that both databases find and order alike.

CREATE TABLE agencies (
    agency_id char(36) COLLATE Latin1_General_100_BIN2 NOT NULL,
    valid_from date NOT NULL,
    code nvarchar(256) COLLATE Latin1_General_100_BIN2 NOT NULL,
    name nvarchar(1000) COLLATE Latin1_General_100_BIN2 NOT NULL,
    kind nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    office nvarchar(1000) COLLATE Latin1_General_100_BIN2 NOT NULL,
    address nvarchar(1000) COLLATE Latin1_General_100_BIN2 NOT NULL,
    postcode nvarchar(1000) COLLATE Latin1_General_100_BIN2 NOT NULL,
    phone nvarchar(1000) COLLATE Latin1_General_100_BIN2 NOT NULL,
    reconsideration_organ nvarchar(1000) COLLATE Latin1_General_100_BIN2 NOT NULL,
    reconsideration_address nvarchar(1000) COLLATE Latin1_General_100_BIN2 NOT NULL,
    court nvarchar(1000) COLLATE Latin1_General_100_BIN2 NOT NULL,
    masthead nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    PRIMARY KEY (agency_id, valid_from)
);

CREATE TABLE users (
    id char(36) COLLATE Latin1_General_100_BIN2 NOT NULL PRIMARY KEY,
    sign_in_name nvarchar(256) COLLATE Latin1_General_100_BIN2 NOT NULL,
    sign_in_key nvarchar(256) COLLATE Latin1_General_100_BIN2 NOT NULL UNIQUE,
    name nvarchar(1000) COLLATE Latin1_General_100_BIN2 NOT NULL,
    roles int NOT NULL,
    agency_id char(36) COLLATE Latin1_General_100_BIN2 NOT NULL,
    is_active bit NOT NULL,
    password_hash nvarchar(1000) COLLATE Latin1_General_100_BIN2 NOT NULL
);
CREATE INDEX users_of_agency ON users (agency_id, sign_in_key);

CREATE TABLE deputies (
    user_id char(36) COLLATE Latin1_General_100_BIN2 NOT NULL REFERENCES users (id),
    deputy_id char(36) COLLATE Latin1_General_100_BIN2 NOT NULL REFERENCES users (id),
    from_on date NOT NULL,
    until_on date NOT NULL,
    PRIMARY KEY (user_id, deputy_id, from_on, until_on)
);
CREATE INDEX deputies_by_deputy ON deputies (deputy_id);

-- The empty template stands for all that have no setting of their own.
CREATE TABLE approval_chains (
    agency_id char(36) COLLATE Latin1_General_100_BIN2 NOT NULL,
    template nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    links int NOT NULL,
    PRIMARY KEY (agency_id, template)
);

-- One chain an agency; the row is updated in the transaction of each event, so that a cut tail shows.
CREATE TABLE chains (
    chain char(36) COLLATE Latin1_General_100_BIN2 NOT NULL PRIMARY KEY,
    length bigint NOT NULL,
    head varchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL
);

CREATE TABLE case_events (
    case_id char(36) COLLATE Latin1_General_100_BIN2 NOT NULL,
    seq int NOT NULL,
    type nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    data nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
    occurred_at varchar(28) COLLATE Latin1_General_100_BIN2 NOT NULL,
    actor_id char(36) COLLATE Latin1_General_100_BIN2 NOT NULL,
    chain char(36) COLLATE Latin1_General_100_BIN2 NOT NULL REFERENCES chains (chain),
    position bigint NOT NULL,
    hash char(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    PRIMARY KEY (case_id, seq),
    UNIQUE (chain, position)
);

GO
CREATE TRIGGER case_events_stay_as_they_are ON case_events INSTEAD OF UPDATE, DELETE AS
BEGIN
    THROW 50001, 'case_events is append-only', 1;
END;
GO

-- Personal data and what people typed; an empty body means that its retention period has ended.
CREATE TABLE case_texts (
    id char(36) COLLATE Latin1_General_100_BIN2 NOT NULL PRIMARY KEY,
    case_id char(36) COLLATE Latin1_General_100_BIN2 NOT NULL,
    salt varchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    body nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL
);
CREATE INDEX case_texts_of_case ON case_texts (case_id);

CREATE TABLE case_contents (
    id char(36) COLLATE Latin1_General_100_BIN2 NOT NULL PRIMARY KEY,
    case_id char(36) COLLATE Latin1_General_100_BIN2 NOT NULL,
    name nvarchar(1000) COLLATE Latin1_General_100_BIN2 NOT NULL,
    media_type nvarchar(1000) COLLATE Latin1_General_100_BIN2 NOT NULL,
    sha256 char(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    content varbinary(max) NOT NULL
);
CREATE INDEX case_contents_of_case ON case_contents (case_id);

-- From here to alerts: derived from the events, and derived again at any time with the same result.
CREATE TABLE case_files (
    case_id char(36) COLLATE Latin1_General_100_BIN2 NOT NULL PRIMARY KEY,
    agency_id char(36) COLLATE Latin1_General_100_BIN2 NOT NULL,
    version int NOT NULL,
    register_number nvarchar(256) COLLATE Latin1_General_100_BIN2 NOT NULL,
    stage nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    officer_id char(36) COLLATE Latin1_General_100_BIN2 NOT NULL,
    channel nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    applicant_kind nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    arrived_on date NOT NULL,
    received_on date NULL,
    reply_due_on date NULL,
    clock_stands bit NOT NULL,
    is_consulting bit NOT NULL,
    awaits_approval bit NOT NULL,
    awaits_service bit NOT NULL,
    awaits_decision bit NOT NULL,
    withdrawn_on date NULL,
    report_row nvarchar(100) COLLATE Latin1_General_100_BIN2 NULL,
    is_open AS (CASE WHEN stage IN ('Answered', 'Withdrawn', 'Archived', 'Voided') THEN 0 ELSE 1 END) PERSISTED,
    sort_due AS (COALESCE(reply_due_on, DATEFROMPARTS(9999, 12, 31))) PERSISTED,
    sort_received AS (COALESCE(received_on, arrived_on)) PERSISTED
);
CREATE INDEX case_files_queue_of_agency ON case_files (agency_id, is_open, sort_due, sort_received, case_id, officer_id, stage);
CREATE INDEX case_files_queue_of_district ON case_files (is_open, sort_due, sort_received, case_id, agency_id, officer_id, stage);
CREATE INDEX case_files_by_stage ON case_files (stage, agency_id, sort_due, sort_received, case_id, officer_id);
CREATE INDEX case_files_by_register_number ON case_files (register_number);

CREATE TABLE case_items (
    case_id char(36) COLLATE Latin1_General_100_BIN2 NOT NULL REFERENCES case_files (case_id),
    ordinal int NOT NULL,
    item_id char(36) COLLATE Latin1_General_100_BIN2 NOT NULL,
    text_id char(36) COLLATE Latin1_General_100_BIN2 NOT NULL,
    PRIMARY KEY (case_id, ordinal)
);
CREATE INDEX case_items_by_text ON case_items (text_id);

CREATE TABLE deadlines (
    case_id char(36) COLLATE Latin1_General_100_BIN2 NOT NULL REFERENCES case_files (case_id),
    ordinal int NOT NULL,
    kind nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    reference nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    due_on date NOT NULL,
    met_on date NULL,
    is_owed bit NOT NULL,
    PRIMARY KEY (case_id, ordinal)
);
CREATE INDEX deadlines_owed ON deadlines (is_owed, due_on);

CREATE TABLE replies (
    case_id char(36) COLLATE Latin1_General_100_BIN2 NOT NULL REFERENCES case_files (case_id),
    ordinal int NOT NULL,
    served_on date NOT NULL,
    due_on date NULL,
    on_time bit NOT NULL,
    report_row nvarchar(100) COLLATE Latin1_General_100_BIN2 NULL,
    PRIMARY KEY (case_id, ordinal)
);
CREATE INDEX replies_served ON replies (served_on);
CREATE INDEX replies_due ON replies (due_on);

CREATE TABLE documents (
    document_id char(36) COLLATE Latin1_General_100_BIN2 NOT NULL PRIMARY KEY,
    case_id char(36) COLLATE Latin1_General_100_BIN2 NOT NULL REFERENCES case_files (case_id),
    ordinal int NOT NULL,
    template nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    variant nvarchar(100) COLLATE Latin1_General_100_BIN2 NULL,
    status nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    drafter_id char(36) COLLATE Latin1_General_100_BIN2 NOT NULL,
    number nvarchar(256) COLLATE Latin1_General_100_BIN2 NULL,
    decided_on date NULL,
    served_on date NULL,
    delivered_on date NULL,
    file_id char(36) COLLATE Latin1_General_100_BIN2 NULL,
    in_force bit NOT NULL
);
CREATE INDEX documents_of_case ON documents (case_id, ordinal);
CREATE INDEX documents_by_status ON documents (status, case_id);
CREATE INDEX documents_by_number ON documents (number);

CREATE TABLE applicants (
    id char(36) COLLATE Latin1_General_100_BIN2 NOT NULL PRIMARY KEY,
    case_id char(36) COLLATE Latin1_General_100_BIN2 NOT NULL REFERENCES case_files (case_id),
    ordinal int NOT NULL,
    kind nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    name nvarchar(1000) COLLATE Latin1_General_100_BIN2 NOT NULL,
    identity_number nvarchar(1000) COLLATE Latin1_General_100_BIN2 NULL,
    contact nvarchar(1000) COLLATE Latin1_General_100_BIN2 NULL,
    address nvarchar(1000) COLLATE Latin1_General_100_BIN2 NULL,
    proof_seen bit NOT NULL,
    representative_name nvarchar(1000) COLLATE Latin1_General_100_BIN2 NULL,
    representative_authority nvarchar(1000) COLLATE Latin1_General_100_BIN2 NULL,
    name_key nvarchar(800) COLLATE Latin1_General_100_BIN2 NOT NULL,
    same_key char(64) COLLATE Latin1_General_100_BIN2 NULL,
    UNIQUE (case_id, ordinal)
);
CREATE INDEX applicants_same ON applicants (same_key, case_id);
CREATE INDEX applicants_by_name ON applicants (name_key, case_id);

CREATE TABLE number_series (
    agency_id char(36) COLLATE Latin1_General_100_BIN2 NOT NULL,
    series nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    year int NOT NULL,
    first_ordinal int NOT NULL,
    last_ordinal int NOT NULL,
    PRIMARY KEY (agency_id, series, year)
);

CREATE TABLE number_ledger (
    id char(36) COLLATE Latin1_General_100_BIN2 NOT NULL PRIMARY KEY,
    agency_id char(36) COLLATE Latin1_General_100_BIN2 NOT NULL,
    series nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    year int NOT NULL,
    ordinal int NOT NULL,
    number nvarchar(256) COLLATE Latin1_General_100_BIN2 NOT NULL UNIQUE,
    case_id char(36) COLLATE Latin1_General_100_BIN2 NOT NULL,
    taken_at varchar(28) COLLATE Latin1_General_100_BIN2 NOT NULL,
    taken_by char(36) COLLATE Latin1_General_100_BIN2 NOT NULL,
    voided_at varchar(28) COLLATE Latin1_General_100_BIN2 NULL,
    voided_by char(36) COLLATE Latin1_General_100_BIN2 NULL,
    void_reason nvarchar(4000) COLLATE Latin1_General_100_BIN2 NULL,
    UNIQUE (agency_id, series, year, ordinal),
    FOREIGN KEY (agency_id, series, year) REFERENCES number_series (agency_id, series, year)
);

CREATE TABLE alerts (
    id char(36) COLLATE Latin1_General_100_BIN2 NOT NULL PRIMARY KEY,
    case_id char(36) COLLATE Latin1_General_100_BIN2 NOT NULL REFERENCES case_files (case_id),
    kind nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    due_on date NOT NULL,
    threshold int NOT NULL,
    state nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    raised_at varchar(28) COLLATE Latin1_General_100_BIN2 NOT NULL,
    UNIQUE (case_id, kind, due_on, threshold)
);
CREATE INDEX alerts_by_state ON alerts (state, threshold);
