using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.Reporting;
using Disclosure.Cases.Web.Acting;
using Disclosure.Cases.Web.Localisation;
using Microsoft.Extensions.Localization;

namespace Disclosure.Cases.Web.Pages.Cases.Queueing;

/// <summary>A group of stages above the queue.</summary>
/// <param name="Link">Leads to the group; from the group that is shown back to all open cases.</param>
/// <param name="Count">How many cases it has; null where nobody needs to know.</param>
internal sealed record QueuePill(string Label, string Link, bool IsChosen, int? Count);

/// <summary>Something that the queue is narrowed by.</summary>
/// <param name="Without">The same address without it.</param>
internal sealed record QueueChip(string Label, string Without);

/// <summary>What the queue can be narrowed by, each with how many cases it would show beside what else is chosen.</summary>
internal sealed class QueueFacets(
    QueueChoice choice, Guid readerId, IReadOnlyList<QueueTally> tallies, int withInquiry, IStringLocalizer<Words> words)
{
    private static readonly string[] Dues = [QueueChoice.Late, QueueChoice.Soon, QueueChoice.Week, QueueChoice.Standing];

    /// <summary>The open cases of the officer who is chosen, or of all.</summary>
    public int Open => Count(OfOfficer);

    /// <summary>Of these, those that are late or about to be.</summary>
    public int Urgent => Count(tally => OfOfficer(tally) && tally.IsSoon);

    /// <summary>The groups of stages.</summary>
    public IEnumerable<QueuePill> Pills()
    {
        yield return Pill(QueueChoice.Open, words["在办"], Enum.GetValues<CaseStage>());
        yield return Pill(QueueChoice.Confirm, words["待确认"]);
        foreach (var step in Enum.GetValues<ReplyStep>())
        {
            yield return Pill(StoredNames.Of(step), Texts.Name(step, Texts.CurrentLanguage));
        }

        yield return Pill(QueueChoice.Waiting, words["等申请人"]);
        yield return Pill(QueueChoice.Ended, words["已办结"]) with { Count = null };
        if (withInquiry > 0 || choice.Group == QueueChoice.Inquiry)
        {
            yield return Pill(QueueChoice.Inquiry, words["督办"]) with { Count = withInquiry };
        }
    }

    /// <summary>The days, for a list to choose from.</summary>
    public IEnumerable<Option> DueOptions() =>
        Dues.Select(due => new Option(due, Counted(DueName(due), tally => OfStage(tally) && OfOfficer(tally) && IsDue(tally, due))));

    /// <summary>The officers who have open cases, for a list to choose from.</summary>
    public IReadOnlyList<Option> OfficerOptions() => [.. tallies.GroupBy(tally => (tally.OfficerId, tally.OfficerName)).Select(of =>
        new Option(of.Key.OfficerId.ToString(), Counted(
            of.Key.OfficerName, tally => tally.OfficerId == of.Key.OfficerId && OfStage(tally) && IsDue(tally, choice.Due))))];

    /// <summary>What can be taken away again, but for the stage, whose pill does it.</summary>
    public IEnumerable<QueueChip> Chips(string? officerName, string? agencyName)
    {
        if (choice.Q is { } search)
        {
            yield return new(words["“{0}”", search], (choice with { Q = null }).Link());
        }

        if (choice.Due is { } due)
        {
            yield return new(DueName(due), (choice with { Due = null }).Link());
        }

        if (choice is { Officer: not null, Mine: false })
        {
            yield return new(officerName ?? words["承办人"], (choice with { Officer = null }).Link());
        }

        if (agencyName is not null && choice.Agency is not null)
        {
            yield return new(agencyName, (choice with { Agency = null }).Link());
        }
    }

    private string DueName(string due) => due switch
    {
        QueueChoice.Late => words["已逾期"],
        QueueChoice.Soon => words["已逾期或者三个工作日内到期"],
        QueueChoice.Week => words["本周到期"],
        _ => words["停计"],
    };

    private QueuePill Pill(string group, string label, IReadOnlyList<CaseStage>? stages = null)
    {
        stages ??= QueueChoice.StagesOf(group)!;
        var isChosen = choice.Group == group;

        // Without a search the open cases are what the plain address shows.
        var stage = isChosen && group != QueueChoice.Open || (group == QueueChoice.Open && choice.Q is null) ? null : group;
        return new QueuePill(
            label,
            (choice with { Stage = stage }).Link(),
            isChosen,
            Count(tally => stages.Contains(tally.Stage) && OfOfficer(tally) && IsDue(tally, choice.Due)));
    }

    // Ended cases are not counted: there are too many of them, and nobody waits.
    private string Counted(string label, Func<QueueTally, bool> of) =>
        choice.Group is QueueChoice.All or QueueChoice.Ended or QueueChoice.Inquiry ? label : words["{0}（{1}）", label, Count(of)];

    private int Count(Func<QueueTally, bool> of) => tallies.Where(of).Sum(tally => tally.Cases);

    private bool OfOfficer(QueueTally tally) => (choice.Mine ? readerId : choice.Officer) is not { } officer || tally.OfficerId == officer;

    private bool OfStage(QueueTally tally) => QueueChoice.StagesOf(choice.Group) is not { } stages || stages.Contains(tally.Stage);

    private static bool IsDue(QueueTally tally, string? due) => due switch
    {
        QueueChoice.Late => tally.IsLate,
        QueueChoice.Soon => tally.IsSoon,
        QueueChoice.Week => tally.IsThisWeek,
        QueueChoice.Standing => tally.IsStanding,
        _ => true,
    };
}
