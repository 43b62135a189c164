using Disclosure.Cases.Web.Acting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;

namespace Disclosure.Cases.Web.Hosting;

/// <summary>
/// Answers 400 to whatever is sent to a page and is none of its forms: no handler or an unknown one, a body that is no form, a
/// parameter of the handler that cannot be read. Without it a page without a handler is rendered with nothing read, and an
/// unknown handler is taken for the one without a name.
/// </summary>
internal sealed class PostedFormFilter : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var request = context.HttpContext.Request;
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || IsShownInstead(context))
        {
            await next();
            return;
        }

        if (IsHandled(context) && await IsForm(request))
        {
            ForgetTheAddress(context, request.Form);
            if (IsReadable(context))
            {
                await next();
                return;
            }
        }

        context.Result = new BadRequestResult();
    }

    // The pages of errors are shown instead of another one, whatever was sent to that one.
    private static bool IsShownInstead(PageHandlerExecutingContext context) =>
        context.ActionDescriptor.EndpointMetadata.OfType<IgnoreAntiforgeryTokenAttribute>().Any();

    private static bool IsHandled(PageHandlerExecutingContext context) => context.HandlerMethod is { } handler
        && (context.HttpContext.Request.Query["handler"].FirstOrDefault() ?? "")
            .Equals(handler.Name ?? "", StringComparison.OrdinalIgnoreCase);

    // What stands in the address alone chooses what the page shows, and has its default: nobody typed it.
    private static void ForgetTheAddress(PageHandlerExecutingContext context, IFormCollection form)
    {
        foreach (var key in Unreadable(context).Where(key => ParameterOf(context, key) is null && !form.ContainsKey(NameIn(key))).ToList())
        {
            context.ModelState.Remove(key);
        }
    }

    // What was typed and cannot be read is for the page to say; the rest of a form comes from the page itself.
    private static bool IsReadable(PageHandlerExecutingContext context) =>
        Unreadable(context).All(key => ParameterOf(context, key)?.BindingInfo?.BinderType == typeof(TypedBinder));

    private static IEnumerable<string> Unreadable(PageHandlerExecutingContext context) =>
        context.ModelState.Where(entry => entry.Value!.ValidationState == ModelValidationState.Invalid).Select(entry => entry.Key);

    private static HandlerParameterDescriptor? ParameterOf(PageHandlerExecutingContext context, string key) => context.HandlerMethod!
        .Parameters.FirstOrDefault(parameter => parameter.Name.Equals(NameIn(key), StringComparison.OrdinalIgnoreCase));

    private static string NameIn(string key) => key.Split('.')[0];

    private static async Task<bool> IsForm(HttpRequest request)
    {
        if (!request.HasFormContentType)
        {
            return false;
        }

        try
        {
            await request.ReadFormAsync(request.HttpContext.RequestAborted);
            return true;
        }
        catch (Exception problem) when (problem is InvalidDataException or IOException)
        {
            return false;
        }
    }
}
