-- What the steps 0001 to 0024 come to on the other databases; later steps have the same names in all three folders.
-- Ids are 36 characters, dates yyyy-MM-dd, instants ISO 8601 in UTC, choices the names of their enumeration, yes 1 and no 0; text is
-- compared by code point, so that all databases find and order alike.

-- What only grows says so itself, also to whoever empties the whole table.
CREATE FUNCTION stays_as_it_is() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
END;
$$;

CREATE TABLE agencies (
    agency_id varchar(36) COLLATE "C" NOT NULL,
    valid_from varchar(10) COLLATE "C" NOT NULL,
    code varchar(256) COLLATE "C" NOT NULL,
    name varchar(1000) COLLATE "C" NOT NULL,
    kind varchar(100) COLLATE "C" NOT NULL,
    office varchar(1000) COLLATE "C" NOT NULL,
    address varchar(1000) COLLATE "C" NOT NULL,
    postcode varchar(1000) COLLATE "C" NOT NULL,
    phone varchar(1000) COLLATE "C" NOT NULL,
    reconsideration_organ varchar(1000) COLLATE "C" NOT NULL,
    reconsideration_address varchar(1000) COLLATE "C" NOT NULL,
    court varchar(1000) COLLATE "C" NOT NULL,
    masthead varchar(100) COLLATE "C" NOT NULL,
    PRIMARY KEY (agency_id, valid_from)
);

CREATE TABLE users (
    id varchar(36) COLLATE "C" NOT NULL PRIMARY KEY,
    sign_in_name varchar(256) COLLATE "C" NOT NULL,
    sign_in_key varchar(256) COLLATE "C" NOT NULL UNIQUE,
    name varchar(1000) COLLATE "C" NOT NULL,
    roles integer NOT NULL,
    agency_id varchar(36) COLLATE "C" NOT NULL,
    is_active integer NOT NULL,
    password_hash varchar(1000) COLLATE "C" NOT NULL,
    email varchar(256) COLLATE "C" NULL,
    phone varchar(256) COLLATE "C" NULL,
    password_given_at varchar(28) COLLATE "C" NULL,
    stamp varchar(36) COLLATE "C" NULL
);
CREATE INDEX users_of_agency ON users (agency_id, sign_in_key);

CREATE TABLE deputies (
    user_id varchar(36) COLLATE "C" NOT NULL REFERENCES users (id),
    deputy_id varchar(36) COLLATE "C" NOT NULL REFERENCES users (id),
    from_on varchar(10) COLLATE "C" NOT NULL,
    until_on varchar(10) COLLATE "C" NOT NULL,
    PRIMARY KEY (user_id, deputy_id, from_on, until_on)
);
CREATE INDEX deputies_by_deputy ON deputies (deputy_id);

-- The empty template stands for all that have no setting of their own.
CREATE TABLE approval_chains (
    agency_id varchar(36) COLLATE "C" NOT NULL,
    template varchar(100) COLLATE "C" NOT NULL,
    links integer NOT NULL,
    PRIMARY KEY (agency_id, template)
);

-- One chain an agency; the row is updated in the transaction of each event, so that a cut tail shows.
CREATE TABLE chains (
    chain varchar(36) COLLATE "C" NOT NULL PRIMARY KEY,
    length bigint NOT NULL,
    head varchar(64) COLLATE "C" NOT NULL
);

CREATE TABLE case_events (
    case_id varchar(36) COLLATE "C" NOT NULL,
    seq integer NOT NULL,
    type varchar(100) COLLATE "C" NOT NULL,
    data text COLLATE "C" NOT NULL,
    occurred_at varchar(28) COLLATE "C" NOT NULL,
    actor_id varchar(36) COLLATE "C" NOT NULL,
    chain varchar(36) COLLATE "C" NOT NULL REFERENCES chains (chain),
    position bigint NOT NULL,
    hash varchar(64) COLLATE "C" NOT NULL,
    PRIMARY KEY (case_id, seq),
    UNIQUE (chain, position)
);

CREATE TRIGGER case_events_stay_as_they_are BEFORE DELETE OR UPDATE OR TRUNCATE ON case_events
    FOR EACH STATEMENT EXECUTE FUNCTION stays_as_it_is();

