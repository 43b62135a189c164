using Disclosure.Cases.ReplyTemplates;
using Disclosure.Cases.Storage.Connections;
using Disclosure.Cases.Storage.Mapping;
using Disclosure.Cases.Storage.Sealing;

namespace Disclosure.Cases.Storage.ReplyTemplates;

/// <summary>The wordings that were ever in use, and their adoptions.</summary>
internal sealed class TemplateVersionStore(UnitOfWork work) : ITemplateVersions
{
    public async Task Keep(string version, string code, string content, CancellationToken cancellation)
    {
        if (await IsKept(version, cancellation))
        {
            return;
        }

        await work.Write(async () =>
        {
            work.Changed(SealedTable.TemplateTexts, version);

            // Another server may bring the same wording along in between.
            await work.TryInsert(
                "INSERT INTO template_texts (version, code, content) VALUES (@version, @code, @content)",
                new { version, code, content }, cancellation);
        }, cancellation);
    }

    public Task<string?> Content(string version, CancellationToken cancellation) =>
        work.Single<string>(
            "SELECT content FROM template_texts WHERE version = @version", new { version = RowMapping.Ascii(version) }, cancellation);

    public Task<IReadOnlyList<TemplateAdoption>> Adoptions(CancellationToken cancellation) => work.Query<TemplateAdoption>(
        "SELECT code, ordinal, version, adopted_at, adopted_by, note FROM template_adoptions ORDER BY code, ordinal", null, cancellation);

    public Task<bool> Record(TemplateAdoption adoption, CancellationToken cancellation) => work.Write(async () =>
    {
        work.Changed(SealedTable.TemplateAdoptions, adoption.Code, adoption.Ordinal);
        return await work.TryInsert(
            "INSERT INTO template_adoptions (code, ordinal, version, adopted_at, adopted_by, note) "
                + "VALUES (@Code, @Ordinal, @Version, @AdoptedAt, @AdoptedBy, @Note)",
            new { adoption.Code, adoption.Ordinal, adoption.Version, adoption.AdoptedAt, adoption.AdoptedBy, adoption.Note },
            cancellation);
    }, cancellation);

    private async Task<bool> IsKept(string version, CancellationToken cancellation) =>
        await work.Single<int>(
            "SELECT COUNT(*) FROM template_texts WHERE version = @version", new { version = RowMapping.Ascii(version) }, cancellation) > 0;
}
