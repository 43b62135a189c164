using Disclosure.Cases.Storage.Connections;
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

    public void OnGet() => Note();

    public void OnPost() => Note();

    private void Note()
    {
        if (HttpContext.Features.Get<IExceptionHandlerPathFeature>() is { } failure)
        {
            LacksRecords = StorageObstacle.Of(failure.Error) is not null;
            if (LacksRecords)
            {
                Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            }

            logger.LogError(failure.Error, "{Method} {Path} failed; reference {Reference}.", Request.Method, failure.Path, Reference);
        }
    }
}
