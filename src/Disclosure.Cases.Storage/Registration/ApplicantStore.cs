using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.Storage.Connections;
using Disclosure.Cases.Storage.Mapping;
using Disclosure.Cases.Storage.Reporting;

namespace Disclosure.Cases.Storage.Registration;

/// <summary>The applicants of all cases, and who of them is the same.</summary>
internal sealed class ApplicantStore(UnitOfWork work, SearchTextStore search) : IApplicants
{
    /// <summary>The step of the schema from which on documents and keys are what this version makes of them.</summary>
    public const string Migration = "0016_identity_documents.sql";

    private const string Columns =
        "id, case_id, ordinal, kind, name, identity_number, contact, address, proof_seen, representative_name, representative_authority, "
        + "document, number_confirmed, electronic_address, name_key, same_key";

    private sealed record Row(
        ApplicantKind Kind, string Name, string? IdentityNumber, string? Contact, string? Address,
        bool ProofSeen, string? RepresentativeName, string? RepresentativeAuthority, IdentityDocumentKind? Document, bool NumberConfirmed,
        string? ElectronicAddress)
    {
        public Applicant ToApplicant() => new(
            Kind, Name, IdentityNumber, Contact, Address, ProofSeen,
            RepresentativeName is null ? null : new Representative(RepresentativeName, RepresentativeAuthority ?? ""))
        {
            Document = Document,
            NumberConfirmed = NumberConfirmed,
            ElectronicAddress = ElectronicAddress,
        };
    }

    private sealed record Kept(
        Guid Id, ApplicantKind Kind, string Name, string? IdentityNumber, string? Contact, string NameKey, string? SameKey);

    private sealed record Derived(Guid Id, string NameKey, string? SameKey, string? Document);

    private sealed record Earlier(Guid CaseId, string RegisterNumber, DateOnly? ReceivedOn);

    private sealed record Reply(Guid CaseId, string Number);

    private sealed record InMonth(Guid CaseId, DateOnly SortReceived, DateOnly? ReceivedOn, int Year, int Ordinal);

    public async Task Set(Guid caseId, IReadOnlyList<(Guid Id, Applicant Applicant)> applicants, CancellationToken cancellation)
    {
        await work.Execute("DELETE FROM applicants WHERE case_id = @caseId", new { caseId }, cancellation);
        await work.Execute(
            $"""
            INSERT INTO applicants ({Columns})
            VALUES (@Id, @CaseId, @Ordinal, @Kind, @Name, @IdentityNumber, @Contact, @Address, @ProofSeen,
                @RepresentativeName, @RepresentativeAuthority, @Document, @NumberConfirmed,
                @ElectronicAddress, @NameKey, @SameKey)
            """,
            RowsOf(caseId, applicants), cancellation);
        await search.Refresh(caseId, cancellation);
    }

    // The applicants of a case as its texts have them; those are left out whose text is not there or cannot be read. The document is
    // recognised where the text is from a time that knew none.
    private static IReadOnlyList<(Guid Id, Applicant Applicant)> Recorded(CaseFile file, IReadOnlyDictionary<Guid, string> texts) =>
    [
        .. from reference in file.Applicants
           let applicant = Readable(texts.GetValueOrDefault(reference.Data.Id))
           where applicant is not null
           select (reference.Id, applicant with
           {
               Document = applicant.Document ?? IdentityNumber.Recognised(applicant.IdentityNumber, applicant.Kind),
           }),
    ];

