using System.Globalization;
using System.Text;

namespace Disclosure.Cases.Web.Presentation;

/// <summary>A table as a CSV file that spreadsheets open as it is.</summary>
internal sealed class CsvFile
{
    private readonly StringBuilder text = new();

    /// <summary>Adds a row.</summary>
    public CsvFile Add(params IEnumerable<string> cells)
    {
        text.AppendJoin(',', cells.Select(Cell)).Append("\r\n");
        return this;
    }

    /// <summary>The file. Excel takes a text for UTF-8 by its mark.</summary>
    public byte[] Bytes() => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];

    /// <summary>An instant as a cell has it: to the second, by China's clock.</summary>
    public static string Instant(DateTimeOffset instant) =>
        instant.ToOffset(ChinaTime.Offset).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    // What begins like a formula would be one in a spreadsheet.
    private static string Cell(string text) => text.Length > 0 && "=+-@\t\r".Contains(text[0])
        ? $"\"'{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
        : text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
