using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.Clock;
using Disclosure.Cases.DateCorrections;
using Disclosure.Cases.Reporting;
using Disclosure.Cases.Web.Localisation;
using Microsoft.Extensions.Localization;

namespace Disclosure.Cases.Web.Pages.Cases;

/// <summary>A day of two ledgers side by side.</summary>
/// <param name="Date">The day.</param>
/// <param name="Before">What it was to the clock; empty beyond that ledger.</param>
/// <param name="After">What it is to the clock; empty beyond that ledger.</param>
internal sealed record ComparedDay(DateOnly Date, string Before, string After);

/// <summary>A date correction, proposed or approved, with what it does: for the proposer, the reviewer, and later readers.</summary>
/// <param name="Name">Which date.</param>
/// <param name="From">As it was recorded.</param>
/// <param name="To">As it should be.</param>
/// <param name="DecidedOn">The day of the approval; null while it waits for one.</param>
/// <param name="Effect">What it does; null where the case has no clock.</param>
internal sealed record CorrectionView(string Name, DateOnly From, DateOnly To, DateOnly? DecidedOn, DateCorrectionEffect? Effect)
{
    /// <summary>The corrections that wait, then the approved ones, the latest first.</summary>
    public static IReadOnlyList<CorrectionView> Of(
        CaseFile file, IReadOnlyList<HistoryRow> history, CalendarSnapshot calendars, DateOnly today, DateNames dates)
    {
        var events = history.Select(row => row.Event).ToList();
        var views = file.ProposedDateCorrections
            .Select(proposal => new CorrectionView(
                dates.Of(proposal.Sequence, proposal.Field),
                proposal.From,
                proposal.To,
                null,
                DateCorrectionEffect.Of(file, events, proposal, calendars, today)))
            .ToList();
        for (var index = events.Count - 1; index >= 0; index--)
        {
            if (events[index] is DateCorrected corrected)
            {
                var proposal = events.OfType<DateCorrectionProposed>().First(each => each.CorrectionId == corrected.CorrectionId);
                var day = ChinaTime.DayOf(history[index].OccurredAt);
                views.Add(new CorrectionView(
                    dates.Of(corrected.Sequence, corrected.Field),
                    proposal.From,
                    corrected.To,
                    day,
                    DateCorrectionEffect.Of(file.Id, events, index, calendars, day)));
            }
        }

        return views;
    }

    /// <summary>Both ledgers, day by day.</summary>
    public IReadOnlyList<ComparedDay> Ledgers(IStringLocalizer<Words> words)
    {
        var (before, after) = (Effect!.Before.Ledger.ToDictionary(day => day.Date), Effect.After.Ledger.ToDictionary(day => day.Date));
        return [.. before.Keys.Union(after.Keys).Order().Select(date => new ComparedDay(
            date, Said(before.GetValueOrDefault(date), words), Said(after.GetValueOrDefault(date), words)))];
    }

    /// <summary>The verdict on a reply, where the correction changes it; null otherwise.</summary>
    public (bool Before, bool After)? Verdict =>
        Effect is { Before.OnTime: { } before, After.OnTime: { } after } && before != after ? (before, after) : null;

    private static string Said(LedgerDay? day, IStringLocalizer<Words> words) => day is null ? ""
        : (day.Number is { } number ? words["第 {0} 个工作日", number].Value : Texts.Name(day.Kind, Texts.CurrentLanguage)) + (day.Name is null
            ? ""
            : $"（{day.Name}）");
}
