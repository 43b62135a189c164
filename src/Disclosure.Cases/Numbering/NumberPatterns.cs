using System.Globalization;

namespace Disclosure.Cases.Numbering;

/// <summary>
/// The one pattern set of the district: <c>{agency}</c>, <c>{year}</c> and <c>{n}</c> in each. 六角括号〔〕 around a
/// four-digit year, no 第, no leading zeros (GB/T 9704).
/// </summary>
public sealed partial class NumberPatterns
{
    private static readonly string[] Parts = ["{agency}", "{year}", "{n}"];

    private readonly Dictionary<SeriesKind, string> patterns;

    /// <summary>The patterns, one for each series.</summary>
    /// <exception cref="ArgumentException">A pattern is missing, or lacks one of its three parts.</exception>
    public NumberPatterns(IReadOnlyDictionary<SeriesKind, string> patterns)
    {
        this.patterns = new(patterns);
        foreach (var series in Enum.GetValues<SeriesKind>())
        {
            if (!this.patterns.TryGetValue(series, out var pattern)
                || !Parts.All(part => pattern.Contains(part, StringComparison.Ordinal)))
            {
                throw new ArgumentException(
                    $"The pattern of the series {series} must contain {{agency}}, {{year}} and {{n}}.", nameof(patterns));
            }
        }

        if (this.patterns.Values.Distinct().Count() != this.patterns.Count)
        {
            throw new ArgumentException("Two series share a pattern: their numbers could not be told apart.", nameof(patterns));
        }
    }

    /// <summary>The patterns of the specification.</summary>
    public static NumberPatterns Default { get; } = new(new Dictionary<SeriesKind, string>
    {
        [SeriesKind.Register] = "{agency}依申请〔{year}〕{n}号",
        [SeriesKind.Decision] = "{agency}依申请复〔{year}〕{n}号",
        [SeriesKind.Notice] = "{agency}依申请告〔{year}〕{n}号",
        [SeriesKind.Letter] = "{agency}依申请函〔{year}〕{n}号",
    });

    /// <summary>The pattern of a series.</summary>
    public string Of(SeriesKind series) => patterns[series];

    /// <summary>A number as it is printed.</summary>
    public string Format(SeriesKind series, string agencyCode, int year, int ordinal) => patterns[series]
        .Replace("{agency}", agencyCode, StringComparison.Ordinal)
        .Replace("{year}", year.ToString("0000", CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("{n}", ordinal.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
}
