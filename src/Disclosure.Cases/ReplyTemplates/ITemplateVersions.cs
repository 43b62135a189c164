namespace Disclosure.Cases.ReplyTemplates;

/// <summary>
/// The wordings that were ever in use, and which of them the office adopted when. Append-only: what a document was made
/// from can be read for as long as the document is kept.
/// </summary>
public interface ITemplateVersions
{
    /// <summary>Keeps a wording; one that is kept already stays as it is.</summary>
    /// <param name="version">SHA-256 of <paramref name="content"/> in UTF-8, lower-case hexadecimal.</param>
    /// <param name="code">The template's code.</param>
    /// <param name="content">The whole file.</param>
    Task Keep(string version, string code, string content, CancellationToken cancellation);

    /// <summary>The whole file of a wording, or null when it was never kept.</summary>
    Task<string?> Content(string version, CancellationToken cancellation);

    /// <summary>Every adoption: by code, those of a code in their order.</summary>
    Task<IReadOnlyList<TemplateAdoption>> Adoptions(CancellationToken cancellation);

    /// <summary>Records an adoption as the next of its code.</summary>
    /// <returns>Whether it was recorded; false when somebody else recorded one with that ordinal first.</returns>
    Task<bool> Record(TemplateAdoption adoption, CancellationToken cancellation);
}

/// <summary>From when on the office uses a wording.</summary>
/// <param name="Code">The template's code.</param>
/// <param name="Ordinal">Its place among the adoptions of the code, from 1.</param>
/// <param name="Version">The wording; null for the one that comes with the software or lies in the configured folder.</param>
/// <param name="AdoptedAt">When, UTC.</param>
/// <param name="AdoptedBy">The administrator.</param>
/// <param name="Note">Why.</param>
public sealed record TemplateAdoption(string Code, int Ordinal, string? Version, DateTimeOffset AdoptedAt, Guid AdoptedBy, string Note);
