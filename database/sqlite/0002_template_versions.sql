-- The wordings that were ever in use, by their SHA-256, and which of them the office adopted when. Both only grow: what a
-- document was made from can be read for as long as the document is kept.
CREATE TABLE template_texts (
    version TEXT NOT NULL PRIMARY KEY,
    code TEXT NOT NULL,
    content TEXT NOT NULL
) WITHOUT ROWID;

CREATE TRIGGER template_texts_stay_as_they_are BEFORE UPDATE ON template_texts
BEGIN
    SELECT RAISE(ABORT, 'template_texts is append-only');
END;

CREATE TRIGGER template_texts_stay BEFORE DELETE ON template_texts
BEGIN
    SELECT RAISE(ABORT, 'template_texts is append-only');
END;

-- A version of NULL: back to the wording that comes with the software or lies in the configured folder.
CREATE TABLE template_adoptions (
    code TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    version TEXT NULL REFERENCES template_texts (version),
    adopted_at TEXT NOT NULL,
    adopted_by TEXT NOT NULL,
    note TEXT NOT NULL,
    PRIMARY KEY (code, ordinal)
) WITHOUT ROWID;

CREATE TRIGGER template_adoptions_stay_as_they_are BEFORE UPDATE ON template_adoptions
BEGIN
    SELECT RAISE(ABORT, 'template_adoptions is append-only');
END;

CREATE TRIGGER template_adoptions_stay BEFORE DELETE ON template_adoptions
BEGIN
    SELECT RAISE(ABORT, 'template_adoptions is append-only');
END;
