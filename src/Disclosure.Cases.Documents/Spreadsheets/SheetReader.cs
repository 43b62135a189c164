using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using Disclosure.Cases.Documents.Docx;
using Disclosure.Cases.Importing;
using DocumentFormat.OpenXml.Packaging;

namespace Disclosure.Cases.Documents.Spreadsheets;

/// <summary>Reads files from outside, of which nothing is believed before it is judged.</summary>
public sealed class SheetReader : ISheetReader
{
    private const int MostColumns = 200;

    // What an office keeps beside XLSX: the older XLS, and what is locked with a password, are such files.
    private static readonly byte[] CompoundFile = [0xD0, 0xCF, 0x11, 0xE0];
    private static readonly byte[] Zip = [0x50, 0x4B, 0x03, 0x04];
    private static readonly char[] Separators = [',', '\t', ';'];

    /// <inheritdoc/>
    public Result<IReadOnlyList<ImportedSheet>> Read(byte[] content)
    {
        if (content.Length == 0)
        {
            return new Refusal("file.empty");
        }

        if (content.Length > ISheetReader.LargestFile * 1024 * 1024)
        {
            return new Refusal("file.tooLarge", ISheetReader.LargestFile);
        }

        if (content.AsSpan().StartsWith(CompoundFile))
        {
            return new Refusal("sheet.oldFormat");
        }

        var read = content.AsSpan().StartsWith(Zip) ? Workbook(content) : Values(content);
        return !read.Succeeded ? read
            : read.Value.Any(sheet => sheet.Rows.Count > ISheetReader.MostRows)
                ? new Refusal("sheet.tooManyRows", ISheetReader.MostRows)
            : read.Value.All(sheet => sheet.Rows.Count == 0) ? new Refusal("sheet.empty")
            : read;
    }

    /// <inheritdoc/>
    public Result<string> Decode(byte[] content)
    {
        Encoding[] marked = [Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode];
        if (marked.FirstOrDefault(encoding => content.AsSpan().StartsWith(encoding.Preamble)) is { } known)
        {
            return Text(known, content.AsSpan(known.Preamble.Length));
        }

        foreach (var encoding in new[] { new UTF8Encoding(false, true), Gb18030 })
        {
            try
            {
                return Text(encoding, content);
            }
            catch (DecoderFallbackException)
            {
                // The next one.
            }
        }

        return new Refusal("sheet.encoding");
    }

    private static Encoding Gb18030 => CodePagesEncodingProvider.Instance.GetEncoding(
        "GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    // A null character stands in no text, but in every other file.
    private static Result<string> Text(Encoding encoding, ReadOnlySpan<byte> content) =>
        encoding.GetString(content) is var text && !text.Contains('\0') ? text : new Refusal("sheet.encoding");

    private Result<IReadOnlyList<ImportedSheet>> Values(byte[] content)
    {
        var decoded = Decode(content);
        if (!decoded.Succeeded)
        {
            return Result<IReadOnlyList<ImportedSheet>>.Refused(decoded.Refusals);
        }

        var firstLine = decoded.Value.AsSpan(0, Math.Min(decoded.Value.Length, 4_000)).TrimStart("\r\n").ToString().Split('\n')[0];
        using var parser = new CsvParser(new StringReader(decoded.Value), new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = Separators.MaxBy(separator => firstLine.Count(letter => letter == separator)).ToString(),
            BadDataFound = null,
            IgnoreBlankLines = false,
        });
        var rows = new List<SheetRow>();
        var line = 1;
        while (rows.Count <= ISheetReader.MostRows && parser.Read())
        {
            var cells = parser.Record!.Take(MostColumns).Select(text => new SheetCell(Plain(text))).ToList();
            Add(rows, new SheetRow(line, false, cells));
            line = parser.RawRow + 1;
        }

        return new[] { new ImportedSheet("", false, rows) };
    }

    private static Result<IReadOnlyList<ImportedSheet>> Workbook(byte[] content)
    {
        try
        {
            if (DocxArchive.Open(content) is null)
            {
                return new Refusal("sheet.tooMuch");
            }

            using var document = SpreadsheetDocument.Open(new MemoryStream(content), false);
            var book = new WorkbookCells(document.WorkbookPart ?? throw new InvalidDataException("There is no workbook."));
            return book.Sheets(MostColumns).ToList();
        }
#pragma warning disable CA1031 // A damaged file comes to the surface anywhere in the library, in whatever way.
        catch (Exception problem) when (problem is not OutOfMemoryException)
#pragma warning restore CA1031
        {
            return new Refusal("sheet.unreadable");
        }
    }

    /// <summary>Adds a row unless nothing stands in it.</summary>
    public static void Add(List<SheetRow> rows, SheetRow row)
    {
        if (!row.IsEmpty)
        {
            rows.Add(row);
        }
    }

    /// <summary>A text as it is read: no blanks around it, one way of breaking lines, and nothing that no letter can carry.</summary>
    public static string Plain(string text) => PrintedText.Printable(text.ReplaceLineEndings("\n")).Trim().Trim('\uFEFF').Trim();
}
