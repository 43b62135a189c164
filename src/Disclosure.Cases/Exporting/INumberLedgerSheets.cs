using Disclosure.Cases.Reporting;

namespace Disclosure.Cases.Exporting;

/// <summary>A line of the number ledger with the words for what has the number.</summary>
/// <param name="Title">The letter's title; of a registration what was asked for.</param>
public sealed record NumberLine(NumberRow Row, string Title);

/// <summary>Makes the number ledger a file.</summary>
public interface INumberLedgerSheets
{
    /// <summary>A workbook (XLSX) with one sheet.</summary>
    Task<byte[]> ToXlsx(string title, IReadOnlyList<NumberLine> lines, CancellationToken cancellation);

    /// <summary>Comma-separated values, UTF-8 with its mark.</summary>
    byte[] ToCsv(IReadOnlyList<NumberLine> lines);
}