-- Personal data and what people typed; an empty body means that its retention period has ended. The hash is that of a postal number.
CREATE TABLE case_texts (
    id varchar(36) COLLATE "C" NOT NULL PRIMARY KEY,
    case_id varchar(36) COLLATE "C" NOT NULL,
    salt varchar(64) COLLATE "C" NOT NULL,
    body text COLLATE "C" NOT NULL,
    mail_hash varchar(64) COLLATE "C" NULL
);
CREATE INDEX case_texts_of_case ON case_texts (case_id);
CREATE INDEX case_texts_by_mail ON case_texts (mail_hash);

CREATE TABLE case_contents (
    id varchar(36) COLLATE "C" NOT NULL PRIMARY KEY,
    case_id varchar(36) COLLATE "C" NOT NULL,
    name varchar(1000) COLLATE "C" NOT NULL,
    media_type varchar(1000) COLLATE "C" NOT NULL,
    sha256 varchar(64) COLLATE "C" NOT NULL,
    content bytea NOT NULL
);
CREATE INDEX case_contents_of_case ON case_contents (case_id);

-- Derived from the events, and derived again at any time with the same result, like all that refers to it up to the alerts.
CREATE TABLE case_files (
    case_id varchar(36) COLLATE "C" NOT NULL PRIMARY KEY,
    agency_id varchar(36) COLLATE "C" NOT NULL,
    version integer NOT NULL,
    register_number varchar(256) COLLATE "C" NOT NULL,
    stage varchar(100) COLLATE "C" NOT NULL,
    officer_id varchar(36) COLLATE "C" NOT NULL,
    channel varchar(100) COLLATE "C" NOT NULL,
    applicant_kind varchar(100) COLLATE "C" NOT NULL,
    arrived_on varchar(10) COLLATE "C" NOT NULL,
    received_on varchar(10) COLLATE "C" NULL,
    reply_due_on varchar(10) COLLATE "C" NULL,
    clock_stands integer NOT NULL,
    is_consulting integer NOT NULL,
    awaits_approval integer NOT NULL,
    awaits_service integer NOT NULL,
    awaits_decision integer NOT NULL,
    withdrawn_on varchar(10) COLLATE "C" NULL,
    report_row varchar(100) COLLATE "C" NULL,
    is_open integer NOT NULL GENERATED ALWAYS AS (
        CASE WHEN stage IN ('Answered', 'Withdrawn', 'Archived', 'Voided') THEN 0 ELSE 1 END) STORED,
    sort_due varchar(10) COLLATE "C" NOT NULL GENERATED ALWAYS AS (COALESCE(reply_due_on, '9999-12-31')) STORED,
    sort_received varchar(10) COLLATE "C" NOT NULL GENERATED ALWAYS AS (COALESCE(received_on, arrived_on)) STORED
);
CREATE INDEX case_files_queue_of_agency ON case_files (agency_id, is_open, sort_due, sort_received, case_id, officer_id, stage);
CREATE INDEX case_files_queue_of_district ON case_files (is_open, sort_due, sort_received, case_id, agency_id, officer_id, stage);
CREATE INDEX case_files_by_stage ON case_files (stage, agency_id, sort_due, sort_received, case_id, officer_id);
CREATE INDEX case_files_by_register_number ON case_files (register_number);

CREATE TABLE case_items (
    case_id varchar(36) COLLATE "C" NOT NULL REFERENCES case_files (case_id),
    ordinal integer NOT NULL,
    item_id varchar(36) COLLATE "C" NOT NULL,
    text_id varchar(36) COLLATE "C" NOT NULL,
    PRIMARY KEY (case_id, ordinal)
);
CREATE INDEX case_items_by_text ON case_items (text_id);

CREATE TABLE deadlines (
    case_id varchar(36) COLLATE "C" NOT NULL REFERENCES case_files (case_id),
    ordinal integer NOT NULL,
    kind varchar(100) COLLATE "C" NOT NULL,
    reference varchar(100) COLLATE "C" NOT NULL,
    due_on varchar(10) COLLATE "C" NOT NULL,
    met_on varchar(10) COLLATE "C" NULL,
    PRIMARY KEY (case_id, ordinal)
);

