using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.Clock;
using Disclosure.Cases.Reporting;
using Disclosure.Cases.Web.Localisation;
using Disclosure.Cases.Web.Presentation;
using Microsoft.Extensions.Localization;

namespace Disclosure.Cases.Web.Pages.Manager;

/// <summary>A case that a manager has to ask about.</summary>
/// <param name="Case">The case.</param>
/// <param name="Dangers">Why; what weighs most first, at least one.</param>
internal sealed record EndangeredCase(OpenCase Case, IReadOnlyList<Danger> Dangers)
{
    /// <summary>The cases that are late or about to be: first what is late, of that what the law would punish first, then by day.</summary>
    public static IReadOnlyList<EndangeredCase> Of(IEnumerable<OpenCase> open, DateOnly today, CalendarSnapshot calendars) =>
    [
        .. open
            .Select(row => new EndangeredCase(
                row,
                [.. row.DangersOn(today, calendars.Of(row.AgencyId)).OrderByDescending(danger => danger.IsLateOn(today))
                    .ThenBy(danger => danger.Kind)]))
            .Where(endangered => endangered.Dangers.Count > 0)
            .OrderByDescending(endangered => endangered.Dangers[0].IsLateOn(today)).ThenBy(endangered => endangered.Dangers[0].Kind)
            .ThenBy(endangered => endangered.Dangers[0].DueOn),
    ];

    /// <summary>The pill of the weightiest.</summary>
    public Urgency UrgencyOn(DateOnly today, CalendarsInForce calendars, IStringLocalizer<Words> words) =>
        Urgency.Of(Dangers[0].Kind, Dangers[0].DueOn, today, calendars.Of(Case.AgencyId), words);

    /// <summary>Why, every reason.</summary>
    /// <param name="withArticle">Whether each names its article.</param>
    public string Reasons(DateOnly today, IStringLocalizer<Words> words, bool withArticle) =>
        string.Join(words["；"], Dangers.Select(danger =>
        {
            var reason = danger.Kind switch
            {
                DueKind.CorrectionNotice => words["未按时告知补正"],
                DueKind.ReceiptConfirmation => words["未及时确认收到"],
                _ when danger.IsLateOn(today) => words["答复逾期"],
                _ => words["答复即将到期"],
            };
            return withArticle
                ? words["{0}（{1}）", reason, Texts.Say(Texts.CurrentLanguage, $"due.basis.{StoredNames.Of(danger.Kind)}")]
                : reason;
        }));
}
