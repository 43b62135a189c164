using System.Text.Json.Nodes;
using Disclosure.Cases.Clock;
using Disclosure.Cases.Demonstration.District;
using Disclosure.Cases.Demonstration.Simulation;
using Disclosure.Cases.LetterComposition;
using Disclosure.Cases.ReplyProcess.Disclosure;

namespace Disclosure.Cases.Demonstration.Stories;

/// <summary>The facts of the texts, in the words of the subject that was asked for.</summary>
internal static partial class LetterFacts
{
    private const string Severability = "经逐件审查，上述政府信息的内容均属于上述不予公开的情形，不能作区分处理。";

    public static JsonObject Disclosed(CaseInHand work) => new()
    {
        ["disclosed"] = $"{work.Subject.Document}，共{work.Subject.Pages}页。",
        ["provision"] = $"按照申请要求的形式，上述政府信息共{work.Subject.Pages}页，随本告知书一并提供。",
        ["attachments"] = new JsonArray(Title(work.Subject)),
    };

    public static JsonObject OverObjection(CaseInHand work, DateOnly consultedOn) => new()
    {
        ["disclosed"] = $"{work.Subject.Document}，共{work.Subject.Pages}页。",
        ["provision"] = "按照申请要求的形式，上述政府信息随本告知书一并提供。",
        ["thirdParty"] = "有关第三方",
        ["consultedOn"] = Wording.Iso(consultedOn),
        ["objection"] = $"认为其中的{work.Subject.Withheld}属于商业秘密，公开将影响其经营。",
        ["overrideGround"] = "public-interest",
        ["overrideReason"] = "上述政府信息关系公共资金的使用和公众的切身利益，不公开将使公众无法知晓和监督，可能对公共利益造成重大影响。公开的内容对第三方的影响有限。",
    };

    public static JsonObject AlreadyPublic(CaseInHand work) => new()
    {
        ["published"] = $"{work.Subject.Document}已在示范区人民政府门户网站主动公开。",
        ["accessPath"] = $"登录示范区人民政府门户网站（演示网址：www.shifanqu.example），依次进入“政府信息公开”“法定主动公开内容”“{work.Office.Name}”栏目，"
            + $"查找标题为“{Title(work.Subject).Trim('《', '》')}”的信息，可以在线查阅和下载。\n不便上网的，可以到示范区政务服务中心一楼政府信息查阅点（示范市示范区政通路5号，演示数据）查阅。",
    };

    public static JsonObject NotExisting(CaseInHand work, DateOnly searchedOn) => new()
    {
        ["search"] =
            $"{Wording.Chinese(searchedOn)}，本机关工作人员在综合档案室文书档案目录和电子公文系统中，以“{work.Subject.Words}”为关键词进行检索，并向可能保管的内设机构逐一核实，均未检索到所申请公开的政府信息。",
        ["absence"] = "经核实，本机关在履行行政管理职能过程中未制作、也未获取上述政府信息。",
    };

    public static JsonObject NotThisAgency(Office other) => new()
    {
        ["finding"] = $"申请公开的政府信息系{other.Name}在履行职责过程中制作，本机关未参与制作，也不是最初获取该政府信息的行政机关。",
        ["otherAgency"] = other.Name,
        ["otherAgencyContact"] = other.Contact,
    };

    public static JsonObject ThirdPartyRights(CaseInHand work, DateOnly? consultedOn, string answer)
    {
        var facts = new JsonObject
        {
            ["information"] = $"{Title(work.Subject)}中的{work.Subject.Withheld}",
            ["interest"] = "trade-secret",
            ["thirdParty"] = "有关第三方",
            ["finding"] = $"上述政府信息中的{work.Subject.Withheld}不为公众所知悉，有关第三方对其采取了保密措施，属于商业秘密。",
            ["harm"] = "公开上述政府信息将使同业竞争者无偿获得该内容，损害第三方的合法权益。",
            ["publicInterest"] = "该事项的决定和结果已经依法公开，公众的监督不因此受到影响，不公开不会对公共利益造成重大影响。",
            ["severability"] = Severability,
        };
        if (consultedOn is { } day)
        {
            facts["consultedOn"] = Wording.Iso(day);
            facts["thirdPartyAnswer"] = answer;
        }
        else
        {
            facts["notConsultedReason"] = answer;
        }

        return facts;
    }

