-- What annual reports count beside the cases, what is being written in them, and what was handed in: scope is an agency or 'district'.
CREATE TABLE report_outside (
    agency_id char(36) COLLATE Latin1_General_100_BIN2 NOT NULL,
    year int NOT NULL,
    line nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    kind nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    cases int NOT NULL,
    PRIMARY KEY (agency_id, year, line, kind)
);
CREATE TABLE report_texts (
    scope nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    year int NOT NULL,
    chapter nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    body nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
    PRIMARY KEY (scope, year, chapter)
);
CREATE TABLE report_versions (
    id char(36) COLLATE Latin1_General_100_BIN2 NOT NULL PRIMARY KEY,
    scope nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    year int NOT NULL,
    version int NOT NULL,
    figures nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
    chapters nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
    handed_in_at varchar(28) COLLATE Latin1_General_100_BIN2 NOT NULL,
    handed_in_by char(36) COLLATE Latin1_General_100_BIN2 NOT NULL,
    handed_in_name nvarchar(1000) COLLATE Latin1_General_100_BIN2 NOT NULL,
    UNIQUE (scope, year, version)
);
