-- When an administrator gave the user a password that the user has not changed yet; NULL: the password is the user's own.
ALTER TABLE users ADD COLUMN password_given_at TEXT NULL;
