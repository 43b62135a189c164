-- Quarterly bulletins: what is being written, from when on an interview is proposed, what was issued, and the record of interviews.
CREATE TABLE bulletin_texts (
    year integer NOT NULL,
    quarter integer NOT NULL,
    part varchar(100) COLLATE "C" NOT NULL,
    body text COLLATE "C" NOT NULL,
    PRIMARY KEY (year, quarter, part)
);
CREATE TABLE bulletin_thresholds (
    ordinal integer NOT NULL PRIMARY KEY,
    rate_below integer NOT NULL,
    late_from integer NOT NULL,
    set_at varchar(28) COLLATE "C" NOT NULL,
    set_by varchar(36) COLLATE "C" NOT NULL,
    set_name varchar(1000) COLLATE "C" NOT NULL
);
CREATE TABLE bulletins (
    id varchar(36) COLLATE "C" NOT NULL PRIMARY KEY,
    year integer NOT NULL,
    number integer NOT NULL,
    figures text COLLATE "C" NOT NULL,
    parts text COLLATE "C" NOT NULL,
    organ varchar(1000) COLLATE "C" NOT NULL,
    issued_at varchar(28) COLLATE "C" NOT NULL,
    issued_by varchar(36) COLLATE "C" NOT NULL,
    issued_name varchar(1000) COLLATE "C" NOT NULL,
    UNIQUE (year, number)
);
CREATE TABLE bulletin_interviews (
    id varchar(36) COLLATE "C" NOT NULL PRIMARY KEY,
    bulletin_id varchar(36) COLLATE "C" NOT NULL REFERENCES bulletins (id),
    agency_id varchar(36) COLLATE "C" NOT NULL,
    ordinal integer NOT NULL,
    step varchar(100) COLLATE "C" NOT NULL,
    day_on varchar(10) COLLATE "C" NOT NULL,
    place varchar(1000) COLLATE "C" NOT NULL,
    whom varchar(1000) COLLATE "C" NOT NULL,
    body text COLLATE "C" NOT NULL,
    recorded_at varchar(28) COLLATE "C" NOT NULL,
    recorded_by varchar(36) COLLATE "C" NOT NULL,
    recorded_name varchar(1000) COLLATE "C" NOT NULL,
    UNIQUE (bulletin_id, agency_id, ordinal)
);
