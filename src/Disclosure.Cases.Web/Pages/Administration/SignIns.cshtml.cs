using System.Globalization;
using Disclosure.Cases.SignIns;
using Disclosure.Cases.Web.Hosting;
using Disclosure.Cases.Web.Localisation;
using Disclosure.Cases.Web.Presentation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Disclosure.Cases.Web.Pages.Administration;

/// <summary>登录记录: who signed in and out, and what failed; of a time, an account, an outcome, an address; as a file as well.</summary>
[Authorize(Policies.AuditAdministrator)]
internal sealed class SignInsModel(
    ISignIns signIns, LookBook book, AdministratorSeparation separation, CurrentActor actor, TimeProvider time,
    IStringLocalizer<Words> words)
    : RecordPage<SignInFilter, SignInLine>(book, separation, time)
{
    /// <summary>Whether the reader may open users.</summary>
    public bool KeepsUsers => actor.Value.Is(Role.SecurityAdministrator);

    [BindProperty(SupportsGet = true)]
    public SignInOutcome? Outcome { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Address { get; set; }

    /// <summary>The account; where no account has the name that was typed, the name is not kept.</summary>
    public static string SignInNameOf(SignInLine line) => line.SignInName ?? "—";

    /// <summary>Whose account it is.</summary>
    public string NameOf(SignInLine line) => words.Say(line.Name);

    /// <summary>From where.</summary>
    public string AddressOf(SignInLine line) => line.Address switch
    {
        "" => "—",
        ISignIns.OtherAddresses => words["其他地址"],
        _ => line.Address,
    };

    protected override string Title => words["登录记录"];

    protected override string CutShort(int all, int most) => words["共 {0} 条，本文件只有最近的 {1} 条，请缩短期间分次导出。", all, most];

    protected override IEnumerable<string> Columns =>
        [words["首次时间"], words["末次时间"], words["登录名"], words["姓名"], words["结果"], words["地址"], words["次数"]];

    protected override IEnumerable<string> Cells(SignInLine line) =>
    [
        CsvFile.Instant(line.FirstAt), CsvFile.Instant(line.LastAt), SignInNameOf(line), NameOf(line),
        Texts.Name(line.Outcome, Texts.CurrentLanguage), AddressOf(line), line.Times.ToString(CultureInfo.InvariantCulture),
    ];

    protected override Task<SignInFilter> Chosen(CancellationToken cancellation)
    {
        var (from, until) = Days();
        return Task.FromResult(new SignInFilter(from, until, Given(Q), Given(Outcome), Given(Address)));
    }

    protected override Task<int> Count(SignInFilter filter, CancellationToken cancellation) => signIns.Count(filter, cancellation);

    protected override Task<IReadOnlyList<SignInLine>> Find(
        SignInFilter filter, int skip, int take, CancellationToken cancellation) => signIns.Find(filter, skip, take, cancellation);
}
