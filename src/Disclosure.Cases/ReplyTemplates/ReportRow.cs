namespace Disclosure.Cases.ReplyTemplates;

/// <summary>The row of the annual report's table 3 of a case with several outcomes (docs/domain.md, "Several outcomes").</summary>
public static class ReportRow
{
    private const string Disclosed = "(一)";
    private const string PartlyDisclosed = "(二)";
    private const string Refused = "(三)";

    /// <summary>"(二)" when anything is given and anything withheld, else the principal outcome's row.</summary>
    /// <param name="rows">The row of each outcome; null for an outcome that counts nowhere.</param>
    /// <param name="principal">The row of the outcome that the clerk named as the principal one.</param>
    public static string? Of(IReadOnlyList<string?> rows, string? principal)
    {
        var given = rows.Any(row => row is Disclosed or PartlyDisclosed);
        var withheld = rows.Any(row => row == PartlyDisclosed || row?.StartsWith(Refused, StringComparison.Ordinal) == true);
        return given && withheld ? PartlyDisclosed : principal;
    }
}
