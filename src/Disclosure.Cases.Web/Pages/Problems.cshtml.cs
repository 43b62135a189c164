using Disclosure.Cases.Web.Api;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Disclosure.Cases.Web.Pages;

/// <summary>What a kind of problem of the API means, and what to do: the address that each refusal names as its type.</summary>
[AllowAnonymous]
internal sealed class ProblemsModel : PageModel
{
    public ProblemKind Kind { get; private set; }

    public IActionResult OnGet(string code)
    {
        if (ProblemKinds.Find(code) is not { } kind)
        {
            return NotFound();
        }

        Kind = kind;
        return Page();
    }
}
