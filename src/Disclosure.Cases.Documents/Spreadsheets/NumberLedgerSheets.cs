using Disclosure.Cases.Exporting;

namespace Disclosure.Cases.Documents.Spreadsheets;

/// <summary>The number ledger (编号台账) as a file. Like everything on paper it is in Chinese, whoever asked for it.</summary>
public sealed class NumberLedgerSheets : INumberLedgerSheets
{
    private static readonly SheetColumn<NumberLine>[] Columns =
    [
        new("序号", 8, line => line.Row.Ordinal > 0 ? line.Row.Ordinal : null),
        new("文号", 32, line => line.Row.Number),
        new("文书、申请内容", 44, line => line.Title),
        new("申请人", 20, line => line.Row.Applicant),
        new("登记号", 30, line => line.Row.RegisterNumber),
        new("取号日期", 12, line => ChinaTime.DayOf(line.Row.TakenAt)),
        new("取号人", 12, line => line.Row.TakenBy),
        new("作废日期", 12, line => line.Row.VoidedAt is { } voided ? ChinaTime.DayOf(voided) : null),
        new("作废人", 12, line => line.Row.VoidedBy),
        new("作废原因", 40, line => line.Row.VoidReason),
    ];

    /// <inheritdoc/>
    public Task<byte[]> ToXlsx(string title, IReadOnlyList<NumberLine> lines, CancellationToken cancellation) =>
        XlsxWriter.Write(title, "编号台账", Columns, lines.ToAsyncEnumerable(), cancellation);

    /// <inheritdoc/>
    public byte[] ToCsv(IReadOnlyList<NumberLine> lines) => CsvWriter.Write(Columns, lines);
}
