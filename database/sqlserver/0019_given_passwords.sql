-- The same shape as for SQLite: when a password was given that its user has not changed yet.
ALTER TABLE users ADD password_given_at varchar(28) COLLATE Latin1_General_100_BIN2 NULL;
