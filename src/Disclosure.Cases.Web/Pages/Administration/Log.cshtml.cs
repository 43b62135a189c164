using Disclosure.Cases.Agencies;
using Disclosure.Cases.Web.Hosting;
using Disclosure.Cases.Web.Localisation;
using Disclosure.Cases.Web.Presentation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Disclosure.Cases.Web.Pages.Administration;

/// <summary>管理记录: who changed what of agencies, users and settings; of a time, a person, an act, an agency; as a file as well.</summary>
[Authorize(Policies.AuditAdministrator)]
internal sealed class LogModel(
    IAdministrationLog log, AdministrationPageQuery reading, LookBook book, AdministratorSeparation separation, CurrentActor actor,
    TimeProvider time, IStringLocalizer<Words> words)
    : RecordPage<AdministrationFilter, AdministrationLine>(book, separation, time)
{
    /// <summary>Whether the reader may open agencies.</summary>
    public bool KeepsAgencies => actor.Value.Is(Role.SystemAdministrator);

    /// <summary>Whether the reader may open users.</summary>
    public bool KeepsUsers => actor.Value.Is(Role.SecurityAdministrator);

    [BindProperty(SupportsGet = true)]
    public AdministrativeAct? Act { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Agency { get; set; }

    /// <summary>A part of the name of whom it concerns.</summary>
    [BindProperty(SupportsGet = true, Name = "user")]
    public string? Concerned { get; set; }

    public IReadOnlyList<Agency> Agencies { get; private set; } = [];

    protected override string Title => words["管理记录"];

    protected override string CutShort(int all, int most) => words["共 {0} 条，本文件只有最近的 {1} 条，请缩短期间分次导出。", all, most];

    protected override IEnumerable<string> Columns =>
        [words["时间"], words["操作人"], words["事项"], words["机关"], words["涉及人员"], words["内容"]];

    protected override IEnumerable<string> Cells(AdministrationLine line) =>
        [CsvFile.Instant(line.At), line.By, line.Act, line.Agency, line.User, line.Changes];

    protected override async Task<AdministrationFilter> Chosen(CancellationToken cancellation)
    {
        Agencies = await reading.Agencies(cancellation);
        var (from, until) = Days();
        return new AdministrationFilter(from, until, Given(Q), Given(Act), Agency, Given(Concerned));
    }

    protected override Task<int> Count(AdministrationFilter filter, CancellationToken cancellation) => log.Count(filter, cancellation);

    protected override Task<IReadOnlyList<AdministrationLine>> Find(
        AdministrationFilter filter, int skip, int take, CancellationToken cancellation) =>
            reading.Lines(filter, skip, take, cancellation);
}
