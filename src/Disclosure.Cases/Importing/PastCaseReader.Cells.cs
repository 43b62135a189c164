using System.Globalization;
using Disclosure.Cases.Clock;
using Disclosure.Cases.Numbering;
using Disclosure.Cases.ReplyTemplates;

namespace Disclosure.Cases.Importing;

/// <content>How single cells are read.</content>
public sealed partial class PastCaseReader
{
    private const int LongestNumber = 100;
    private const int LongestQuoted = 30;

    // What Excel shows for an empty cell that is formatted as a day.
    private const int EmptyYear = 1900;

    private PastReply? Reply(EffectiveTemplate letter, DateOnly? received)
    {
        var served = Day(LedgerColumn.ServedOn);
        var decided = Day(LedgerColumn.DecidedOn);
        if (served is null && decided is null)
        {
            if (!IsFaulty(LedgerColumn.ServedOn) && !IsFaulty(LedgerColumn.DecidedOn))
            {
                Refuse(LedgerColumn.ServedOn, new Refusal("import.servedMissing"));
            }

            return null;
        }

        if (served is null)
        {
            Warn(LedgerColumn.ServedOn, new Refusal("import.servedAsDecided"));
        }

        var (on, issued) = (served ?? decided!.Value, decided ?? served!.Value);
        if (received > issued)
        {
            Refuse(decided is null ? LedgerColumn.ServedOn : LedgerColumn.DecidedOn, new Refusal("import.beforeReceipt", issued, received));
        }
        else if (on < issued)
        {
            Refuse(LedgerColumn.ServedOn, new Refusal("import.servedBeforeDecided", on, issued));
        }

        var dueOn = Day(LedgerColumn.DueOn, mayBeToCome: true);
        if (dueOn <= received)
        {
            Refuse(LedgerColumn.DueOn, new Refusal("import.dueBeforeReceipt", dueOn, received));
        }

        var number = Number(LedgerColumn.ReplyNumber, letter.Template.Series ?? SeriesKind.Decision, issued);
        if (number is null && Text(LedgerColumn.ReplyNumber).Length == 0)
        {
            Warn(LedgerColumn.ReplyNumber, new Refusal("import.noReplyNumber"));
        }

        return new PastReply(letter, number, issued, on, Chosen(LedgerColumn.ServiceWay, LedgerWords.WayOf) ?? layout.Way, dueOn);
    }

    // A number of the district's pattern, the mere place in the series, or whatever the office gave before there was a pattern.
    private PastNumber? Number(LedgerColumn column, SeriesKind kind, DateOnly? on)
    {
        var text = Text(column);
        if (text.Length == 0 || on is not { } day)
        {
            return null;
        }

        if (PrintedText.Fault(text, lines: false, LongestNumber) is { } fault)
        {
            Refuse(column, fault);
            return null;
        }

        var code = surroundings.Codes[0];
        if (int.TryParse(ComparedText.Of(text), NumberStyles.None, CultureInfo.InvariantCulture, out var place)
            && place is > 0 and < 1_000_000)
        {
            return new PastNumber(surroundings.Patterns.Format(kind, code, day.Year, place), day.Year, place);
        }

        var written = surroundings.Patterns.In(text, code, surroundings.Codes);
        if (written is [{ Series: var series } only] && only.AsWritten.Trim() == text.Trim())
        {
            if (series != kind)
            {
                Refuse(column, new Refusal("import.otherSeries", text, series, kind));
            }

            return new PastNumber(only.Printed, only.Year, only.Ordinal);
        }

        Warn(column, new Refusal("import.otherPattern"));
        return new PastNumber(text, day.Year, null);
    }

    private DateOnly? Day(LedgerColumn column, bool mayBeToCome = false)
    {
        if (Text(column).Length == 0 || Cell(column) is not { } cell)
        {
            return null;
        }

        var day = cell.Day ?? WrittenDay.Read(cell.Text);
        var refusal = day switch
        {
            null => new Refusal("import.noDay", Cut(cell.Text)),
            { Year: <= EmptyYear } => new Refusal("import.emptyDay", day),
            _ when day < RuleSet.EarliestReceipt => new Refusal("date.beforeRegulation", RuleSet.EarliestReceipt),
            _ when day > surroundings.Today && !mayBeToCome => new Refusal("date.inFuture", surroundings.Today),
            _ => null,
        };
        if (refusal is null)
        {
            return day;
        }

        Refuse(column, refusal);
        return null;
    }

    private T? Chosen<T>(LedgerColumn column, Func<string, T?> find)
        where T : struct, Enum
    {
        var words = Text(column);
        if (words.Length == 0)
        {
            return null;
        }

        if (find(words) is { } value)
        {
            return value;
        }

        Refuse(column, new Refusal("import.wordUnknown", Cut(words), string.Join(
            '、', Enum.GetValues<T>().Select(each => Texts.Name(each, Texts.CurrentLanguage)))));
        return null;
    }

    private SheetCell? Cell(LedgerColumn column) => layout.ColumnOf(column) is { } at ? row[at] : null;

    // What cannot be trusted is refused once, and read as if nothing stood there.
    private string Text(LedgerColumn column)
    {
        if (Cell(column) is not { } cell)
        {
            return "";
        }

        if (cell.Fault is { } fault)
        {
            Refuse(column, new Refusal(fault));
            return "";
        }

        return cell.Text;
    }

    private string? Optional(LedgerColumn column) => Text(column) is { Length: > 0 } text ? text : null;

    private bool IsFaulty(LedgerColumn column) =>
        ofRow.Exists(problem => problem.Blocks && problem.Column == layout.ColumnOf(column));

    private void Refuse(LedgerColumn column, Refusal refusal) => Add(layout.ColumnOf(column), refusal, true);

    private void Warn(LedgerColumn? column, Refusal refusal) =>
        Add(column is { } named ? layout.ColumnOf(named) : null, refusal, false);

    private void Add(int? column, Refusal refusal, bool blocks)
    {
        var problem = new ImportProblem(row.Number, column, refusal, blocks);
        if (!ofRow.Contains(problem))
        {
            ofRow.Add(problem);
        }
    }

    private static string Cut(string text) => new StringInfo(text) is { LengthInTextElements: > LongestQuoted } elements
        ? elements.SubstringByTextElements(0, LongestQuoted) + "…"
        : text;
}
