using System.Security.Cryptography;
using System.Text;

namespace Disclosure.Cases.Storage.Maintenance;

// The wordings that documents were made from: each is known by its hash, so a changed one shows.
public sealed partial class Verification
{
    private sealed record Wording(string Version, string Code, string Content);

    private async Task<IEnumerable<Finding>> OfTemplates(CancellationToken cancellation) =>
        (await work.Query<Wording>("SELECT version, code, content FROM template_texts ORDER BY version", null, cancellation))
            .Where(wording => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(wording.Content))) != wording.Version)
            .Select(wording => new Finding("template.changed", wording.Code, wording.Version));
}
