using Disclosure.Cases.Looks;
using Disclosure.Cases.Web.Hosting;
using Disclosure.Cases.Web.Localisation;
using Disclosure.Cases.Web.Presentation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Disclosure.Cases.Web.Pages.Administration;

/// <summary>查阅记录: who saw people's data in full or took them along; of a time, a person, a case; as a file as well.</summary>
[Authorize(Policies.AuditAdministrator)]
internal sealed class LooksModel(
    ILooks looks, LookBook book, AdministratorSeparation separation, TimeProvider time, IStringLocalizer<Words> words)
    : RecordPage<LookFilter, Look>(book, separation, time)
{
    [BindProperty(SupportsGet = true)]
    public LookKind? Kind { get; set; }

    /// <summary>A case's register number.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Number { get; set; }

    protected override string Title => words["查阅记录"];

    protected override string CutShort(int all, int most) => words["共 {0} 条，本文件只有最近的 {1} 条，请缩短期间分次导出。", all, most];

    protected override IEnumerable<string> Columns =>
        [words["时间"], words["姓名"], words["方式"], words["登记号"], words["内容"], words["地址"]];

    protected override IEnumerable<string> Cells(Look line) =>
    [
        CsvFile.Instant(line.At), line.UserName, Texts.Name(line.Kind, Texts.CurrentLanguage), line.RegisterNumber ?? "", line.Subject,
        line.Address,
    ];

    protected override Task<LookFilter> Chosen(CancellationToken cancellation)
    {
        var (from, until) = Days();
        return Task.FromResult(new LookFilter(from, until, Given(Q), Given(Kind), Given(Number)));
    }

    protected override Task<int> Count(LookFilter filter, CancellationToken cancellation) => looks.Count(filter, cancellation);

    protected override Task<IReadOnlyList<Look>> Find(LookFilter filter, int skip, int take, CancellationToken cancellation) =>
        looks.Find(filter, skip, take, cancellation);
}
