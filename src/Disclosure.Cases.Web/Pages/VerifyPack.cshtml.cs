using Disclosure.Cases.Documents.EvidencePacks;
using Disclosure.Cases.EvidencePacks;
using Disclosure.Cases.Web.Hosting;
using Disclosure.Cases.Web.Localisation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;

namespace Disclosure.Cases.Web.Pages;

/// <summary>
/// 核验证据包: for whoever was given one, without an account. What is put in is read once and kept nowhere; whether a case is there, or has
/// gone on since, is not told.
/// </summary>
[AllowAnonymous]
[EnableRateLimiting(PackCheckLimit.Policy)]
internal sealed class VerifyPackModel(PackCheck check, IPackKeys keys, IStringLocalizer<Words> words) : PageModel
{
    /// <summary>What the check found; null before there is anything to check.</summary>
    public PackVerdict? Verdict { get; private set; }

    /// <summary>What was put in is called so.</summary>
    public string FileName { get; private set; } = "";

    /// <summary>Why nothing was checked.</summary>
    public string? Problem { get; private set; }

    /// <summary>The office's public keys, the one that signs now first.</summary>
    public IEnumerable<string> Fingerprints => (keys.All ?? []).Reverse().Select(key => key.Fingerprint);

    public async Task OnPostAsync(IFormFile? content, CancellationToken cancellation)
    {
        if (content is null)
        {
            (Problem, Response.StatusCode) = (words["请选择证据包（ZIP 文件）。"], StatusCodes.Status422UnprocessableEntity);
            return;
        }

        FileName = content.FileName;
        await using var pack = content.OpenReadStream();
        Verdict = await check.Check(pack, fingerprint: null, cancellation);
    }
}
