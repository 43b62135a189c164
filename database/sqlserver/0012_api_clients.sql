-- The same shape as for SQLite: systems through which citizens file online, their tokens (hashed), and what they filed.
CREATE TABLE api_clients (
    id char(36) COLLATE Latin1_General_100_BIN2 NOT NULL PRIMARY KEY,
    name nvarchar(256) COLLATE Latin1_General_100_BIN2 NOT NULL,
    name_key nvarchar(256) COLLATE Latin1_General_100_BIN2 NOT NULL UNIQUE,
    scopes int NOT NULL,
    agency_id char(36) COLLATE Latin1_General_100_BIN2 NULL,
    admitted_by char(36) COLLATE Latin1_General_100_BIN2 NOT NULL,
    admitted_at varchar(28) COLLATE Latin1_General_100_BIN2 NOT NULL
);

CREATE TABLE api_tokens (
    id char(36) COLLATE Latin1_General_100_BIN2 NOT NULL PRIMARY KEY,
    client_id char(36) COLLATE Latin1_General_100_BIN2 NOT NULL REFERENCES api_clients (id),
    prefix varchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL UNIQUE,
    hash char(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    issued_by char(36) COLLATE Latin1_General_100_BIN2 NOT NULL,
    issued_at varchar(28) COLLATE Latin1_General_100_BIN2 NOT NULL,
    expires_on date NULL,
    last_used_on date NULL,
    revoked_by char(36) COLLATE Latin1_General_100_BIN2 NULL,
    revoked_at varchar(28) COLLATE Latin1_General_100_BIN2 NULL
);
CREATE INDEX api_tokens_of_client ON api_tokens (client_id);

CREATE TABLE online_filings (
    client_id char(36) COLLATE Latin1_General_100_BIN2 NOT NULL REFERENCES api_clients (id),
    idempotency_key varchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    salt char(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
    digest char(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    filed_on date NOT NULL,
    case_id char(36) COLLATE Latin1_General_100_BIN2 NULL,
    register_number nvarchar(256) COLLATE Latin1_General_100_BIN2 NULL,
    PRIMARY KEY (client_id, idempotency_key)
);
CREATE INDEX online_filings_by_case ON online_filings (case_id, client_id);
