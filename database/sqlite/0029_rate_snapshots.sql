-- The reply figures of each agency and month as they stood when it was over: month_on is its first day.
CREATE TABLE rate_snapshots (
    agency_id TEXT NOT NULL,
    month_on TEXT NOT NULL,
    served INTEGER NOT NULL,
    served_on_time INTEGER NOT NULL,
    due_unserved INTEGER NOT NULL,
    due_or_served INTEGER NOT NULL,
    served_by_end INTEGER NOT NULL,
    taken_at TEXT NOT NULL,
    PRIMARY KEY (agency_id, month_on)
) WITHOUT ROWID;
