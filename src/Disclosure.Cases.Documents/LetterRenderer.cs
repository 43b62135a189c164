using Disclosure.Cases.Documents.Docx;
using Disclosure.Cases.Documents.Html;
using Disclosure.Cases.Documents.Layout;
using Disclosure.Cases.Documents.Model;
using Disclosure.Cases.Letters;
using Disclosure.Cases.ReplyTemplates;

namespace Disclosure.Cases.Documents;

/// <summary>Makes DOCX and HTML from letters. Holds no state; safe to share.</summary>
/// <param name="templates">The catalogue.</param>
public sealed class LetterRenderer(IReplyTemplates templates) : ILetters
{
    /// <inheritdoc/>
    public string Css => LetterCss.Screen;

    /// <inheritdoc/>
    public IReadOnlyList<Refusal> Check(Letter letter, bool final = false) => LetterCheck.Of(templates, letter, final);

    /// <inheritdoc/>
    public byte[] ToDocx(Letter letter) => DocxWriter.Write(Compose(letter));

    /// <inheritdoc/>
    public string ToHtml(Letter letter) => HtmlWriter.Fragment(Compose(letter));

    /// <inheritdoc/>
    public string ToHtmlPage(Letter letter) => HtmlWriter.Page(Compose(letter));

    /// <inheritdoc/>
    public string ToHtmlPreview(Letter letter) =>
        letter.Alone.FirstOrDefault(alone => templates.Find(alone.TemplateCode) is null) is { } unknown
            ? throw new LetterRefusedException([new Refusal("letter.unknown-template", unknown.TemplateCode) { Field = "template" }])
            : HtmlWriter.Fragment(LetterComposer.Compose(templates, InVariants(letter), letter, preview: true));

    /// <inheritdoc/>
    public byte[] FillIn(byte[] docx, string? number, DateOnly? decidedOn)
    {
        var refusals = DocxUpload.Check(docx, number is not null, decidedOn is not null);
        return refusals.Count == 0 ? DocxUpload.FillIn(docx, number, decidedOn) : throw new LetterRefusedException(refusals);
    }

    /// <inheritdoc/>
    public IReadOnlyList<Refusal> CheckUpload(byte[] docx, bool needsNumber, bool needsDate = true) =>
        DocxUpload.Check(docx, needsNumber, needsDate);

    /// <inheritdoc/>
    public IReadOnlyList<LetterParagraph> Read(byte[] docx, bool asDraft) =>
        [.. Paragraphs(docx, asDraft).Select(paragraph => new LetterParagraph(paragraph.Part, paragraph.Text))];

    /// <inheritdoc/>
    public string ToHtml(byte[] docx, bool asDraft) => DocxHtml.Fragment(Paragraphs(docx, asDraft));

    /// <inheritdoc/>
    public IReadOnlyList<string> FixedParagraphs(Letter letter)
    {
        var document = Compose(letter);
        string?[] around =
        [
            document.Masthead is null ? null : document.Organ.Text,
            document.Title,
            document.Addressee is { } addressee ? string.Concat(addressee.Select(run => run.Text)) : null,
            document.DecidedOn is null ? null : document.Organ.Text,
        ];
        return
        [
            .. around.OfType<string>(),
            .. document.Body.OfType<Paragraph>().Where(paragraph => paragraph.IsFixed)
                .Select(paragraph => string.Concat(paragraph.Runs.Select(run => run.Text))),
        ];
    }

    private static IReadOnlyList<ReadParagraph> Paragraphs(byte[] docx, bool asDraft)
    {
        try
        {
            return DocxReader.Read(docx, asDraft);
        }
        catch (Exception exception) when (DocxUpload.IsOfNoDocx(exception))
        {
            throw new LetterRefusedException([new Refusal("letter.upload-not-docx")]);
        }
    }

    private LetterDocument Compose(Letter letter)
    {
        var refusals = Check(letter);
        return refusals.Count == 0
            ? LetterComposer.Compose(templates, InVariants(letter), letter, preview: false)
            : throw new LetterRefusedException(refusals);
    }

    private List<LetterSectionInVariant> InVariants(Letter letter) =>
    [
        .. letter.Alone.Select((alone, index) =>
        {
            // For reading only: where the section's own wording was never kept, the one in force has to do.
            var template = templates.Find(alone.TemplateCode, alone.TemplateVersion) ?? templates.Find(alone.TemplateCode)!;
            return new LetterSectionInVariant(
                alone,
                template.For(template.HasVariant(alone.Variant) ? alone.Variant : null),
                letter.Sections.Count == 0 ? [] : letter.Sections[index].Items);
        }),
    ];
}