CREATE TABLE replies (
    case_id varchar(36) COLLATE "C" NOT NULL REFERENCES case_files (case_id),
    ordinal integer NOT NULL,
    served_on varchar(10) COLLATE "C" NOT NULL,
    due_on varchar(10) COLLATE "C" NULL,
    on_time integer NOT NULL,
    report_row varchar(100) COLLATE "C" NULL,
    PRIMARY KEY (case_id, ordinal)
);
CREATE INDEX replies_served ON replies (served_on);
CREATE INDEX replies_due ON replies (due_on);

CREATE TABLE documents (
    document_id varchar(36) COLLATE "C" NOT NULL PRIMARY KEY,
    case_id varchar(36) COLLATE "C" NOT NULL REFERENCES case_files (case_id),
    ordinal integer NOT NULL,
    template varchar(100) COLLATE "C" NOT NULL,
    variant varchar(100) COLLATE "C" NULL,
    status varchar(100) COLLATE "C" NOT NULL,
    drafter_id varchar(36) COLLATE "C" NOT NULL,
    number varchar(256) COLLATE "C" NULL,
    decided_on varchar(10) COLLATE "C" NULL,
    served_on varchar(10) COLLATE "C" NULL,
    delivered_on varchar(10) COLLATE "C" NULL,
    file_id varchar(36) COLLATE "C" NULL,
    in_force integer NOT NULL,
    sections integer NOT NULL DEFAULT 1
);
CREATE INDEX documents_of_case ON documents (case_id, ordinal);
CREATE INDEX documents_by_status ON documents (status, case_id);
CREATE INDEX documents_by_number ON documents (number);

CREATE TABLE applicants (
    id varchar(36) COLLATE "C" NOT NULL PRIMARY KEY,
    case_id varchar(36) COLLATE "C" NOT NULL REFERENCES case_files (case_id),
    ordinal integer NOT NULL,
    kind varchar(100) COLLATE "C" NOT NULL,
    name varchar(1000) COLLATE "C" NOT NULL,
    identity_number text COLLATE "C" NULL,
    contact text COLLATE "C" NULL,
    address text COLLATE "C" NULL,
    proof_seen integer NOT NULL,
    representative_name varchar(1000) COLLATE "C" NULL,
    representative_authority varchar(1000) COLLATE "C" NULL,
    name_key varchar(800) COLLATE "C" NOT NULL,
    same_key varchar(64) COLLATE "C" NULL,
    document varchar(100) COLLATE "C" NULL,
    number_confirmed integer NOT NULL DEFAULT 0,
    electronic_address text COLLATE "C" NULL,
    number_hash varchar(64) COLLATE "C" NULL,
    contact_hash varchar(64) COLLATE "C" NULL,
    UNIQUE (case_id, ordinal)
);
CREATE INDEX applicants_same ON applicants (same_key, case_id);
CREATE INDEX applicants_by_name ON applicants (name_key, case_id);
CREATE INDEX applicants_by_number ON applicants (number_hash, case_id);
CREATE INDEX applicants_by_contact ON applicants (contact_hash, case_id);

CREATE TABLE number_series (
    agency_id varchar(36) COLLATE "C" NOT NULL,
    series varchar(100) COLLATE "C" NOT NULL,
    year integer NOT NULL,
    first_ordinal integer NOT NULL,
    last_ordinal integer NOT NULL,
    PRIMARY KEY (agency_id, series, year)
);

CREATE TABLE number_ledger (
    id varchar(36) COLLATE "C" NOT NULL PRIMARY KEY,
    agency_id varchar(36) COLLATE "C" NOT NULL,
    series varchar(100) COLLATE "C" NOT NULL,
    year integer NOT NULL,
    ordinal integer NOT NULL,
    number varchar(256) COLLATE "C" NOT NULL UNIQUE,
    case_id varchar(36) COLLATE "C" NOT NULL,
    taken_at varchar(28) COLLATE "C" NOT NULL,
    taken_by varchar(36) COLLATE "C" NOT NULL,
    voided_at varchar(28) COLLATE "C" NULL,
    voided_by varchar(36) COLLATE "C" NULL,
    void_reason varchar(4000) COLLATE "C" NULL,
    UNIQUE (agency_id, series, year, ordinal),
    FOREIGN KEY (agency_id, series, year) REFERENCES number_series (agency_id, series, year)
);