    public static JsonObject ThirdPartyConsultation(CaseInHand work, string recipient) => new()
    {
        ["recipient"] = recipient,
        ["recipientKind"] = "organisation",
        ["concerned"] = $"{work.Subject.Document}中的{work.Subject.Withheld}。",
        ["interest"] = "trade-secret",
        ["attachments"] = new JsonArray("所涉材料目录"),
    };

    public static JsonObject CoAuthorConsultation(CaseInHand work, Office recipient) => new()
    {
        ["recipient"] = recipient.Name,
        ["recipientKind"] = "organisation",
        ["jointInformation"] = $"{work.Subject.Document}，由本机关与贵单位共同制作，共{work.Subject.Pages}页。",
        ["proposal"] = "本机关初步审查认为，上述政府信息不属于不予公开的情形，拟予以公开。",
    };

    public static JsonObject AssistanceConsultation(CaseInHand work, Office recipient, DateOnly respondBy) => new()
    {
        ["recipient"] = recipient.Name,
        ["recipientKind"] = "organisation",
        ["concerned"] = $"{work.Subject.Document}，其中部分内容由贵单位提供。",
        ["questions"] = "1. 上述政府信息是否由贵单位制作或者最初获取；\n2. 上述政府信息是否准确、有效；\n3. 是否属于不予公开的情形，如是，请说明具体内容、法律依据和理由。",
        ["respondBy"] = Wording.Iso(respondBy),
    };

    public static JsonObject ConsultationNotice(string consulted, DateOnly sentOn) =>
        new() { ["consulted"] = consulted, ["sentOn"] = Wording.Iso(sentOn) };

    public static JsonObject DisclosureToThirdParty(CaseInHand work, string recipient, CaseFiles.CaseDocument letter) => new()
    {
        ["recipient"] = recipient,
        ["recipientKind"] = "organisation",
        ["consultationNumber"] = letter.Number,
        ["consultationDeliveredOn"] = Wording.Iso(letter.DeliveredOn ?? letter.ServedOn!.Value),
        ["objectedOn"] = Wording.Iso(letter.Opinion!.On),
        ["objection"] = $"认为其中的{work.Subject.Withheld}属于商业秘密，公开将影响其经营。",
        ["disclosed"] = $"{work.Subject.Document}，共{work.Subject.Pages}页。",
        ["overrideGround"] = "public-interest",
        ["overrideReason"] = "上述政府信息关系公共资金的使用和公众的切身利益，不公开将使公众无法知晓和监督，可能对公共利益造成重大影响。",
        ["givenOn"] = Wording.Iso(GivenOn(work)),
    };

    /// <summary>The day that 06, sent today, names for giving the information; days of the post lie before the interval.</summary>
    public static DateOnly GivenOn(CaseInHand work) =>
        work.Calendar.AddWorkingDays(work.Today, ObjectionInterval.Default.WorkingDays + 3);

    public static JsonObject Correction(CaseInHand work, DateOnly respondBy) => new()
    {
        ["corrections"] = $"申请公开的政府信息的名称、文号或者其他特征性描述不明确。现有表述为“{work.Subject.Request}”，本机关无法据此确定所指向的政府信息。请补充所涉项目的名称或者地址、文件的种类以及大致形成时间。",
        ["guidance"] = "可以提供该政府信息的制作机关、大致形成时间、所涉项目名称或者地址等线索。",
        ["respondBy"] = Wording.Iso(respondBy),
    };

    public static JsonObject StillUnclear(CaseFiles.CaseDocument notice, string corrected) => new()
    {
        ["noticeNumber"] = notice.Number,
        ["noticeServedOn"] = Wording.Iso(notice.ServedOn!.Value),
        ["requiredCorrections"] = "补充所涉项目的名称或者地址、文件的种类以及大致形成时间。",
        ["correctedContent"] = corrected,
        ["stillUnclear"] = "补正后的内容仍未说明项目的名称或者地址，未说明文件的种类和时间范围，本机关无法据此确定所指向的政府信息。",
    };

    public static JsonObject Extension(CaseInHand work, int workingDays, DateOnly newDueOn) => new()
    {
        ["reason"] = "申请公开的政府信息形成时间较早、数量较大，分散保存在多个档案室，需要逐件调取、审查，不能在原答复期限内完成。",
        ["workingDays"] = workingDays,
        ["newDueOn"] = Wording.Iso(newDueOn),
        ["provisionalNote"] = ProvisionalNote.Of(work.File, newDueOn, work.Calendar),
    };

