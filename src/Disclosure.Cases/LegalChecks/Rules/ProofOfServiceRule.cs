using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.Letters;
using Disclosure.Cases.ReplyTemplates;

namespace Disclosure.Cases.LegalChecks.Rules;

/// <summary>送达回证 proves the service of one issued document of the case: whether a reply was in time hangs on it (art. 33).</summary>
internal sealed class ProofOfServiceRule(IReplyTemplates templates) : ILegalRule<JudgedPart>
{
    public string Name => "Proof of service";

    public IReadOnlyList<string> Articles => ["第三十三条"];

    public string Judges => "A proof of service names an issued document of the case, with its title, recipient and days of service.";

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

        return [.. OfNames(part, proved, number, title), .. OfDays(part, proved)];
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

        var days = document.Attempts.Select(attempt => attempt.DeliveredOn).OfType<DateOnly>().ToList();
        if (days is [.., var onFile] && deliveredOn is { } written && !days.Contains(written))
        {
            yield return new Refusal("check.dateDiffers", onFile) { Field = "deliveredOn" };
        }

        if (sentOn is { } sent && document.Attempts.Count > 0 && document.Attempts.All(attempt => attempt.ServedOn != sent))
        {
            yield return new Refusal("check.dateDiffers", document.Attempts[^1].ServedOn) { Field = "sentOn" };
        }
    }

    private string? TitleOf(CaseDocument document) =>
        document.Sections.Count > 1 ? Letter.TitleOfSeveral : templates.Find(document.Template)?.Title;
}
