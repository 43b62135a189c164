using Disclosure.Cases.Archiving;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.DocumentLifecycle;
using Disclosure.Cases.Web.Localisation;

namespace Disclosure.Cases.Web.Acting;

// 送达: the attempts, what becomes of them, and what proves them when the case is archived.
internal sealed partial class CaseForms
{
    private const string ServiceOf = "ServiceOf";

    private CaseForm Serve()
    {
        var documents = file.Documents.Where(document => document.IsToBeServed).ToList();
        var toEach = documents.Exists(document => document.Recipients.Count > 1);

        // Of one recipient the address stands there; of several, the one of whoever is chosen is taken.
        var only = toEach || documents.Exists(document => document.Recipients[0] is null) ? null : applicants[0];
        return new CaseForm(
            CaseAction.Serve,
            [
                DocumentField(documents.Contains),
                .. toEach ? [RecipientField(documents)] : Array.Empty<Field>(),
                .. new ServiceForm(words).Fields(
                    today,
                    only?.Address, Hint(person => person.Address),
                    only?.ElectronicAddress, Hint(person => person.ElectronicAddress)),
                new Field("Nonetheless", words["文书已经送出，照实登记"], FieldKind.Tick) { OnRefusal = true },
            ],
            reader => CaseForm.Send(new ServiceForm(words).Read(
                reader, file.Id, reader.Number(CaseForm.Version), reader.Id("DocumentId"), reader.OptionalId("ApplicantId")) with
            {
                Nonetheless = reader.Yes("Nonetheless"),
            }));

        string? Hint(Func<Applicant, string?> address) => only is not null
            ? null
            : string.Join("；", applicants.Where(person => address(person) is not null).Select(person => $"{person.Name}：{address(person)}"))
                is { Length: > 0 } given ? words["不填的，用申请人提供的：{0}。", given].Value : null;
    }

    private IEnumerable<ServiceAttempt> OpenAttempts => file.Documents
        .Where(document => document.Status != DocumentStatus.Withdrawn).SelectMany(document => document.OpenAttempts);

    private CaseForm RecordDelivery()
    {
        return new CaseForm(
            CaseAction.RecordDelivery,
            [
                ServiceField(OpenAttempts), Day("DeliveredOn", words["签收之日"]), Line("Signer", words["签收人"], optional: true), ProofField(),
            ],
            reader =>
            {
                var attempt = reader.Id(ServiceOf);
                return CaseForm.Send(new RecordDelivery(
                    file.Id, reader.Number(CaseForm.Version), DocumentOf(attempt), reader.Date("DeliveredOn"),
                    reader.OptionalText("Signer"), attempt, Proof(reader)));
            });
    }

    private CaseForm RecordReturnedMail()
    {
        return new CaseForm(
            CaseAction.RecordReturnedMail,
            [ServiceField(OpenAttempts), Day("On", words["退回之日"]), Line("Reason", words["退回原因"], optional: true)],
            reader =>
            {
                var attempt = reader.Id(ServiceOf);
                return CaseForm.Send(new RecordReturnedMail(
                    file.Id, reader.Number(CaseForm.Version), DocumentOf(attempt), reader.Date("On"),
                    reader.OptionalText("Reason"), attempt));
            });
    }

    private CaseForm Archive()
    {
        var unproved = file.UnprovedServices;
        return new CaseForm(
            CaseAction.Archive,
            [
                new Field("Checklist.Application", words["申请材料（含信封或者转办单）"], FieldKind.Tick),
                new Field("Checklist.Documents", words["全部文书（签发、盖章）"], FieldKind.Tick),
                .. unproved.Count == 0
                    ? Array.Empty<Field>()
                    : [Lines("NoProofReason", words["没有送达凭证的原因"], hint: words["没有上传送达凭证的：{0}。", Titles(unproved)])],
                new Field("Checklist.Working", words["检索记录、意见、公开审查等办理过程材料"], FieldKind.Tick),
            ],
            reader => CaseForm.Send(new ArchiveCase(
                file.Id,
                reader.Number(CaseForm.Version),
                new ArchiveChecklist(
                    reader.Yes("Checklist.Application"), reader.Yes("Checklist.Documents"), true, reader.Yes("Checklist.Working")),
                reader.OptionalText("NoProofReason"))))
        {
            Note = file.Documents
                .Where(document => document is { Status: DocumentStatus.Served, NeedsApproval: true, SignedCopies.Count: 0 })
                .ToList() is { Count: > 0 } unscanned
                ? words["尚未上传盖章扫描件：{0}。", Titles(unscanned)].Value
                : null,
        };
    }

    private string Titles(IEnumerable<CaseDocument> documents) =>
        string.Join("、", documents.Select(document => document.Number ?? templates.Find(document.Template)?.Title));

    private Field RecipientField(List<CaseDocument> documents) => Choice("ApplicantId", words["受送达人"],
        [.. file.Applicants.Zip(applicants, (reference, person) => (reference.Id, person.Name))
            .Where(each => documents.Exists(document => document.RecipientsToServe.Contains(each.Id)))
            .Select(each => new Option(each.Id.ToString(), each.Name))]);

    // Which letter on its way, or served: title, whom it went to and when.
    private Field ServiceField(IEnumerable<ServiceAttempt> attempts) => Choice(ServiceOf, words["哪一次送达"],
        [.. attempts.Select(attempt => new Option(attempt.Id.ToString(), Title(attempt)))]);

    /// <summary>An attempt at service in a line: the document, whom it went to, how and when.</summary>
    public string Title(ServiceAttempt attempt)
    {
        var document = file.Documents.Single(document => document.Attempts.Contains(attempt));
        var to = document.Recipients.Count > 1 ? NameOf(attempt.ApplicantId) : null;
        return $"{Title(document)} · {string.Join("，", new[] { to, Name(attempt.Way), attempt.ServedOn.Long() }.OfType<string>())}";
    }

    private string? NameOf(Guid? applicant) => file.Applicants.Zip(applicants)
        .FirstOrDefault(each => each.First.Id == applicant).Second?.Name;

    private Guid DocumentOf(Guid attemptId) =>
        file.Documents.FirstOrDefault(document => document.Attempts.Any(attempt => attempt.Id == attemptId))?.Id ?? Guid.Empty;

    private Field ProofField() => new(ServiceForm.ProofOf, words["送达凭证（扫描件，可以以后上传）"], FieldKind.Upload) { Optional = true };

    private ProofFile? Proof(FormReader reader) => new ServiceForm(words).Proof(reader, ServiceForm.ProofOf);
}
