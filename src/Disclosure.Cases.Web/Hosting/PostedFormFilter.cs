using Disclosure.Cases.Web.Acting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;

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
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || IsShownInstead(context)
            || (IsHandled(context) && await IsForm(request) && IsReadable(context, request.Form)))
        {
            await next();
        }
        else
        {
            context.Result = new BadRequestResult();
        }
    }

    // The pages of errors are shown instead of another one, whatever was sent to that one.
    private static bool IsShownInstead(PageHandlerExecutingContext context) =>
        context.ActionDescriptor.EndpointMetadata.OfType<IgnoreAntiforgeryTokenAttribute>().Any();

    private static bool IsHandled(PageHandlerExecutingContext context) => context.HandlerMethod is { } handler
        && (context.HttpContext.Request.Query["handler"].FirstOrDefault() ?? "")
            .Equals(handler.Name ?? "", StringComparison.OrdinalIgnoreCase);

    // What was typed and cannot be read is for the page to say; the rest of a form comes from the page itself. What stands in
    // the address alone chooses what the page shows, and has its default.
    private static bool IsReadable(PageHandlerExecutingContext context, IFormCollection form)
    {
        var parameters = context.HandlerMethod!.Parameters;
        return context.ModelState.Where(entry => entry.Value!.ValidationState == ModelValidationState.Invalid)
            .Select(entry => entry.Key.Split('.')[0])
            .All(name => parameters.FirstOrDefault(each => each.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } parameter
                ? parameter.BindingInfo?.BinderType == typeof(TypedBinder)
                : !form.ContainsKey(name));
    }

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
