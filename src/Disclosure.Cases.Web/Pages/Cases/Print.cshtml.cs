using Disclosure.Cases.Clock;
using Disclosure.Cases.DocumentLifecycle;
using Disclosure.Cases.Looks;
using Disclosure.Cases.ReplyTemplates;
using Disclosure.Cases.Reporting;
using Disclosure.Cases.Web.Bundles;
using Disclosure.Cases.Web.Hosting;
using Disclosure.Cases.Web.Localisation;
using Disclosure.Cases.Web.Pages.Cases.Queueing;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Disclosure.Cases.Web.Pages.Cases;

/// <summary>
/// The agency's letters that are issued and not yet served, to print in one go. What cannot be in the one document is named
/// before there is one: nobody finds out from the stack of paper.
/// </summary>
[Authorize(Policies.Reader)]
internal sealed class PrintModel(
    ICaseQueries queries, PrintRun run, IReplyTemplates templates, LookBook looks, CurrentActor actor,
    TimeProvider time, CalendarsInForce calendars, IStringLocalizer<Words> words) : PageModel
{
    /// <summary>Of which cases: those ticked in the queue, else those that it shows.</summary>
    public QueueChoice Choice { get; private set; } = new();

    private const int LongestMark = 40;

    public UnservedPage Letters { get; private set; } = new([], 0);

    /// <summary>Why a letter has to be printed alone.</summary>
    public IReadOnlyDictionary<Guid, Refusal> LeftOut { get; private set; } = new Dictionary<Guid, Refusal>();

    /// <summary>The letters ticked.</summary>
    public IReadOnlySet<Guid> Chosen { get; private set; } = new HashSet<Guid>();

    public string? Problem { get; private set; }

    public string TitleOf(UnservedRow row) => templates.Find(row.Template)?.Title ?? row.Template;

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        await Read(cancellation);
        Chosen = Letters.Rows.Select(row => row.DocumentId).ToHashSet();
    }

    public async Task<IActionResult> OnPostAsync([FromForm] Guid[] documents, [FromForm] string? made, CancellationToken cancellation)
    {
        await Read(cancellation);
        Chosen = documents.ToHashSet();
        var letters = Letters.Rows.Where(row => Chosen.Contains(row.DocumentId)).ToList();
        if (letters.Count == 0)
        {
            return Refused(StatusCodes.Status422UnprocessableEntity, words["请选择要打印的文书。"]);
        }

        if (letters.Count < Chosen.Count)
        {
            return Refused(StatusCodes.Status409Conflict, words["所选文书中有 {0} 件已经送达或者撤销，请核对后重新打印。", Chosen.Count - letters.Count]);
        }

        var (docx, leftOut, tooLarge) = await run.Make(letters, cancellation);
        LeftOut = leftOut;
        if (tooLarge)
        {
            return Refused(StatusCodes.Status422UnprocessableEntity, words["所选文书合计超过 {0} MB，请分几次打印。", PrintRun.MostMegabytes]);
        }

        if (docx is null)
        {
            Chosen = Chosen.Except(leftOut.Keys).ToHashSet();
            return Refused(StatusCodes.Status422UnprocessableEntity, words["有 {0} 件文书不能合并，需要单独打印；已取消勾选，其余可以继续合并打印。", leftOut.Count]);
        }

        // Whoever waits for the download is told that it has come: a page cannot see it.
        if (made is { Length: > 0 and <= LongestMark })
        {
            Response.Cookies.Append(
                "disclosure.made",
                made,
                new CookieOptions { SameSite = SameSiteMode.Strict, MaxAge = TimeSpan.FromMinutes(1), Path = "/cases/print" });
        }

        var name = words["待送达文书 {0}（{1} 件）.docx", time.Today().ToString("yyyy-MM-dd"), letters.Count].Value;
        foreach (var id in letters.Select(letter => letter.CaseId).Distinct())
        {
            await looks.Record(LookKind.Printed, id, name, cancellation);
        }

        return File(docx, IssuedLetters.Docx, name);
    }

    private PageResult Refused(int status, string problem)
    {
        (Response.StatusCode, Problem) = (status, problem);
        return Page();
    }

    private async Task Read(CancellationToken cancellation)
    {
        Choice = QueueChoice.Read(Request.Query);
        Letters = await queries.AwaitingService(
            Choice.FilterOfLetters(actor.Value, time.Today(), calendars.Of(actor.Value.AgencyId)) with { PageSize = PrintRun.MostLetters },
            cancellation);
    }
}
