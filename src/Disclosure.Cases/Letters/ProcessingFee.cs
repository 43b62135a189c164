namespace Disclosure.Cases.Letters;

/// <summary>The two ways to reckon the processing fee; never both for one application (办法第三条).</summary>
public enum FeeBasis
{
    /// <summary>按件: by the place of the application among the same applicant's to the agency in a calendar month.</summary>
    PerApplication,

    /// <summary>按量: the pages (one side of A4) supplied for one application.</summary>
    PerPage,
}

/// <summary>One band of the fee; each rate applies to its own band only (超额累进).</summary>
/// <param name="From">The first unit of the band, counted from 1.</param>
/// <param name="To">Its last unit, inclusive; of pages, the last one that was reached.</param>
/// <param name="Units">How many units are charged in it.</param>
/// <param name="Rate">Yuan for each unit; 0 in the free band.</param>
/// <param name="Yuan">What it costs, in yuan.</param>
public sealed record FeeLine(int From, int To, int Units, int Rate, long Yuan);

/// <summary>
/// The processing fee of art. 42 for one application, by the measures of 2020 (国办函〔2020〕109号), in yuan. Only where number or
/// frequency is clearly excessive, and at the agency's choice: that is decided before it is reckoned here. Per application, each is
/// charged for itself, by the rate of its own place in the month; so all of a month together cost what the whole scale gives.
/// </summary>
/// <param name="Basis">What is counted.</param>
/// <param name="Count">Which application of the month it is, or how many pages; at least 1.</param>
/// <param name="Lines">Per page: every band reached, the free one first. Per application: the band of its place.</param>
public sealed record ProcessingFee(FeeBasis Basis, int Count, IReadOnlyList<FeeLine> Lines)
{
    /// <summary>More than this many units is a slip of the pen, not an application.</summary>
    public const int MaxCount = 1_000_000;

    private const int BandOfApplications = 10;
    private const int YuanPerStep = 100;

    /// <summary>So many applications of a month, or pages, are free.</summary>
    public static int FreeUnits(FeeBasis basis) => Bands(basis).First().To;

    /// <summary>The fee in yuan; 0 within the free band.</summary>
    public long Yuan => Lines.Sum(line => line.Yuan);

    /// <summary>The fee for the application that is the <paramref name="count"/>th of its month, or has as many pages.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The count is below 1 or above <see cref="MaxCount"/>.</exception>
    public static ProcessingFee Of(FeeBasis basis, int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, MaxCount);
        return new ProcessingFee(basis, count, [.. basis switch
        {
            FeeBasis.PerPage => OfPages(count),
            FeeBasis.PerApplication => Bands(basis).Where(band => band.To >= count).Take(1)
                .Select(band => new FeeLine(band.From, band.To, 1, band.Rate, band.Rate)),
        }]);
    }

    private static IEnumerable<FeeLine> OfPages(int count) =>
        from band in Bands(FeeBasis.PerPage).TakeWhile(band => band.From <= count)
        let last = Math.Min(band.To, count)
        let pages = last - band.From + 1
        select new FeeLine(band.From, last, pages, band.Rate, (long)pages * band.Rate);

    private static IEnumerable<(int From, int To, int Rate)> Bands(FeeBasis basis) => basis switch
    {
        FeeBasis.PerPage => PageBands,
        FeeBasis.PerApplication => ApplicationBands(),
    };

    // 按量: 1–30 free, 31–100 at 10, 101–200 at 20, from 201 at 40 yuan.
    private static readonly (int From, int To, int Rate)[] PageBands =
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
