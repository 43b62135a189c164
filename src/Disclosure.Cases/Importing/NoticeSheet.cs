using System.Text;
using Disclosure.Cases.Clock;

namespace Disclosure.Cases.Importing;

/// <summary>
/// A calendar's notice that somebody kept in a spreadsheet, as <see cref="NoticeFile"/> reads it: days in any writing, and the kinds of
/// days and the headings in Chinese too. What is none of it stays as it is written, for its line to be named.
/// </summary>
public static class NoticeSheet
{
    private static readonly string[] Off = ["休", "休息", "放假", "休假", "休息日", "节假日"];
    private static readonly string[] Work = ["班", "上班", "补班", "调休上班", "工作", "工作日"];

    /// <summary>The rows as lines, each in the line of its row.</summary>
    public static string ToNotice(IReadOnlyList<SheetRow> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var text = new StringBuilder();
        var line = 1;
        foreach (var row in rows)
        {
            text.Append('\n', row.Number - line).AppendLine(row.Number == rows[0].Number && IsHeading(row) ? NoticeFile.Header : Line(row));
            line = row.Number + 1;
        }

        return text.ToString().ReplaceLineEndings("\n");
    }

    private static bool IsHeading(SheetRow row) => DayIn(row[0]) is null && row[1].Text.Length > 0;

    private static string Line(SheetRow row)
    {
        var day = DayIn(row[0]) is { } read ? $"{read:yyyy-MM-dd}" : row[0].Text;
        var kind = Off.Contains(row[1].Text) ? StoredNames.Of(DayExceptionKind.Off)
            : Work.Contains(row[1].Text) ? StoredNames.Of(DayExceptionKind.Work)
            : row[1].Text;
        return $"{day},{kind},{row[2].Text.Replace(',', '，').Replace('\n', ' ')}";
    }

    private static DateOnly? DayIn(SheetCell cell) => cell.Day ?? WrittenDay.Read(cell.Text);
}
