namespace Disclosure.Cases.Letters;

/// <summary>The two ways to reckon the processing fee; never both for one application (办法第三条).</summary>
public enum FeeBasis
{
    /// <summary>按件: the same applicant's applications to the agency in a calendar month, by the day received.</summary>
    PerApplication,

    /// <summary>按量: the pages (one side of A4) supplied for one application.</summary>
    PerPage,
}

/// <summary>One band of the fee; each rate applies to its own band only (超额累进).</summary>
/// <param name="From">The first unit of the band, counted from 1.</param>
/// <param name="To">The last unit of the band that was reached, inclusive.</param>
/// <param name="Units">How many units lie in it.</param>
/// <param name="Rate">Yuan for each unit; 0 in the free band.</param>
/// <param name="Yuan">What the band costs, in yuan.</param>
public sealed record FeeLine(int From, int To, int Units, int Rate, long Yuan);

/// <summary>
/// The processing fee of art. 42, by the measures of 2020 (国办函〔2020〕109号), in yuan. Only where number or frequency is clearly
/// excessive, and at the agency's choice: that is decided before it is reckoned here.
/// </summary>
/// <param name="Basis">What is counted.</param>
/// <param name="Count">How many applications or pages, at least 1.</param>
/// <param name="Lines">Every band reached, the free one first.</param>
public sealed record ProcessingFee(FeeBasis Basis, int Count, IReadOnlyList<FeeLine> Lines)
{
    /// <summary>More than this many units is a slip of the pen, not an application.</summary>
    public const int MaxCount = 1_000_000;

    private const int BandOfApplications = 10;
    private const int YuanPerStep = 100;

    /// <summary>The whole fee in yuan; 0 when the count stays within the free band.</summary>
    public long Yuan => Lines.Sum(line => line.Yuan);

    /// <summary>The fee for <paramref name="count"/> applications or pages.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The count is below 1 or above <see cref="MaxCount"/>.</exception>
    public static ProcessingFee Of(FeeBasis basis, int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, MaxCount);
        var lines = new List<FeeLine>();
        foreach (var (from, to, rate) in basis == FeeBasis.PerPage ? PageBands() : ApplicationBands())
        {
            if (from > count)
            {
                break;
            }

            var last = Math.Min(to, count);
            var units = last - from + 1;
            lines.Add(new FeeLine(from, last, units, rate, (long)units * rate));
        }

        return new ProcessingFee(basis, count, lines);
    }

    // 按量: 1–30 free, 31–100 at 10, 101–200 at 20, from 201 at 40 yuan.
    private static IEnumerable<(int From, int To, int Rate)> PageBands() =>
        [(1, 30, 0), (31, 100, 10), (101, 200, 20), (201, int.MaxValue, 40)];

    // 按件: 1–10 free, 11–30 at 100, then bands of ten, each 100 yuan dearer than the last.
    private static IEnumerable<(int From, int To, int Rate)> ApplicationBands()
    {
        yield return (1, 10, 0);
        yield return (11, 30, YuanPerStep);
        var rate = 2 * YuanPerStep;
        for (var from = 31; ; from += BandOfApplications, rate += YuanPerStep)
        {
            yield return (from, from + BandOfApplications - 1, rate);
        }
    }
}
