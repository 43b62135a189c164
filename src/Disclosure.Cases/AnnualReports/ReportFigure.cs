using Disclosure.Cases.CaseFiles.Events;

namespace Disclosure.Cases.AnnualReports;

/// <summary>A case behind a figure of an annual report.</summary>
public sealed record CountedCase(Guid CaseId, Guid AgencyId, string RegisterNumber);

/// <summary>One figure of an annual report: how an address names it, what it is called, its value, and the cases that it counts.</summary>
public sealed class ReportFigure
{
    private const string All = "All";
    private const string Pending = "Pending";

    private readonly Func<string, string> words;
    private readonly Func<AnnualFigures, long> value;
    private readonly Func<ReportedYear, int, IEnumerable<CountedCase>> cases;

    private ReportFigure(
        string code, bool isSum, Func<string, string> words, Func<AnnualFigures, long> value,
        Func<ReportedYear, int, IEnumerable<CountedCase>> cases) =>
        (Code, IsSum, this.words, this.value, this.cases) = (code, isSum, words, value, cases);

    /// <summary>Every figure, in the order of the report.</summary>
    public static IReadOnlyList<ReportFigure> Every { get; } = [.. Applications(), .. Disputes(), .. Fees()];

    private static readonly Dictionary<string, ReportFigure> ByCode = Every.ToDictionary(figure => figure.Code, StringComparer.Ordinal);

    /// <summary>What an address says.</summary>
    public string Code { get; }

    /// <summary>Whether it is the sum of a line (总计).</summary>
    public bool IsSum { get; }

    /// <summary>A cell of table 3.</summary>
    /// <param name="line">The line.</param>
    /// <param name="kind">The column; null for 总计.</param>
    public static ReportFigure Of(string line, ApplicantKind? kind) => ByCode[CodeOf(line, kind)];

    /// <summary>A cell of table 4.</summary>
    /// <param name="kind">The kind of dispute.</param>
    /// <param name="outcome">The outcome; null for 尚未审结.</param>
    public static ReportFigure Of(DisputeKind kind, DisputeOutcome? outcome) => ByCode[CodeOf(kind, outcome)];

    /// <summary>总计 of a kind of dispute.</summary>
    public static ReportFigure Of(DisputeKind kind) => ByCode[SumOf(kind)];

    /// <summary>A figure of the fee section.</summary>
    /// <param name="name">A member of <see cref="FeeFigures"/>.</param>
    public static ReportFigure OfFees(string name) => ByCode[$"fees.{name}"];

    /// <summary>The figure that an address names, or null.</summary>
    public static ReportFigure? Find(string? code) => code is null ? null : ByCode.GetValueOrDefault(code);

    /// <summary>What it is called.</summary>
    public string Say(string language) => words(language);

    /// <summary>How much it is.</summary>
    public long In(AnnualFigures figures) => value(figures);

    /// <summary>
    /// The cases that it counts in a year; a case with two disputes stands there twice. What was handled outside has none.
    /// </summary>
    public IReadOnlyList<CountedCase> CasesIn(ReportedYear reported, int year) => [.. cases(reported, year)];

    private static IEnumerable<ReportFigure> Applications() =>
        from line in ReportLines.All
        from kind in Enum.GetValues<ApplicantKind>().Cast<ApplicantKind?>().Append(null)
        select new ReportFigure(
            CodeOf(line, kind), kind is null,
            language => ReportLines.Say(line, language) + " · "
                + (kind is { } known ? Texts.Name(known, language) : Texts.Say(language, "report.total")),
            figures => figures.Application(line, kind),
            (reported, year) => reported.Cases.Where(each => (kind is null || each.Kind == kind) && each.CountsIn(year, line))
                .Select(each => new CountedCase(each.CaseId, each.AgencyId, each.RegisterNumber)));

    private static IEnumerable<ReportFigure> Disputes()
    {
        foreach (var kind in Enum.GetValues<DisputeKind>())
        {
            IEnumerable<CountedCase> Cases(ReportedYear reported, Func<ReportedDispute, bool> counts) => reported.Disputes
                .Where(each => each.Kind == kind && counts(each))
                .Select(each => new CountedCase(each.CaseId, each.AgencyId, each.RegisterNumber));
            string Say(string language, string outcome) => $"{Texts.Name(kind, language)} · {outcome}";
            foreach (var outcome in AnnualFigures.Outcomes)
            {
                yield return new ReportFigure(
                    CodeOf(kind, outcome), isSum: false,
                    language => Say(language, outcome is { } known ? Texts.Name(known, language) : Texts.Say(language, "report.pending")),
                    figures => figures.Dispute(kind, outcome),
                    (reported, year) => Cases(reported, each => each.CountsIn(year, outcome)));
            }

            yield return new ReportFigure(
                SumOf(kind), isSum: true, language => Say(language, Texts.Say(language, "report.total")),
                figures => figures.DisputesOf(kind), (reported, year) => Cases(reported, each => each.CountsIn(year)));
        }
    }

    private static IEnumerable<ReportFigure> Fees()
    {
        IEnumerable<CountedCase> Cases(ReportedYear reported, Func<ReportedFee, bool> counts) =>
            reported.Fees.Where(counts).Select(fee => new CountedCase(fee.CaseId, fee.AgencyId, fee.RegisterNumber));
        foreach (var (name, value, day) in new (string, Func<FeeFigures, long>, Func<ReportedFee, DateOnly?>)[]
        {
            (nameof(FeeFigures.Notices), fees => fees.Notices, fee => fee.NoticedOn),
            (nameof(FeeFigures.Charged), fees => fees.Charged, fee => fee.NoticedOn),
            (nameof(FeeFigures.Paid), fees => fees.Paid, fee => fee.PaidOn),
        })
        {
            yield return new ReportFigure(
                $"fees.{name}", isSum: false, language => Texts.Say(language, $"report.fees.{name}"), figures => value(figures.Fees),
                (reported, year) => Cases(reported, fee => day(fee)?.Year == year));
        }
    }

    private static string CodeOf(string line, ApplicantKind? kind) => $"{line}.{(kind is { } known ? StoredNames.Of(known) : All)}";

    private static string CodeOf(DisputeKind kind, DisputeOutcome? outcome) =>
        $"{StoredNames.Of(kind)}.{(outcome is { } known ? StoredNames.Of(known) : Pending)}";

    private static string SumOf(DisputeKind kind) => $"{StoredNames.Of(kind)}.{All}";
}
