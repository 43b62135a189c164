using Disclosure.Cases.CaseFiles.Events;

namespace Disclosure.Cases.AnnualReports;

/// <summary>A cell of a table in a report.</summary>
/// <param name="Text">What stands in it.</param>
/// <param name="Columns">How many columns it reaches over.</param>
/// <param name="Rows">How many rows it reaches over.</param>
public sealed record GridCell(string Text, int Columns = 1, int Rows = 1)
{
    /// <summary>The figure; null in a heading.</summary>
    public long? Value { get; init; }

    /// <summary>Which figure, by its code; null where it opens to no cases.</summary>
    public string? Figure { get; init; }

    /// <summary>Which agency or case the figure is of, where a table has several; else null.</summary>
    public Guid? Subject { get; init; }

    /// <summary>Whose case it is, where the subject is one.</summary>
    public Guid? Agency { get; init; }
}

/// <summary>
/// A table of a report, the same on the page, in the spreadsheet, in the document and as plain text; of an annual report in the
/// official arrangement.
/// </summary>
/// <param name="Title">Its heading.</param>
/// <param name="Widths">The columns' widths, as shares of the whole.</param>
/// <param name="HeadingRows">How many rows are headings.</param>
/// <param name="Rows">The cells that begin in each row, from left to right.</param>
public sealed record ReportGrid(
    string Title, IReadOnlyList<int> Widths, int HeadingRows, IReadOnlyList<IReadOnlyList<GridCell>> Rows)
{
    /// <summary>The cells with the place of their upper left corner, both from 0.</summary>
    public IReadOnlyList<(GridCell Cell, int Row, int Column)> Placed()
    {
        var (taken, placed) = (new HashSet<(int Row, int Column)>(), new List<(GridCell, int, int)>());
        for (var row = 0; row < Rows.Count; row++)
        {
            var column = 0;
            foreach (var cell in Rows[row])
            {
                while (taken.Contains((row, column)))
                {
                    column++;
                }

                placed.Add((cell, row, column));
                for (var down = 0; down < cell.Rows; down++)
                {
                    for (var right = 0; right < cell.Columns; right++)
                    {
                        taken.Add((row + down, column + right));
                    }
                }
            }
        }

        return placed;
    }

    /// <summary>Table 2, to be filled in by hand: it counts what the agency issued and decided, and no applications.</summary>
    public static ReportGrid Proactive(string language)
    {
        string Say(string code) => Texts.Say(language, $"report.table2.{code}");
        var empty = new GridCell("");
        IReadOnlyList<GridCell> Row(string name) => [new(Say(name)), new("", 3)];
        IReadOnlyList<GridCell> Item(string name) => [new(Say(name), 4)];
        IReadOnlyList<GridCell> Head(string name) => [new(Say("content")), new(Say(name), 3)];
        return new ReportGrid(
            Texts.Name(ReportChapter.ProactiveDisclosure, language), [1, 1, 1, 1], 0,
            [
                Item("item1"),
                [new(Say("content")), new(Say("issued")), new(Say("repealed")), new(Say("inForce"))],
                [new(Say("rules")), empty, empty, empty],
                [new(Say("documents")), empty, empty, empty],
                Item("item5"), Head("decisions"), Row("licences"),
                Item("item6"), Head("decisions"), Row("penalties"), Row("coercion"),
                Item("item8"), Head("amount"), Row("fees"),
            ]);
    }

    /// <summary>Table 3.</summary>
    public static ReportGrid Applications(AnnualFigures figures, string language)
    {
        ArgumentNullException.ThrowIfNull(figures);
        string Say(string code) => Texts.Say(language, $"report.{code}");
        var kinds = Enum.GetValues<ApplicantKind>();
        IEnumerable<GridCell> Figures(string line) =>
        [
            .. kinds.Select(kind => Of(figures.Application(line, kind), ReportFigure.Of(line, kind))),
            Of(figures.Application(line, null), ReportFigure.Of(line, null)),
        ];
        GridCell Label(string line, int columns) => new(Say($"line.{line}"), columns);

        List<IReadOnlyList<GridCell>> rows =
        [
            [new(Say("identity"), 3, 3), new(Say("applicants"), 7)],
            [new(Texts.Name(kinds[0], language), 1, 2), new(Say("organisations"), 5), new(Say("total"), 1, 2)],
            [.. kinds.Skip(1).Select(kind => new GridCell(Texts.Name(kind, language)))],
            [Label(ReportLines.Received, 3), .. Figures(ReportLines.Received)],
            [Label(ReportLines.CarriedOver, 3), .. Figures(ReportLines.CarriedOver)],
        ];
        string[] results = [.. ReportLines.Results, ReportLines.Settled];
        for (var index = 0; index < results.Length; index++)
        {
            var line = results[index];
            var group = ReportLines.GroupOf(line);
            var isFirst = index == 0 || ReportLines.GroupOf(results[index - 1]) != group;
            rows.Add(
            [
                .. index == 0 ? [new GridCell(Say("results"), 1, results.Length)] : Array.Empty<GridCell>(),
                .. group is not null && isFirst
                    ? [new GridCell(Say($"line.{group}"), 1, results.Count(each => ReportLines.GroupOf(each) == group))]
                    : Array.Empty<GridCell>(),
                Label(line, group is null ? 2 : 1),
                .. Figures(line),
            ]);
        }

        rows.Add([Label(ReportLines.CarriedForward, 3), .. Figures(ReportLines.CarriedForward)]);
        return new ReportGrid(Say("table3"), [5, 9, 26, 8, 8, 8, 9, 9, 8, 8], 3, rows);
    }

    /// <summary>Table 4.</summary>
    public static ReportGrid Disputes(AnnualFigures figures, string language)
    {
        ArgumentNullException.ThrowIfNull(figures);
        string Say(string code) => Texts.Say(language, $"report.{code}");
        var kinds = Enum.GetValues<DisputeKind>();
        return new ReportGrid(
            Say("table4"), [.. Enumerable.Repeat(1, kinds.Length * (AnnualFigures.Outcomes.Count + 1))], 3,
            [
                [new(Texts.Name(DisputeKind.Reconsideration, language), 5, 2), new(Say("actions"), 10)],
                [.. kinds.Skip(1).Select(kind => new GridCell(Texts.Name(kind, language), 5))],
                [
                    .. kinds.SelectMany(_ => AnnualFigures.Outcomes.Select(outcome =>
                        new GridCell(outcome is { } known ? Texts.Name(known, language) : Say("pending")))
                        .Append(new GridCell(Say("total")))),
                ],
                [
                    .. kinds.SelectMany(kind => AnnualFigures.Outcomes
                        .Select(outcome => Of(figures.Dispute(kind, outcome), ReportFigure.Of(kind, outcome)))
                        .Append(Of(figures.DisputesOf(kind), ReportFigure.Of(kind)))),
                ],
            ]);
    }

    /// <summary>The fee section.</summary>
    public static ReportGrid Fees(AnnualFigures figures, string language)
    {
        ArgumentNullException.ThrowIfNull(figures);
        string Say(string code) => Texts.Say(language, $"report.{code}");
        return new ReportGrid(
            Say("fees"), [1, 1, 1], 1,
            [
                [new(Say("fees.Notices")), new(Say("fees.Charged")), new(Say("fees.Paid"))],
                [
                    Of(figures.Fees.Notices, ReportFigure.OfFees(nameof(FeeFigures.Notices))),
                    Of(figures.Fees.Charged, ReportFigure.OfFees(nameof(FeeFigures.Charged))),
                    Of(figures.Fees.Paid, ReportFigure.OfFees(nameof(FeeFigures.Paid))),
                ],
            ]);
    }

    private static GridCell Of(long value, ReportFigure figure) =>
        new(value.ToString(System.Globalization.CultureInfo.InvariantCulture)) { Value = value, Figure = figure.Code };
}
