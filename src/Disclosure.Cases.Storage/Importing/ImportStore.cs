using System.Text.Json;
using Disclosure.Cases.Importing;
using Disclosure.Cases.Storage.Connections;
using Disclosure.Cases.Storage.Encryption;

namespace Disclosure.Cases.Storage.Importing;

/// <summary>Ledgers of past cases that somebody brings in, encrypted, and what their headings meant.</summary>
internal sealed class ImportStore(UnitOfWork work, PersonalData personal) : IImports
{
    private const string Columns = "id, agency_id, file_name, uploaded_by, uploaded_at, layout, state, cases, problem, finished_at";

    // A heading that is longer is none that anybody would use again.
    private const int LongestHeading = 200;

    private sealed record Stored(
        Guid Id, Guid AgencyId, string FileName, Guid UploadedBy, DateTimeOffset UploadedAt, string Layout, ImportState State, int Cases,
        string? Problem, DateTimeOffset? FinishedAt)
    {
        public Import ToImport() => new(
            Id, AgencyId, FileName, UploadedBy, UploadedAt, JsonSerializer.Deserialize<ImportLayout>(Layout, StoredJson.Readable)!,
            State, Cases, Problem, FinishedAt);
    }

    private sealed record Heading(string Text, LedgerColumn? Means);

    public Task Add(Import import, byte[] content, CancellationToken cancellation) => work.Write(
        () => work.Execute(
            $"""
            INSERT INTO imports ({Columns}, content)
            VALUES (@Id, @AgencyId, @FileName, @UploadedBy, @UploadedAt, @layout, @state, @Cases, @Problem, @FinishedAt, @content)
            """,
            new
            {
                import.Id, import.AgencyId, import.FileName, import.UploadedBy, import.UploadedAt, layout = Written(import.Layout),
                state = StoredNames.Of(import.State), import.Cases, import.Problem, import.FinishedAt,
                content = personal.Encrypt(Convert.ToBase64String(content)),
            }, cancellation), cancellation);

    public async Task<Import?> Find(Guid id, CancellationToken cancellation) =>
        (await work.Single<Stored>($"SELECT {Columns} FROM imports WHERE id = @id", new { id }, cancellation))?.ToImport();

    public async Task<IReadOnlyList<Import>> Of(Guid uploaderId, int most, CancellationToken cancellation) =>
    [
        .. (await work.Query<Stored>(
            $"SELECT {Columns} FROM imports WHERE uploaded_by = @uploaderId ORDER BY uploaded_at DESC, id DESC {work.Dialect.Page}",
            new { uploaderId, skip = 0, take = most }, cancellation)).Select(stored => stored.ToImport()),
    ];

    public async Task<IReadOnlyList<Import>> Waiting(int most, CancellationToken cancellation) =>
    [
        .. (await work.Query<Stored>(
            $"SELECT {Columns} FROM imports WHERE state = 'Waiting' ORDER BY uploaded_at, id {work.Dialect.Page}",
            new { skip = 0, take = most }, cancellation)).Select(stored => stored.ToImport()),
    ];

    public async Task<byte[]?> Content(Guid id, CancellationToken cancellation) =>
        await personal.Decrypt(
            await work.Single<string>("SELECT content FROM imports WHERE id = @id AND content IS NOT NULL", new { id }, cancellation),
            cancellation) is { Length: > 0 } content ? Convert.FromBase64String(content) : null;

    public Task<bool> Change(Import import, ImportState before, bool keepsContent, CancellationToken cancellation) => work.Write(
        async () => await work.Execute(
            $"""
            UPDATE imports SET layout = @layout, state = @state, cases = @Cases, problem = @Problem, finished_at = @FinishedAt{(keepsContent ? "" : ", content = NULL")}
            WHERE id = @Id AND state = @before
            """,
            new
            {
                import.Id, layout = Written(import.Layout), state = StoredNames.Of(import.State), import.Cases, import.Problem,
                import.FinishedAt, before = StoredNames.Of(before),
            }, cancellation) > 0, cancellation);

    public Task<int> DeleteFiles(DateTimeOffset uploadedUntil, CancellationToken cancellation) => work.Write(
        () => work.Execute(
            """
            UPDATE imports SET state = 'Failed', problem = 'import.keptTooLong', content = NULL
            WHERE state IN ('Uploaded', 'Failed') AND content IS NOT NULL AND uploaded_at <= @uploadedUntil
            """,
            new { uploadedUntil }, cancellation), cancellation);

    public async Task<IReadOnlyDictionary<string, LedgerColumn?>> Remembered(Guid agencyId, CancellationToken cancellation) =>
        (await work.Query<Heading>(
            "SELECT heading AS text, means FROM import_headings WHERE agency_id = @agencyId", new { agencyId }, cancellation))
            .ToDictionary(heading => heading.Text, heading => heading.Means);

    public async Task Remember(Guid agencyId, IReadOnlyDictionary<string, LedgerColumn?> meanings, CancellationToken cancellation)
    {
        foreach (var (heading, meaning) in meanings.Where(each => each.Key.Length <= LongestHeading))
        {
            await work.UpdateOrInsert(
                "UPDATE import_headings SET means = @means WHERE agency_id = @agencyId AND heading = @heading",
                "INSERT INTO import_headings (agency_id, heading, means) VALUES (@agencyId, @heading, @means)",
                new { agencyId, heading, means = meaning is { } known ? StoredNames.Of(known) : null }, cancellation);
        }
    }

    private static string Written(ImportLayout layout) => JsonSerializer.Serialize(layout, StoredJson.Readable);
}