    public static JsonObject Delay(DateOnly explainedOn, DateOnly untilOn) => new()
    {
        ["reason"] = "申请人集中提出的申请涉及文件数量较大，需要逐件核对公开属性和文件效力，本机关无法在法定期限内完成全部审查。",
        ["explanationReceivedOn"] = Wording.Iso(explainedOn),
        ["untilOn"] = Wording.Iso(untilOn),
    };

    public static JsonObject Explanation(DateOnly receivedOn, int count, DateOnly respondBy) => new()
    {
        ["period"] = Period(receivedOn),
        ["applicationCount"] = count,
        ["finding"] = "上述申请集中于同一事项，除日期外表述基本一致，数量、频次明显超过为获取所需政府信息而提出申请的合理范围。",
        ["respondBy"] = Wording.Iso(respondBy),
    };

    public static JsonObject Excessive(CaseInHand work, int count, bool answered)
    {
        var notice = work.File.ExplanationNotice!;
        return new JsonObject
        {
            ["period"] = Period(work.File.ReceivedOn!.Value),
            ["applicationCount"] = count,
            ["finding"] = "上述申请集中于同一事项，除日期外表述基本一致，数量、频次明显超过合理范围。",
            ["explanationNumber"] = notice.Number,
            ["explanationRequestedOn"] = Wording.Iso(notice.ServedOn!.Value),
            ["explanationDueOn"] = Wording.Iso(notice.Terms.RespondBy!.Value),
            ["explanationOutcome"] = answered ? "unsound" : "unanswered",
            ["reason"] = answered
                ? "申请人的说明未指明获取上述信息与其生产、生活或者科研等需要的关系，其申请已经明显超过正常行使知情权的范围，申请理由不合理。"
                : "申请人在期限内未说明理由，也未在期限届满后补充说明，其申请已经明显超过正常行使知情权的范围。",
        };
    }

    public static JsonObject FeeNotice(int pages) => new()
    {
        ["finding"] = "近期申请人多次向本机关提出内容相近的申请，申请公开政府信息的数量、频次明显超过合理范围。",
        ["basis"] = "per-page",
        ["count"] = pages,
        ["payment"] = "凭本通知书所附非税收入一般缴款书，到示范银行任一网点缴纳；缴款时请注明本通知书文号。（演示数据）",
    };

    public static JsonObject ClosedUncorrected(CaseFiles.CaseDocument notice) => new()
    {
        ["noticeNumber"] = notice.Number,
        ["noticeServedOn"] = Wording.Iso(notice.ServedOn!.Value),
        ["correctionDueBy"] = Wording.Iso(notice.Terms.RespondBy!.Value),
        ["circumstances"] = "补正期限届满后，本机关电话询问申请人逾期的原因，申请人未说明理由。",
    };

    public static JsonObject ClosedUnpaid(CaseFiles.CaseDocument notice, WorkingDayCalendar calendar) => new()
    {
        ["feeNoticeNumber"] = notice.Number,
        ["feeNoticeDeliveredOn"] = Wording.Iso(notice.DeliveredOn!.Value),
        ["payBy"] = Wording.Iso(calendar.AddWorkingDays(notice.DeliveredOn.Value, RuleSet.FeePaymentDays)),
    };

    public static JsonObject Withdrawn(DateOnly on) => new()
    {
        ["withdrawnOn"] = Wording.Iso(on),
        ["circumstances"] = "申请人书面撤回申请，撤回原因为已经通过其他途径获取所需信息。",
    };

    public static JsonObject Repeat(CaseFiles.CaseDocument earlier, string requested, bool confirmOnly) => new()
    {
        ["earlierNumber"] = earlier.Number,
        ["earlierRepliedOn"] = Wording.Iso(earlier.DecidedOn!.Value),
        ["earlierRequested"] = requested,
        ["earlierOutcome"] = "予以公开，并提供上述文件的复制件",
        ["comparison"] = confirmOnly
            ? "本次申请不要求提供新的政府信息，而是要求在已经获取的复制件上加盖公章并确认其与原件一致，属于要求确认已获取的信息。"
            : "两次申请的申请人相同，所指向的为相同政府信息。此前答复作出后，上述文件未修改，没有形成新的相关政府信息，该答复未被撤销、变更。",
    };

    /// <summary>The name in 《》 in front of a document's number, or all of it.</summary>
    public static string Title(Subject subject) =>
        subject.Document.IndexOf('》', StringComparison.Ordinal) is >= 0 and var end ? subject.Document[..(end + 1)] : subject.Document;

    private static string Period(DateOnly receivedOn) => $"{Wording.Chinese(receivedOn.AddDays(-180))}至{Wording.Chinese(receivedOn)}";
}
