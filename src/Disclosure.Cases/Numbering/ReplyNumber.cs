using Disclosure.Cases.Agencies;

namespace Disclosure.Cases.Numbering;

/// <summary>A number that was given, and its entry in the number ledger.</summary>
/// <param name="Id">The entry.</param>
/// <param name="Text">The number as it is printed, e.g. 示范府依申请复〔2026〕31号.</param>
/// <param name="Ordinal">Its place in the series, from 1 or the opening number.</param>
public sealed record ReplyNumber(Guid Id, string Text, int Ordinal);

/// <summary>One year's series of an agency.</summary>
/// <param name="AgencyId">The agency.</param>
/// <param name="Kind">Which of its four series.</param>
/// <param name="Year">The year in China, four digits.</param>
public sealed record NumberSeries(Guid AgencyId, SeriesKind Kind, int Year);

/// <summary>Gives numbers: the series says which one comes next, the district's patterns how it reads.</summary>
public sealed class ReplyNumbers(INumberSeries series, IAgencies agencies, NumberPatterns patterns, IIds ids)
{
    /// <summary>Takes the next number of a series and enters it in the number ledger.</summary>
    /// <param name="agencyId">The agency.</param>
    /// <param name="kind">Which of its four series.</param>
    /// <param name="on">The day, whose year in China is the series' year, and on which the agency bears its code.</param>
    /// <param name="caseId">The case that takes it.</param>
    public async Task<ReplyNumber> Take(Guid agencyId, SeriesKind kind, DateOnly on, Guid caseId, CancellationToken cancellation)
    {
        var year = new NumberSeries(agencyId, kind, on.Year);
        var ordinal = await series.Next(year, cancellation);
        var agency = await agencies.On(agencyId, on, cancellation);
        var number = new ReplyNumber(ids.Next(), patterns.Format(kind, agency.Code, on.Year, ordinal), ordinal);
        await series.Enter(year, number, caseId, cancellation);
        return number;
    }
}
