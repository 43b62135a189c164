using System.Globalization;

namespace Disclosure.Cases.Bulletins;

/// <summary>A figure that was issued and is another today.</summary>
/// <param name="Subject">The agency or the case.</param>
/// <param name="Code">Which figure: <c>bulletin.figure.*</c> of the texts.</param>
/// <param name="Was">As issued.</param>
/// <param name="Is">As it is today.</param>
public sealed record BulletinDifference(string Subject, string Code, string Was, string Is)
{
    private static readonly (string Code, Func<BulletinAgency, int> Value)[] OfAgencies =
    [
        ("Owed", agency => agency.Here.ToFigures().Owed),
        ("ServedOnTime", agency => agency.Here.ServedOnTime),
        ("OwedBefore", agency => agency.Before.ToFigures().Owed),
        ("ServedOnTimeBefore", agency => agency.Before.ServedOnTime),
    ];

    /// <summary>
    /// What differs of the quarter's counts and of its late replies. What is endangered, and how many days a reply is late that is still
    /// owed, is of the day and of no other.
    /// </summary>
    public static IReadOnlyList<BulletinDifference> Between(BulletinFigures issued, BulletinFigures today, string language)
    {
        ArgumentNullException.ThrowIfNull(issued);
        ArgumentNullException.ThrowIfNull(today);
        var agencies = issued.Agencies.Concat(today.Agencies).DistinctBy(agency => agency.AgencyId);
        string Number(BulletinFigures figures, Guid agencyId, Func<BulletinAgency, int> value) =>
            figures.Agencies.Where(agency => agency.AgencyId == agencyId).Sum(value).ToString(CultureInfo.InvariantCulture);
        return
        [
            .. (from agency in agencies
                from figure in OfAgencies
                select new BulletinDifference(
                    agency.AgencyName, figure.Code,
                    Number(issued, agency.AgencyId, figure.Value), Number(today, agency.AgencyId, figure.Value)))
                .Where(difference => difference.Was != difference.Is),
            .. (from late in issued.Late.Concat(today.Late).DistinctBy(Key)
                select new BulletinDifference(
                    late.RegisterNumber, "Late", Said(issued, late, language), Said(today, late, language)))
                .Where(difference => difference.Was != difference.Is),
        ];
    }

    // A case reopened may owe two replies, each due on a day of its own.
    private static (Guid CaseId, DateOnly DueOn) Key(LateReply late) => (late.CaseId, late.DueOn);

    private static string Said(BulletinFigures figures, LateReply late, string language) =>
        figures.Late.FirstOrDefault(each => Key(each) == Key(late)) is not { } found ? Texts.Say(language, "bulletin.late.none")
        : found.ServedOn is { } servedOn ? Texts.Say(language, "bulletin.late.served", found.DueOn, servedOn)
        : Texts.Say(language, "bulletin.late.owed", found.DueOn);
}
