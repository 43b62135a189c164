using System.Text.Json.Nodes;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.Clock;
using Disclosure.Cases.LetterComposition;
using Disclosure.Cases.Letters;
using Disclosure.Cases.ReplyProcess;

namespace Disclosure.Cases.LegalChecks;

/// <summary>A document under judgement.</summary>
/// <param name="Letter">The letter that it makes.</param>
internal sealed record JudgedDocument(CaseFile File, CaseDocument Document, Letter Letter, Surroundings Around, Moment Now);

/// <summary>
/// One section of a document under judgement, as the letter that it would be alone; or a part that it withholds, as the refusal of
/// the whole on the same ground.
/// </summary>
/// <param name="Section">The section; of a part the one that withholds it.</param>
/// <param name="Letter">That letter.</param>
internal sealed record JudgedPart(
    CaseFile File, CaseDocument Document, DocumentSection Section, Letter Letter, Surroundings Around, Moment Now)
{
    /// <summary>All sections of the letter, this one among them, each as the letter that it would be alone.</summary>
    public IReadOnlyList<Letter> Sections { get; init; } = [Letter];

    /// <summary>The template's code; of a part the code of its ground.</summary>
    public string Template => Letter.TemplateCode;

    /// <summary>The template's variant, or null.</summary>
    public string? Variant => Letter.Variant;

    /// <summary>What was filled in.</summary>
    public JsonObject Facts => Letter.Facts;

    /// <summary>The grounds of the parts withheld (art. 37).</summary>
    public IReadOnlyList<string> Grounds => [.. WithheldPart.Of(Facts).Select(part => part.Ground).OfType<string>()];

    /// <summary>Every text that was typed, with its fact; what withheld parts say is theirs.</summary>
    public IEnumerable<(string Field, string Text)> Texts =>
        Facts.Where(fact => WithheldPart.Of(fact.Key, fact.Value).Count == 0)
            .SelectMany(fact => FactReader.TextsIn(fact.Value).Select(text => (fact.Key, text)));

    /// <summary>A part that it withholds, as the refusal of the whole on the same ground.</summary>
    public JudgedPart Of(WithheldPart part) => this with
    {
        Letter = Letter with { TemplateCode = part.Ground ?? "", TemplateVersion = null, Variant = null, Facts = part.Facts },
    };

    /// <summary>The case's letters that went out and still stand.</summary>
    public IReadOnlyList<CaseDocument> Sent => [.. File.Documents.Where(letter => letter.Status == DocumentStatus.Served)];

    /// <summary>Of these, the letters that asked anybody for an opinion.</summary>
    public IReadOnlyList<CaseDocument> Consultations => [.. Sent.Where(letter => letter.ConsultationKind is not null)];

    /// <summary>Of these, the letters to third parties (art. 32).</summary>
    public IReadOnlyList<CaseDocument> ThirdPartyLetters =>
        [.. Sent.Where(letter => letter.ConsultationKind == ConsultationKind.ThirdParty)];

    /// <summary>A fact that is a text; null where there is none.</summary>
    public string? Text(string field) => FactReader.Text(Facts, field);

    /// <summary>A fact that is a date; null where there is none or none that exists.</summary>
    public DateOnly? Date(string field) => FactReader.Date(Facts, field);

    /// <summary>A fact that is a whole number; null where there is none.</summary>
    public int? Number(string field) => FactReader.Number(Facts, field);
}

/// <summary>A document that was finished in Word, under judgement beside the letter that template and facts make.</summary>
/// <param name="Letter">The generated letter.</param>
/// <param name="Content">The upload's bytes; null when it is gone, or is not the one that was recorded.</param>
/// <param name="Fixed">The paragraphs that nobody may change.</param>
/// <param name="Expected">The generated letter's paragraphs.</param>
/// <param name="Found">The upload's paragraphs.</param>
internal sealed record JudgedUpload(
    CaseFile File,
    Letter Letter,
    byte[]? Content,
    IReadOnlyList<string> Fixed,
    IReadOnlyList<LetterParagraph> Expected,
    IReadOnlyList<LetterParagraph> Found)
{
    /// <summary>The generated letter's text, as <see cref="Closed"/>.</summary>
    public string ExpectedText { get; } = TextOf(Expected);

    /// <summary>The upload's text, as <see cref="Closed"/>.</summary>
    public string FoundText { get; } = TextOf(Found);

    /// <summary>
    /// A text without white space. Blanks and line breaks within a paragraph are layout, not wording: a long title may be
    /// broken into two lines. So is the width of brackets: older letters have those of the law's printed text.
    /// </summary>
    public static string Closed(string text) =>
        string.Concat(text.Where(letter => !char.IsWhiteSpace(letter))).Replace('(', '（').Replace(')', '）');

    private static string TextOf(IReadOnlyList<LetterParagraph> paragraphs) =>
        string.Join('\n', paragraphs.Select(paragraph => Closed(paragraph.Text)));
}
