using System.Text.Json;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.Storage.Connections;
using Disclosure.Cases.Storage.Encryption;
using Disclosure.Cases.Storage.Mapping;
using Disclosure.Cases.Storage.Reporting;

namespace Disclosure.Cases.Storage.Registration;

/// <summary>The applicants of all cases, identity numbers and contacts encrypted, and who of them is the same.</summary>
internal sealed class ApplicantStore(UnitOfWork work, SearchTextStore search, PersonalData personal) : IApplicants
{
    private const string Columns =
        "id, case_id, ordinal, kind, name, identity_number, contact, address, proof_seen, representative_name, representative_authority, "
        + "document, number_confirmed, electronic_address, name_key, same_key, number_hash, contact_hash";

    private static readonly string[] Encrypted = ["identity_number", "contact", "address", "electronic_address"];

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

    private sealed record Found(Guid CaseId, Guid Id);

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
                @ElectronicAddress, @NameKey, @SameKey, @NumberHash, @ContactHash)
            """,
            RowsOf(caseId, applicants, personal.InUse, personal.Encrypt), cancellation);
        await search.Refresh(caseId, cancellation);
    }

    // The applicants of a case as its texts have them; those are left out whose text is not there or cannot be read. The document is
    // recognised where the text is from a time that knew none.
    private static IReadOnlyList<(Guid Id, Applicant Applicant)> Recorded(CaseFile file, IReadOnlyDictionary<Guid, string> texts) =>
    [
        .. from reference in file.Applicants
           let applicant = file.HasErased(reference.Data.Id)
               ? Applicant.Erased(reference.Kind)
               : Readable(texts.GetValueOrDefault(reference.Data.Id))
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
        if (recorded.Count != file.Applicants.Count)
        {
            return null;
        }

        var rows = new List<IReadOnlyDictionary<string, string?>>();
        foreach (var row in await work.Raw(
            $"SELECT {Columns} FROM applicants WHERE case_id = @Id ORDER BY ordinal", new { file.Id }, cancellation))
        {
            var plain = row.ToDictionary();
            foreach (var column in Encrypted)
            {
                // What cannot be read differs from whatever was recorded.
                plain[column] = row[column] is { } kept ? await personal.DecryptIfWhole(kept, cancellation) ?? kept : null;
            }

            rows.Add(plain);
        }

        return StoredText.AreSame(RowsOf(file.Id, recorded, await personal.Keys(cancellation), plain => plain), rows) ? null : recorded;
    }

    private static IReadOnlyList<object> RowsOf(
        Guid caseId, IReadOnlyList<(Guid Id, Applicant Applicant)> applicants, DataKeys keys, Func<string?, string?> kept) =>
    [
        .. applicants.Select((one, index) => new
        {
            one.Id,
            CaseId = caseId,
            Ordinal = index + 1,
            Kind = StoredNames.Of(one.Applicant.Kind),
            one.Applicant.Name,
            IdentityNumber = kept(one.Applicant.IdentityNumber),
            Contact = kept(one.Applicant.Contact),
            Address = kept(one.Applicant.Address),
            one.Applicant.ProofSeen,
            RepresentativeName = one.Applicant.Representative?.Name,
            RepresentativeAuthority = one.Applicant.Representative?.Authority,
            Document = one.Applicant.Document is { } document ? StoredNames.Of(document) : null,
            one.Applicant.NumberConfirmed,
            ElectronicAddress = kept(one.Applicant.ElectronicAddress),
            NameKey = ComparedText.Of(one.Applicant.Name),
            SameKey = SameKey(one.Applicant, keys),
            NumberHash = Sought(one.Applicant, keys).Number,
            ContactHash = Sought(one.Applicant, keys).Contact,
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
        var applicants = new List<Applicant>();
        foreach (var row in rows)
        {
            applicants.Add((row with
            {
                IdentityNumber = await personal.Decrypt(row.IdentityNumber, cancellation),
                Contact = await personal.Decrypt(row.Contact, cancellation),
                Address = await personal.Decrypt(row.Address, cancellation),
                ElectronicAddress = await personal.Decrypt(row.ElectronicAddress, cancellation),
            }).ToApplicant());
        }

        return applicants;
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

    async Task<IReadOnlyList<(Guid CaseId, IReadOnlyList<Guid> Applicants)>> IApplicants.Having(
        string numberOrContact, CancellationToken cancellation)
    {
        var keys = await personal.Keys(cancellation);

        // What a number is compared by goes by the kind of who has it.
        var (person, contact) = Sought(Of(ApplicantKind.NaturalPerson), keys);
        var (organisation, _) = Sought(Of(ApplicantKind.Other), keys);
        return
        [
            .. (await work.Query<Found>(
                """
                SELECT a.case_id, a.id FROM applicants a WHERE a.number_hash IN (@person, @organisation)
                UNION SELECT a.case_id, a.id FROM applicants a WHERE a.contact_hash = @contact
                """,
                new
                {
                    person = RowMapping.Ascii(person ?? ""), organisation = RowMapping.Ascii(organisation ?? ""),
                    contact = RowMapping.Ascii(contact ?? ""),
                }, cancellation)).GroupBy(found => found.CaseId, found => found.Id)
                .Select(found => (found.Key, (IReadOnlyList<Guid>)[.. found])),
        ];

        Applicant Of(ApplicantKind kind) => new(kind, "", numberOrContact, numberOrContact, null, false, null);
    }

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
    /// The key by which an applicant is known again, as it stands in a row: only ever compared; null: nobody is the same.
    /// </summary>
    public static string? SameKey(Applicant applicant, DataKeys keys) => applicant.SameApplicantKey is { } key ? keys.Hash(key) : null;

    /// <summary>By which an applicant is found who has that identity number or that contact.</summary>
    public static (string? Number, string? Contact) Sought(Applicant applicant, DataKeys keys) => (
        Hash("number", IdentityNumber.Compared(applicant.IdentityNumber, applicant.Kind, applicant.Document), keys),
        Hash("contact", SameApplicant.Contact(applicant.Contact), keys));

    private static string? Hash(string kind, string compared, DataKeys keys) =>
        compared.Length > 0 ? keys.Hash($"{kind}|{compared}") : null;
}
