using System.Data.Common;
using Disclosure.Cases.ReplyTemplates;
using Disclosure.Cases.Storage.Connections;
using Disclosure.Cases.Storage.Mapping;

namespace Disclosure.Cases.Storage.ReplyTemplates;

/// <summary>The wordings that were ever in use, and their adoptions.</summary>
internal sealed class TemplateVersionStore(UnitOfWork work) : ITemplateVersions
{
    public async Task Keep(string version, string code, string content)
    {
        if (await IsKept(version))
        {
            return;
        }

        await work.Write(async () =>
        {
            try
            {
                await work.Execute(
                    "INSERT INTO template_texts (version, code, content) VALUES (@version, @code, @content)",
                    new { version, code, content });
            }
            catch (DbException problem) when (work.Dialect.IsUniqueViolation(problem))
            {
                // Another server brought the same wording along in between.
            }
        });
    }

    public Task<string?> Content(string version) =>
        work.Single<string>("SELECT content FROM template_texts WHERE version = @version", new { version = RowMapping.Ascii(version) });

    public Task<IReadOnlyList<TemplateAdoption>> Adoptions() => work.Query<TemplateAdoption>(
        "SELECT code, ordinal, version, adopted_at, adopted_by, note FROM template_adoptions ORDER BY code, ordinal");

    public Task<bool> Record(TemplateAdoption adoption) => work.Write(async () =>
    {
        try
        {
            return await work.Execute(
                "INSERT INTO template_adoptions (code, ordinal, version, adopted_at, adopted_by, note) "
                    + "VALUES (@Code, @Ordinal, @Version, @AdoptedAt, @AdoptedBy, @Note)",
                new { adoption.Code, adoption.Ordinal, adoption.Version, adoption.AdoptedAt, adoption.AdoptedBy, adoption.Note }) == 1;
        }
        catch (DbException problem) when (work.Dialect.IsUniqueViolation(problem))
        {
            return false;
        }
    });

    private async Task<bool> IsKept(string version) =>
        await work.Single<int>(
            "SELECT COUNT(*) FROM template_texts WHERE version = @version", new { version = RowMapping.Ascii(version) }) > 0;
}
