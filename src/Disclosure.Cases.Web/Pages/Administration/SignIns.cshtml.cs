using System.Globalization;
using Disclosure.Cases.Agencies;
using Disclosure.Cases.Looks;
using Disclosure.Cases.SignIns;
using Disclosure.Cases.Web.Hosting;
using Disclosure.Cases.Web.Localisation;
using Disclosure.Cases.Web.Presentation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Disclosure.Cases.Web.Pages.Administration;

/// <summary>登录记录: who signed in and out, and what failed; of a time, an account, an outcome, an address; as a file as well.</summary>
[Authorize(Policies.Administrator)]
internal sealed class SignInsModel(
    ISignIns signIns, IUsers users, LookBook book, TimeProvider time, IStringLocalizer<Words> words) : PageModel
{
    private const int PageSize = 50;
    private const int MostInFile = 50_000;

    private IReadOnlyDictionary<Guid, User> people = new Dictionary<Guid, User>();

    /// <summary>The first day; what is no date is the usual one.</summary>
    [BindProperty(SupportsGet = true)]
    public string? From { get; set; }

    /// <summary>The last day.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Until { get; set; }

    /// <summary>A part of a name or sign-in name.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public SignInOutcome? Outcome { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Address { get; set; }

    /// <summary>The page, from 1.</summary>
    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public int Pages { get; private set; }

    public int Total { get; private set; }

    public IReadOnlyList<SignInLine> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var filter = await Chosen(cancellation);
        Total = await signIns.Count(filter, cancellation);
        Pages = Pager.Count(Total, PageSize);
        P = Math.Clamp(P, 1, Pages);
        Rows = await signIns.Find(filter, (P - 1) * PageSize, PageSize, cancellation);
    }

    /// <summary>The same lines as a file.</summary>
    public async Task<IActionResult> OnGetFileAsync(CancellationToken cancellation)
    {
        var file = new CsvFile().Add(
            words["首次时间"], words["末次时间"], words["登录名"], words["姓名"], words["结果"], words["地址"], words["次数"]);
        foreach (var line in await signIns.Find(await Chosen(cancellation), 0, MostInFile, cancellation))
        {
            file.Add(
                CsvFile.Instant(line.FirstAt), CsvFile.Instant(line.LastAt), SignInNameOf(line), NameOf(line),
                Texts.Name(line.Outcome, Texts.CurrentLanguage), AddressOf(line), line.Times.ToString(CultureInfo.InvariantCulture));
        }

        var name = $"{words["登录记录"]} {From} {Until}.csv";
        await book.Record(LookKind.Exported, null, name, cancellation);
        return File(file.Bytes(), "text/csv; charset=utf-8", name);
    }

    /// <summary>The account; where no account has the name that was typed, the name is not kept.</summary>
    public string SignInNameOf(SignInLine line) => people.GetValueOrDefault(line.UserId)?.SignInName ?? "—";

    /// <summary>Whose account it is.</summary>
    public string NameOf(SignInLine line) => people.GetValueOrDefault(line.UserId)?.Name ?? "";

    /// <summary>From where.</summary>
    public string AddressOf(SignInLine line) => line.Address switch
    {
        "" => "—",
        ISignIns.OtherAddresses => words["其他地址"],
        _ => line.Address,
    };

    private async Task<SignInFilter> Chosen(CancellationToken cancellation)
    {
        var (from, until) = ListedDays.Of(From, Until, time.Today());
        (From, Until) = (from.Iso(), until.Iso());
        people = (await users.All(cancellation)).ToDictionary(user => user.Id);
        var asked = Q?.Trim() is { Length: > 0 } part
            ? people.Values.Where(user => AdministrationPageQuery.IsCalled(user, part)).Select(user => user.Id).ToList()
            : null;
        return new SignInFilter(
            ChinaTime.At(from), ChinaTime.At(until.AddDays(1)), asked, Outcome is { } outcome && Enum.IsDefined(outcome) ? outcome : null,
            Address?.Trim() is { Length: > 0 } address ? address : null);
    }
}
