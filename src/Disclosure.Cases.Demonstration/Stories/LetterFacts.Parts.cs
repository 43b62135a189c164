using System.Text.Json.Nodes;
using Disclosure.Cases.Demonstration.District;
using Disclosure.Cases.Demonstration.Simulation;
using Disclosure.Cases.ReplyTemplates;

namespace Disclosure.Cases.Demonstration.Stories;

// 10: what is given, and the part that is withheld, with the facts of its ground.
internal static partial class LetterFacts
{
    public static JsonObject Partly(CaseInHand work) => Partly(work, OfPart(work.Subject));

    /// <summary>The third party was asked and did not answer (art. 32).</summary>
    public static JsonObject PartlyForThirdParty(CaseInHand work, DateOnly consultedOn) => Partly(work, new JsonObject
    {
        ["ground"] = TemplateCodes.RefusedThirdPartyRights,
        ["interest"] = Grounds.IsCommercial(work.Subject) ? "trade-secret" : "privacy",
        ["thirdParty"] = "有关第三方",
        ["finding"] = $"{work.Subject.Withheld}不为公众所知悉，有关第三方对其采取了保密措施。",
        ["consultedOn"] = Wording.Iso(consultedOn),
        ["thirdPartyAnswer"] = "有关第三方逾期未提出意见，由本机关依法审查决定。",
        ["harm"] = "公开该部分信息将使他人无偿获得和使用该内容，损害有关第三方的合法权益。",
        ["publicInterest"] = "该事项的决定和结果已经公开，公众的监督不因此受到影响，不公开不会对公共利益造成重大影响。",
    });

    private static JsonObject Partly(CaseInHand work, JsonObject part)
    {
        part["text"] = $"上述文件中{work.Subject.Withheld}。";
        if (part["ground"]?.ToString() != WithholdingGround.NotGovernmentInformation)
        {
            part["severability"] = "除该部分信息外，其他内容已经区分处理并予以公开；该部分信息均属于上述不予公开的情形，不能再作区分处理。";
        }

        return new JsonObject
        {
            ["disclosed"] = $"{work.Subject.Document}，共{work.Subject.Pages}页，其中除下列内容以外的部分予以公开。",
            ["withheld"] = new JsonArray(part),
            ["provision"] = "上述予以公开的内容以复制件提供（不予公开的内容已作遮盖处理），随本告知书一并送达。",
        };
    }

    private static JsonObject OfPart(Subject subject)
    {
        var ground = Grounds.Of(subject);
        JsonObject facts = ground switch
        {
            TemplateCodes.RefusedEnforcementFile => new()
            {
                ["enforcementCase"] = "上述文件所涉案件",
                ["finding"] = $"{subject.Withheld}系本机关在办理该案过程中收集并归入案卷的材料，用于核实案件事实，公开可能影响有关人员如实提供线索。",
                ["noLawRequiresDisclosure"] = true,
            },
            TemplateCodes.RefusedSecurityAndStability => new()
            {
                ["endangered"] = "public-security",
                ["danger"] = $"{subject.Withheld}载有重要设施的具体情况，一旦公开，可能被用于识别和破坏关键部位，从而危及公共安全。",
            },
            TemplateCodes.RefusedDeliberativeProcess => new()
            {
                ["processKind"] = "discussion-record",
                ["finding"] = $"{subject.Withheld}系本机关在研究该事项过程中形成，供内部讨论使用，不是最终决定，不对外产生法律效力，公开可能影响参与人员坦率发表意见。",
                ["noLawRequiresDisclosure"] = true,
            },
            TemplateCodes.RefusedInternalAffairs => new()
            {
                ["category"] = "workflow",
                ["finding"] = $"{subject.Withheld}系本机关为内部管理而形成，仅在机关内部使用，不直接影响公民、法人和其他组织的权利义务。",
            },
            _ => new()
            {
                ["finding"] = $"{subject.Withheld}系其他组织自行形成，不是本机关在履行行政管理职能过程中制作或者获取的信息。",
            },
        };
        facts["ground"] = ground;
        return facts;
    }
}
