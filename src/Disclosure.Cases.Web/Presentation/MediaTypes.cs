namespace Disclosure.Cases.Web.Presentation;

/// <summary>The media types of files that pages hand out.</summary>
internal static class MediaTypes
{
    /// <summary>A spreadsheet (XLSX).</summary>
    public const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>Comma-separated values.</summary>
    public const string Csv = "text/csv";
}
