using Disclosure.Cases.Looks;
using Disclosure.Cases.Reporting;
using Disclosure.Cases.Web.Acting;
using Disclosure.Cases.Web.Hosting;
using Disclosure.Cases.Web.Localisation;
using Disclosure.Cases.Web.Presentation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Disclosure.Cases.Web.Pages.Administration;

/// <summary>
/// 个人信息查询: what is held of somebody who asks (《个人信息保护法》 art. 45), by identity number or contact, and the same as a file to
/// be handed out. The number is typed into a form, so that no address and no log has it.
/// </summary>
[Authorize(Policies.SecurityAdministrator)]
internal sealed class PersonsModel(
    HeldData held, IHeldDataSheets sheets, LookBook looks, CurrentActor actor, TimeProvider time, IStringLocalizer<Words> words) : PageModel
{
    // On record in one language, whatever the reader's.
    private const string PageName = "个人信息查询";
    private const int LongestNumber = 100;
    /// <summary>The number or contact that was typed.</summary>
    public string Number { get; private set; } = "";

    /// <summary>What was found; null while nothing was asked.</summary>
    public IReadOnlyList<HeldCase>? Cases { get; private set; }

    public IReadOnlyList<Finding> Findings { get; private set; } = [];

    /// <summary>Whether the user may put the case's applicants right.</summary>
    public bool MayCorrect(HeldCase held) => held.AgencyId == actor.Value.AgencyId && actor.Value.Is(Role.Clerk | Role.Reviewer);

    public async Task<IActionResult> OnPostFindAsync(CancellationToken cancellation)
    {
        await Read(cancellation);
        await OnRecord(caseId => looks.Record(LookKind.Opened, caseId, PageName, cancellation));
        return Page();
    }

    /// <summary>The same as a file.</summary>
    public async Task<IActionResult> OnPostFileAsync(CancellationToken cancellation)
    {
        await Read(cancellation);
        var name = $"个人信息清单 {time.Today().Iso()}.xlsx";
        await OnRecord(caseId => looks.Record(LookKind.Exported, caseId, name, cancellation));
        return Cases is null
            ? Page()
            : File(await sheets.ToXlsx(PageName, Cases, cancellation), MediaTypes.Xlsx, name);
    }

    private async Task Read(CancellationToken cancellation)
    {
        Number = new FormReader(await Request.ReadFormAsync(cancellation), words).Text("Number");
        if (Number.Length is 0 or > LongestNumber)
        {
            Findings = [new Finding("Number", words["请填写证件号码或者联系方式。"])];
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return;
        }

        Cases = await held.Of(Number, cancellation);
    }

    // Of each case somebody sees what is held; where there is none, somebody looked.
    private async Task OnRecord(Func<Guid?, Task> record)
    {
        foreach (var caseId in Cases?.Select(each => (Guid?)each.CaseId).DefaultIfEmpty() ?? [])
        {
            await record(caseId);
        }
    }
}
