using Disclosure.Cases.Exporting;
using Disclosure.Cases.Letters;
using Disclosure.Cases.ReplyTemplates;
using Disclosure.Cases.Reporting;

namespace Disclosure.Cases.Documents.Spreadsheets;

/// <summary>The ledger (台账) as a spreadsheet. Like everything on paper it is in Chinese, whoever asked for it.</summary>
public sealed class CaseLedgerSheets(IReplyTemplates templates) : ICaseLedgerSheets
{
    private const double DateWidth = 12;

    private readonly IReadOnlyList<SheetColumn<LedgerRow>> columns =
    [
        new("登记号", 30, row => row.RegisterNumber),
        new("机关", 26, row => row.AgencyName),
        new("申请人", 26, row => row.Applicants),
        new("申请人类别", 15, row => Texts.Name(row.ApplicantKind)),
        new("渠道", 16, row => Texts.Name(row.Channel)),
        new("申请内容", 54, row => row.Requested),
        new("到达之日", DateWidth, row => row.ArrivedOn),
        new("收到之日", DateWidth, row => row.ReceivedOn),
        new("环节", 13, row => Texts.Name(row.Stage)),
        new("承办人", 12, row => row.OfficerName),
        new("答复期限", DateWidth, row => row.DueOn),
        new("答复之日", DateWidth, row => row.ServedOn),
        new("是否按期", 13, row => row.Timeliness is { } timeliness ? Texts.Name(timeliness) : null),
        new("处理结果", 44, row => string.Join('；', row.Replies.Select(reply => templates.TitleOf(reply.Template, reply.Sections)).Distinct())),
        new("年报表三", 11, row => row.ReportRow),
        new("答复文号", 30, row => string.Join('；', row.Replies.Select(reply => reply.Number).OfType<string>())),
        new("督办次数", 11, row => row.Inquiries),
        new("公开审查", 26, row => string.Join('；', row.Reviews.Select(review =>
            FormattableString.Invariant($"{review.Reviewer}（{review.On.Year}年{review.On.Month}月{review.On.Day}日）")).Distinct())),
        new("存疑事项", 26, row => string.Join('；', row.Doubts.Select(doubt => Texts.Name(doubt)))),
    ];

    /// <inheritdoc/>
    public Task<byte[]> ToXlsx(string title, IAsyncEnumerable<LedgerRow> rows, CancellationToken cancellation) =>
        XlsxWriter.Write(title, "台账", columns, rows, cancellation);
}