-- The wordings that were ever in use, by their SHA-256, and which of them the office adopted when. Both only grow: what a
-- document was made from can be read for as long as the document is kept.
CREATE TABLE template_texts (
    version varchar(64) COLLATE "C" NOT NULL PRIMARY KEY,
    code varchar(100) COLLATE "C" NOT NULL,
    content text COLLATE "C" NOT NULL
);

CREATE TRIGGER template_texts_stay_as_they_are BEFORE DELETE OR UPDATE OR TRUNCATE ON template_texts
    FOR EACH STATEMENT EXECUTE FUNCTION stays_as_it_is();

-- A version of NULL: back to the wording that comes with the software or lies in the configured folder.
CREATE TABLE template_adoptions (
    code varchar(100) COLLATE "C" NOT NULL,
    ordinal integer NOT NULL,
    version varchar(64) COLLATE "C" NULL REFERENCES template_texts (version),
    adopted_at varchar(28) COLLATE "C" NOT NULL,
    adopted_by varchar(36) COLLATE "C" NOT NULL,
    note varchar(4000) COLLATE "C" NOT NULL,
    PRIMARY KEY (code, ordinal)
);

CREATE TRIGGER template_adoptions_stay_as_they_are BEFORE DELETE OR UPDATE OR TRUNCATE ON template_adoptions
    FOR EACH STATEMENT EXECUTE FUNCTION stays_as_it_is();

-- The journal of the calendar: imported notices, closures, and closures taken back. It only grows: every edition of the
-- calendar that a case was ever reckoned by can be put together again. Each entry is sealed over the one before it.
CREATE TABLE calendar_changes (
    ordinal integer NOT NULL PRIMARY KEY,
    kind varchar(100) COLLATE "C" NOT NULL,
    year integer NULL,
    agency_id varchar(36) COLLATE "C" NULL,
    revokes integer NULL REFERENCES calendar_changes (ordinal),
    content text COLLATE "C" NOT NULL,
    note varchar(4000) COLLATE "C" NOT NULL,
    recorded_at varchar(28) COLLATE "C" NOT NULL,
    recorded_by varchar(36) COLLATE "C" NOT NULL,
    seal varchar(64) COLLATE "C" NOT NULL
);

CREATE TRIGGER calendar_changes_stay_as_they_are BEFORE DELETE OR UPDATE OR TRUNCATE ON calendar_changes
    FOR EACH STATEMENT EXECUTE FUNCTION stays_as_it_is();

-- Notices to officers that deadlines of their cases moved (the event says which); each stands until it was seen.
CREATE TABLE deadline_notices (
    case_id varchar(36) COLLATE "C" NOT NULL REFERENCES case_files (case_id),
    seq integer NOT NULL,
    raised_at varchar(28) COLLATE "C" NOT NULL,
    seen_at varchar(28) COLLATE "C" NULL,
    seen_by varchar(36) COLLATE "C" NULL,
    PRIMARY KEY (case_id, seq)
);
CREATE INDEX deadline_notices_unseen ON deadline_notices (case_id) WHERE seen_at IS NULL;

-- An alert belongs to one thing due: two consultations of a case may have the same last day. Who is told (the sum of
-- roles; 1 is the officer in charge alone) is kept as the rules were when it was raised.
CREATE TABLE alerts (
    id varchar(36) COLLATE "C" NOT NULL PRIMARY KEY,
    case_id varchar(36) COLLATE "C" NOT NULL REFERENCES case_files (case_id),
    kind varchar(100) COLLATE "C" NOT NULL,
    reference varchar(100) COLLATE "C" NOT NULL,
    due_on varchar(10) COLLATE "C" NOT NULL,
    threshold integer NOT NULL,
    state varchar(100) COLLATE "C" NOT NULL,
    told integer NOT NULL,
    raised_at varchar(28) COLLATE "C" NOT NULL,
    UNIQUE (case_id, kind, reference, due_on, threshold)
);
CREATE INDEX alerts_by_state ON alerts (state, threshold);

-- One row an agency: updated when its sweep begins, which keeps other sweepers waiting until it ends. The fingerprint is that of
-- rules, targets, calendar and version of the program by which the agency was swept last: under others every case is looked at.
CREATE TABLE sweeps (
    agency_id varchar(36) COLLATE "C" NOT NULL PRIMARY KEY,
    fingerprint varchar(64) COLLATE "C" NOT NULL DEFAULT ''
);

