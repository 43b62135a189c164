-- The same shape as for SQLite: the wordings that were ever in use, by their SHA-256, and which of them the office adopted
-- when. Both only grow: what a document was made from can be read for as long as the document is kept.
CREATE TABLE template_texts (
    version char(64) COLLATE Latin1_General_100_BIN2 NOT NULL PRIMARY KEY,
    code nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    content nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL
);

GO
CREATE TRIGGER template_texts_stay_as_they_are ON template_texts INSTEAD OF UPDATE, DELETE AS
BEGIN
    THROW 50001, 'template_texts is append-only', 1;
END;
GO

-- A version of NULL: back to the wording that comes with the software or lies in the configured folder.
CREATE TABLE template_adoptions (
    code nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    ordinal int NOT NULL,
    version char(64) COLLATE Latin1_General_100_BIN2 NULL REFERENCES template_texts (version),
    adopted_at varchar(28) COLLATE Latin1_General_100_BIN2 NOT NULL,
    adopted_by char(36) COLLATE Latin1_General_100_BIN2 NOT NULL,
    note nvarchar(4000) COLLATE Latin1_General_100_BIN2 NOT NULL,
    PRIMARY KEY (code, ordinal)
);

GO
CREATE TRIGGER template_adoptions_stay_as_they_are ON template_adoptions INSTEAD OF UPDATE, DELETE AS
BEGIN
    THROW 50001, 'template_adoptions is append-only', 1;
END;
