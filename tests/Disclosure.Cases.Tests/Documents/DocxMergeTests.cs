using Disclosure.Cases.Agencies;
using Disclosure.Cases.Documents.Docx;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Disclosure.Cases.Tests.Documents;

/// <summary>Letters in one document: nothing of one shows in another, and nothing is lost.</summary>
public sealed class DocxMergeTests
{
    private static readonly byte[] First = Samples.Letters.ToDocx(Samples.Read("08-disclosed"));
    private static readonly byte[] Second = Samples.Letters.ToDocx(Samples.Read("19-not-existing"));

    [Test]
    public void AllKindsOfLetters_Merged_AreValidAndWhole()
    {
        var letters = Samples.Names.Select(name => Samples.Letters.ToDocx(Samples.Read(name))).ToList();
        var merged = DocxMerge.Merge(letters);
        Assert.That(merged.LeftOut, Has.All.Null);
        using var document = Open(merged.Docx!);
        Assert.That(Faults(document), Is.Empty);
        Assert.That(Sections(document), Has.Count.EqualTo(letters.Count));
        Assert.That(TextsOf(document), Is.EqualTo(letters.Select(TextOf)));
        Assert.That(merged.Docx, Has.Length.LessThan(letters.Sum(letter => letter.Length)), "what letters share is there once");
    }

    [Test]
    public void EachLetter_Merged_BeginsWithPageOneAndItsOwnMargins()
    {
        var letter = Samples.Read("08-disclosed");
        var other = Samples.Letters.ToDocx(letter with { Agency = letter.Agency with { Masthead = MastheadKind.Document } });
        using var document = Open(DocxMerge.Merge([First, other, First]).Docx!);
        var sections = Sections(document);
        foreach (var section in sections)
        {
            Assert.That(section.GetFirstChild<PageNumberType>()!.Start!.Value, Is.EqualTo(1));
            Assert.That(section.GetFirstChild<SectionType>()!.Val!.Value, Is.EqualTo(SectionMarkValues.NextPage));
            Assert.That(section.Elements<HeaderReference>().Select(reference => reference.Type!.Value), Is.EquivalentTo(Kinds));
            Assert.That(section.Elements<FooterReference>().Select(reference => reference.Type!.Value), Is.EquivalentTo(Kinds));
        }

        Assert.That(
            sections.Select(section => Header(document, section, HeaderFooterValues.First)),
            Is.EqualTo(new[] { letter.Agency.Name, "", letter.Agency.Name }));
        Assert.That(sections.Select(section => section.GetFirstChild<TitlePage>() is not null), Is.EqualTo(new[] { true, false, true }));
        // Right-hand pages are those with odd numbers only where the two kinds are told apart.
        Assert.That(document.MainDocumentPart!.DocumentSettingsPart!.Settings.GetFirstChild<EvenAndOddHeaders>(), Is.Not.Null);
    }

    [Test]
    public void Letters_MergedTwice_AreTheSameBytes()
    {
        var once = DocxMerge.Merge([First, Second]).Docx;
        Assert.That(DocxMerge.Merge([First, Second]).Docx, Is.EqualTo(once));
    }

    [Test]
    public void OtherDefinitionsUnderTheSameName_Merged_StandBesideTheOthers()
    {
        var other = Second.With("word/styles.xml", xml => xml
            .Replace("w:sz w:val=\"32\"/><w:szCs w:val=\"32\"/><w:lang", "w:sz w:val=\"21\"/><w:i/><w:lang", StringComparison.Ordinal)
            .Replace("w:firstLine=\"640\"", "w:firstLine=\"999\"", StringComparison.Ordinal));
        var merged = DocxMerge.Merge([First, other, Second]);
        Assert.That(merged.LeftOut, Has.All.Null);
        using var document = Open(merged.Docx!);
        Assert.That(Faults(document), Is.Empty);
        var styles = document.MainDocumentPart!.StyleDefinitionsPart!.Styles!.Elements<Style>().ToList();
        Assert.That(styles.Select(style => style.StyleId!.Value), Is.Unique);
        Assert.That(styles.Select(style => style.StyleName!.Val!.Value), Is.Unique);
        Assert.That(
            styles.Where(style => style.Default?.Value == true && style.Type!.Value == StyleValues.Paragraph).ToList(),
            Has.Count.EqualTo(1));
        var indents = styles.Where(style => style.StyleId!.Value!.EndsWith("LetterBody", StringComparison.Ordinal))
            .Select(style => style.Descendants<Indentation>().Single().FirstLine!.Value);
        Assert.That(indents.Distinct(), Is.EqualTo(new[] { "640", "999" }));
        // The defaults of the one letter went into the styles of that letter.
        Assert.That(styles.Single(style => style.StyleId == "sheet2-Normal").StyleRunProperties!.GetFirstChild<Italic>(), Is.Not.Null);
        Assert.That(styles.Single(style => style.StyleId == "Normal").StyleRunProperties!.GetFirstChild<Italic>(), Is.Null);
        Assert.That(document.MainDocumentPart.StyleDefinitionsPart.Styles.DocDefaults, Is.Null);
        var used = document.MainDocumentPart.Document.Body!.Elements<Paragraph>().Select(paragraph =>
            paragraph.ParagraphProperties!.ParagraphStyleId!.Val!.Value!.StartsWith("sheet2-", StringComparison.Ordinal));
        Assert.That(Runs(used), Is.EqualTo(new[] { false, true, false }));
    }

