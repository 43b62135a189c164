using Disclosure.Cases.Web.Localisation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.Localization;

namespace Disclosure.Cases.Web.Hosting;

/// <summary>
/// Reads the form of a request once, for everybody after it, and answers 400 to what calls itself a form and cannot be read:
/// an encoding that is not there, a boundary that is missing, a body that breaks off.
/// </summary>
internal sealed class ReadableFormFilter : IAsyncAuthorizationFilter, IOrderedFilter
{
    /// <summary>After the limits of the page (900), before its form token is looked for (1000).</summary>
    public int Order => 950;

    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        var request = context.HttpContext.Request;
        if (!request.HasFormContentType || await IsReadable(request))
        {
            return;
        }

        var words = context.HttpContext.RequestServices.GetRequiredService<IStringLocalizer<Words>>();
        RefusedRequest.Explain(
            context.HttpContext, words["提交的内容不是能够读取的表单（Content-Type 应为 UTF-8 编码的表单，内容完整）。请返回上一页，刷新后重试。"]);
        context.Result = new BadRequestResult();
    }

    private static async Task<bool> IsReadable(HttpRequest request)
    {
        try
        {
            await request.ReadFormAsync(request.HttpContext.RequestAborted);
            return true;
        }
        catch (Exception problem) when (problem is InvalidDataException or IOException or NotSupportedException or ArgumentException)
        {
            return false;
        }
    }
}
