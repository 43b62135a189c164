using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.Clock;
using Disclosure.Cases.LegalChecks;
using Disclosure.Cases.LetterComposition;
using Disclosure.Cases.ReplyTemplates;
using Disclosure.Cases.Web.Presentation;

namespace Disclosure.Cases.Web.Pages.Cases.Drafting;

// The forms: filled in from the record, with nothing left but what only a person knows. What is signed stays blank: it is
// signed by hand, on paper.
internal static partial class FactPrefill
{
    private static JsonNode? OfForms(CaseView view, EffectiveTemplate template, TemplateFact fact, CaseDocument? about) =>
        template.Template.Code switch
        {
            ServiceProof.Code when about is not null => OfProof(view, about, fact.Key),
            TemplateCodes.DisclosureReview => OfReview(view, fact),
            TemplateCodes.RegistrationReceipt => OfReceipt(view, fact.Key),
            TemplateCodes.RegistrationForm => OfRegistration(view, fact.Key) ?? OfReceipt(view, fact.Key),
            TemplateCodes.OpinionSlip => OfSlip(view, fact.Key),
            _ => null,
        };

    private static JsonValue? OfProof(CaseView view, CaseDocument about, string key)
    {
        var attempt = about.Attempts.Count > 0 ? about.Attempts[^1] : null;
        var recipient = ServiceProof.Fact(view, about, "recipient");
        var details = view.Text(attempt?.Details);
        var how = ServiceParticulars.Read(view.Text(attempt?.Particulars));
        var person = view.Parties.FirstOrDefault(each => each.Id == attempt?.ApplicantId).Person ?? view.Applicants[0];
        return key switch
        {
            "recipient" => Text(recipient ?? (about.Recipients.Count > 1
                ? person.Name
                : string.Join('、', view.Applicants.Select(each => each.Name)))),
            "recipientKind" => Text(recipient is not null ? ServiceProof.Fact(view, about, "recipientKind")
                : person.Kind == ApplicantKind.NaturalPerson ? "natural-person"
                : "organisation"),
            "documentTitle" => Text(view.Templates.TitleOf(about)),
            "documentNumber" => Text(about.Number),
            "copies" => JsonValue.Create(1),
            "way" => Text(attempt is null ? null : FactReader.WayCode(attempt.Way)),
            "address" when (how.Address ?? how.ElectronicAddress) is { } used => Text(used),
            "address" when recipient is null =>
                Text(attempt?.Way == ServiceWay.Electronic ? person.Contact ?? person.Address : person.Address ?? person.Contact),
            "trackingNumber" => Text(
                how.MailNumber ?? (MailNumber().Match(details ?? "") is { Success: true } number ? number.Value : null)),
            "sentOn" => Date(attempt?.ServedOn),
            "deliveredOn" => Date(attempt?.DeliveredOn ?? about.DeliveredOn),
            "remarks" => Text(attempt?.ReturnedOn is { } returnedOn ? $"{Written(returnedOn)}退回{Reason(view, attempt.Id)}。" : null),
            _ => null,
        };
    }

    private static string Reason(CaseView view, Guid attempt) =>
        view.History.Select(row => row.Event).OfType<ServiceReturned>()
            .LastOrDefault(returned => returned.AttemptId == attempt) is { Reason: { } reason }
        && view.Text(reason) is { } text
            ? $"，原因：{text.TrimEnd('。')}"
            : "";

    // 呈批单 (art. 17): what the items are, what is proposed and why, who was asked, who reviewed it when and found what.
    private static JsonNode? OfReview(CaseView view, TemplateFact fact)
    {
        var file = view.File;
        var reviews = view.History.Where(row => row.Event is DisclosureReviewed reviewed
            && file.Items.Any(item => item.Reviews.Any(review => review.Conclusion == reviewed.Conclusion))).ToList();
        var decided = view.History.LastOrDefault(row => row.Event is StepAnswered { Step: ReplyStep.Disclosure });
        return fact.Key switch
        {
            "items" => new JsonArray([.. file.Items.Select((item, index) => (JsonNode)JsonValue.Create(Item(view, item, index)))]),
            "source" => Text(file.Documents.Any(document =>
                document is { ConsultationKind: ConsultationKind.CoAuthor, Status: not DocumentStatus.Withdrawn })
                ? "jointly-made"
                : null),
            "thirdPartyReview" => Text(Consultations(view, ConsultationKind.ThirdParty) ?? Withheld(view, fact.Key)),
            "secrecyReview" or "securityReview" or "otherReview" => Text(Withheld(view, fact.Key)),
            "consulted" => Text(Consultations(view, null)),
            "proposal" => Text(Proposal(file)),
            "proposalReason" => Text(ProposalReason(view)),
            "drafter" => Text(view.People.GetValueOrDefault(file.OfficerId) ?? view.Moment.Actor.Name),
            "draftedOn" => Date(new[]
            {
                decided is null ? view.Moment.Today : ChinaTime.DayOf(decided.OccurredAt),
                reviews.Count == 0 ? view.Moment.Today : ChinaTime.DayOf(reviews[^1].OccurredAt),
            }.Min()),
            "reviewer" => Text(reviews.Count == 0 ? null : string.Join('、', reviews.Select(row => row.ActorName).Distinct())),
            "reviewOpinion" => Text(Opinions(view, reviews)),
            "reviewedOn" => Date(reviews.Count == 0 ? null : ChinaTime.DayOf(reviews[^1].OccurredAt)),
            _ => null,
        };
    }

