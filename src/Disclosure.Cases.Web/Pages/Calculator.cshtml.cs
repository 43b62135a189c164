using Disclosure.Cases.Clock;
using Disclosure.Cases.Web.Acting;
using Disclosure.Cases.Web.Localisation;
using Disclosure.Cases.Web.Presentation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Disclosure.Cases.Web.Pages;

/// <summary>
/// 期限计算器: the clock without a case. The address is the whole input, so that a link gives the same answer again; it is
/// reckoned and refused by the same code as <c>POST /api/v1/clock</c> and <c>disclosure clock</c>.
/// </summary>
internal sealed class CalculatorModel(CalendarsInForce calendars, TimeProvider time, IStringLocalizer<Words> words) : PageModel
{
    // A ledger has a row a day.
    private const int LongestLedgerInYears = 30;

    public TimelineAddress Address { get; private set; } = null!;

    /// <summary>The type of the event that is being added, or null.</summary>
    public string? Adding { get; private set; }

    public Reckoning? Reckoning { get; private set; }

    public LedgerMonths? Months { get; private set; }

    /// <summary>Why the clock refuses the timeline, or null.</summary>
    public string? Refused { get; private set; }

    /// <summary>The event that is refused, from 0; null where it is none of them.</summary>
    public int? RefusedEvent { get; private set; }

    public DateOnly Today => time.Today();

    /// <summary>The address, to be passed on; the browser puts its own name of the host before it.</summary>
    public string Link => Request.PathBase + Address.Link();

    public IActionResult OnGet(string? add)
    {
        Address = TimelineAddress.Read(Request.Query);
        Adding = Enum.GetValues<TimelineEventType>().Select(TimelineAddress.Name).FirstOrDefault(type => type == add);
        if (Adding is { } type && Address.Events.Count < TimelineAddress.MostEvents && Request.Query.ContainsKey("on"))
        {
            // Date inputs send nothing that is no date; what is left empty is asked for here, beside its field.
            Missing = [.. TimelineAddress.Fields(type).Select(Input)
                .Where(input => !input.Optional && string.IsNullOrWhiteSpace(Request.Query[input.Name]))
                .Select(input => new Finding(input.Name, words["请填写“{0}”。", input.Label]))];
            if (Missing.Count == 0)
            {
                return LocalRedirect(Address.With(type, field => Request.Query[field]).Link());
            }
        }

        if (Address.ReceivedOn.Length > 0)
        {
            Reckon();
        }

        return Page();
    }

    /// <summary>What was left empty of the event that is being added.</summary>
    private IReadOnlyList<Finding> Missing { get; set; } = [];

    /// <summary>The inputs of the event that is being added, as they were filled in.</summary>
    public FieldSet AddingFields() => new(
        "add",
        [.. TimelineAddress.Fields(Adding!).Select(Input)
            .Select(input => Request.Query.TryGetValue(input.Name, out var typed) ? input with { Value = typed } : input)],
        null,
        Missing);

    private void Reckon()
    {
        if ((ClockJson.TryRead(Address.Json(), out var timeline, out var refusal)
            ? StatutoryClock.Judge(timeline!, calendars.District)
            : refusal) is { } refused)
        {
            Refused = refused.Say(Texts.CurrentLanguage);
            RefusedEvent = refused.Arguments is [int position, ..] ? position - 1 : null;
            return;
        }

        var until = timeline!.AsOf ?? timeline.Events.Select(each => each.On).Append(timeline.ReceivedOn).Max();
        Reckoning = StatutoryClock.Reckon(
            timeline, calendars.District, withLedger: until.Year - timeline.ReceivedOn.Year <= LongestLedgerInYears);
        Months = LedgerMonths.Of(Reckoning, until, words);
    }

    private Field Input(string field) => field switch
    {
        "on" => new Field(field, words["日期"], FieldKind.Date)
        {
            Value = Address.Events.Count > 0 ? TimelineAddress.Value(Address.Events[^1], "on") : Address.ReceivedOn,
        },
        "respondBy" => new Field(field, words["要求答复的日期"], FieldKind.Date)
        {
            Optional = Adding == TimelineAddress.Name(TimelineEventType.ConsultationSent),
            Hint = Adding == TimelineAddress.Name(TimelineEventType.ConsultationSent) ? words["只用于致其他机关的函。"].Value : null,
        },
        "deliveredOn" => new Field(field, words["签收之日"], FieldKind.Date) { Optional = true, Hint = words["邮寄的填写；不填按送达之日计算。"] },
        "untilOn" => new Field(field, words["延迟至"], FieldKind.Date),
        "dueOn" => new Field(field, words["责令的答复期限"], FieldKind.Date) { Optional = true },
        "workingDays" => new Field(field, words["工作日数"], FieldKind.Number)
        {
            Value = Adding == TimelineAddress.Name(TimelineEventType.ExtensionServed) ? "20" : null,
            Optional = Adding == TimelineAddress.Name(TimelineEventType.Reopened),
        },
        "kind" => new Field(field, words["征求谁的意见"], FieldKind.Choice) { Options = [.. Enum.GetValues<ConsultationKind>()
            .Select(kind => new Option(TimelineAddress.Name(kind), Texts.Name(kind, Texts.CurrentLanguage)))] },
        _ when Adding == TimelineAddress.Name(TimelineEventType.ConsultationSent) => new Field(
            field, words["征求意见函编号"], FieldKind.Line) { Value = FormattableString.Invariant($"{Address.Consultations.Count() + 1}") },
        _ => new Field(field, words["征求意见函编号"], FieldKind.Choice)
        {
            Options = [.. Address.Consultations.Distinct().Select(id => new Option(id, id))],
        },
    };
}
