using Disclosure.Cases.Documents.Docx;
using Disclosure.Cases.Documents.Html;
using Disclosure.Cases.Documents.Layout;
using Disclosure.Cases.Documents.Model;
using Disclosure.Cases.Messaging;
using Disclosure.Cases.ReplyTemplates;

namespace Disclosure.Cases.Documents;

/// <summary>Makes DOCX and HTML from letters. Holds no state; safe to share.</summary>
/// <param name="templates">The catalogue.</param>
public sealed class Letters(IReplyTemplates templates) : ILetters
{
    /// <inheritdoc/>
    public string Css => LetterCss.Screen;

    /// <inheritdoc/>
    public IReadOnlyList<Refusal> Check(Letter letter, bool final = false) =>
        templates.Find(letter.TemplateCode, letter.TemplateVersion) is { } template
            ? LetterCheck.Of(template, letter, final)
            : [new Refusal(templates.Find(letter.TemplateCode) is null ? "letter.unknown-template" : "letter.unknown-version", letter.TemplateCode) { Field = "template" }];

    /// <inheritdoc/>
    public byte[] ToDocx(Letter letter) => DocxWriter.Write(Compose(letter));

    /// <inheritdoc/>
    public string ToHtml(Letter letter) => HtmlWriter.Fragment(Compose(letter));

    /// <inheritdoc/>
    public string ToHtmlPage(Letter letter) => HtmlWriter.Page(Compose(letter));

    /// <inheritdoc/>
    public string ToHtmlPreview(Letter letter)
    {
        // For reading only: where the letter's own wording was never kept, the one in force has to do.
        var template = templates.Find(letter.TemplateCode, letter.TemplateVersion) ?? templates.Find(letter.TemplateCode)
            ?? throw new LetterRefusedException([new Refusal("letter.unknown-template", letter.TemplateCode) { Field = "template" }]);
        var effective = template.For(template.HasVariant(letter.Variant) ? letter.Variant : null);
        return HtmlWriter.Fragment(LetterComposer.Compose(effective, letter, preview: true));
    }

    /// <inheritdoc/>
    public byte[] FillIn(byte[] docx, string? number, DateOnly decidedOn)
    {
        var refusals = DocxUpload.Check(docx, number is not null);
        return refusals.Count == 0 ? DocxUpload.FillIn(docx, number, decidedOn) : throw new LetterRefusedException(refusals);
    }

    /// <inheritdoc/>
    public IReadOnlyList<Refusal> CheckUpload(byte[] docx, bool needsNumber) => DocxUpload.Check(docx, needsNumber);

    private LetterDocument Compose(Letter letter)
    {
        var refusals = Check(letter);
        return refusals.Count == 0
            ? LetterComposer.Compose(templates.Find(letter.TemplateCode, letter.TemplateVersion)!.For(letter.Variant), letter, preview: false)
            : throw new LetterRefusedException(refusals);
    }
}
