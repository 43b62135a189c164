using Disclosure.Cases.AnnualReports;
using Disclosure.Cases.Documents.Layout;

namespace Disclosure.Cases.Documents.Model;

/// <summary>How a run of text is shown.</summary>
internal enum InlineKind
{
    Plain,

    /// <summary>A mark that something will be put in at approval.</summary>
    Draft,

    /// <summary>A mark that something is missing; in previews only.</summary>
    Missing,
}

/// <summary>A run of text. Whoever writes it out encodes it; it is never markup.</summary>
internal sealed record Inline(string Text, InlineKind Kind = InlineKind.Plain)
{
    /// <summary>Whether it was filled in, by people or from the case; else it is the wording's own.</summary>
    public bool IsFilledIn { get; init; }
}

/// <summary>A part of a letter that stands on lines of its own.</summary>
internal abstract record Block;

/// <summary>A paragraph of the body.</summary>
/// <param name="Runs">Its words.</param>
/// <param name="StaysWithNext">Whether it belongs on the page of what follows.</param>
internal sealed record Paragraph(IReadOnlyList<Inline> Runs, bool StaysWithNext = false) : Block
{
    /// <summary>A paragraph that was filled in whole.</summary>
    public Paragraph(string text)
        : this([new Inline(text) { IsFilledIn = true }])
    {
    }

    /// <summary>Whether it has to stand as it is when the letter is finished in Word.</summary>
    public bool IsFixed { get; init; }
}

/// <summary>A section's heading: 一、… on the first level, （一）… on the second (GB/T 9704-2012, 7.3.3).</summary>
/// <param name="Ordinal">From 1, or null for one that is not numbered.</param>
internal sealed record Heading(IReadOnlyList<Inline> Runs, int? Ordinal = null, int Level = 1) : Block
{
    /// <summary>The ordinal and the words.</summary>
    public IReadOnlyList<Inline> Printed => Ordinal is not { } ordinal ? Runs
        : [new Inline(Level == 1 ? $"{ChineseOrdinals.Of(ordinal)}、" : $"（{ChineseOrdinals.Of(ordinal)}）"), .. Runs];
}

/// <summary>A list of short items.</summary>
internal sealed record ItemList(IReadOnlyList<IReadOnlyList<Inline>> Items) : Block;

/// <summary>A form's table; rows may differ in the number of their cells.</summary>
internal sealed record Table(IReadOnlyList<TableRow> Rows) : Block
{
    /// <summary>As many as its longest row has.</summary>
    public int Columns => Rows.Max(row => row.Cells.Count);
}

/// <summary>A row of a form's table.</summary>
/// <param name="Cells">What stands in its cells.</param>
/// <param name="LinesToFillIn">The lines that it has room for, where somebody writes in it by hand; one where nothing else is said.</param>
internal sealed record TableRow(IReadOnlyList<IReadOnlyList<Inline>> Cells, int LinesToFillIn = 1);

/// <summary>A table of figures with cells that reach over several rows and columns.</summary>
internal sealed record FigureTable(ReportGrid Grid) : Block;
