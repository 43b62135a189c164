-- How many outcomes a letter gives: more than one has a section for each.
ALTER TABLE documents ADD sections int NOT NULL CONSTRAINT documents_sections DEFAULT 1;
