-- Quarterly bulletins: what is being written, from when on an interview is proposed, what was issued, and the record of interviews.
CREATE TABLE bulletin_texts (
    year int NOT NULL,
    quarter int NOT NULL,
    part nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    body nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
    PRIMARY KEY (year, quarter, part)
);
CREATE TABLE bulletin_thresholds (
    ordinal int NOT NULL PRIMARY KEY,
    rate_below int NOT NULL,
    late_from int NOT NULL,
    set_at varchar(28) COLLATE Latin1_General_100_BIN2 NOT NULL,
    set_by char(36) COLLATE Latin1_General_100_BIN2 NOT NULL,
    set_name nvarchar(1000) COLLATE Latin1_General_100_BIN2 NOT NULL
);
CREATE TABLE bulletins (
    id char(36) COLLATE Latin1_General_100_BIN2 NOT NULL PRIMARY KEY,
    year int NOT NULL,
    number int NOT NULL,
    figures nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
    parts nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
    organ nvarchar(1000) COLLATE Latin1_General_100_BIN2 NOT NULL,
    issued_at varchar(28) COLLATE Latin1_General_100_BIN2 NOT NULL,
    issued_by char(36) COLLATE Latin1_General_100_BIN2 NOT NULL,
    issued_name nvarchar(1000) COLLATE Latin1_General_100_BIN2 NOT NULL,
    UNIQUE (year, number)
);
CREATE TABLE bulletin_interviews (
    id char(36) COLLATE Latin1_General_100_BIN2 NOT NULL PRIMARY KEY,
    bulletin_id char(36) COLLATE Latin1_General_100_BIN2 NOT NULL REFERENCES bulletins (id),
    agency_id char(36) COLLATE Latin1_General_100_BIN2 NOT NULL,
    ordinal int NOT NULL,
    step nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    day_on date NOT NULL,
    place nvarchar(1000) COLLATE Latin1_General_100_BIN2 NOT NULL,
    whom nvarchar(1000) COLLATE Latin1_General_100_BIN2 NOT NULL,
    body nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
    recorded_at varchar(28) COLLATE Latin1_General_100_BIN2 NOT NULL,
    recorded_by char(36) COLLATE Latin1_General_100_BIN2 NOT NULL,
    recorded_name nvarchar(1000) COLLATE Latin1_General_100_BIN2 NOT NULL,
    UNIQUE (bulletin_id, agency_id, ordinal)
);
