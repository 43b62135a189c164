-- How many outcomes a letter gives: more than one has a section for each.
ALTER TABLE documents ADD COLUMN sections INTEGER NOT NULL DEFAULT 1;
