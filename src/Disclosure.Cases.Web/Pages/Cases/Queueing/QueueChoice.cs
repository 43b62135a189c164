using System.Text;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.Clock;
using Disclosure.Cases.ReplyProcess;
using Disclosure.Cases.Reporting;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace Disclosure.Cases.Web.Pages.Cases.Queueing;

/// <summary>Which cases the reader of the queue has chosen, as the page's address says it.</summary>
/// <param name="Stage">Null for all open cases and, where something is searched for, for all; <see cref="All"/>,
/// <see cref="Open"/>, <see cref="Inquiry"/> for those with an open one, or the name of a group of stages.</param>
/// <param name="Q">What is searched for.</param>
/// <param name="Mine">Only the reader's own.</param>
/// <param name="Due"><see cref="Late"/>, <see cref="Soon"/>, <see cref="Week"/>, <see cref="Standing"/>, or null.</param>
/// <param name="Officer">Only that officer's.</param>
/// <param name="Agency">Only that agency's, where the reader sees the district.</param>
internal sealed record QueueChoice(
    string? Stage = null, string? Q = null, bool Mine = false, string? Due = null, Guid? Officer = null, Guid? Agency = null)
{
    public const string All = "all";
    public const string Open = "open";
    public const string Confirm = "confirm";
    public const string Waiting = "waiting";
    public const string Ended = "ended";
    public const string Inquiry = "inquiry";

    public const string Late = "late";
    public const string Soon = "soon";
    public const string Week = "week";
    public const string Standing = "standing";

    private const int LongestSearch = 200;
    private const int MostCases = 200;

    public static readonly IReadOnlyList<CaseStage> EndedStages = [CaseStage.Answered, CaseStage.Withdrawn, CaseStage.Archived];

    /// <summary>Cases that were ticked: of these, and of no others.</summary>
    public IReadOnlyList<Guid> Cases { get; init; } = [];

    /// <summary>The group of stages that is shown: what is searched for may be anywhere.</summary>
    public string Group => Stage ?? (Q is null ? Open : All);

    /// <summary>Whether anything is chosen at all.</summary>
    public bool IsEmpty => Address.Length == 0;

    /// <summary>The choice as an address says it, always in the same order, without the question mark; empty for the open cases.</summary>
    public string Address => Write(null);

    /// <summary>The choice as the fields of a form, always in the same order.</summary>
    public IEnumerable<KeyValuePair<string, string>> Fields =>
        from part in new (string Name, string? Value)[]
        {
            ("stage", Stage), ("q", Q), ("mine", Mine ? "true" : null), ("due", Due),
            ("officer", Officer?.ToString()), ("agency", Agency?.ToString()),
        }
        where part.Value is not null
        select KeyValuePair.Create(part.Name, part.Value);

    /// <summary>Reads a choice out of an address; what it cannot mean is left out.</summary>
    public static QueueChoice Read(IEnumerable<KeyValuePair<string, StringValues>> query)
    {
        var values = new Dictionary<string, StringValues>(query, StringComparer.OrdinalIgnoreCase);
        string? One(string name) => values.TryGetValue(name, out var value) && value[0]?.Trim() is { Length: > 0 } text ? text : null;
        var (stage, due) = (One("stage"), One("due"));
        return new QueueChoice(
            stage == Open || StagesOf(stage) is not null ? stage : null,
            One("q") is { } q ? Cut(q) : null,
            One("mine") == "true",
            due is Late or Soon or Week or Standing ? due : null,
            Guid.TryParse(One("officer"), out var officer) ? officer : null,
            Guid.TryParse(One("agency"), out var agency) ? agency : null)
        {
            Cases = [.. (values.TryGetValue("case", out var cases) ? cases : default)
                .Select(id => Guid.TryParse(id, out var one) ? one : Guid.Empty).Where(id => id != Guid.Empty).Distinct().Take(MostCases)],
        };
    }

    /// <summary>Reads a choice as <see cref="Address"/> wrote it.</summary>
    public static QueueChoice Read(string address) => Read(QueryHelpers.ParseQuery(address));

    /// <summary>The address of a page with this choice.</summary>
    public string Link(string path = "/cases", int page = 1) => Write(page) is { Length: > 0 } query ? $"{path}?{query}" : path;

    /// <summary>The stages of a group; null where the name is none.</summary>
    public static IReadOnlyList<CaseStage>? StagesOf(string? group) => group switch
    {
        // An answer to the supervision is owed in whatever stage the case is.
        All or Inquiry => Enum.GetValues<CaseStage>(),
        Confirm => [CaseStage.AwaitingConfirmation],
        Waiting => [CaseStage.AwaitingCorrection, CaseStage.AwaitingExplanation, CaseStage.AwaitingPayment],
        Ended => EndedStages,
        not null when StoredNames.TryRead<ReplyStep>(group, out var step) => [StepTransitions.StageOf(step)],
        _ => null,
    };

    /// <summary>The choice as a filter.</summary>
    public QueueFilter Filter(Guid? agency, Actor reader, DateOnly today, WorkingDayCalendar calendar)
    {
        if (Cases.Count > 0)
        {
            return new QueueFilter(agency, Stages: StagesOf(All), CaseIds: Cases);
        }

        var days = Days(today, calendar);
        return new QueueFilter(
            agency,
            Mine ? reader.Id : Officer,
            StagesOf(Group),
            Q,
            Due switch { Late => today.AddDays(-1), Soon => days.Soon, Week => days.EndOfWeek, _ => null },
            Due == Week ? today : null,
            Due == Standing,
            Group == Inquiry);
    }

    /// <summary>The same choice for letters: they are sent in ended cases too, e.g. a closing notice after a withdrawal.</summary>
    public QueueFilter FilterOfLetters(Actor reader, DateOnly today, WorkingDayCalendar calendar) =>
        (this with { Stage = Stage ?? All }).Filter(reader.AgencyId, reader, today, calendar);

    /// <summary>The days by which cases are chosen and counted; the week ends on Sunday.</summary>
    public static QueueDays Days(DateOnly today, WorkingDayCalendar calendar) =>
        new(today, calendar.AddWorkingDays(today, Endangerment.From), today.AddDays((7 - (int)today.DayOfWeek) % 7));

    private string Write(int? page)
    {
        var query = new QueryBuilder(Fields);
        if (page > 1)
        {
            query.Add("p", $"{page}");
        }

        return query.ToString().TrimStart('?');
    }

    // Not in the middle of a character.
    private static string Cut(string text) =>
        text.EnumerateRunes().Take(LongestSearch).Aggregate(new StringBuilder(), (cut, rune) => cut.Append(rune.ToString())).ToString();
}
