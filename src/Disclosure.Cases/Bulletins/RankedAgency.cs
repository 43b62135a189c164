using Disclosure.Cases.Reporting;

namespace Disclosure.Cases.Bulletins;

/// <summary>An agency with its rank among those that owed replies: by the on-time rate as it is shown, equals share a rank.</summary>
/// <param name="Agency">The agency.</param>
/// <param name="Rank">From 1; after two that share a rank the next one is left out.</param>
/// <param name="RankBefore">The same in the quarter before, among the same agencies; null where it owed none.</param>
public sealed record RankedAgency(BulletinAgency Agency, int Rank, int? RankBefore)
{
    /// <summary>Its replies of the quarter.</summary>
    public ReplyFigures Here { get; } = Agency.Here.ToFigures();

    /// <summary>Its replies of the quarter before.</summary>
    public ReplyFigures Before { get; } = Agency.Before.ToFigures();

    /// <summary>Replies that were served late or not by the quarter's end.</summary>
    public int Late => Here.Owed - Here.ServedOnTime;

    /// <summary>By how many ranks it rose; negative where it fell, null where it had none before.</summary>
    public int? Rise => RankBefore - Rank;

    /// <summary>The agencies of a bulletin that owed replies, by rank.</summary>
    public static IReadOnlyList<RankedAgency> Of(BulletinFigures figures)
    {
        ArgumentNullException.ThrowIfNull(figures);
        var (here, before) = (Ranks(figures.Agencies, agency => agency.Here), Ranks(figures.Agencies, agency => agency.Before));
        return
        [
            .. figures.Agencies.Where(agency => here.ContainsKey(agency.AgencyId))
                .Select(agency => new RankedAgency(
                    agency, here[agency.AgencyId], before.TryGetValue(agency.AgencyId, out var rank) ? rank : null))
                .OrderBy(agency => agency.Rank),
        ];
    }

    private static Dictionary<Guid, int> Ranks(IEnumerable<BulletinAgency> agencies, Func<BulletinAgency, ReplyCounts> counts)
    {
        var rates = (from agency in agencies
                     let rate = counts(agency).ToFigures().OnTimeRate
                     where rate is not null
                     select (agency.AgencyId, Shown: rate.Value.InTenths())).ToList();
        return rates.ToDictionary(each => each.AgencyId, each => 1 + rates.Count(other => other.Shown > each.Shown));
    }
}