-- What is to be told outside, once a kind, subject and channel. No names, addresses or texts: they are found when it is sent.
CREATE TABLE notifications (
    id varchar(36) COLLATE "C" NOT NULL PRIMARY KEY,
    kind varchar(100) COLLATE "C" NOT NULL,
    subject_id varchar(36) COLLATE "C" NOT NULL,
    case_id varchar(36) COLLATE "C" NULL REFERENCES case_files (case_id),
    agency_id varchar(36) COLLATE "C" NULL,
    channel varchar(100) COLLATE "C" NOT NULL,
    state varchar(100) COLLATE "C" NOT NULL,
    attempts integer NOT NULL,
    created_at varchar(28) COLLATE "C" NOT NULL,
    next_attempt_at varchar(28) COLLATE "C" NOT NULL,
    problem varchar(1000) COLLATE "C" NULL,
    UNIQUE (kind, subject_id, channel)
);
CREATE INDEX notifications_by_state ON notifications (state, next_attempt_at);

-- What the district's supervision asked (督办): derived from the events.
CREATE TABLE inquiries (
    case_id varchar(36) COLLATE "C" NOT NULL REFERENCES case_files (case_id),
    ordinal integer NOT NULL,
    inquiry_id varchar(36) COLLATE "C" NOT NULL,
    opened_on varchar(10) COLLATE "C" NOT NULL,
    respond_by varchar(10) COLLATE "C" NOT NULL,
    answered_on varchar(10) COLLATE "C" NULL,
    PRIMARY KEY (case_id, ordinal)
);
CREATE INDEX inquiries_opened ON inquiries (opened_on);
CREATE INDEX inquiries_due ON inquiries (respond_by);
CREATE INDEX inquiries_answered ON inquiries (answered_on);
CREATE INDEX inquiries_open ON inquiries (case_id, respond_by) WHERE answered_on IS NULL;

-- Exports, made in the background. A file holds personal data: it is for whoever asked, and deleted after a week; the row
-- stays.
CREATE TABLE exports (
    id varchar(36) COLLATE "C" NOT NULL PRIMARY KEY,
    kind varchar(100) COLLATE "C" NOT NULL,
    agency_id varchar(36) COLLATE "C" NULL,
    from_on varchar(10) COLLATE "C" NOT NULL,
    until_on varchar(10) COLLATE "C" NOT NULL,
    requested_by varchar(36) COLLATE "C" NOT NULL REFERENCES users (id),
    requested_at varchar(28) COLLATE "C" NOT NULL,
    state varchar(100) COLLATE "C" NOT NULL,
    done integer NOT NULL,
    total integer NULL,
    attempts integer NOT NULL,
    next_attempt_at varchar(28) COLLATE "C" NULL,
    problem varchar(1000) COLLATE "C" NULL,
    finished_at varchar(28) COLLATE "C" NULL,
    file_name varchar(1000) COLLATE "C" NULL,
    content bytea NULL
);
CREATE INDEX exports_by_state ON exports (state, finished_at);
CREATE INDEX exports_of_requester ON exports (requested_by, requested_at);

-- What a case is found by, in one line a case and agency, folded (width, case, blanks). Derived from other rows, and emptied
-- with them when a retention period ends.
CREATE TABLE case_search (
    agency_id varchar(36) COLLATE "C" NOT NULL,
    case_id varchar(36) COLLATE "C" NOT NULL UNIQUE REFERENCES case_files (case_id),
    body text COLLATE "C" NOT NULL,
    PRIMARY KEY (agency_id, case_id)
);

-- Filters of the queue that users keep for themselves. The name is unique a user whatever its width, case and blanks.
CREATE TABLE saved_filters (
    id varchar(36) COLLATE "C" NOT NULL PRIMARY KEY,
    user_id varchar(36) COLLATE "C" NOT NULL REFERENCES users (id),
    name varchar(1000) COLLATE "C" NOT NULL,
    name_key varchar(400) COLLATE "C" NOT NULL,
    query varchar(4000) COLLATE "C" NOT NULL,
    saved_at varchar(28) COLLATE "C" NOT NULL,
    UNIQUE (user_id, name_key)
);

