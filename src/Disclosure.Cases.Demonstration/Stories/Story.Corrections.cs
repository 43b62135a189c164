using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.Demonstration.District;
using Disclosure.Cases.Demonstration.Simulation;
using Disclosure.Cases.ReplyTemplates;

namespace Disclosure.Cases.Demonstration.Stories;

// 补正、说明理由、延期、收费、撤回: what comes between application and reply.
internal sealed partial class Story
{
    private Subject Vague()
    {
        var subject = AnySubject();
        return subject with { Request = $"有关{subject.Words.Split('、')[0]}的全部材料" };
    }

    private async Task AskForCorrection()
    {
        await Receive(Vague());
        await work.After(2);
        await work.Answer(StepAnswer.CorrectionNeeded, reasoning: "申请内容不明确，无法确定所指向的政府信息。");
        await work.Send(TemplateCodes.CorrectionNotice, LetterFacts.Correction(work, work.Calendar.WorkingDay(work.Today, 10)));
    }

    public async Task CorrectedAndAnswered()
    {
        await AskForCorrection();
        await work.After(5);
        await work.ReceiveCorrection(work.Subject.Document);
        await Complete();
        await Ours();
        await Held();
        await ReviewAndAnswer(StepAnswer.Disclosed, "provided");
        await Finish(TemplateCodes.Disclosed, () => LetterFacts.Disclosed(work), "provided");
    }

    public async Task StillUnclear()
    {
        await AskForCorrection();
        await work.After(6);
        const string Corrected = "就是跟我们那一片有关的一切材料";
        await work.ReceiveCorrection(Corrected);
        await work.After(2);
        await work.Call("致电申请人进行指导和释明，申请人表示不再补充。");
        await work.Answer(StepAnswer.StillUnclear);
        await Finish(TemplateCodes.StillUnclear, () => LetterFacts.StillUnclear(work.File.CorrectionNotice!, Corrected));
    }

    public async Task CorrectionLapsed()
    {
        await AskForCorrection();
        await work.On(work.File.CorrectionNotice!.Terms.RespondBy!.Value.AddDays(1));
        await work.Answer(StepAnswer.CorrectionLapsed);
        await Finish(TemplateCodes.ClosingNotice, () => LetterFacts.ClosedUncorrected(work.File.CorrectionNotice!), "not-corrected");
    }

    private async Task AskForExplanation(int count)
    {
        await Receive(Separable());
        await Complete();
        await work.After(2);
        await work.Answer(StepAnswer.ExplanationNeeded, reasoning: $"申请人近半年提出申请{count}件，数量、频次明显超过合理范围。");
        await work.Send(
            TemplateCodes.ExplanationNotice,
            LetterFacts.Explanation(work.File.ReceivedOn!.Value, count, work.Calendar.WorkingDay(work.Today, 7)));
    }

    public async Task ExplanationSoundAndDelayed()
    {
        await AskForExplanation(52);
        await work.After(4);
        await work.ReceiveExplanation("为完成科研课题，需要对照历年文件，故集中提出申请。");
        await work.After(1);
        await work.Answer(StepAnswer.ExplanationSound);
        await work.On(work.Today);
        await work.Send(
            TemplateCodes.ExtensionNotice,
            LetterFacts.Delay(work.File.ExplainedOn!.Value, work.Calendar.WorkingDay(work.DueOn, 15)),
            "delay");
        await Held();
        await ReviewAndAnswer(StepAnswer.PartlyDisclosed);
        await Finish(TemplateCodes.PartlyDisclosed, () => LetterFacts.Partly(work));
    }

    public async Task ExplanationUnsound()
    {
        await AskForExplanation(146);
        await work.After(5);
        await work.ReceiveExplanation("想看看政府每天都在开什么会，在诉求得到满足前将继续每日申请。");
        await work.After(2);
        await work.Answer(StepAnswer.ExplanationUnsound);
        await Finish(TemplateCodes.ExcessiveRequests, () => LetterFacts.Excessive(work, 146, answered: true));
    }

    public async Task NoExplanation()
    {
        await AskForExplanation(88);
        await work.On(work.File.ExplanationNotice!.Terms.RespondBy!.Value.AddDays(1));
        await work.Answer(StepAnswer.ExplanationUnsound);
        await Finish(TemplateCodes.ExcessiveRequests, () => LetterFacts.Excessive(work, 88, answered: false));
    }

    public async Task Extended()
    {
        await ToDisclosure();
        await Extend(15);
        await ReviewAndAnswer(StepAnswer.Disclosed, "provided");
        await Finish(TemplateCodes.Disclosed, () => LetterFacts.Disclosed(work), "provided");
    }

    private async Task Extend(int workingDays)
    {
        await work.On(work.Calendar.WorkingDay(work.DueOn, -3));
        await work.Consent();
        await work.On(work.Today);
        await work.Send(
            TemplateCodes.ExtensionNotice,
            LetterFacts.Extension(work, workingDays, work.Calendar.WorkingDay(work.DueOn, workingDays)),
            "extension");
    }

    private async Task AskForFee(int pages)
    {
        await ToDisclosure();
        await work.After(1);
        await work.Send(TemplateCodes.FeeNotice, LetterFacts.FeeNotice(pages), way: ServiceWay.Post, untilDelivered: true);
    }

    public async Task FeePaid()
    {
        await AskForFee(68);
        await work.After(4);
        await work.ReceivePayment();
        await ReviewAndAnswer(StepAnswer.Disclosed, "provided");
        await Finish(TemplateCodes.Disclosed, () => LetterFacts.Disclosed(work), "provided");
    }

    public async Task FeeUnpaid()
    {
        await AskForFee(126);
        await work.After(21);
        await work.Answer(StepAnswer.PaymentLapsed);
        await Finish(
            TemplateCodes.ClosingNotice, () => LetterFacts.ClosedUnpaid(work.File.FeeNotice!, work.Calendar), VariantCodes.FeeUnpaid);
    }

    public async Task Withdrawn()
    {
        await Receive();
        await Complete();
        await work.After(2);
        await work.Withdraw("已经通过其他途径获取所需信息。");
        await Finish(TemplateCodes.ClosingNotice, () => LetterFacts.Withdrawn(work.File.WithdrawnOn!.Value), "withdrawn");
    }
}