    private static Applicant? Readable(string? text)
    {
        try
        {
            return Applicant.Read(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>
    /// What a case recorded of its applicants, where its rows are not that; null where they are, and where a text is missing or cannot
    /// be read, for then nobody can tell.
    /// </summary>
    public async Task<IReadOnlyList<(Guid Id, Applicant Applicant)>?> Differing(
        CaseFile file, IReadOnlyDictionary<Guid, string> texts, CancellationToken cancellation)
    {
        var recorded = Recorded(file, texts);
        return recorded.Count == file.Applicants.Count
            && !StoredText.AreSame(
                RowsOf(file.Id, recorded),
                await work.Raw($"SELECT {Columns} FROM applicants WHERE case_id = @Id ORDER BY ordinal", new { file.Id }, cancellation))
                ? recorded
                : null;
    }

    private static IReadOnlyList<object> RowsOf(Guid caseId, IReadOnlyList<(Guid Id, Applicant Applicant)> applicants) =>
    [
        .. applicants.Select((one, index) => new
        {
            one.Id,
            CaseId = caseId,
            Ordinal = index + 1,
            Kind = StoredNames.Of(one.Applicant.Kind),
            one.Applicant.Name,
            one.Applicant.IdentityNumber,
            one.Applicant.Contact,
            one.Applicant.Address,
            one.Applicant.ProofSeen,
            RepresentativeName = one.Applicant.Representative?.Name,
            RepresentativeAuthority = one.Applicant.Representative?.Authority,
            Document = one.Applicant.Document is { } document ? StoredNames.Of(document) : null,
            one.Applicant.NumberConfirmed,
            one.Applicant.ElectronicAddress,
            NameKey = ComparedText.Of(one.Applicant.Name),
            SameKey = SameKey(one.Applicant),
        }),
    ];

    public async Task<IReadOnlyList<Applicant>> OfCase(Guid caseId, CancellationToken cancellation)
    {
        var rows = await work.Query<Row>(
            """
            SELECT kind, name, identity_number, contact, address, proof_seen, representative_name, representative_authority,
                document, number_confirmed, electronic_address
            FROM applicants WHERE case_id = @caseId ORDER BY ordinal
            """,
            new { caseId }, cancellation);
        return [.. rows.Select(row => row.ToApplicant())];
    }

    async Task<IReadOnlyList<EarlierApplication>> IApplicants.Earlier(Guid caseId, CancellationToken cancellation)
    {
        // Split cases of one application are earlier ones of each other too: each is a case with a reply of its own.
        const string SameCases = """
            SELECT other.case_id FROM applicants mine
            JOIN applicants other ON other.same_key = mine.same_key AND other.case_id <> mine.case_id
            JOIN case_files me ON me.case_id = mine.case_id
            JOIN case_files them ON them.case_id = other.case_id AND them.agency_id = me.agency_id AND them.stage <> 'Voided'
            WHERE mine.case_id = @caseId
            """;
        var cases = await work.Query<Earlier>(
            "SELECT case_id, register_number, received_on FROM case_files "
                + $"WHERE case_id IN ({SameCases}) ORDER BY sort_received DESC, case_id DESC",
            new { caseId }, cancellation);
        var replies = (await work.Query<Reply>(
            $"""
            SELECT d.case_id, d.number FROM documents d JOIN number_ledger n ON n.number = d.number AND n.series = 'Decision'
            WHERE d.in_force = 1 AND d.case_id IN ({SameCases}) ORDER BY d.case_id, d.ordinal
            """,
            new { caseId }, cancellation))
            .ToLookup(reply => reply.CaseId, reply => reply.Number);
        return [.. cases.Select(earlier => new EarlierApplication(
            earlier.CaseId, earlier.RegisterNumber, earlier.ReceivedOn, [.. replies[earlier.CaseId]]))];
    }

    async Task<IReadOnlyList<string>> IApplicants.NamesInOtherCases(Guid caseId, CancellationToken cancellation) =>
        [.. await work.Query<string>(
            """
            SELECT DISTINCT other.name FROM applicants other
            JOIN case_files me ON me.case_id = @caseId
            JOIN case_files them ON them.case_id = other.case_id AND them.agency_id = me.agency_id AND them.stage <> 'Voided'
            WHERE other.case_id <> @caseId
            """,
            new { caseId }, cancellation)];

    async Task<ApplicationsInMonth> IApplicants.ApplicationsInMonth(Guid caseId, CancellationToken cancellation)
    {
        const string Registered =
            "JOIN number_ledger n ON n.case_id = c.case_id AND n.number = c.register_number AND n.series = 'Register'";
        if (await work.Single<InMonth>(
            $"""
            SELECT c.case_id, c.sort_received, c.received_on, n.year, n.ordinal FROM case_files c {Registered} WHERE c.case_id = @caseId
            """,
            new { caseId }, cancellation) is not { } own)
        {
            return new ApplicationsInMonth(0, null);
        }

        var first = new DateOnly(own.SortReceived.Year, own.SortReceived.Month, 1);
        var all = await work.Query<InMonth>(
            $"""
            SELECT c.case_id, c.sort_received, c.received_on, n.year, n.ordinal FROM case_files c {Registered}
            WHERE c.case_id = @caseId OR (c.sort_received >= @first AND c.sort_received < @next AND c.stage <> 'Voided'
                AND c.agency_id = (SELECT me.agency_id FROM case_files me WHERE me.case_id = @caseId)
                AND c.case_id IN (SELECT other.case_id FROM applicants mine JOIN applicants other ON other.same_key = mine.same_key
                    WHERE mine.case_id = @caseId AND mine.ordinal = 1))
            """,
            new { caseId, first, next = first.AddMonths(1) }, cancellation);

        // What is not confirmed yet will have been received later than whatever is.
        var confirmed = all.Where(one => one.ReceivedOn is not null)
            .OrderBy(one => (one.ReceivedOn, one.Year, one.Ordinal)).Select(one => one.CaseId).ToList();
        return new ApplicationsInMonth(all.Count, own.ReceivedOn is null ? null : confirmed.IndexOf(caseId) + 1);
    }

    /// <summary>
    /// Derives anew what is derived from an applicant, and recognises the documents, of what earlier versions kept: in the
    /// transaction that made room for it.
    /// </summary>
    public static async Task Derive(OpenTransaction write, CancellationToken cancellation)
    {
        var rows = await Rows.Query<Kept>(
            write.Connection,
            "SELECT id, kind, name, identity_number, contact, name_key, same_key FROM applicants ORDER BY id",
            null,
            write.Transaction,
            cancellation,
            timeout: 0);
        foreach (var row in rows)
        {
            var applicant = new Applicant(row.Kind, row.Name, row.IdentityNumber, row.Contact, null, false, null);
            var derived = new Derived(
                row.Id,
                ComparedText.Of(row.Name),
                SameKey(applicant),
                IdentityNumber.Recognised(row.IdentityNumber, row.Kind) is { } document ? StoredNames.Of(document) : null);
            if (derived != new Derived(row.Id, row.NameKey, row.SameKey, null))
            {
                await Rows.Execute(
                    write.Connection,
                    "UPDATE applicants SET name_key = @NameKey, same_key = @SameKey, document = @Document WHERE id = @Id",
                    derived,
                    write.Transaction,
                    cancellation,
                    timeout: 0);
            }
        }
    }

    /// <summary>
    /// The key by which an applicant is known again, as it stands in a row: only ever compared, so a hash of fixed length
    /// does; null: nobody is the same.
    /// </summary>
    internal static string? SameKey(Applicant applicant) =>
        applicant.SameApplicantKey is { } key ? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key))) : null;
}
