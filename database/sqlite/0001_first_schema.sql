-- Ids are text(36), dates yyyy-MM-dd, instants ISO 8601 in UTC, choices the names of their enumeration.

CREATE TABLE agencies (
    agency_id TEXT NOT NULL,
    valid_from TEXT NOT NULL,
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    office TEXT NOT NULL,
    address TEXT NOT NULL,
    postcode TEXT NOT NULL,
    phone TEXT NOT NULL,
    reconsideration_organ TEXT NOT NULL,
    reconsideration_address TEXT NOT NULL,
    court TEXT NOT NULL,
    masthead TEXT NOT NULL,
    PRIMARY KEY (agency_id, valid_from)
) WITHOUT ROWID;

CREATE TABLE users (
    id TEXT NOT NULL PRIMARY KEY,
    sign_in_name TEXT NOT NULL,
    sign_in_key TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    roles INTEGER NOT NULL,
    agency_id TEXT NOT NULL,
    is_active INTEGER NOT NULL,
    password_hash TEXT NOT NULL
);
CREATE INDEX users_of_agency ON users (agency_id, sign_in_key);

CREATE TABLE deputies (
    user_id TEXT NOT NULL REFERENCES users (id),
    deputy_id TEXT NOT NULL REFERENCES users (id),
    from_on TEXT NOT NULL,
    until_on TEXT NOT NULL,
    PRIMARY KEY (user_id, deputy_id, from_on, until_on)
) WITHOUT ROWID;
CREATE INDEX deputies_by_deputy ON deputies (deputy_id);

-- The empty template stands for all that have no setting of their own.
CREATE TABLE approval_chains (
    agency_id TEXT NOT NULL,
    template TEXT NOT NULL,
    links INTEGER NOT NULL,
    PRIMARY KEY (agency_id, template)
) WITHOUT ROWID;

