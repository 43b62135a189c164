using System.Globalization;
using Disclosure.Cases.AnnualReports;
using Disclosure.Cases.Reporting;

namespace Disclosure.Cases.Bulletins;

/// <summary>A section of a bulletin, the same on the page and in the document: sentences, and a table where there is one.</summary>
/// <param name="Title">Its heading; null where it goes on under the one before, or before the first.</param>
/// <param name="Paragraphs">What stands above the table.</param>
/// <param name="Table">The table; null where there is none.</param>
public sealed record BulletinSection(string? Title, IReadOnlyList<string> Paragraphs, ReportGrid? Table)
{
    /// <summary>Stands in <see cref="GridCell.Figure"/> where a cell names a case.</summary>
    public const string Case = "case";

    /// <summary>The sections of a bulletin in their order; parts that nobody wrote are left out, but for the opening.</summary>
    public static IReadOnlyList<BulletinSection> Of(
        BulletinFigures figures, IReadOnlyDictionary<BulletinPart, string> parts, string language)
    {
        ArgumentNullException.ThrowIfNull(figures);
        ArgumentNullException.ThrowIfNull(parts);
        var opening = Written(parts, BulletinPart.Opening);
        var idle = figures.Idle();
        return
        [
            new BulletinSection(null, opening.Count > 0 ? opening : [Summary(figures, language)], null),
            new BulletinSection(Say(language, "ranking"), [], TableOf(figures.Ranked(), () => Ranking(figures.Ranked(), language))),
            .. idle.Count == 0 ? Array.Empty<BulletinSection>() :
            [
                new BulletinSection(
                    null, [Say(language, "idle", string.Join(Say(language, "comma"), idle.Select(each => each.AgencyName)))], null),
            ],
            new BulletinSection(
                Say(language, "late"), figures.Late.Count == 0 ? [Say(language, "late.nobody")] : [],
                TableOf(figures.Late, () => Late(figures, language))),
            new BulletinSection(
                Say(language, "endangered", figures.On), figures.Endangered.Count == 0 ? [Say(language, "endangered.nobody")] : [],
                TableOf(figures.Endangered, () => Endangered(figures, language))),
            new BulletinSection(
                Say(language, "proposed"),
                figures.Proposed().Count == 0
                    ? [figures.Threshold.Say(language), Say(language, "proposed.nobody")] : [figures.Threshold.Say(language)],
                TableOf(figures.Proposed(), () => Proposed(figures, language))),
            .. from part in new[] { BulletinPart.Remarks, BulletinPart.Demands }
               let written = Written(parts, part)
               where written.Count > 0
               select new BulletinSection(Texts.Name(part, language), written, null),
        ];
    }

    /// <summary>The recipients: those written, else the usual ones.</summary>
    public static string Recipients(IReadOnlyDictionary<BulletinPart, string> parts, string language)
    {
        ArgumentNullException.ThrowIfNull(parts);
        return string.Join(' ', Written(parts, BulletinPart.Recipients)) is { Length: > 0 } written ? written : Say(language, "recipients");
    }

    private static ReportGrid Ranking(IReadOnlyList<RankedAgency> ranked, string language) => new(
        Say(language, "ranking"), [4, 14, 6, 6, 7, 8, 7], 1,
        [
            Heads(language, "rank", "agency", "owed", "onTime", "rate", "points", "rise"),
            .. ranked.Select(each => (IReadOnlyList<GridCell>)
            [
                Number(each.Rank),
                new(each.Agency.AgencyName),
                Number(each.Here.Owed) with { Figure = nameof(ReplyFigure.Owed), Subject = each.Agency.AgencyId },
                Number(each.Here.ServedOnTime) with { Figure = nameof(ReplyFigure.ServedOnTime), Subject = each.Agency.AgencyId },
                new(each.Here.OnTimeRate.Percent()),
                new(each.Here.OnTimeRate.PointsSince(each.Before.OnTimeRate) ?? "—"),
                new(each.Rise?.ToString("+0;−0;0", CultureInfo.InvariantCulture) ?? "—"),
            ]),
        ]);

    private static ReportGrid Late(BulletinFigures figures, string language) => new(
        Say(language, "late"), [13, 17, 13, 13, 7], 1,
        [
            Heads(language, "agency", "case", "dueOn", "servedOn", "days"),
            .. figures.Late.Select(each => (IReadOnlyList<GridCell>)
            [
                new(each.AgencyName), CaseOf(each.RegisterNumber, each.CaseId, each.AgencyId), new(Say(language, "day", each.DueOn)),
                new(each.ServedOn is { } servedOn ? Say(language, "day", servedOn) : Say(language, "owes")), Number(each.Days),
            ]),
        ]);

    private static ReportGrid Endangered(BulletinFigures figures, string language) => new(
        Say(language, "endangered", figures.On), [13, 17, 13, 12], 1,
        [
            Heads(language, "agency", "case", "due", "why"),
            .. figures.Endangered.Select(each => (IReadOnlyList<GridCell>)
            [
                new(each.AgencyName), CaseOf(each.RegisterNumber, each.CaseId, each.AgencyId),
                new(Say(language, "day", each.Dangers[0].DueOn)),
                new(EndangeredCase.Reasons(each.Dangers, figures.On, language, withArticle: false)),
            ]),
        ]);

    private static ReportGrid Proposed(BulletinFigures figures, string language) => new(
        Say(language, "proposed"), [14, 8, 8, 26], 1,
        [
            Heads(language, "agency", "rate", "lateCount", "reason"),
            .. figures.Proposed().Select(each => (IReadOnlyList<GridCell>)
            [
                new(each.Agency.AgencyName), new(each.Here.OnTimeRate.Percent()), Number(each.Late),
                new(figures.Threshold.Reasons(each, language)),
            ]),
        ]);

    private static string Summary(BulletinFigures figures, string language)
    {
        var (here, before) = figures.Whole();
        var change = here.OnTimeRate.PointsSince(before.OnTimeRate) is not { } points ? ""
            : Say(language, points[0] switch { '+' => "summary.up", '−' => "summary.down", _ => "summary.same" }, points[1..]);
        return here.Owed == 0
            ? Say(language, "summary.nothing", figures.Year, figures.Number)
            : Say(language, "summary", figures.Year, figures.Number, here.Owed, here.ServedOnTime, here.OnTimeRate.Percent(), change);
    }

    private static ReportGrid? TableOf<T>(IReadOnlyList<T> rows, Func<ReportGrid> make) => rows.Count == 0 ? null : make();

    private static GridCell CaseOf(string number, Guid caseId, Guid agencyId) =>
        new(number) { Figure = Case, Subject = caseId, Agency = agencyId };

    private static GridCell Number(int value) => new(value.ToString(CultureInfo.InvariantCulture)) { Value = value };

    private static IReadOnlyList<GridCell> Heads(string language, params IEnumerable<string> names) =>
        [.. names.Select(name => new GridCell(Say(language, $"head.{name}")))];

    private static List<string> Written(IReadOnlyDictionary<BulletinPart, string> parts, BulletinPart part) =>
    [
        .. parts.GetValueOrDefault(part, "").ReplaceLineEndings("\n")
            .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
    ];

    private static string Say(string language, string code, params object?[] arguments) =>
        Texts.Say(language, $"bulletin.{code}", arguments);
}
