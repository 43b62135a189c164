using System.Globalization;
using Disclosure.Cases.Web.Hosting;
using Disclosure.Cases.Web.Localisation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Disclosure.Cases.Web.Pages;

/// <summary>What a reader sees instead of an empty answer: not found, not allowed, too often.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
internal sealed class StatusModel(IStringLocalizer<Words> words) : PageModel
{
    public string Title => Say.Title;

    public string Explanation => RefusedRequest.ReasonOf(HttpContext) ?? Say.Explanation;

    // It is shown instead of other pages, by whatever method they were asked for: there is nothing to handle.
    private (string Title, string Explanation) Say => int.Parse((string)RouteData.Values["code"]!, CultureInfo.InvariantCulture) switch
    {
        StatusCodes.Status403Forbidden => (words["无权查看"], words["您的角色不能打开这个页面。"]),
        StatusCodes.Status404NotFound => (words["没有这个页面"], words["网址有误，或者案卷不属于本机关。"]),
        StatusCodes.Status413PayloadTooLarge => (words["内容过大"], words["每个文件不能超过 50 MB，一次上传的文件合计不能超过 250 MB。"]),
        StatusCodes.Status429TooManyRequests => (words["尝试过于频繁"], words["请稍候一分钟再试。"]),
        StatusCodes.Status400BadRequest when !TransportSecurity.IsGiven(HttpContext) => (
            words["请求无效"], words["本系统须通过 https 打开，否则浏览器不保存 Cookie，无法登录和提交。已通过 https 打开的，请管理员检查参数 Proxy:Networks。"]),
        StatusCodes.Status400BadRequest => (words["请求无效"], words["页面可能已经过期，请返回上一页，刷新后重试。"]),
        _ => (words["请求没有完成"], words["请返回上一页重试。"]),
    };
}
