-- The reply figures of each agency and month as they stood when it was over: month_on is its first day.
CREATE TABLE rate_snapshots (
    agency_id varchar(36) COLLATE "C" NOT NULL,
    month_on varchar(10) COLLATE "C" NOT NULL,
    served integer NOT NULL,
    served_on_time integer NOT NULL,
    due_unserved integer NOT NULL,
    due_or_served integer NOT NULL,
    served_by_end integer NOT NULL,
    taken_at varchar(28) COLLATE "C" NOT NULL,
    PRIMARY KEY (agency_id, month_on)
);
