namespace Disclosure.Cases.Documents.Docx.Merging;

/// <summary>Something in a letter would not look in a merged document as it does alone: it is printed alone.</summary>
internal sealed class CannotMergeException(string code) : Exception(code)
{
    /// <summary>Not a DOCX that can be read.</summary>
    public const string Unreadable = "print.unreadable";

    /// <summary>Footnotes or endnotes, whose numbers would run on from letter to letter.</summary>
    public const string Notes = "print.notes";

    /// <summary>Comments or tracked changes: no letter to send.</summary>
    public const string Comments = "print.comments";

    /// <summary>Fields that reckon with the whole document, e.g. the number of pages.</summary>
    public const string Fields = "print.fields";

    /// <summary>Settings of layout that hold for a whole document and differ from the other letters'.</summary>
    public const string Layout = "print.layout";

    /// <summary>Charts, objects, embedded fonts, and whatever else is not known here.</summary>
    public const string Foreign = "print.foreign";

    /// <summary>The refusal's code.</summary>
    public string Code { get; } = code;
}
