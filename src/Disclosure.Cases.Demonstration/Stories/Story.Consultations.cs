using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.Clock;
using Disclosure.Cases.Demonstration.District;
using Disclosure.Cases.Demonstration.Simulation;
using Disclosure.Cases.ReplyProcess.Disclosure;
using Disclosure.Cases.ReplyTemplates;

namespace Disclosure.Cases.Demonstration.Stories;

// 征求意见 (art. 32–34, 11): answered, silent, returned.
internal sealed partial class Story
{
    private string ThirdParty { get; } = "示范环宇建设有限公司";

    private CaseDocument Consultation => work.File.Documents.Last(document => document.ConsultationKind is not null);

    private async Task ConsultThirdParty(bool delivered = true)
    {
        await ToDisclosure(Commercial());
        await work.After(1);
        var asked = LetterFacts.ThirdPartyConsultation(work, ThirdParty);
        var letter = await work.Send(TemplateCodes.ThirdPartyConsultation, asked, way: ServiceWay.Post, untilDelivered: delivered);
        await work.FillForm(TemplateCodes.OpinionSlip, CompanionFacts.OpinionSlip(asked, work.File.Document(letter)));
        await work.On(work.Today);
        await work.Send(
            TemplateCodes.ConsultationNotice, LetterFacts.ConsultationNotice("third-party", work.File.Document(letter).ServedOn!.Value));
    }

    public async Task ThirdPartyObjectsAndIsHeard()
    {
        await ConsultThirdParty();
        await work.After(7);
        await work.ReceiveOpinion(Consultation.Id, Opinion.Disagrees, "上述内容系本公司商业秘密，不同意公开。");
        await work.After(1);
        await work.Answer(StepAnswer.ThirdPartyRights);
        await Finish(TemplateCodes.RefusedThirdPartyRights, () => LetterFacts.ThirdPartyRights(
            work, Consultation.ServedOn, $"第三方于{Wording.Chinese(Consultation.Opinion!.On)}书面答复，不同意公开。经审查，其理由合理。"));
    }

    public async Task ThirdPartyIsOverruled()
    {
        await ConsultThirdParty();
        await work.After(8);
        await work.ReceiveOpinion(Consultation.Id, Opinion.Disagrees, "公开将影响本公司经营，不同意公开。");
        await ReviewAndAnswer(StepAnswer.Disclosed, VariantCodes.OverObjection);
        await work.On(work.Today);
        var givenOn = LetterFacts.GivenOn(work);
        await work.Send(
            TemplateCodes.ThirdPartyDisclosureNotice,
            LetterFacts.DisclosureToThirdParty(work, ThirdParty, Consultation),
            way: ServiceWay.Post,
            untilDelivered: true);
        await work.After(ObjectionInterval.Default.WorkingDays + 1);
        await work.On(work.Today > givenOn ? work.Today : givenOn);
        await Finish(
            TemplateCodes.Disclosed, () => LetterFacts.OverObjection(work, Consultation.ServedOn!.Value), VariantCodes.OverObjection);
    }

    public async Task ThirdPartyAgrees()
    {
        await ConsultThirdParty();
        await work.After(5);
        await work.ReceiveOpinion(Consultation.Id, Opinion.Agrees, "同意公开。");
        await ReviewAndAnswer(StepAnswer.Disclosed, "provided");
        await Finish(TemplateCodes.Disclosed, () => LetterFacts.Disclosed(work), "provided");
    }

    /// <summary>Silence by the fifteenth working day: the agency decides.</summary>
    public async Task ThirdPartyIsSilent()
    {
        await ConsultThirdParty();
        await work.On(work.Calendar.AddWorkingDays(Consultation.DeliveredOn!.Value, RuleSet.OpinionDays + 1));
        await ReviewAndAnswer(StepAnswer.PartlyDisclosed);
        await Finish(
            TemplateCodes.PartlyDisclosed,
            () => LetterFacts.PartlyForThirdParty(work, Consultation.ServedOn!.Value));
    }

    public async Task ConsultationComesBack()
    {
        await ConsultThirdParty(delivered: false);
        await work.After(6);
        await work.ComeBack(Consultation.Id, "查无此址，邮件退回");
        await work.After(1);
        await work.Answer(StepAnswer.ThirdPartyRights);
        await Finish(
            TemplateCodes.RefusedThirdPartyRights,
            () => LetterFacts.ThirdPartyRights(work, null, "书面征求意见函按照登记地址邮寄后被退回，无法与第三方取得联系；所涉内容明显属于第三方的商业秘密。"));
    }

    public Task CoAuthorAnswers() => CoAuthor(answers: true);

    /// <summary>Silence of the co-author is consent (art. 34).</summary>
    public Task CoAuthorIsSilent() => CoAuthor(answers: false);

    private async Task CoAuthor(bool answers)
    {
        var other = cast.OtherThan(Office, Random);
        await ToDisclosure();
        await work.After(1);
        var letter = await work.Send(
            TemplateCodes.CoAuthorConsultation,
            LetterFacts.CoAuthorConsultation(work, other),
            way: ServiceWay.ThroughAgency,
            untilDelivered: true);
        await work.On(work.Today);
        await work.Send(
            TemplateCodes.ConsultationNotice, LetterFacts.ConsultationNotice("co-author", work.File.Document(letter).ServedOn!.Value));
        if (answers)
        {
            await work.After(6);
            await work.ReceiveOpinion(letter, Opinion.Agrees, "无异议，同意公开。");
        }
        else
        {
            await work.On(work.Calendar.AddWorkingDays(work.File.Document(letter).DeliveredOn!.Value, RuleSet.OpinionDays + 1));
        }

        await ReviewAndAnswer(StepAnswer.Disclosed, "provided");
        await Finish(TemplateCodes.Disclosed, () => LetterFacts.Disclosed(work), "provided");
    }

    public async Task OtherAgencyAnswers()
    {
        var other = cast.OtherThan(Office, Random);
        await ToDisclosure(Separable());
        await work.After(1);
        var letter = await work.Send(
            TemplateCodes.AssistanceConsultation, LetterFacts.AssistanceConsultation(work, other, work.Calendar.WorkingDay(work.Today, 8)),
            way: ServiceWay.ThroughAgency, untilDelivered: true);
        await work.On(work.Today);
        await work.Send(
            TemplateCodes.ConsultationNotice, LetterFacts.ConsultationNotice("other-agency", work.File.Document(letter).ServedOn!.Value));
        await work.After(4);
        await work.ReceiveOpinion(letter, Opinion.AgreesInPart, "信息准确，其中不宜公开的部分请作区分处理。");
        await ReviewAndAnswer(StepAnswer.PartlyDisclosed);
        await Finish(TemplateCodes.PartlyDisclosed, () => LetterFacts.Partly(work));
    }
}
