using Disclosure.Cases.Importing;

namespace Disclosure.Cases.Documents.Spreadsheets;

/// <summary>The ledger of past cases to be filled in, with the headings that the import knows.</summary>
public sealed class LedgerForm : ILedgerForm
{
    private const double Narrow = 14;
    private const double Wide = 36;

    private static readonly SheetColumn<LedgerColumn>[] Columns =
    [
        .. Enum.GetValues<LedgerColumn>().Select(column => new SheetColumn<LedgerColumn>(
            LedgerHeadings.Of(column),
            column is LedgerColumn.Request or LedgerColumn.RegisterNumber or LedgerColumn.ReplyNumber ? Wide : Narrow, _ => null)),
    ];

    /// <inheritdoc/>
    public Task<byte[]> ToXlsx(CancellationToken cancellation) => XlsxWriter.Write(
        "政府信息公开申请台账", "台账", Columns, AsyncEnumerable.Empty<LedgerColumn>(), cancellation);
}
