using Disclosure.Cases.Agencies;
using Disclosure.Cases.Web.Localisation;
using Microsoft.Extensions.Localization;

namespace Disclosure.Cases.Web.Presentation;

/// <summary>
/// What a user is told whose second factor an administrator took away: if the user did not ask for it, somebody wants to get in.
/// </summary>
internal static class SecondFactorNotice
{
    private const int Days = 30;
    private const int MostEntries = 50;

    /// <summary>When and why; null when it did not happen lately, or there is another one since.</summary>
    public static async Task<string?> Of(
        Guid userId, IAdministrationLog log, TimeProvider time, IStringLocalizer<Words> words, CancellationToken cancellation)
    {
        var lately = AdministrationFilter.All with { From = time.GetUtcNow().AddDays(-Days), UserId = userId };
        var last = (await log.Find(lately, 0, MostEntries, cancellation)).FirstOrDefault(
            entry => entry.Act is AdministrativeAct.SecondFactorSetUp or AdministrativeAct.SecondFactorTakenAway);
        return last is { Act: AdministrativeAct.SecondFactorTakenAway, Changes: [{ After: { } reason }] }
                ? words["系统管理员于{0}取消了您的二次验证，理由：{1}。如非您本人要求，请立即告知系统管理员。", last.RecordedAt.InChina(), reason].Value
                : null;
    }
}