    // What the case withholds is not denied.
    private static string? Withheld(CaseView view, string field)
    {
        var letters = view.File.Documents.Where(document => document.Status != DocumentStatus.Withdrawn)
            .Select(document => view.Text(document.Facts)).OfType<string>().Select(facts => JsonNode.Parse(facts)!.AsObject());
        var grounds = ReviewPoints.OnRecord(field, view.File, [.. view.File.Items.Select(item => item.Id)], letters);
        return grounds.Count == 0 ? null
            : $"申请公开的信息中有{string.Join('、', grounds.Select(ground => ground.Name))}，依法不予公开。";
    }

    private static string Item(CaseView view, CaseItem item, int index)
    {
        var found = view.History.Select(row => row.Event).OfType<SearchRecorded>().LastOrDefault(search => search.Items.Contains(item.Id));
        var findings = found is null ? "" : view.Text(found.Findings) is { } text ? $"；检索结果：{text.TrimEnd('。')}" : $"；检索到 {found.Found} 份";
        var outcome = item.Outcome is not null && item.LastAnswer is { } answer
            ? $"——{Texts.Name(answer)}（"
                + $"{string.Join('、', view.Templates.Find(item.Outcome.Template)?.For(item.Outcome.Variant).Articles ?? [])}）"
            : "";
        return OneLine($"{index + 1}. {view.Text(item.Description)?.TrimEnd('。')}{findings}{outcome}");
    }

    private static string? Consultations(CaseView view, ConsultationKind? kind)
    {
        var letters = view.File.Documents
            .Where(document => document is { ConsultationKind: not null, Status: DocumentStatus.Served }
                && (kind is null || document.ConsultationKind == kind))
            .Select(document => $"{Written(document.Attempts[0].ServedOn)}以{document.Number}征求"
                + $"{ServiceProof.Fact(view, document, "recipient")}的意见，{Answer(view, document)}")
            .ToList();
        return letters.Count == 0 ? null : string.Join('；', letters) + "。";
    }

    private static string Answer(CaseView view, CaseDocument consultation)
    {
        if (consultation.Opinion is not { } opinion)
        {
            return consultation.ReturnedOn is { } returnedOn ? $"{Written(returnedOn)}退回" : "尚未收到答复";
        }

        var words = view.Text(opinion.Content) is { } content ? $"（{OneLine(content).TrimEnd('。')}）" : "";
        return $"{Written(opinion.On)}收到答复：{Texts.Name(opinion.Opinion)}{words}";
    }

    // All given, all withheld, or some of both.
    private static string? Proposal(CaseFile file)
    {
        var outcomes = file.Items.Select(item => item.Outcome?.Template).OfType<string>().ToList();
        var gives = outcomes.Count(outcome => outcome is TemplateCodes.Disclosed
            or TemplateCodes.PartlyDisclosed or TemplateCodes.AlreadyPublic);
        return outcomes.Count == 0 ? null
            : outcomes.Contains(TemplateCodes.PartlyDisclosed) || (gives > 0 && gives < outcomes.Count) ? "disclose-partly"
            : gives > 0 ? "disclose"
            : "withhold";
    }

    private static string? ProposalReason(CaseView view)
    {
        var reasons = view.History.Select(row => row.Event).OfType<StepAnswered>()
            .Where(answered => answered.Outcome is not null
                && view.File.Items.Any(item => answered.Items.Contains(item.Id) && item.LastAnswer == answered.Answer))
            .Select(answered => view.Text(answered.Reasoning)).OfType<string>()
            .Select(text => OneLine(text).TrimEnd('。')).Distinct().ToList();
        var basis = view.File.Items.Select(item => item.Outcome).OfType<ItemOutcome>().Distinct()
            .SelectMany(outcome => view.Templates.Find(outcome.Template)?.For(outcome.Variant).Articles ?? []).Distinct().ToList();
        return basis.Count == 0
            ? null
            : $"{string.Join('；', reasons)}{(reasons.Count > 0 ? "。" : "")}依照《中华人民共和国政府信息公开条例》{string.Join('、', basis)}的规定办理。";
    }

    private static string? Opinions(CaseView view, List<Reporting.HistoryRow> reviews) => reviews.Count switch
    {
        0 => null,
        1 => view.Text(((DisclosureReviewed)reviews[0].Event).Conclusion),
        _ => string.Join('；', reviews.Select(row => $"{row.ActorName}（{Written(ChinaTime.DayOf(row.OccurredAt))}）："
            + $"{OneLine(view.Text(((DisclosureReviewed)row.Event).Conclusion) ?? "").TrimEnd('。')}"))
            + "。",
    };

    private static JsonNode? OfReceipt(CaseView view, string key)
    {
        var person = view.Applicants[0];
        return key switch
        {
            "channel" => Text(FactReader.ChannelCode(view.File.Channel)),
            "identity" => Text(person.Document is { } document and not IdentityDocumentKind.Other
                ? Texts.Name(document) + (document == IdentityDocumentKind.UnifiedSocialCreditCode ? "证书" : "")
                    + (person.ProofSeen ? "（已核对）" : "")
                : null),
            "materials" => view.History.Select(row => row.Event).OfType<FileAttached>()
                .Select(file => Texts.Name(file.Kind)).Distinct().ToList() is { Count: > 0 } kinds
                ? new JsonArray([.. kinds.Select(kind => (JsonNode)JsonValue.Create(kind))])
                : null,
            _ => null,
        };
    }

    private static string OneLine(string text) => string.Join(
        '；',
        text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(line => line.TrimEnd('；', ';')));

    private static string Written(DateOnly day) => FormattableString.Invariant($"{day.Year}年{day.Month}月{day.Day}日");

    // 邮政: two letters, nine to ten digits and a country, or thirteen digits.
    [GeneratedRegex("(?<![0-9A-Za-z])(?:[A-Z]{2}[0-9]{9,10}(?:[A-Z]{2})?|[0-9]{13})(?![0-9A-Za-z])")]
    private static partial Regex MailNumber();
}
