using Disclosure.Cases.Looks;
using Disclosure.Cases.Web.Hosting;
using Disclosure.Cases.Web.Localisation;
using Disclosure.Cases.Web.Presentation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Disclosure.Cases.Web.Pages.Administration;

/// <summary>查阅记录: who saw people's data in full or took them along; of a time, a person, a case; as a file as well.</summary>
[Authorize(Policies.Administrator)]
internal sealed class LooksModel(ILooks looks, LookBook book, TimeProvider time, IStringLocalizer<Words> words) : PageModel
{
    private const int PageSize = 50;
    private const int MostInFile = 50_000;

    /// <summary>The first day; what is no date is the usual one.</summary>
    [BindProperty(SupportsGet = true)]
    public string? From { get; set; }

    /// <summary>The last day.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Until { get; set; }

    /// <summary>A part of a name.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public LookKind? Kind { get; set; }

    /// <summary>A case's register number.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Number { get; set; }

    /// <summary>The page, from 1.</summary>
    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public int Pages { get; private set; }

    public int Total { get; private set; }

    public IReadOnlyList<Look> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var filter = Chosen();
        Total = await looks.Count(filter, cancellation);
        Pages = Pager.Count(Total, PageSize);
        P = Math.Clamp(P, 1, Pages);
        Rows = await looks.Find(filter, (P - 1) * PageSize, PageSize, cancellation);
    }

    /// <summary>The same lines as a file.</summary>
    public async Task<IActionResult> OnGetFileAsync(CancellationToken cancellation)
    {
        var file = new CsvFile().Add(words["时间"], words["姓名"], words["方式"], words["登记号"], words["内容"], words["地址"]);
        foreach (var look in await looks.Find(Chosen(), 0, MostInFile, cancellation))
        {
            file.Add(
                CsvFile.Instant(look.At), look.UserName, Texts.Name(look.Kind, Texts.CurrentLanguage), look.RegisterNumber ?? "",
                look.Subject, look.Address);
        }

        var name = $"{words["查阅记录"]} {From} {Until}.csv";
        await book.Record(LookKind.Exported, null, name, cancellation);
        return File(file.Bytes(), "text/csv; charset=utf-8", name);
    }

    private LookFilter Chosen()
    {
        var (from, until) = ListedDays.Of(From, Until, time.Today());
        (From, Until) = (from.Iso(), until.Iso());
        return new LookFilter(
            ChinaTime.At(from), ChinaTime.At(until.AddDays(1)), Given(Q), Kind is { } kind && Enum.IsDefined(kind) ? kind : null,
            Given(Number));
    }

    private static string? Given(string? text) => text?.Trim() is { Length: > 0 } given ? given : null;
}
