using Disclosure.Cases.Agencies;
using Disclosure.Cases.Calendars;
using Disclosure.Cases.Messaging;
using Disclosure.Cases.ReplyProcess;
using Disclosure.Cases.Reporting;
using Disclosure.Cases.Supervision;
using Disclosure.Cases.Web.Hosting;
using Disclosure.Cases.Web.Localisation;
using Disclosure.Cases.Web.Presentation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Disclosure.Cases.Web.Pages.Cases;

/// <summary>工作台: the cases by urgency; a manager sees the district's, everybody else the own agency's.</summary>
[Authorize(Policies.Reader)]
internal sealed class QueueModel(ICaseQueries queries, IAgencies agencies, CurrentActor actor, TimeProvider time, CalendarsInForce calendars, IStringLocalizer<Words> words) : PageModel
{
    private const int PageSize = 20;

    /// <summary>Which cases: null for all open ones, <c>all</c>, or the name of a group of stages.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Stage { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Mine { get; set; }

    /// <summary>A manager's choice of agency.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Agency { get; set; }

    /// <summary>A manager's choice: only late cases, or only those about to be late.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Due { get; set; }

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public QueuePage Cases { get; private set; } = new([], 0);

    public IReadOnlyList<(string? Stage, string Label, int Count)> Pills { get; private set; } = [];

    public int Open { get; private set; }

    public int Urgent { get; private set; }

    /// <summary>The letters of these cases that are issued and not yet served; none for those who send no letters.</summary>
    public int Unserved { get; private set; }

    public string? AgencyName { get; private set; }

    public DateOnly Today => time.Today();

    public bool SeesDistrict => actor.Value.Is(Role.Manager);

    public bool Registers => actor.Value.Is(Role.Clerk);

    public int Pages => Math.Max(1, (Cases.Total + PageSize - 1) / PageSize);

    public Urgency UrgencyOf(QueueRow row) => Urgency.Of(row, Today, calendars, words);

    public string NextOf(QueueRow row) => NextStep.Of(row, Today, calendars, words);

    public async Task OnGetAsync()
    {
        var agency = SeesDistrict && !actor.Value.Is(Role.Clerk | Role.Reviewer) ? Agency : actor.Value.AgencyId;
        AgencyName = agency is { } id && id != actor.Value.AgencyId ? (await agencies.AllOn(Today)).FirstOrDefault(known => known.Id == id)?.Name : null;
        var officer = Mine ? actor.Value.Id : (Guid?)null;
        var calendar = calendars.Snapshot.Of(agency);
        var soon = calendar.AddWorkingDays(Today, Endangerment.From);
        var counts = await queries.CountByStage(agency, officer);
        Pills = [.. Groups().Select(group => (group.Stage, group.Label, group.Stages.Sum(stage => counts.GetValueOrDefault(stage))))];
        var ended = (await queries.Queue(new QueueFilter(agency, officer, QueueChoice.EndedStages, PageSize: 1))).Total;
        Pills = [.. Pills.Select(pill => pill.Stage == QueueChoice.Ended ? pill with { Count = ended } : pill)];
        Open = Pills[0].Count;
        var asked = (await queries.Queue(new QueueChoice(QueueChoice.Inquiry, null, Mine, null).Filter(agency, actor.Value, Today, calendar) with { PageSize = 1 })).Total;
        if (asked > 0 || Stage == QueueChoice.Inquiry)
        {
            Pills = [.. Pills, (QueueChoice.Inquiry, words["督办"], asked)];
        }

        Urgent = (await queries.Queue(new QueueFilter(agency, officer, DueUntil: soon, PageSize: 1))).Total;
        var choice = new QueueChoice(Stage, Q, Mine, Due);
        Cases = await queries.Queue(choice.Filter(agency, actor.Value, Today, calendar) with { Page = Math.Clamp(P, 1, 100_000), PageSize = PageSize });
        if (actor.Value.Is(Role.Clerk | Role.Reviewer))
        {
            Unserved = (await queries.AwaitingService(choice.FilterOfLetters(actor.Value, Today, calendar) with { PageSize = 1 })).Total;
        }
    }

    private IEnumerable<(string? Stage, string Label, IReadOnlyList<CaseStage> Stages)> Groups()
    {
        yield return (null, words["在办"], [.. Enum.GetValues<CaseStage>().Except(QueueChoice.EndedStages).Except([CaseStage.Voided])]);
        yield return Group(QueueChoice.Confirm, words["待确认"]);
        foreach (var step in Enum.GetValues<ReplyStep>())
        {
            yield return Group(step.ToString(), Texts.Name(step, Texts.CurrentLanguage));
        }

        yield return Group(QueueChoice.Waiting, words["等申请人"]);
        yield return Group(QueueChoice.Ended, words["已办结"]);
    }

    private static (string? Stage, string Label, IReadOnlyList<CaseStage> Stages) Group(string name, string label) => (name, label, QueueChoice.StagesOf(name)!);
}
