using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.LetterComposition;
using Disclosure.Cases.Letters;
using Disclosure.Cases.ReplyTemplates;

namespace Disclosure.Cases.LegalChecks.Rules;

/// <summary>送达回证 proves the service of one issued document of the case: whether a reply was in time hangs on it (art. 33).</summary>
internal sealed class ProofOfServiceRule(IReplyTemplates templates) : ILegalRule<JudgedPart>
{
    private static readonly string[] OfTheService = ["trackingNumber", "signer", "sentOn", "deliveredOn"];

    public string Name => "Proof of service";

    public IReadOnlyList<string> Articles => ["第三十三条"];

    public string Judges => "A proof of service names an issued document of the case, with its title and recipient; way, address, postal "
        + "number, signer and days are those of one service on record, or blank.";

    public IEnumerable<Refusal> Check(JudgedPart part)
    {
        if (part.Template != TemplateCodes.ProofOfService)
        {
            return [];
        }

        var number = part.Text("documentNumber")?.Trim();
        var title = part.Text("documentTitle")?.Trim('《', '》', ' ');
        var proved = part.File.Documents
            .Where(document => document.Status is DocumentStatus.Approved or DocumentStatus.Served && document.Template != part.Template)
            .LastOrDefault(document => string.IsNullOrEmpty(number)
                ? document.Number is null && TitleOf(document) == title
                : document.Number == number);
        if (proved is null)
        {
            return string.IsNullOrEmpty(number)
                ? [new Refusal("check.proofOfNothing", title) { Field = "documentTitle" }]
                : [new Refusal("check.proofOfNothing", number) { Field = "documentNumber" }];
        }

        return [.. OfNames(part, proved, number, title), .. OfDays(part, proved), .. OfAttempt(part, proved)];
    }

    private IEnumerable<Refusal> OfNames(JudgedPart part, CaseDocument document, string? number, string? title)
    {
        if (TitleOf(document) is { } right && title is not null && title != right)
        {
            yield return new Refusal("check.titleDiffers", number, right) { Field = "documentTitle" };
        }

        List<string> to = part.Around.RecipientOf(document) is { } recipient
            ? [recipient]
            : [.. part.Around.OwnNames, part.Around.AllApplicants];
        if (part.Text("recipient")?.Trim() is { Length: > 0 } served
            && !to.Exists(name => ComparedText.Of(name) == ComparedText.Of(served)))
        {
            yield return new Refusal("check.recipientDiffers", served, to[^1]) { Field = "recipient" };
        }
    }

    private static IEnumerable<Refusal> OfDays(JudgedPart part, CaseDocument document)
    {
        var (sentOn, deliveredOn) = (part.Date("sentOn"), part.Date("deliveredOn"));
        if (sentOn < document.DecidedOn)
        {
            yield return new Refusal("service.beforeIssue", document.DecidedOn) { Field = "sentOn" };
        }

        if (deliveredOn < (sentOn ?? document.DecidedOn))
        {
            yield return new Refusal("service.deliveredBeforeServed") { Field = "deliveredOn" };
        }

    }

    // Every cell is that of one recorded attempt, or blank; a form that is taken along before says who, what and where at most.
    private static List<Refusal> OfAttempt(JudgedPart part, CaseDocument document)
    {
        if (document.Attempts.Count == 0)
        {
            return
            [
                .. from field in OfTheService
                   where !string.IsNullOrWhiteSpace(part.Text(field))
                   select new Refusal("check.proofDiffers", "") { Field = field },
            ];
        }

        return document.Attempts.Reverse().Select(attempt => DifferencesTo(part, attempt)).MinBy(differences => differences.Count)!;
    }

    private static List<Refusal> DifferencesTo(JudgedPart part, ServiceAttempt attempt)
    {
        var how = ServiceParticulars.Read(part.Around.Text(attempt.Particulars));
        (string Field, string? OnRecord, bool MayBeUnknown)[] cells =
        [
            ("way", FactReader.WayCode(attempt.Way), false),
            ("address", how.Address ?? how.ElectronicAddress, true),
            ("trackingNumber", how.MailNumber, false),
            ("signer", how.Signer, attempt.DeliveredOn is not null),
        ];
        return
        [
            .. from cell in cells
               let written = part.Text(cell.Field)?.Trim()
               where written is { Length: > 0 } && (cell.OnRecord is { Length: > 0 } onRecord
                   ? ComparedText.Of(onRecord) != ComparedText.Of(written)
                   : !cell.MayBeUnknown)
               select new Refusal("check.proofDiffers", cell.Field == "way" ? Texts.Name(attempt.Way) : cell.OnRecord ?? "")
               {
                   Field = cell.Field,
               },
            .. part.Date("sentOn") is { } sent && sent != attempt.ServedOn
                ? [new Refusal("check.dateDiffers", attempt.ServedOn) { Field = "sentOn" }]
                : Array.Empty<Refusal>(),
            .. part.Date("deliveredOn") is { } delivered && delivered != attempt.DeliveredOn
                ? [attempt.DeliveredOn is { } onFile
                    ? new Refusal("check.dateDiffers", onFile) { Field = "deliveredOn" }
                    : new Refusal("check.proofDiffers", "") { Field = "deliveredOn" }]
                : Array.Empty<Refusal>(),
        ];
    }

    private string? TitleOf(CaseDocument document) =>
        document.Sections.Count > 1 ? Letter.TitleOfSeveral : templates.Find(document.Template)?.Title;
}
