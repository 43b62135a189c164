using Disclosure.Cases.Web.Acting;
using Disclosure.Cases.Web.Localisation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.Extensions.Localization;

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

        if (FaultOf(context) is not { } fault)
        {
            await next();
            return;
        }

        RefusedRequest.Explain(context.HttpContext, fault);
        context.Result = new BadRequestResult();
    }

    private static string? FaultOf(PageHandlerExecutingContext context)
    {
        var request = context.HttpContext.Request;
        var words = context.HttpContext.RequestServices.GetRequiredService<IStringLocalizer<Words>>();
        if (!IsHandled(context))
        {
            return words["这个页面没有所请求的操作（handler）。请返回上一页，刷新后重试。"];
        }

        if (!request.HasFormContentType)
        {
            return words["提交的内容不是表单（Content-Type 应为 application/x-www-form-urlencoded 或者 multipart/form-data）。"];
        }

        ForgetTheAddress(context, request.Form);
        return NotTyped(context) is { } field ? words["字段 {0} 的值无法读取：{1}", field, RuleOf(TypeOf(context, field), words)].Value : null;
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
    private static string? NotTyped(PageHandlerExecutingContext context) =>
        Unreadable(context).FirstOrDefault(key => ParameterOf(context, key)?.BindingInfo?.BinderType != typeof(TypedBinder));

    private static Type? TypeOf(PageHandlerExecutingContext context, string key) =>
        ParameterOf(context, key)?.ParameterType ?? context.ActionDescriptor.BoundProperties.FirstOrDefault(property =>
            (property.BindingInfo?.BinderModelName ?? property.Name).Equals(NameIn(key), StringComparison.OrdinalIgnoreCase))
            ?.ParameterType;

    private static string RuleOf(Type? type, IStringLocalizer<Words> words) =>
        (type is null ? null : Nullable.GetUnderlyingType(type) ?? type) switch
    {
        { IsEnum: true } => words["请从所列选项中选择。"],
        { } number when number == typeof(int) => words["应为整数。"],
        { } day when day == typeof(DateOnly) => words["应为日期，如“2026-11-22”。"],
        _ => words["请返回上一页，刷新后重试。"],
    };

    private static IEnumerable<string> Unreadable(PageHandlerExecutingContext context) =>
        context.ModelState.Where(entry => entry.Value!.ValidationState == ModelValidationState.Invalid).Select(entry => entry.Key);

    private static HandlerParameterDescriptor? ParameterOf(PageHandlerExecutingContext context, string key) => context.HandlerMethod!
        .Parameters.FirstOrDefault(parameter => parameter.Name.Equals(NameIn(key), StringComparison.OrdinalIgnoreCase));

    private static string NameIn(string key) => key.Split('.')[0];
}
