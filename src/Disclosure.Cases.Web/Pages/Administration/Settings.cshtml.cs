using Disclosure.Cases.Agencies;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.Clock;
using Disclosure.Cases.Deadlines;
using Disclosure.Cases.Notifications;
using Disclosure.Cases.Numbering;
using Disclosure.Cases.ReplyProcess.Disclosure;
using Disclosure.Cases.Web.Hosting;
using Disclosure.Cases.Web.Localisation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Disclosure.Cases.Web.Pages.Administration;

/// <summary>规则与参数: what the configuration says of numbers, alerts and targets; read only.</summary>
[Authorize(Policies.SystemAdministrator)]
internal sealed class SettingsModel(
    NumberPatterns patterns, AlertRules rules, SendingHours hours, OfficeTargets targets, ObjectionInterval interval,
    IAgencies agencies, CurrentActor actor, TimeProvider time, IStringLocalizer<Words> words) : PageModel
{
    private string code = "";

    public AlertRules Rules => rules;

    public SendingHours Hours => hours;

    /// <summary>How long what is given over a third party's objection waits (art. 32).</summary>
    public ObjectionInterval Interval => interval;

    /// <summary>Each target with its counted day and its setting.</summary>
    public IReadOnlyList<(DueKind Kind, int? Day, string Key)> Targets =>
    [
        (DueKind.CompletenessTarget, targets.Completeness, nameof(targets.Completeness)),
        (DueKind.CompetenceTarget, targets.Competence, nameof(targets.Competence)),
        (DueKind.ExistenceTarget, targets.Existence, nameof(targets.Existence)),
        (DueKind.DisclosureTarget, targets.Disclosure, nameof(targets.Disclosure)),
        (DueKind.DraftTarget, targets.Draft, nameof(targets.Draft)), (DueKind.ApprovalTarget, targets.Approval, nameof(targets.Approval)),
    ];

    /// <summary>Thresholds longer than the period that they are for, in words: nobody is told at them.</summary>
    public IReadOnlyList<string> Skipped =>
    [
        .. from period in new (DueKind Kind, int Days)[]
        {
            (DueKind.Reply, RuleSet.Order711.ReplyDays),
            (DueKind.CorrectionNotice, RuleSet.Order711.CorrectionNoticeDays ?? 0),
            (DueKind.ReceiptConfirmation, 0),
        }
           let longer = rules.Law.Where(threshold => threshold > period.Days).ToList()
           where longer.Count > 0
           select words["{0}：{1}", Texts.Name(period.Kind, Texts.CurrentLanguage), string.Join("、", longer.Select(Say))].Value,
    ];

    /// <summary>A threshold in words.</summary>
    public string Say(int threshold) => threshold switch
    {
        0 => words["当日"],
        > 0 => words["还剩 {0} 日", threshold],
        < 0 => words["过后 {0} 日", -threshold],
    };

    /// <summary>A pattern with its parts named.</summary>
    public string PatternOf(SeriesKind series) => patterns.Of(series)
        .Replace("{agency}", Part(words["机关代字"]), StringComparison.Ordinal).Replace("{year}", Part(words["年度"]), StringComparison.Ordinal)
        .Replace("{n}", Part(words["序号"]), StringComparison.Ordinal);

    private static string Part(string name) => $"{{{name}}}";

    /// <summary>A number as it would be printed for the reader's agency today.</summary>
    public string ExampleOf(SeriesKind series) => patterns.Format(series, code, time.Today().Year, 31);

    public async Task OnGetAsync(CancellationToken cancellation) =>
        code = (await agencies.On(actor.Value.AgencyId, time.Today(), cancellation)).Code;
}
