using Disclosure.Cases.CaseFiles.Events;

namespace Disclosure.Cases.CaseFiles;

/// <summary>What a document says of the items of one outcome.</summary>
public sealed class DocumentSection(SectionDrafted drafted)
{
    /// <summary>The template's code.</summary>
    public string Template { get; } = drafted.Template;

    /// <summary>The template's variant, if it has any.</summary>
    public string? Variant { get; } = drafted.Variant;

    /// <summary>SHA-256 of the template it was made from.</summary>
    public string TemplateVersion { get; internal set; } = drafted.TemplateVersion;

    /// <summary>The row of table 3 in which its items would count alone.</summary>
    public string? Row { get; } = drafted.Row;

    /// <summary>The items that it answers.</summary>
    public IReadOnlyList<Guid> Items { get; } = drafted.Items;

    /// <summary>The facts filled in, as JSON.</summary>
    public TextRef Facts { get; internal set; } = drafted.Facts;
}
