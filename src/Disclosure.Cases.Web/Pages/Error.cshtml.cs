using System.Globalization;
using Disclosure.Cases.Web.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Disclosure.Cases.Web.Pages;

/// <summary>What a reader sees when something failed: a reference, under which the log has what happened.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
internal sealed class ErrorModel(ILogger<ErrorModel> logger) : PageModel
{
    public string Reference => HttpContext.TraceIdentifier;

    /// <summary>Whether it was no fault of the software: the records cannot be read or written.</summary>
    public bool LacksRecords { get; private set; }

    /// <summary>Whether it was lost while it was being saved: only the records can tell what became of it.</summary>
    public bool IsUncertain { get; private set; }

    public void OnGet()
    {
        Note();

        // What only asked for a page may ask again by itself.
        if (LacksRecords)
        {
            Response.Headers["Refresh"] = FailingRecords.AskAgainAfter.ToString(CultureInfo.InvariantCulture);
        }
    }

    public void OnPost() => Note();

    private void Note()
    {
        if (HttpContext.Features.Get<IExceptionHandlerPathFeature>() is { } failure)
        {
            (LacksRecords, IsUncertain) = (FailingRecords.Answer(Response, failure.Error), FailingRecords.IsUncertain(failure.Error));
            logger.LogError(failure.Error, "{Method} {Path} failed; reference {Reference}.", Request.Method, failure.Path, Reference);
        }
    }
}
