using Disclosure.Cases.Clock;
using Disclosure.Cases.Web.Localisation;
using Microsoft.Extensions.Localization;

namespace Disclosure.Cases.Web.Presentation;

/// <summary>A day of a month as the ledger sees it.</summary>
/// <param name="Day">The day of the month; 0 for a place before the first.</param>
/// <param name="Tone">A class of the style sheet; empty for days that mean nothing.</param>
/// <param name="Mark">What stands under the day: which counted day it is, or why it is none.</param>
/// <param name="Title">The day in full, what it is and the article.</param>
internal sealed record LedgerCell(int Day, string Tone, string Mark, string Title);

/// <summary>A month, from Monday.</summary>
internal sealed record LedgerMonth(string Name, IReadOnlyList<LedgerCell> Cells);

/// <summary>A ledger as months on the wall: every day that the clock looked at, and what it was to it.</summary>
internal sealed class LedgerMonths
{
    /// <summary>More months than these are no help to anybody; the table has every day.</summary>
    private const int Most = 24;

    private LedgerMonths(Reckoning reckoning, DateOnly today, IStringLocalizer<Words> words)
    {
        Reckoning = reckoning;
        var months = reckoning.Ledger.GroupBy(day => (day.Date.Year, day.Date.Month)).ToList();
        Omitted = Math.Max(0, months.Count - Most);
        Months = [.. months.Skip(Omitted).Select(month => Month(
            month.Key.Year, month.Key.Month, month.ToDictionary(day => day.Date.Day), reckoning.ReplyDueOn, today, words))];
    }

    /// <summary>What the clock says.</summary>
    public Reckoning Reckoning { get; }

    /// <summary>The months, the last ones where there are many.</summary>
    public IReadOnlyList<LedgerMonth> Months { get; }

    /// <summary>How many earlier months are not among them.</summary>
    public int Omitted { get; }

    /// <summary>The months of a reckoning; without any where it has no ledger.</summary>
    public static LedgerMonths Of(Reckoning reckoning, DateOnly today, IStringLocalizer<Words> words) => new(reckoning, today, words);

    private static LedgerMonth Month(
        int year, int month, Dictionary<int, LedgerDay> days, DateOnly? dueOn, DateOnly today, IStringLocalizer<Words> words)
    {
        var first = new DateOnly(year, month, 1);
        var before = ((int)first.DayOfWeek + 6) % 7;
        return new LedgerMonth(words["{0}年{1}月", year, month], [
            .. Enumerable.Repeat(new LedgerCell(0, "", "", ""), before),
            .. Enumerable.Range(1, DateTime.DaysInMonth(year, month)).Select(day => days.TryGetValue(day, out var entry)
                ? Cell(entry, dueOn, today, words)
                : new LedgerCell(day, "", "", first.AddDays(day - 1).Long())),
        ]);
    }

    private static LedgerCell Cell(LedgerDay day, DateOnly? dueOn, DateOnly today, IStringLocalizer<Words> words)
    {
        var kind = Texts.Name(day.Kind, Texts.CurrentLanguage);
        var title = $"{day.Date.WithWeekDay()} · {kind}{(day.Name is null ? "" : $"（{day.Name}）")} · {day.Article}";
        var (tone, mark) = day.Date == dueOn ? ("d", day.Number is { } last ? $"{last}" : words["届满"].Value) : day.Kind switch
        {
            LedgerKind.Start => ("s", words["起"].Value),
            LedgerKind.Standing or LedgerKind.Excluded => ("x", words["停"].Value),
            LedgerKind.Counted => (dueOn < day.Date ? "o" : "n", $"{day.Number}"),
            LedgerKind.Holiday => ("h", words["休"].Value),
            LedgerKind.Weekend => ("", ""),
        };
        return new LedgerCell(
            day.Date.Day,
            $"{tone}{(day.Kind == LedgerKind.Counted && day.Name is not null ? " t" : "")}{(day.Date == today ? " w" : "")}".Trim(),
            mark,
            title);
    }
}
