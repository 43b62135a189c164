using Disclosure.Cases.Reporting;

namespace Disclosure.Cases.Documents.Spreadsheets;

/// <summary>What is held of a person, to be handed out to them. Like everything on paper it is in Chinese.</summary>
public sealed class HeldDataSheets : IHeldDataSheets
{
    private static readonly SheetColumn<(HeldCase Case, HeldDatum Datum)>[] Columns =
    [
        new("登记号", 30, row => row.Case.RegisterNumber),
        new("机关", 26, row => row.Case.AgencyName),
        new("环节", 13, row => Texts.Name(row.Case.Stage)),
        new("项目", 18, row => Texts.Name(row.Datum.Field)),
        new("内容", 54, row => row.Datum.Value),
        new("日期", 12, row => ChinaTime.DayOf(row.Datum.At)),
        new("记录人、查阅人", 18, row => row.Datum.By),
    ];

    /// <inheritdoc/>
    public Task<byte[]> ToXlsx(string title, IReadOnlyList<HeldCase> cases, CancellationToken cancellation) => XlsxWriter.Write(
        title, "个人信息", Columns, cases.SelectMany(each => each.Data.Select(datum => (each, datum))).ToAsyncEnumerable(), cancellation);
}
