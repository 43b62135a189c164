-- Systems through which citizens file online, and their tokens. Of a token only the hash is kept.
CREATE TABLE api_clients (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL UNIQUE,
    scopes INTEGER NOT NULL,
    agency_id TEXT NULL,
    admitted_by TEXT NOT NULL,
    admitted_at TEXT NOT NULL
);

CREATE TABLE api_tokens (
    id TEXT NOT NULL PRIMARY KEY,
    client_id TEXT NOT NULL REFERENCES api_clients (id),
    prefix TEXT NOT NULL UNIQUE,
    hash TEXT NOT NULL,
    issued_by TEXT NOT NULL,
    issued_at TEXT NOT NULL,
    expires_on TEXT NULL,
    last_used_on TEXT NULL,
    revoked_by TEXT NULL,
    revoked_at TEXT NULL
);
CREATE INDEX api_tokens_of_client ON api_tokens (client_id);

-- What each system filed, by its idempotency key: a second filing with the same key finds the first one's row. The case is
-- filled in by the transaction that made the row. The digest is salted: what was filed cannot be read off it.
CREATE TABLE online_filings (
    client_id TEXT NOT NULL REFERENCES api_clients (id),
    idempotency_key TEXT NOT NULL,
    salt TEXT NOT NULL,
    digest TEXT NOT NULL,
    filed_on TEXT NOT NULL,
    case_id TEXT NULL,
    register_number TEXT NULL,
    PRIMARY KEY (client_id, idempotency_key)
);
CREATE INDEX online_filings_by_case ON online_filings (case_id, client_id);
