-- What annual reports count beside the cases, what is being written in them, and what was handed in: scope is an agency or 'district'.
CREATE TABLE report_outside (
    agency_id varchar(36) COLLATE "C" NOT NULL,
    year integer NOT NULL,
    line varchar(100) COLLATE "C" NOT NULL,
    kind varchar(100) COLLATE "C" NOT NULL,
    cases integer NOT NULL,
    PRIMARY KEY (agency_id, year, line, kind)
);
CREATE TABLE report_texts (
    scope varchar(100) COLLATE "C" NOT NULL,
    year integer NOT NULL,
    chapter varchar(100) COLLATE "C" NOT NULL,
    body text COLLATE "C" NOT NULL,
    PRIMARY KEY (scope, year, chapter)
);
CREATE TABLE report_versions (
    id varchar(36) COLLATE "C" NOT NULL PRIMARY KEY,
    scope varchar(100) COLLATE "C" NOT NULL,
    year integer NOT NULL,
    version integer NOT NULL,
    figures text COLLATE "C" NOT NULL,
    chapters text COLLATE "C" NOT NULL,
    handed_in_at varchar(28) COLLATE "C" NOT NULL,
    handed_in_by varchar(36) COLLATE "C" NOT NULL,
    handed_in_name varchar(1000) COLLATE "C" NOT NULL,
    UNIQUE (scope, year, version)
);
