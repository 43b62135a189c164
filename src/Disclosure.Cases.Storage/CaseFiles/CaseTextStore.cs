using System.Security.Cryptography;
using System.Text;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.Storage.Connections;

namespace Disclosure.Cases.Storage.CaseFiles;

/// <summary>The texts that events refer to, each with a salt of its own so that its hash tells nothing.</summary>
internal sealed class CaseTextStore(UnitOfWork work, IIds ids) : ICaseTexts
{
    private const int SaltLength = 16;

    private sealed record Stored(Guid Id, string Body);

    public TextRef Keep(Guid caseId, string text)
    {
        var salt = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SaltLength));
        var id = ids.Next();
        work.ExecuteNow(
            "INSERT INTO case_texts (id, case_id, salt, body) VALUES (@id, @caseId, @salt, @text)", new { id, caseId, salt, text });
        return new TextRef(id, HashOf(salt, text));
    }

    public async Task<string> Read(TextRef reference, CancellationToken cancellation) =>
        await work.Single<string>("SELECT body FROM case_texts WHERE id = @Id", new { reference.Id }, cancellation)
        ?? throw new InvalidOperationException($"The text {reference.Id} is not there.");

    public async Task<IReadOnlyDictionary<Guid, string>> OfCase(Guid caseId, CancellationToken cancellation) =>
        (await work.Query<Stored>("SELECT id, body FROM case_texts WHERE case_id = @caseId", new { caseId }, cancellation))
            .ToDictionary(text => text.Id, text => text.Body);

    /// <summary>SHA-256 of salt and text, lower-case hexadecimal.</summary>
    public static string HashOf(string salt, string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(salt + text)));
}
