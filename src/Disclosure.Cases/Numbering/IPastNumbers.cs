namespace Disclosure.Cases.Numbering;

/// <summary>
/// Numbers that were given before the software. In the number ledger they stand below the opening number of their series, with or
/// without gaps; those of no pattern of the district have places below 1, in the order in which they came.
/// </summary>
public interface IPastNumbers
{
    /// <summary>Which of some numbers stand in the ledger already.</summary>
    Task<IReadOnlySet<string>> Taken(IReadOnlyCollection<string> numbers, CancellationToken cancellation);

    /// <summary>Where a series begins, and the last number given; of one that is not there yet 1 and 0.</summary>
    Task<(int First, int Last)> StateOf(NumberSeries series, CancellationToken cancellation);

    /// <summary>The lowest place taken in a series, 1 at most.</summary>
    Task<int> LowestOf(NumberSeries series, CancellationToken cancellation);
}
