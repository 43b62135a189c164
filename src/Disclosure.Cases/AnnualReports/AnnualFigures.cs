using System.Security.Cryptography;
using System.Text.Json;
using Disclosure.Cases.CaseFiles.Events;

namespace Disclosure.Cases.AnnualReports;

/// <summary>
/// The figures of an annual report (art. 49, 50): tables 3 and 4 and the fees, of one agency or of several together. What is
/// counted is kept; sums and the lines that follow are reckoned from it.
/// </summary>
/// <param name="Applications">
/// Table 3: a line of <see cref="ReportLines.Counted"/>, and for each kind of applicant in its order how many.
/// </param>
/// <param name="Disputes">Table 4: for each kind of dispute, by its stored name, upheld, corrected, other, pending.</param>
/// <param name="Fees">Notices, yuan charged, yuan paid.</param>
public sealed record AnnualFigures(
    [StoredName("Applications")] IReadOnlyDictionary<string, IReadOnlyList<int>> Applications,
    [StoredName("Disputes")] IReadOnlyDictionary<string, IReadOnlyList<int>> Disputes,
    [StoredName("Fees")] FeeFigures Fees)
{
    private static readonly ApplicantKind[] Kinds = Enum.GetValues<ApplicantKind>();

    private static readonly DisputeOutcome?[] Columns = [.. Enum.GetValues<DisputeOutcome>(), null];

    /// <summary>The outcomes in the columns of table 4; null is 尚未审结.</summary>
    public static IReadOnlyList<DisputeOutcome?> Outcomes => Columns;

    /// <summary>The figures of cases, disputes and fees, and of what was handled outside.</summary>
    public static AnnualFigures Of(int year, ReportedYear reported)
    {
        ArgumentNullException.ThrowIfNull(reported);
        return Of(
            (line, kind) => reported.Cases.Count(each => each.Kind == kind && each.CountsIn(year, line))
                + reported.Outside.Sum(outside => outside.In(year, line, kind)),
            (kind, outcome) => reported.Disputes.Count(each => each.Kind == kind && each.CountsIn(year, outcome)),
            FeeFigures.Of(year, reported.Fees));
    }

    /// <summary>The figures of several agencies together.</summary>
    public static AnnualFigures Sum(IReadOnlyCollection<AnnualFigures> figures) => Of(
        (line, kind) => figures.Sum(each => each.Application(line, kind)),
        (kind, outcome) => figures.Sum(each => each.Dispute(kind, outcome)),
        new FeeFigures(
            figures.Sum(each => each.Fees.Notices), figures.Sum(each => each.Fees.Charged), figures.Sum(each => each.Fees.Paid)));

    /// <summary>A cell of table 3.</summary>
    /// <param name="line">One of <see cref="ReportLines.All"/>.</param>
    /// <param name="kind">The column; null for 总计.</param>
    public int Application(string line, ApplicantKind? kind) => kind is null
        ? Kinds.Sum(each => Application(line, each))
        : line switch
        {
            ReportLines.Settled => ReportLines.Results.Sum(result => Application(result, kind)),
            ReportLines.CarriedForward => Application(ReportLines.Received, kind) + Application(ReportLines.CarriedOver, kind)
                - Application(ReportLines.Settled, kind),
            _ => Applications[line][Array.IndexOf(Kinds, kind.Value)],
        };

    /// <summary>A cell of table 4.</summary>
    /// <param name="kind">Reconsideration, direct action or action after reconsideration.</param>
    /// <param name="outcome">The outcome; null for 尚未审结.</param>
    public int Dispute(DisputeKind kind, DisputeOutcome? outcome) => Disputes[StoredNames.Of(kind)][Array.IndexOf(Columns, outcome)];

    /// <summary>总计 of a kind of dispute.</summary>
    public int DisputesOf(DisputeKind kind) => Disputes[StoredNames.Of(kind)].Sum();

    private static AnnualFigures Of(
        Func<string, ApplicantKind, int> applications, Func<DisputeKind, DisputeOutcome?, int> disputes, FeeFigures fees) => new(
            ReportLines.Counted.ToDictionary(
                line => line, line => (IReadOnlyList<int>)[.. Kinds.Select(kind => applications(line, kind))]),
            Enum.GetValues<DisputeKind>().ToDictionary(
                kind => StoredNames.Of(kind), kind => (IReadOnlyList<int>)[.. Outcomes.Select(outcome => disputes(kind, outcome))]),
            fees);

    /// <summary>The figures in a few letters: the same for the same figures, 64 hexadecimal digits.</summary>
    public string Fingerprint() =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(this, StoredJson.Readable)));

    /// <summary>What differs between these figures and later ones, sums left out.</summary>
    public IReadOnlyList<FigureDifference> DifferencesFrom(AnnualFigures later) =>
    [
        .. ReportFigure.Every.Where(figure => !figure.IsSum)
            .Select(figure => new FigureDifference(figure, figure.In(this), figure.In(later)))
            .Where(difference => difference.Was != difference.Is),
    ];

    /// <summary>
    /// The identities of table 3 that do not hold, by column: 一 + 二 = 三(七) + 四, and 二 is the 四 of the year before.
    /// </summary>
    /// <param name="before">The year before, where it is known.</param>
    public IReadOnlyList<FailedIdentity> FailedIdentities(AnnualFigures? before) =>
    [
        .. Kinds.Select(kind => new FailedIdentity(
                "report.identity.settled", kind, -Application(ReportLines.CarriedForward, kind))).Where(failed => failed.By > 0),
        .. before is null ? [] : Kinds.Select(kind => new FailedIdentity(
                "report.identity.carried", kind,
                Application(ReportLines.CarriedOver, kind) - before.Application(ReportLines.CarriedForward, kind)))
            .Where(failed => failed.By != 0),
    ];
}

/// <summary>The fee section of an annual report.</summary>
/// <param name="Notices">Fee notices served in the year.</param>
/// <param name="Charged">What they charged, in yuan.</param>
/// <param name="Paid">What was paid in the year, in yuan, whenever it was charged.</param>
public sealed record FeeFigures(
    [StoredName("Notices")] int Notices, [StoredName("Charged")] long Charged, [StoredName("Paid")] long Paid)
{
    /// <summary>The figures of a year.</summary>
    public static FeeFigures Of(int year, IReadOnlyCollection<ReportedFee> fees)
    {
        ArgumentNullException.ThrowIfNull(fees);
        var noticed = fees.Where(fee => fee.NoticedOn.Year == year).ToList();
        return new FeeFigures(
            noticed.Count, noticed.Sum(fee => fee.Yuan), fees.Where(fee => fee.PaidOn?.Year == year).Sum(fee => fee.Yuan));
    }
}

/// <summary>A figure that was handed in and is another today.</summary>
/// <param name="Was">As handed in.</param>
/// <param name="Is">As it is today.</param>
public sealed record FigureDifference(ReportFigure Figure, long Was, long Is);

/// <summary>An identity of table 3 that does not hold.</summary>
/// <param name="Code">Which, a code of the texts.</param>
/// <param name="By">By how much.</param>
public sealed record FailedIdentity(string Code, ApplicantKind Kind, int By);
