namespace Disclosure.Cases.Numbering;

/// <summary>
/// The number series of all agencies: each runs per agency and year without gap or double (docs/domain.md, "Numbers"). Numbers
/// are taken and voided in the transaction under way, so that a number exists if and only if what took it does.
/// </summary>
public interface INumberSeries
{
    /// <summary>
    /// Moves a series on by one. Others wait for the transaction to end; what is taken here is entered in it (<see cref="Enter"/>),
    /// or the series has a gap: <see cref="ReplyNumbers"/> does both.
    /// </summary>
    /// <returns>The place in the series, from 1 or the opening number.</returns>
    Task<int> Next(NumberSeries series, CancellationToken cancellation);

    /// <summary>Enters a number that was taken in the number ledger.</summary>
    /// <param name="series">Its series.</param>
    /// <param name="number">The number.</param>
    /// <param name="caseId">The case that takes it.</param>
    Task Enter(NumberSeries series, ReplyNumber number, Guid caseId, CancellationToken cancellation);

    /// <summary>Voids a number: it stays in the ledger with who, when and why, and is never given again.</summary>
    /// <exception cref="InvalidOperationException">It was never given, or is void already.</exception>
    Task Void(Guid numberId, string reason, CancellationToken cancellation);

    /// <summary>Puts a year's series there, from 1, where it is not there yet; one that is there stays as it is.</summary>
    Task Begin(NumberSeries series, CancellationToken cancellation);

    /// <summary>Sets the number that comes next in a series of which none has been given yet.</summary>
    /// <returns>False when the series has begun.</returns>
    Task<bool> Open(NumberSeries series, int firstOrdinal, CancellationToken cancellation);
}
