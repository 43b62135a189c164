using Disclosure.Cases.SignIns;
using Disclosure.Cases.Web.Localisation;
using Microsoft.Extensions.Localization;

namespace Disclosure.Cases.Web.Presentation;

/// <summary>A user's sign-in before the present one, by which one notices that somebody else used the account.</summary>
internal static class LastSignIn
{
    /// <summary>When and from where, and how often it failed since; null where this is the first.</summary>
    public static async Task<string?> Of(Guid userId, ISignIns signIns, IStringLocalizer<Words> words, CancellationToken cancellation)
    {
        if (await signIns.Latest(userId, 2, cancellation) is not [_, var last])
        {
            return null;
        }

        var failures = await signIns.FailuresSince(userId, last.FirstAt, cancellation);
        var when = last.Address.Length == 0
            ? words["上次登录：{0}", last.FirstAt.InChina()]
            : words["上次登录：{0}，来自 {1}", last.FirstAt.InChina(), last.Address];
        return failures == 0 ? when : words["{0}；此后失败 {1} 次，如非本人操作请告知系统管理员", when, failures];
    }
}