    [Test]
    public void ParagraphWithoutAStyle_InALetterWithOtherDefinitions_KeepsItsOwnDefault()
    {
        var other = Second.With("word/styles.xml", xml => xml.Replace("w:line=\"579\"", "w:line=\"300\"", StringComparison.Ordinal))
            .With(
                "word/document.xml",
                xml => xml.Insert(xml.LastIndexOf("<w:sectPr>", StringComparison.Ordinal), "<w:p><w:r><w:t>无样式</w:t></w:r></w:p>"));
        using var document = Open(DocxMerge.Merge([First, other]).Docx!);
        var plain = document.MainDocumentPart!.Document.Body!.Elements<Paragraph>().Single(paragraph => paragraph.InnerText == "无样式");
        Assert.That(plain.ParagraphProperties!.ParagraphStyleId!.Val!.Value, Is.EqualTo("sheet2-Normal"));
    }

    [Test]
    public void ListsAndPictures_OfSeveralLetters_StayApart()
    {
        var letters = new[]
        {
            First.WithList("%1、").WithPicture(1), Second.WithList("（%1）").WithPicture(2), First.WithList("%1、").WithPicture(1),
        };
        var merged = DocxMerge.Merge(letters);
        Assert.That(merged.LeftOut, Has.All.Null);
        using var document = Open(merged.Docx!);
        Assert.That(Faults(document), Is.Empty);
        var main = document.MainDocumentPart!;
        var lists = main.NumberingDefinitionsPart!.Numbering;
        var texts = main.Document.Descendants<NumberingId>()
            .Select(used => lists.Elements<NumberingInstance>().Single(list => list.NumberID!.Value == used.Val!.Value))
            .Select(list => lists.Elements<AbstractNum>().Single(kind => kind.AbstractNumberId!.Value == list.AbstractNumId!.Val!.Value)
                .Descendants<LevelText>().First().Val!.Value);
        Assert.That(texts, Is.EqualTo(new[] { "%1、", "（%1）", "%1、" }));
        Assert.That(main.Document.Descendants<NumberingId>().Select(used => used.Val!.Value), Is.Unique, "each letter's list begins anew");
        var pictures = main.Document.Descendants<DocumentFormat.OpenXml.Drawing.Blip>()
            .Select(blip => Bytes(main.GetPartById(blip.Embed!.Value!))).ToList();
        Assert.That(pictures, Is.EqualTo(letters.Select(letter => letter.PartOf("word/media/image1.png"))));
        Assert.That(main.ImageParts.ToList(), Has.Count.EqualTo(2), "the same picture is there once");
    }

