using System.Text.Json.Nodes;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.Demonstration.District;
using Disclosure.Cases.Demonstration.Simulation;
using Disclosure.Cases.LetterComposition;
using Disclosure.Cases.ReplyTemplates;

namespace Disclosure.Cases.Demonstration.Stories;

/// <summary>The facts of the forms that go with a case.</summary>
internal static class CompanionFacts
{
    public static JsonObject Receipt(CaseInHand work) => new()
    {
        ["channel"] = work.File.Channel switch
        {
            Channel.InPerson => "in-person",
            Channel.Oral => "oral",
            Channel.SignedPost => "signed-post",
            Channel.OrdinaryPost => "ordinary-post",
            Channel.Internet => "internet",
            Channel.Fax => "fax",
            Channel.Email => "e-mail",
        },
        ["identity"] = work.Applicant.Kind == ApplicantKind.NaturalPerson ? "居民身份证（已查验原件）" : "统一社会信用代码证书复印件（已查验）",
        ["provisionWanted"] = work.File.Channel is Channel.Internet or Channel.Email ? "电子文档，通过电子邮件提供" : "纸质复印件，邮寄送达",
        ["materials"] = new JsonArray("政府信息公开申请表1份", "身份证明复印件1份"),
    };

    /// <summary>What the receipt says, and who applied for what.</summary>
    public static JsonObject Registration(CaseInHand work, IReadOnlyList<Applicant> applicants, IReadOnlyList<string> items)
    {
        var facts = Receipt(work);
        facts.Remove("identity");
        facts["arrivedOn"] = Wording.Iso(work.File.ArrivedOn);
        facts["people"] = new JsonArray([.. applicants.Select(person => (JsonNode)
            $"{person.Name}（{Texts.Name(person.Kind)}）；联系方式：{person.Contact ?? "未提供"}；地址：{person.Address ?? "未提供"}")]);
        facts["items"] = new JsonArray([.. items.Select(item => (JsonNode)item)]);
        facts["registrar"] = work.Clerk.Name;
        facts["registeredOn"] = Wording.Iso(work.Today);
        return facts;
    }

    public static JsonObject OpinionSlip(JsonObject consultation, CaseDocument letter) => new()
    {
        ["recipient"] = consultation["recipient"]!.DeepClone(),
        ["recipientKind"] = consultation["recipientKind"]!.DeepClone(),
        ["letterNumber"] = letter.Number,
        ["concerned"] = consultation["concerned"]!.DeepClone(),
    };

    public static JsonObject DisclosureReview(CaseInHand work, bool inPart) => new()
    {
        ["items"] = new JsonArray($"{work.Subject.Document}，{work.Subject.Pages}页：{(inPart ? "部分公开" : "公开")}"),
        ["source"] = "made",
        ["secrecyReview"] = "经审查，不涉及国家秘密。",
        ["securityReview"] = "公开后不会危及国家安全、公共安全、经济安全、社会稳定。",
        ["thirdPartyReview"] = work.File.Documents.Any(document => document.Opinion?.Opinion == Opinion.Disagrees)
            ? "第三方不同意公开，经审查其理由不能成立，拟予以公开。"
            : inPart ? $"其中{work.Subject.Withheld}不宜公开。" : "不涉及第三方合法权益。",
        ["otherReview"] = "不属于内部事务信息、过程性信息和行政执法案卷信息。",
        ["consulted"] = work.File.Documents.Any(document => document is { Effect: ServiceEffect.Consults, Status: DocumentStatus.Served })
            ? "已经书面征求意见，意见已经登记在案。"
            : null,
        ["proposal"] = inPart ? "disclose-partly" : "disclose",
        ["proposalReason"] = "属于可以公开的政府信息，依照《中华人民共和国政府信息公开条例》第三十六条第二项的规定向申请人提供。",
        ["drafter"] = work.Clerk.Name,
        ["draftedOn"] = Wording.Iso(work.Today),
        ["reviewer"] = work.Reviewer.Name,
        ["reviewOpinion"] = CaseInHand.Reviewed,
        ["reviewedOn"] = Wording.Iso(work.Today),
    };

    public static JsonObject ProofOfService(CaseInHand work, CaseDocument document, string title) => new()
    {
        ["recipient"] = work.Applicant.Name,
        ["recipientKind"] = work.Applicant.Kind == ApplicantKind.NaturalPerson ? "natural-person" : "organisation",
        ["documentTitle"] = title,
        ["documentNumber"] = document.Number,
        ["copies"] = 1,
        ["way"] = FactReader.WayCode(document.Attempts[^1].Way),
        ["address"] = document.Attempts[^1].Way == ServiceWay.Electronic
            ? CaseInHand.AgreedAddress
            : work.Applicant.Address ?? "申请书载明的地址",
        ["sentOn"] = Wording.Iso(document.ServedOn!.Value),
        ["server"] = work.Clerk.Name,
        ["signer"] = work.Applicant.Name,
        ["relation"] = "本人或者单位收发室",
        ["deliveredOn"] = Wording.Iso(document.DeliveredOn!.Value),
    };
}