-- Registrations that were begun and not finished, as they were typed. They hold personal data: each is its owner's alone, and
-- deleted when it is registered, discarded, or left alone for a month.
CREATE TABLE registration_drafts (
    id varchar(36) COLLATE "C" NOT NULL PRIMARY KEY,
    owner_id varchar(36) COLLATE "C" NOT NULL REFERENCES users (id),
    kept_at varchar(28) COLLATE "C" NOT NULL,
    content text COLLATE "C" NOT NULL
);
CREATE INDEX registration_drafts_of_owner ON registration_drafts (owner_id, kept_at);
CREATE INDEX registration_drafts_by_age ON registration_drafts (kept_at);

-- The journal of the administration, which only grows. A change of contacts or of a password stands in it without the contact or
-- the password.
CREATE TABLE administration_log (
    id varchar(36) COLLATE "C" NOT NULL PRIMARY KEY,
    recorded_at varchar(28) COLLATE "C" NOT NULL,
    recorded_by varchar(36) COLLATE "C" NOT NULL,
    act varchar(100) COLLATE "C" NOT NULL,
    agency_id varchar(36) COLLATE "C" NULL,
    user_id varchar(36) COLLATE "C" NULL,
    changes text COLLATE "C" NOT NULL
);
CREATE INDEX administration_log_by_time ON administration_log (recorded_at, id);
CREATE INDEX administration_log_of_agency ON administration_log (agency_id, recorded_at, id);
CREATE INDEX administration_log_of_user ON administration_log (user_id, recorded_at, id);

CREATE TRIGGER administration_log_stays_as_it_is BEFORE DELETE OR UPDATE OR TRUNCATE ON administration_log
    FOR EACH STATEMENT EXECUTE FUNCTION stays_as_it_is();

-- Agencies that were merged into another one: from a day on the successor answers in their place.
CREATE TABLE agency_successions (
    agency_id varchar(36) COLLATE "C" NOT NULL PRIMARY KEY,
    successor_id varchar(36) COLLATE "C" NOT NULL,
    from_on varchar(10) COLLATE "C" NOT NULL,
    CHECK (agency_id <> successor_id)
);

-- Systems through which citizens file online, and their tokens. Of a token only the hash is kept.
CREATE TABLE api_clients (
    id varchar(36) COLLATE "C" NOT NULL PRIMARY KEY,
    name varchar(256) COLLATE "C" NOT NULL,
    name_key varchar(256) COLLATE "C" NOT NULL UNIQUE,
    scopes integer NOT NULL,
    agency_id varchar(36) COLLATE "C" NULL,
    admitted_by varchar(36) COLLATE "C" NOT NULL,
    admitted_at varchar(28) COLLATE "C" NOT NULL
);

CREATE TABLE api_tokens (
    id varchar(36) COLLATE "C" NOT NULL PRIMARY KEY,
    client_id varchar(36) COLLATE "C" NOT NULL REFERENCES api_clients (id),
    prefix varchar(20) COLLATE "C" NOT NULL UNIQUE,
    hash varchar(64) COLLATE "C" NOT NULL,
    issued_by varchar(36) COLLATE "C" NOT NULL,
    issued_at varchar(28) COLLATE "C" NOT NULL,
    expires_on varchar(10) COLLATE "C" NULL,
    last_used_on varchar(10) COLLATE "C" NULL,
    revoked_by varchar(36) COLLATE "C" NULL,
    revoked_at varchar(28) COLLATE "C" NULL
);
CREATE INDEX api_tokens_of_client ON api_tokens (client_id);

-- What each system filed, by its idempotency key: a second filing with the same key finds the first one's row. The case is
-- filled in by the transaction that made the row. The digest is salted: what was filed cannot be read off it.
CREATE TABLE online_filings (
    client_id varchar(36) COLLATE "C" NOT NULL REFERENCES api_clients (id),
    idempotency_key varchar(200) COLLATE "C" NOT NULL,
    salt varchar(32) COLLATE "C" NOT NULL,
    digest varchar(64) COLLATE "C" NOT NULL,
    filed_on varchar(10) COLLATE "C" NOT NULL,
    case_id varchar(36) COLLATE "C" NULL,
    register_number varchar(256) COLLATE "C" NULL,
    PRIMARY KEY (client_id, idempotency_key)
);
CREATE INDEX online_filings_by_case ON online_filings (case_id, client_id);

