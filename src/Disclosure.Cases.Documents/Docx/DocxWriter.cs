using Disclosure.Cases.Agencies;
using Disclosure.Cases.Documents.Layout;
using Disclosure.Cases.Documents.Model;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Disclosure.Cases.Documents.Docx;

/// <summary>Writes a letter as an Office Open XML document, laid out after GB/T 9704-2012.</summary>
internal static class DocxWriter
{
    public static byte[] Write(LetterDocument letter)
    {
        var letterhead = letter.Masthead == MastheadKind.Letter;
        var layout = PageLayout.Of(letter);
        var package = new DocxPackage();
        package.Add("[Content_Types].xml", DocxParts.ContentTypes(letterhead));
        package.Add("_rels/.rels", DocxParts.PackageRelationships);
        package.Add("word/document.xml", DocxText.Document(Body(letter, layout)).OuterXml);
        package.Add("word/_rels/document.xml.rels", DocxParts.DocumentRelationships(letterhead));
        package.Add("word/styles.xml", DocxStyles.Of(layout));
        package.Add("word/settings.xml", DocxParts.Settings);
        package.Add("word/fontTable.xml", DocxParts.Fonts);
        package.Add("word/footer1.xml", DocxParts.FooterOdd);
        package.Add("word/footer2.xml", DocxParts.FooterEven);
        if (letterhead)
        {
            package.Add(
                "word/header1.xml",
                new Header(Masthead(DocxStyles.Masthead, letter), DocxText.Styled(DocxStyles.MastheadRule)).OuterXml);
            package.Add("word/footer3.xml", DocxParts.FooterFirst);
        }

        package.Add("docProps/core.xml", DocxParts.Core(letter.Title, letter.Organ.Text));
        return package.ToBytes();
    }

    private static Body Body(LetterDocument letter, PageLayout layout)
    {
        var body = new Body();
        if (letter.Masthead == MastheadKind.Document)
        {
            body.Append(Masthead(DocxStyles.DocumentMasthead, letter));
        }

        if (letter.Number is { } number)
        {
            var style = letter.Masthead == MastheadKind.Document ? DocxStyles.DocumentNumber : DocxStyles.Number;
            body.Append(DocxText.Styled(style, DocxText.Control("number", "文号", 1, number)));
        }
        else if (letter.Masthead == MastheadKind.Document)
        {
            // The red rule belongs to the masthead, number or not.
            body.Append(DocxText.Styled(DocxStyles.DocumentNumber));
        }

        body.Append(DocxText.Styled(letter.Masthead is null ? DocxStyles.TitleOfForm : DocxStyles.Title, TitleRun(letter.Title)));
        if (letter.Addressee is { } addressee)
        {
            body.Append(DocxText.Styled(DocxStyles.Addressee, [.. addressee.Select(DocxText.Run)]));
        }

        var kept = layout.KeptFrom(letter);
        for (var index = 0; index < letter.Body.Count; index++)
        {
            var following = letter.Body.ElementAtOrDefault(index + 1);
            body.Append(DocxBlocks.Of(letter.Body[index], following, staysWithNext: index >= kept, layout));
        }

        body.Append(Attachments(letter.Attachments));
        if (letter.DecidedOn is { } decidedOn)
        {
            body.Append(Signature(letter.Organ, decidedOn));
        }

        body.Append(Section(letter.Masthead, layout));
        return body;
    }

    private static DocumentFormat.OpenXml.Wordprocessing.Paragraph Masthead(string style, LetterDocument letter)
    {
        var name = PageGeometry.Masthead(letter)!;
        var size = (name.Points * 2).ToString(System.Globalization.CultureInfo.InvariantCulture);
        var run = LinesRun(name.Lines);
        run.RunProperties = new RunProperties(new FontSize { Val = size }, new FontSizeComplexScript { Val = size });
        if (name.Scale < 100)
        {
            run.RunProperties.PrependChild(new CharacterScale { Val = name.Scale });
        }

        return DocxText.Styled(style, run);
    }

    private static Run TitleRun(string title) => LinesRun(TitleLines.Of(title));

    // One run, its lines parted by breaks: whoever edits it finds it whole.
    private static Run LinesRun(IReadOnlyList<string> lines) =>
        new(lines.SelectMany((line, index) =>
            (index == 0 ? Array.Empty<OpenXmlElement>() : [new Break()])
                .Append(new Text(line) { Space = SpaceProcessingModeValues.Preserve })));

