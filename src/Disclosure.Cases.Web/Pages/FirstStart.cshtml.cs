using System.Globalization;
using Disclosure.Cases.Demonstration;
using Disclosure.Cases.Web.Hosting;
using Disclosure.Cases.Web.Localisation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Disclosure.Cases.Web.Pages;

/// <summary>How far the first start is. It reads itself again until the page that was asked for answers.</summary>
[AllowAnonymous]
internal sealed class FirstStartModel(FirstStart start, IStringLocalizer<Words> words) : PageModel
{
    /// <summary>How far it is; null before the first application.</summary>
    public DemonstrationProgress? Progress { get; } = start.Progress;

    /// <summary>0 to 100.</summary>
    public int Percent => Progress is { } progress ? progress.Arrived * 100 / progress.Applications : 0;

    /// <summary>What is being made now.</summary>
    public string Step => Progress is { } progress
        ? words["正在办理 {0} 的案卷", progress.Day.ToString("Y", CultureInfo.CurrentCulture)]
        : words["正在设立机关和人员"];

    public IActionResult OnGet()
    {
        if (!start.IsUnderWay)
        {
            return LocalRedirect("/");
        }

        Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        Response.Headers["Refresh"] = FirstStartAnswers.AskAgainAfter.ToString(CultureInfo.InvariantCulture);
        return Page();
    }
}
