using System.Globalization;
using System.Text;

namespace Disclosure.Cases.Documents.Spreadsheets;

/// <summary>
/// Writes comma-separated values (RFC 4180): UTF-8 with its mark, without which Chinese Excel reads GB 18030. A text that a program would
/// take for a formula stands behind an apostrophe, which makes it a text there.
/// </summary>
internal static class CsvWriter
{
    private const string EndOfLine = "\r\n";

    public static byte[] Write<T>(IReadOnlyList<SheetColumn<T>> columns, IEnumerable<T> rows) => Write(
        rows.Select(row => columns.Select(column => column.Value(row)))
            .Prepend(columns.Select(column => (object?)column.Heading)));

    /// <summary>Lines of cells: a text, a day, a whole number; nothing for null.</summary>
    public static byte[] Write(IEnumerable<IEnumerable<object?>> lines)
    {
        var text = new StringBuilder();
        foreach (var line in lines)
        {
            text.AppendJoin(',', line.Select(Cell)).Append(EndOfLine);
        }

        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    private static string Cell(object? value) => value switch
    {
        null => "",
        string text => $"\"{(CellText.LooksLikeFormula(text) ? "'" : "")}{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new ArgumentException($"There is no cell for a {value.GetType().Name}.", nameof(value)),
    };
}