    // 附件：1.… without closing punctuation; further ones under the first's number. The last two stay with the signature; a
    // longer chain than a page holds would be broken anywhere.
    private static IEnumerable<OpenXmlElement> Attachments(IReadOnlyList<Inline> attachments) => attachments.Count == 1
        ? [DocxText.Styled(DocxStyles.AttachmentOnly, DocxText.Run(new Inline("附件：")), DocxText.Run(attachments[0]))]
        : attachments.Select((attachment, index) => DocxText.Styled(
            index == 0 ? DocxStyles.AttachmentFirst
                : index >= attachments.Count - 2 ? DocxStyles.AttachmentLast
                : DocxStyles.AttachmentNext,
            DocxText.Run(new Inline(index == 0 ? "附件：1." : FormattableString.Invariant($"{index + 1}."))),
            DocxText.Run(attachment)));

    // The seal goes over organ and date; both keep with the paragraph before, so they never stand alone on a page.
    private static IEnumerable<OpenXmlElement> Signature(Inline organ, Inline decidedOn)
    {
        var name = OrganName.InSignature(organ.Text, PageGeometry.SignatureWidth);
        var (atOrgan, atDate) = PageGeometry.SignatureIndents(name.Characters, decidedOn.Text);
        var run = LinesRun(name.Lines);
        if (name.Scale < 100)
        {
            run.RunProperties = new RunProperties(new CharacterScale { Val = name.Scale });
        }

        var above = Indented(DocxText.Styled(DocxStyles.Organ, run), atOrgan);
        yield return name.Lines.Count == 1 ? above : Centred(above, name.Characters);
        yield return Indented(DocxText.Styled(DocxStyles.Date, DocxText.Control("decidedOn", "成文日期", 2, decidedOn)), atDate);
    }

    // Two lines are centred on each other, in a block as wide as the longer.
    private static DocumentFormat.OpenXml.Wordprocessing.Paragraph Centred(
        DocumentFormat.OpenXml.Wordprocessing.Paragraph paragraph, double characters)
    {
        var indentation = paragraph.ParagraphProperties!.Indentation!;
        var right = indentation.RightChars!.Value * PageGeometry.Char / 100;
        var left = Math.Max(0, PageGeometry.TypeAreaWidth - right - (int)Math.Ceiling((characters + 0.5) * PageGeometry.Char));
        indentation.Left = left.ToString(System.Globalization.CultureInfo.InvariantCulture);
        paragraph.ParagraphProperties.Justification = new Justification { Val = JustificationValues.Center };
        return paragraph;
    }

    private static DocumentFormat.OpenXml.Wordprocessing.Paragraph Indented(
        DocumentFormat.OpenXml.Wordprocessing.Paragraph paragraph, int hundredths)
    {
        paragraph.ParagraphProperties!.Indentation = new Indentation
        {
            RightChars = hundredths,
            Right = (hundredths * PageGeometry.Char / 100).ToString(System.Globalization.CultureInfo.InvariantCulture),
        };
        return paragraph;
    }

    private static SectionProperties Section(MastheadKind? masthead, PageLayout layout)
    {
        var section = new SectionProperties();
        if (masthead == MastheadKind.Letter)
        {
            section.Append(new HeaderReference { Type = HeaderFooterValues.First, Id = "rIdHeaderFirst" });
        }

        section.Append(new FooterReference { Type = HeaderFooterValues.Default, Id = "rIdFooterOdd" });
        section.Append(new FooterReference { Type = HeaderFooterValues.Even, Id = "rIdFooterEven" });
        if (masthead == MastheadKind.Letter)
        {
            section.Append(new FooterReference { Type = HeaderFooterValues.First, Id = "rIdFooterFirst" });
        }

        section.Append(
            new PageSize { Width = PageGeometry.PageWidth, Height = PageGeometry.PageHeight },
            new PageMargin
            {
                Top = PageGeometry.Top,
                Right = PageGeometry.Right,
                Bottom = PageGeometry.Bottom,
                Left = PageGeometry.Left,
                Header = PageGeometry.HeaderDistance,
                Footer = PageGeometry.FooterDistance,
                Gutter = 0U,
            });
        if (masthead == MastheadKind.Letter)
        {
            section.Append(new TitlePage());
        }

        section.Append(new DocGrid
        {
            Type = DocGridValues.LinesAndChars,
            LinePitch = layout.LinePitch,
            CharacterSpace = PageGeometry.CharSpace,
        });
        return section;
    }
}