-- Which cases are exercises, in an installation to practise in; elsewhere it stays empty.
CREATE TABLE practice_runs (
    case_id varchar(36) COLLATE "C" NOT NULL PRIMARY KEY,
    exercise varchar(100) COLLATE "C" NOT NULL,
    trainee_id varchar(36) COLLATE "C" NOT NULL REFERENCES users (id),
    begun_at varchar(28) COLLATE "C" NOT NULL
);
CREATE INDEX practice_runs_of_trainee ON practice_runs (trainee_id, begun_at);

-- The record of each job's last run, and when the last run that succeeded began, a line a job and agency (the nil id for the
-- district's own): whatever is older than the job's last due time is caught up at the next start.
CREATE TABLE job_journal (
    job varchar(100) COLLATE "C" NOT NULL,
    agency varchar(36) COLLATE "C" NOT NULL,
    started_at varchar(28) COLLATE "C" NOT NULL,
    finished_at varchar(28) COLLATE "C" NULL,
    outcome varchar(20) COLLATE "C" NOT NULL,
    failures integer NOT NULL,
    problem varchar(1000) COLLATE "C" NULL,
    retry_at varchar(28) COLLATE "C" NULL,
    succeeded_at varchar(28) COLLATE "C" NULL,
    PRIMARY KEY (job, agency)
);

-- When the sweep of an agency has to look at a case again: next_on is the first day on which an alert of it may change,
-- '0001-01-01' once something was recorded on it, NULL while nothing can come. The version is the case's when that was set.
CREATE TABLE alert_times (
    case_id varchar(36) COLLATE "C" NOT NULL PRIMARY KEY REFERENCES case_files (case_id),
    agency_id varchar(36) COLLATE "C" NOT NULL,
    version integer NOT NULL,
    next_on varchar(10) COLLATE "C" NULL
);
CREATE INDEX alert_times_next ON alert_times (agency_id, next_on, case_id);

-- The keys that the records are sealed with, oldest first: what each makes of a fixed text, so that a wrong one is known, and
-- from which position of each chain on it seals. The keys themselves stand outside the database.
CREATE TABLE sealing_keys (
    ordinal integer NOT NULL PRIMARY KEY,
    check_value varchar(64) COLLATE "C" NOT NULL,
    begins text COLLATE "C" NOT NULL,
    made_at varchar(28) COLLATE "C" NOT NULL
);

-- The chain of all rows that are not derived from events: each entry has the seals of the rows that a transaction changed, and of
-- those that it deleted none. It only grows; its length and last seal stand in chains, under the nil id.
CREATE TABLE row_seals (
    position bigint NOT NULL PRIMARY KEY,
    seals text COLLATE "C" NOT NULL,
    sealed_at varchar(28) COLLATE "C" NOT NULL,
    hash varchar(64) COLLATE "C" NOT NULL
);

CREATE TRIGGER row_seals_stay_as_they_are BEFORE DELETE OR UPDATE OR TRUNCATE ON row_seals
    FOR EACH STATEMENT EXECUTE FUNCTION stays_as_it_is();

-- When the ends of the chains were written to the anchor file, and the seal of its last line then: a file without it is not whole.
CREATE TABLE anchorings (
    ordinal integer NOT NULL PRIMARY KEY,
    written_at varchar(28) COLLATE "C" NOT NULL,
    seal varchar(64) COLLATE "C" NOT NULL
);

-- Who signed in and out, and what failed: a failure that comes again within the hour is counted in its row. The nil id stands for
-- no account, for the name that was typed may be a password; '*' for further addresses of an hour that has many.
CREATE TABLE sign_ins (
    id varchar(36) COLLATE "C" NOT NULL PRIMARY KEY,
    user_id varchar(36) COLLATE "C" NOT NULL,
    address varchar(50) COLLATE "C" NOT NULL,
    outcome varchar(40) COLLATE "C" NOT NULL,
    first_at varchar(28) COLLATE "C" NOT NULL,
    last_at varchar(28) COLLATE "C" NOT NULL,
    times integer NOT NULL
);
CREATE INDEX sign_ins_of_user ON sign_ins (user_id, first_at);
CREATE INDEX sign_ins_by_time ON sign_ins (first_at);