-- One chain an agency; the row is updated in the transaction of each event, so that a cut tail shows.
CREATE TABLE chains (
    chain TEXT NOT NULL PRIMARY KEY,
    length INTEGER NOT NULL,
    head TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE case_events (
    case_id TEXT NOT NULL,
    seq INTEGER NOT NULL,
    type TEXT NOT NULL,
    data TEXT NOT NULL,
    occurred_at TEXT NOT NULL,
    actor_id TEXT NOT NULL,
    chain TEXT NOT NULL REFERENCES chains (chain),
    position INTEGER NOT NULL,
    hash TEXT NOT NULL,
    PRIMARY KEY (case_id, seq),
    UNIQUE (chain, position)
);

CREATE TRIGGER case_events_stay_as_they_are BEFORE UPDATE ON case_events
BEGIN
    SELECT RAISE(ABORT, 'case_events is append-only');
END;

CREATE TRIGGER case_events_stay BEFORE DELETE ON case_events
BEGIN
    SELECT RAISE(ABORT, 'case_events is append-only');
END;

-- Personal data and what people typed; an empty body means that its retention period has ended.
CREATE TABLE case_texts (
    id TEXT NOT NULL PRIMARY KEY,
    case_id TEXT NOT NULL,
    salt TEXT NOT NULL,
    body TEXT NOT NULL
);
CREATE INDEX case_texts_of_case ON case_texts (case_id);

CREATE TABLE case_contents (
    id TEXT NOT NULL PRIMARY KEY,
    case_id TEXT NOT NULL,
    name TEXT NOT NULL,
    media_type TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    content BLOB NOT NULL
);
CREATE INDEX case_contents_of_case ON case_contents (case_id);

-- From here to alerts: derived from the events, and derived again at any time with the same result.
CREATE TABLE case_files (
    case_id TEXT NOT NULL PRIMARY KEY,
    agency_id TEXT NOT NULL,
    version INTEGER NOT NULL,
    register_number TEXT NOT NULL,
    stage TEXT NOT NULL,
    officer_id TEXT NOT NULL,
    channel TEXT NOT NULL,
    applicant_kind TEXT NOT NULL,
    arrived_on TEXT NOT NULL,
    received_on TEXT NULL,
    reply_due_on TEXT NULL,
    clock_stands INTEGER NOT NULL,
    is_consulting INTEGER NOT NULL,
    awaits_approval INTEGER NOT NULL,
    awaits_service INTEGER NOT NULL,
    awaits_decision INTEGER NOT NULL,
    withdrawn_on TEXT NULL,
    report_row TEXT NULL,
    is_open INTEGER GENERATED ALWAYS AS (CASE WHEN stage IN ('Answered', 'Withdrawn', 'Archived', 'Voided') THEN 0 ELSE 1 END) VIRTUAL,
    sort_due TEXT GENERATED ALWAYS AS (COALESCE(reply_due_on, '9999-12-31')) VIRTUAL,
    sort_received TEXT GENERATED ALWAYS AS (COALESCE(received_on, arrived_on)) VIRTUAL
);
CREATE INDEX case_files_queue_of_agency ON case_files (agency_id, is_open, sort_due, sort_received, case_id, officer_id, stage);
CREATE INDEX case_files_queue_of_district ON case_files (is_open, sort_due, sort_received, case_id, agency_id, officer_id, stage);
CREATE INDEX case_files_by_stage ON case_files (stage, agency_id, sort_due, sort_received, case_id, officer_id);
CREATE INDEX case_files_by_register_number ON case_files (register_number);

CREATE TABLE case_items (
    case_id TEXT NOT NULL REFERENCES case_files (case_id),
    ordinal INTEGER NOT NULL,
    item_id TEXT NOT NULL,
    text_id TEXT NOT NULL,
    PRIMARY KEY (case_id, ordinal)
) WITHOUT ROWID;
CREATE INDEX case_items_by_text ON case_items (text_id);

CREATE TABLE deadlines (
    case_id TEXT NOT NULL REFERENCES case_files (case_id),
    ordinal INTEGER NOT NULL,
    kind TEXT NOT NULL,
    reference TEXT NOT NULL,
    due_on TEXT NOT NULL,
    met_on TEXT NULL,
    is_owed INTEGER NOT NULL,
    PRIMARY KEY (case_id, ordinal)
) WITHOUT ROWID;
CREATE INDEX deadlines_owed ON deadlines (is_owed, due_on);

CREATE TABLE replies (
    case_id TEXT NOT NULL REFERENCES case_files (case_id),
    ordinal INTEGER NOT NULL,
    served_on TEXT NOT NULL,
    due_on TEXT NULL,
    on_time INTEGER NOT NULL,
    report_row TEXT NULL,
    PRIMARY KEY (case_id, ordinal)
) WITHOUT ROWID;
CREATE INDEX replies_served ON replies (served_on);
CREATE INDEX replies_due ON replies (due_on);

CREATE TABLE documents (
    document_id TEXT NOT NULL PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES case_files (case_id),
    ordinal INTEGER NOT NULL,
    template TEXT NOT NULL,
    variant TEXT NULL,
    status TEXT NOT NULL,
    drafter_id TEXT NOT NULL,
    number TEXT NULL,
    decided_on TEXT NULL,
    served_on TEXT NULL,
    delivered_on TEXT NULL,
    file_id TEXT NULL,
    in_force INTEGER NOT NULL
);
CREATE INDEX documents_of_case ON documents (case_id, ordinal);
CREATE INDEX documents_by_status ON documents (status, case_id);
CREATE INDEX documents_by_number ON documents (number);

CREATE TABLE applicants (
    id TEXT NOT NULL PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES case_files (case_id),
    ordinal INTEGER NOT NULL,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    identity_number TEXT NULL,
    contact TEXT NULL,
    address TEXT NULL,
    proof_seen INTEGER NOT NULL,
    representative_name TEXT NULL,
    representative_authority TEXT NULL,
    name_key TEXT NOT NULL,
    same_key TEXT NULL,
    UNIQUE (case_id, ordinal)
);
CREATE INDEX applicants_same ON applicants (same_key, case_id);
CREATE INDEX applicants_by_name ON applicants (name_key, case_id);

CREATE TABLE number_series (
    agency_id TEXT NOT NULL,
    series TEXT NOT NULL,
    year INTEGER NOT NULL,
    first_ordinal INTEGER NOT NULL,
    last_ordinal INTEGER NOT NULL,
    PRIMARY KEY (agency_id, series, year)
) WITHOUT ROWID;

CREATE TABLE number_ledger (
    id TEXT NOT NULL PRIMARY KEY,
    agency_id TEXT NOT NULL,
    series TEXT NOT NULL,
    year INTEGER NOT NULL,
    ordinal INTEGER NOT NULL,
    number TEXT NOT NULL UNIQUE,
    case_id TEXT NOT NULL,
    taken_at TEXT NOT NULL,
    taken_by TEXT NOT NULL,
    voided_at TEXT NULL,
    voided_by TEXT NULL,
    void_reason TEXT NULL,
    UNIQUE (agency_id, series, year, ordinal),
    FOREIGN KEY (agency_id, series, year) REFERENCES number_series (agency_id, series, year)
);

CREATE TABLE alerts (
    id TEXT NOT NULL PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES case_files (case_id),
    kind TEXT NOT NULL,
    due_on TEXT NOT NULL,
    threshold INTEGER NOT NULL,
    state TEXT NOT NULL,
    raised_at TEXT NOT NULL,
    UNIQUE (case_id, kind, due_on, threshold)
);
CREATE INDEX alerts_by_state ON alerts (state, threshold);
