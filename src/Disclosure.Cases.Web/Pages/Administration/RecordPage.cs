using Disclosure.Cases.Clock;
using Disclosure.Cases.Looks;
using Disclosure.Cases.Web.Hosting;
using Disclosure.Cases.Web.Localisation;
using Disclosure.Cases.Web.Presentation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Disclosure.Cases.Web.Pages.Administration;

/// <summary>A page of a record that grows every day: the lines of some days, page by page, and all of them as a file.</summary>
/// <typeparam name="TFilter">Which lines are looked for.</typeparam>
/// <typeparam name="TLine">A line.</typeparam>
internal abstract class RecordPage<TFilter, TLine>(
    LookBook book, AdministratorSeparation separation, TimeProvider time) : PageModel
{
    private const int PageSize = 50;
    private const int UsualDays = 30;
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

    /// <summary>The page, from 1.</summary>
    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public int Pages { get; private set; }

    public int Total { get; private set; }

    public IReadOnlyList<TLine> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var filter = await Chosen(cancellation);

        // Where the administration is divided, whoever reads what others did is on record as well.
        if (separation.IsOn)
        {
            await book.Record(LookKind.Read, null, $"{Title} {From} {Until}", cancellation);
        }

        Total = await Count(filter, cancellation);
        Pages = Pager.Count(Total, PageSize);
        P = Math.Clamp(P, 1, Pages);
        Rows = await Find(filter, (P - 1) * PageSize, PageSize, cancellation);
    }

    /// <summary>The same lines as a file.</summary>
    public async Task<IActionResult> OnGetFileAsync(CancellationToken cancellation)
    {
        var filter = await Chosen(cancellation);
        var lines = await Find(filter, 0, MostInFile, cancellation);
        var (file, name) = (new CsvFile().Add(Columns), $"{Title} {From} {Until}.csv");
        foreach (var line in lines)
        {
            file.Add(Cells(line));
        }

        if (lines.Count == MostInFile && await Count(filter, cancellation) is var all and > MostInFile)
        {
            file.Add(CutShort(all, MostInFile));
        }

        await book.Record(LookKind.Exported, null, name, cancellation);
        return File(file.Bytes(), "text/csv; charset=utf-8", name);
    }

    /// <summary>What the record is called.</summary>
    protected abstract string Title { get; }

    /// <summary>The file's last line, where there are more lines than it takes.</summary>
    protected abstract string CutShort(int all, int most);

    /// <summary>The heads of the file's columns.</summary>
    protected abstract IEnumerable<string> Columns { get; }

    /// <summary>A line in them.</summary>
    protected abstract IEnumerable<string> Cells(TLine line);

    /// <summary>What was asked for, within <see cref="Days"/>.</summary>
    protected abstract Task<TFilter> Chosen(CancellationToken cancellation);

    protected abstract Task<int> Count(TFilter filter, CancellationToken cancellation);

    protected abstract Task<IReadOnlyList<TLine>> Find(TFilter filter, int skip, int take, CancellationToken cancellation);

    /// <summary>From the first day's beginning to the last one's end; the page shows them from then on.</summary>
    protected (DateTimeOffset From, DateTimeOffset Until) Days()
    {
        var today = time.Today();
        var until = Day(Until, today) ?? today;
        var from = Day(From, until) ?? until.AddDays(1 - UsualDays);
        (From, Until) = (from.Iso(), until.Iso());
        return (ChinaTime.At(from), ChinaTime.At(until.AddDays(1)));
    }

    // Nothing is on record of before the Regulation.
    private static DateOnly? Day(string? text, DateOnly latest) =>
        Dates.Parse(text) is { } day && day >= RuleSet.EarliestReceipt && day <= latest ? day : null;

    /// <summary>What was typed; null for nothing.</summary>
    protected static string? Given(string? text) => text?.Trim() is { Length: > 0 } given ? given : null;

    /// <summary>What was chosen; null for nothing, and for what there is not.</summary>
    protected static T? Given<T>(T? choice)
        where T : struct, Enum => choice is { } chosen && Enum.IsDefined(chosen) ? chosen : null;
}
