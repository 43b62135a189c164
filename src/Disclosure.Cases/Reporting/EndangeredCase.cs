using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.Clock;

namespace Disclosure.Cases.Reporting;

/// <summary>A case that a manager has to ask about.</summary>
/// <param name="Case">The case.</param>
/// <param name="Dangers">Why; what weighs most first, at least one.</param>
public sealed record EndangeredCase(OpenCase Case, IReadOnlyList<Danger> Dangers)
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

    /// <summary>Why, every reason.</summary>
    /// <param name="withArticle">Whether each names its article.</param>
    public string Reasons(DateOnly today, string language, bool withArticle) => Reasons(Dangers, today, language, withArticle);

    /// <summary>Dangers in words.</summary>
    /// <param name="withArticle">Whether each names its article.</param>
    public static string Reasons(IEnumerable<Danger> dangers, DateOnly today, string language, bool withArticle) =>
        string.Join(Texts.Say(language, "danger.and"), dangers.Select(danger =>
        {
            var reason = Texts.Say(language, danger.Kind switch
            {
                DueKind.CorrectionNotice => "danger.noNotice",
                DueKind.ReceiptConfirmation => "danger.unconfirmed",
                _ when danger.IsLateOn(today) => "danger.late",
                _ => "danger.soon",
            });
            return withArticle
                ? Texts.Say(language, "danger.by", reason, Texts.Say(language, $"due.basis.{StoredNames.Of(danger.Kind)}"))
                : reason;
        }));
}
