using Disclosure.Cases.Reporting;

namespace Disclosure.Cases.Exporting;

/// <summary>Makes the ledger of cases a spreadsheet.</summary>
public interface ICaseLedgerSheets
{
    /// <summary>A workbook (XLSX) with one sheet: a line of headings and a line for each case, as they come.</summary>
    /// <param name="title">What it is, for its properties and the top of printed pages.</param>
    /// <param name="rows">The cases; none of them is kept longer than it takes to write it.</param>
    /// <param name="cancellation">Calls it off.</param>
    Task<byte[]> ToXlsx(string title, IAsyncEnumerable<LedgerRow> rows, CancellationToken cancellation);
}
