using Disclosure.Cases.Reporting;
using Disclosure.Cases.Web.Localisation;
using Microsoft.AspNetCore.WebUtilities;

namespace Disclosure.Cases.Web.Pages.Manager;

/// <summary>
/// The figures of a manager as addresses name them. An address holds period, agency, officer and figure, and is shared as a
/// link: the names stay as they are.
/// </summary>
internal static class Figures
{
    private static readonly Dictionary<string, Enum> ByName = new(StringComparer.OrdinalIgnoreCase)
    {
        ["all"] = ReplyFigure.DueOrServed,
        ["owed"] = ReplyFigure.Owed,
        ["served"] = ReplyFigure.Served,
        ["onTime"] = ReplyFigure.ServedOnTime,
        ["late"] = ReplyFigure.ServedLate,
        ["unserved"] = ReplyFigure.DueUnserved,
        ["servedByEnd"] = ReplyFigure.ServedByEnd,
        ["inquiries"] = InquiryFigure.Opened,
        ["inquiriesInTime"] = InquiryFigure.AnsweredInTime,
        ["inquiriesOverdue"] = InquiryFigure.Overdue,
        ["doubts"] = DoubtFigure.Any,
        ["voidedWhenOverdue"] = DoubtFigure.VoidedWhenOverdue,
        ["voidedAfterService"] = DoubtFigure.VoidedAfterService,
        ["withdrawnWithPastDate"] = DoubtFigure.WithdrawnWithPastDate,
        ["withdrawnWhenOverdue"] = DoubtFigure.WithdrawnWhenOverdue,
        ["revokedAfterSignature"] = DoubtFigure.RevokedAfterSignature,
        ["servedWithPastDate"] = DoubtFigure.ServedWithPastDate,
        ["servedNonetheless"] = DoubtFigure.ServedNonetheless,
        ["open"] = OpenFigure.Open,
        ["overdue"] = OpenFigure.Overdue,
        ["dueSoon"] = OpenFigure.DueSoon,
        ["endangered"] = OpenFigure.Endangered,
        ["age5"] = AgeBand.UpTo5,
        ["age10"] = AgeBand.UpTo10,
        ["age15"] = AgeBand.UpTo15,
        ["age20"] = AgeBand.UpTo20,
        ["ageOver20"] = AgeBand.Over20,
        ["clockStands"] = AgeBand.ClockStands,
        ["unconfirmed"] = AgeBand.Unconfirmed,
        ["confirmation"] = Whereabouts.Confirmation,
        ["completeness"] = Whereabouts.Completeness,
        ["competence"] = Whereabouts.Competence,
        ["existence"] = Whereabouts.Existence,
        ["disclosure"] = Whereabouts.Disclosure,
        ["propriety"] = Whereabouts.Propriety,
        ["applicant"] = Whereabouts.Applicant,
        ["opinions"] = Whereabouts.Opinions,
        ["approval"] = Whereabouts.Approval,
        ["service"] = Whereabouts.Service,
    };

    private static readonly Dictionary<Enum, string> Names = ByName.ToDictionary(pair => pair.Value, pair => pair.Key);

    /// <summary>The figure of a name; the widest one where nothing is named, null where the name is none.</summary>
    public static Enum? Find(string? name) =>
        string.IsNullOrWhiteSpace(name) ? ReplyFigure.DueOrServed : ByName.GetValueOrDefault(name.Trim());

    /// <summary>Where the cases behind a figure are listed.</summary>
    public static string AddressOf(Enum figure, Period period, Guid? agency = null, Guid? officer = null) =>
        With("/manager/cases", period, agency, ("Figure", Names[figure]), ("Officer", officer?.ToString()));

    /// <summary>Where a period of the district or of an agency is looked over.</summary>
    public static string Overview(Period period, Guid? agency = null) => With("/manager", period, agency);

    private static string With(string path, Period period, Guid? agency, params IEnumerable<(string Name, string? Value)> more)
    {
        (string Name, string? Value)[] parts =
        [
            .. more, ("From", period.From.Iso()), ("Until", period.Until.Iso()), ("Agency", agency?.ToString()),
        ];
        return QueryHelpers.AddQueryString(
            path, parts.Where(part => part.Value is not null).Select(part => KeyValuePair.Create(part.Name, part.Value)));
    }
}
