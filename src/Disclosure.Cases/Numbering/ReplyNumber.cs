namespace Disclosure.Cases.Numbering;

/// <summary>A number that was given, and its entry in the number ledger.</summary>
/// <param name="Id">The entry.</param>
/// <param name="Text">The number as it is printed, e.g. 示范府依申请复〔2026〕31号.</param>
/// <param name="Ordinal">Its place in the series, from 1 or the opening number.</param>
public sealed record ReplyNumber(Guid Id, string Text, int Ordinal);

/// <summary>
/// The number series of all agencies: each runs per agency and year without gap or double (docs/domain.md, "Numbers"). Numbers
/// are taken and voided in the transaction under way, so that a number exists if and only if what took it does.
/// </summary>
public interface INumberSeries
{
    /// <summary>Takes the next number of a series.</summary>
    /// <param name="agencyId">The agency.</param>
    /// <param name="series">Which of its four series.</param>
    /// <param name="on">The day, whose year in China is the series' year.</param>
    /// <param name="caseId">The case that takes it.</param>
    Task<ReplyNumber> Take(Guid agencyId, SeriesKind series, DateOnly on, Guid caseId);

    /// <summary>Voids a number: it stays in the ledger with who, when and why, and is never given again.</summary>
    Task Void(Guid numberId, string reason);

    /// <summary>Puts a year's series there, from 1, where it is not there yet; one that is there stays as it is.</summary>
    Task Begin(Guid agencyId, SeriesKind series, int year);

    /// <summary>
    /// Sets the number that comes next in a series of which none has been given yet.
    /// </summary>
    /// <returns>False when the series has begun.</returns>
    Task<bool> Open(Guid agencyId, SeriesKind series, int year, int firstOrdinal);
}
