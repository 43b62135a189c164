using Disclosure.Cases.Training;
using Disclosure.Cases.Web.Acting;
using Disclosure.Cases.Web.Hosting;
using Disclosure.Cases.Web.Localisation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Disclosure.Cases.Web.Pages;

/// <summary>练习: exercises for new staff, on invented applications; only in an installation to practise in.</summary>
[Authorize(Policies.Clerk)]
internal sealed class PracticeModel(PracticeGuides guides, ReviewerSimulator tutor, Commands commands, IStringLocalizer<Words> words)
    : PageModel
{
    public IReadOnlyList<PracticeGuide> Begun { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!guides.AreOffered)
        {
            return NotFound();
        }

        Begun = await guides.Begun(cancellation);
        return Page();
    }

    /// <summary>Begins an exercise.</summary>
    public async Task<IActionResult> OnPostAsync(string code)
    {
        var result = await commands.Send(new BeginExercise(code));
        if (!result.Succeeded)
        {
            return BadRequest();
        }

        TempData["Done"] = words["练习开始了，请按提示办理：{0}", result.Value.RegisterNumber].Value;
        return LocalRedirect($"/cases/{result.Value.CaseId}");
    }

    /// <summary>Lets the tutor review or approve.</summary>
    public async Task<IActionResult> OnPostTutorAsync(Guid caseId, CancellationToken cancellation)
    {
        if (await tutor.TakeTurn(caseId, cancellation) is not { } refusals)
        {
            return NotFound();
        }

        TempData["Done"] = refusals.Count == 0
            ? words["教员已办理，请继续。"].Value
            : words["教员没有通过：{0}", string.Join(" ", refusals.Select(refusal => refusal.Say(Texts.CurrentLanguage)))].Value;
        return LocalRedirect($"/cases/{caseId}");
    }
}