-- How many wrong passwords came in a row, and until when no more are looked at: for each browser in which the user signed in
-- before (a hash of what its cookie says), and under '' for all others together.
CREATE TABLE sign_in_locks (
    user_id varchar(36) COLLATE "C" NOT NULL,
    browser varchar(64) COLLATE "C" NOT NULL,
    failures integer NOT NULL,
    locked_until varchar(28) COLLATE "C" NULL,
    used_at varchar(28) COLLATE "C" NOT NULL,
    PRIMARY KEY (user_id, browser)
);

-- Who is signed in, and was: under a hash of what the cookie says.
CREATE TABLE sessions (
    id varchar(64) COLLATE "C" NOT NULL PRIMARY KEY,
    user_id varchar(36) COLLATE "C" NOT NULL REFERENCES users (id),
    begun_at varchar(28) COLLATE "C" NOT NULL,
    seen_at varchar(28) COLLATE "C" NOT NULL,
    address varchar(50) COLLATE "C" NOT NULL,
    browser varchar(50) COLLATE "C" NOT NULL,
    ended_at varchar(28) COLLATE "C" NULL,
    ended_why varchar(40) COLLATE "C" NULL
);
CREATE INDEX sessions_of_user ON sessions (user_id, begun_at);
CREATE INDEX sessions_by_time ON sessions (begun_at);

-- Who has a second factor: its secret, encrypted like personal data, and the time-step of the last code that was used.
CREATE TABLE second_factors (
    user_id varchar(36) COLLATE "C" NOT NULL PRIMARY KEY REFERENCES users (id),
    secret varchar(1000) COLLATE "C" NOT NULL,
    set_up_at varchar(28) COLLATE "C" NOT NULL,
    last_step bigint NOT NULL
);

-- What signs in once in place of it, as hashes.
CREATE TABLE recovery_codes (
    user_id varchar(36) COLLATE "C" NOT NULL REFERENCES second_factors (user_id),
    hash varchar(64) COLLATE "C" NOT NULL,
    used_at varchar(28) COLLATE "C" NULL,
    PRIMARY KEY (user_id, hash)
);

-- What personal data are encrypted with: data-protection keys and, under 'hash', the key of the hashes by which they are found; each
-- encrypted with the key of the records of that ordinal, which stands outside the database and its copies.
CREATE TABLE data_keys (
    id varchar(50) COLLATE "C" NOT NULL PRIMARY KEY,
    wrapped_with integer NOT NULL,
    content text COLLATE "C" NOT NULL
);

-- Who saw people's data in full or took them along, of which case, with the name of that day. A line stays.
CREATE TABLE looks (
    id varchar(36) COLLATE "C" NOT NULL PRIMARY KEY,
    user_id varchar(36) COLLATE "C" NOT NULL,
    user_name varchar(400) COLLATE "C" NOT NULL,
    kind varchar(100) COLLATE "C" NOT NULL,
    case_id varchar(36) COLLATE "C" NULL,
    subject varchar(1000) COLLATE "C" NOT NULL,
    address varchar(50) COLLATE "C" NOT NULL,
    looked_at varchar(28) COLLATE "C" NOT NULL
);
CREATE INDEX looks_by_time ON looks (looked_at);
CREATE INDEX looks_of_case ON looks (case_id, looked_at);

-- What may be emptied, its retention period having ended: who asked for it, and who confirmed it. A row stays when it was carried out;
-- what was emptied stands in an event of the case.
CREATE TABLE retention_proposals (
    id varchar(36) COLLATE "C" NOT NULL PRIMARY KEY,
    case_id varchar(36) COLLATE "C" NOT NULL REFERENCES case_files (case_id),
    scope varchar(100) COLLATE "C" NOT NULL,
    closed_at varchar(28) COLLATE "C" NOT NULL,
    years integer NOT NULL,
    proposed_at varchar(28) COLLATE "C" NOT NULL,
    requested_by varchar(36) COLLATE "C" NULL,
    requested_at varchar(28) COLLATE "C" NULL,
    erased_by varchar(36) COLLATE "C" NULL,
    erased_at varchar(28) COLLATE "C" NULL,
    UNIQUE (case_id, scope, closed_at)
);
CREATE INDEX retention_proposals_by_state ON retention_proposals (erased_at, requested_at, closed_at);
