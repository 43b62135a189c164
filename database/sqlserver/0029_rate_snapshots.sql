-- The reply figures of each agency and month as they stood when it was over: month_on is its first day.
CREATE TABLE rate_snapshots (
    agency_id char(36) COLLATE Latin1_General_100_BIN2 NOT NULL,
    month_on date NOT NULL,
    served int NOT NULL,
    served_on_time int NOT NULL,
    due_unserved int NOT NULL,
    due_or_served int NOT NULL,
    served_by_end int NOT NULL,
    taken_at varchar(28) COLLATE Latin1_General_100_BIN2 NOT NULL,
    PRIMARY KEY (agency_id, month_on)
);
