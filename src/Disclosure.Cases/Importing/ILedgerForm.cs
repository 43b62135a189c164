namespace Disclosure.Cases.Importing;

/// <summary>Makes a ledger without cases, to be filled in: a heading for each <see cref="LedgerColumn"/>.</summary>
public interface ILedgerForm
{
    /// <summary>A workbook (XLSX) with one sheet.</summary>
    Task<byte[]> ToXlsx(CancellationToken cancellation);
}