    [TestCase("print.notes", "<w:p><w:r><w:footnoteReference w:id=\"1\"/></w:r></w:p>")]
    [TestCase("print.comments", "<w:p><w:r><w:commentReference w:id=\"1\"/></w:r></w:p>")]
    [TestCase("print.comments", "<w:p><w:ins w:id=\"7\" w:author=\"x\"><w:r><w:t>x</w:t></w:r></w:ins></w:p>")]
    [TestCase("print.fields", "<w:p><w:fldSimple w:instr=\" NUMPAGES \"/></w:p>")]
    [TestCase(
        "print.fields",
        "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>NUM</w:instrText></w:r>"
            + "<w:r><w:instrText>PAGES</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>")]
    [TestCase("print.foreign", "<w:p><w:r><w:object/></w:r></w:p>")]
    [TestCase(
        "print.foreign",
        "<w:p><w:r><w:drawing xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" r:embed=\"rIdNone\"/>"
            + "</w:r></w:p>")]
    public void WhatWouldNotLookTheSame_IsLeftOutAndNamed(string code, string content)
    {
        var odd = Second.With("word/document.xml", xml => xml.Insert(xml.LastIndexOf("<w:sectPr>", StringComparison.Ordinal), content));
        var merged = DocxMerge.Merge([First, odd, Second]);
        Assert.That(merged.LeftOut.Select(reason => reason?.Code), Is.EqualTo(new[] { null, code, null }));
        Assert.That(merged.LeftOut[1]!.Say("zh"), Does.Contain("单独"));
        using var document = Open(merged.Docx!);
        Assert.That(TextsOf(document), Is.EqualTo(new[] { TextOf(First), TextOf(Second) }));
    }

    [TestCase("w:val=\"compressPunctuation\"", "w:val=\"doNotCompress\"")]
    [TestCase(
        "compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"",
        "compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"12\"")]
    public void OtherLayoutSettings_ThanMostLetters_AreLeftOut(string from, string to)
    {
        var odd = Second.With("word/settings.xml", xml => xml.Replace(from, to, StringComparison.Ordinal));
        Assert.That(
            DocxMerge.Merge([odd, First, Second]).LeftOut.Select(reason => reason?.Code),
            Is.EqualTo(new[] { "print.layout", null, null }));
    }

    [Test]
    public void WhatIsNoDocument_IsLeftOut()
    {
        var merged = DocxMerge.Merge([
            [],
            "x"u8.ToArray(),
            First[..(First.Length / 2)],
            First.With("word/document.xml", _ => "<x/>"),
            First.With("word/styles.xml", _ => "<!DOCTYPE x><x/>"),
        ]);
        Assert.That(merged.Docx, Is.Null);
        Assert.That(merged.LeftOut.Select(reason => reason!.Code), Has.All.EqualTo("print.unreadable"));
        Assert.That(DocxMerge.Merge([]).Docx, Is.Null);
    }

    private static readonly HeaderFooterValues[] Kinds = [HeaderFooterValues.Default, HeaderFooterValues.Even, HeaderFooterValues.First];

    private static WordprocessingDocument Open(byte[] docx) => WordprocessingDocument.Open(new MemoryStream(docx), false);

    private static IEnumerable<string> Faults(WordprocessingDocument document) =>
        new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document)
            .Select(fault => $"{fault.Part?.Uri} {fault.Path?.XPath}: {fault.Description}");

    private static List<SectionProperties> Sections(WordprocessingDocument document) =>
        [.. document.MainDocumentPart!.Document.Descendants<SectionProperties>()];

    private static string Header(WordprocessingDocument document, SectionProperties section, HeaderFooterValues kind) =>
        ((HeaderPart)document.MainDocumentPart!.GetPartById(
            section.Elements<HeaderReference>().Single(reference => reference.Type!.Value == kind).Id!.Value!)).Header.InnerText;

    private static string TextOf(byte[] letter)
    {
        using var document = Open(letter);
        return document.MainDocumentPart!.Document.Body!.InnerText;
    }

    // What stands between the ends of sections.
    private static List<string> TextsOf(WordprocessingDocument document)
    {
        var texts = new List<string> { "" };
        foreach (var element in document.MainDocumentPart!.Document.Body!.ChildElements)
        {
            texts[^1] += element.InnerText;
            if (element.Descendants<SectionProperties>().Any())
            {
                texts.Add("");
            }
        }

        return texts;
    }

    private static List<bool> Runs(IEnumerable<bool> values) => values.Aggregate(new List<bool>(), (runs, value) =>
    {
        if (runs.Count == 0 || runs[^1] != value)
        {
            runs.Add(value);
        }

        return runs;
    });

    private static byte[] Bytes(OpenXmlPart part)
    {
        using var content = new MemoryStream();
        using var stream = part.GetStream();
        stream.CopyTo(content);
        return content.ToArray();
    }
}
