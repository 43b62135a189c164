using Disclosure.Cases.Agencies;

namespace Disclosure.Cases.Documents.Model;

/// <summary>A letter made up, before it becomes DOCX or HTML.</summary>
internal sealed record LetterDocument
{
    /// <summary>The masthead, or null on forms.</summary>
    public required MastheadKind? Masthead { get; init; }

    /// <summary>The organ's name, in the masthead and above the date.</summary>
    public required Inline Organ { get; init; }

    /// <summary>The number line, or null where the document bears none.</summary>
    public required Inline? Number { get; init; }

    public required string Title { get; init; }

    /// <summary>Names and colon, or null on forms.</summary>
    public required IReadOnlyList<Inline>? Addressee { get; init; }

    /// <summary>The body, the remedies and the contact line.</summary>
    public required IReadOnlyList<Block> Body { get; init; }

    /// <summary>From which block of the body on it says whom to ask; the body's length where it does not.</summary>
    public int ContactFrom => Body.Count - Body.Reverse().TakeWhile(block => block is Paragraph { StaysWithNext: true }).Count();

    /// <summary>The names of the attachments; empty for none.</summary>
    public required IReadOnlyList<Inline> Attachments { get; init; }

    /// <summary>The date of issue, or null on forms, which bear no signature.</summary>
    public required Inline? DecidedOn { get; init; }

    /// <summary>Whether number or date are still to come.</summary>
    public bool IsDraft => Number?.Kind == InlineKind.Draft || DecidedOn?.Kind == InlineKind.Draft;
}
