using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;

namespace Disclosure.Cases.Retention;

/// <summary>The kinds of case that may have retention periods of their own.</summary>
[StoredName("RetentionKind")]
public enum RetentionKind
{
    /// <summary>予以公开、部分公开: rows (一) and (二) of table 3.</summary>
    [StoredName("Disclosed")]
    Disclosed,

    /// <summary>不予公开: row (三).</summary>
    [StoredName("Refused")]
    Refused,

    /// <summary>无法提供、不予处理、其他处理: rows (四) to (六), and what was withdrawn.</summary>
    [StoredName("Other")]
    Other,

    /// <summary>登记作废: registered by mistake.</summary>
    [StoredName("Voided")]
    Voided,
}

/// <summary>
/// 保管期限: how long the parts of a case are kept after it was archived, or its registration voided, in years. What is kept longer
/// than its purpose needs has to be deleted (《个人信息保护法》 art. 19, 47).
/// </summary>
public sealed class RetentionPeriods
{
    private readonly Dictionary<(RetentionKind Kind, RetentionScope Scope), int> years;

    /// <summary>Periods for each kind and part.</summary>
    /// <param name="years">The years; those of the identity are at most those of the file.</param>
    /// <param name="lookYears">The years of the record of looks.</param>
    /// <exception cref="ArgumentException">A period is none, or the identity would be kept longer than the file.</exception>
    public RetentionPeriods(Func<RetentionKind, RetentionScope, int> years, int lookYears = ShortestOfLooks)
    {
        ArgumentNullException.ThrowIfNull(years);
        this.years = (from kind in Enum.GetValues<RetentionKind>()
                      from scope in Enum.GetValues<RetentionScope>()
                      select (kind, scope)).ToDictionary(each => each, each => years(each.kind, each.scope));
        LookYears = lookYears;
        if (lookYears is < ShortestOfLooks or > Longest || this.years.Values.Any(period => period is < 1 or > Longest)
            || Enum.GetValues<RetentionKind>().Any(kind => Of(kind, RetentionScope.Identity) > Of(kind, RetentionScope.File)))
        {
            throw new ArgumentException("The periods contradict each other.", nameof(years));
        }
    }

    /// <summary>The longest period that can be set, in years.</summary>
    public const int Longest = 100;

    /// <summary>
    /// The shortest period of the record of looks, in years: records of how personal data are handled are kept three years
    /// (《个人信息保护法》 art. 56), logs six months (《网络安全法》 art. 21).
    /// </summary>
    public const int ShortestOfLooks = 3;

    /// <summary>How long the record of looks is kept, in years.</summary>
    public int LookYears { get; }

    /// <summary>Records of looks of before this day may be deleted.</summary>
    public DateOnly LooksKeptFrom(DateOnly today) => today.AddYears(-LookYears);

    /// <summary>Ten years for the file, three for the identity, whatever the kind.</summary>
    public static RetentionPeriods Default { get; } = new((_, scope) => Usual(scope));

    /// <summary>The years where an office sets none.</summary>
    public static int Usual(RetentionScope scope) => scope == RetentionScope.File ? 10 : 3;

    /// <summary>The years for a kind of case.</summary>
    public int Of(RetentionKind kind, RetentionScope scope) => years[(kind, scope)];

    /// <summary>The shortest period of a part.</summary>
    public int Shortest(RetentionScope scope) => Enum.GetValues<RetentionKind>().Min(kind => Of(kind, scope));

    /// <summary>The last day on which a part is kept; it may be emptied from the next one on.</summary>
    public DateOnly LastDay(RetentionKind kind, RetentionScope scope, DateOnly closedOn) => closedOn.AddYears(Of(kind, scope));

    /// <summary>Of which kind a closed case is.</summary>
    /// <param name="stage">Archived, or voided.</param>
    /// <param name="row">The row of table 3 in which it counts.</param>
    public static RetentionKind KindOf(CaseStage stage, string? row) =>
        stage == CaseStage.Voided ? RetentionKind.Voided
        : row is null ? RetentionKind.Other
        : row.StartsWith("(一)", StringComparison.Ordinal) || row.StartsWith("(二)", StringComparison.Ordinal) ? RetentionKind.Disclosed
        : row.StartsWith("(三)", StringComparison.Ordinal) ? RetentionKind.Refused
        : RetentionKind.Other;
}
