using Disclosure.Cases.Kernel.Pipeline;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Disclosure.Cases.Web.Acting;

/// <summary>
/// A page with forms whose fields are known beforehand. A handler has a parameter for each field, and sends one command; what was
/// typed comes back with what is wrong.
/// </summary>
internal abstract class FormPage(Commands commands) : PageModel
{
    /// <summary>The form that was refused; null: none.</summary>
    public string? Sent { get; private set; }

    public IReadOnlyList<Finding> Findings { get; private set; } = [];

    public Task<IActionResult> OnGetAsync(CancellationToken cancellation) => Show(cancellation);

    /// <summary>Reads what the page shows.</summary>
    /// <returns>Whether there is such a page.</returns>
    protected abstract Task<bool> Read(CancellationToken cancellation);

    /// <summary>Whether there is what the form is about; where not, nothing is sent.</summary>
    protected virtual Task<bool> Exists(CancellationToken cancellation) => Task.FromResult(true);

    /// <summary>A form of the page, with what was typed if it was the one refused.</summary>
    protected FieldSet Form(string name, params IReadOnlyList<Field> fields) => new(name, fields, TypedInto(name), FindingsOf(name));

    /// <summary>What was typed into a form, if it was the one refused; else null.</summary>
    protected IFormCollection? TypedInto(string form) => Sent == form ? Request.Form : null;

    /// <summary>What is wrong with a form.</summary>
    protected IReadOnlyList<Finding> FindingsOf(string form) => Sent == form ? Findings : [];

    /// <summary>Sends the command of a form, unless something typed could not be read.</summary>
    /// <param name="done">Says that it was done, and where to go on.</param>
    protected async Task<IActionResult> Send<T>(
        string form, ICommand<T> command, Func<T, IActionResult> done, CancellationToken cancellation)
    {
        if (!await Exists(cancellation))
        {
            return NotFound();
        }

        Findings = Finding.Of(ModelState, Request.Form);
        if (Findings.Count == 0)
        {
            var result = await commands.Send(command);
            if (result.Succeeded)
            {
                return done(result.Value);
            }

            Findings = Finding.Of(result.Refusals);
        }

        (Sent, Response.StatusCode) = (form, StatusCodes.Status422UnprocessableEntity);
        return await Show(cancellation);
    }

    /// <summary>Says on the next page what was done.</summary>
    protected LocalRedirectResult Done(string sentence, string next)
    {
        TempData["Done"] = sentence;
        return LocalRedirect(next);
    }

    private async Task<IActionResult> Show(CancellationToken cancellation) => await Read(cancellation) ? Page() : NotFound();
}
