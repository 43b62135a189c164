using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.Demonstration.District;
using Disclosure.Cases.Demonstration.Simulation;
using Disclosure.Cases.DocumentLifecycle;
using Disclosure.Cases.ReplyTemplates;

namespace Disclosure.Cases.Demonstration.Stories;

// One application that becomes several, and cases that come back.
internal sealed partial class Story
{
    /// <summary>Three items with an outcome each, answered in one letter.</summary>
    public async Task SeveralOutcomes()
    {
        var other = cast.OtherThan(Office, Random);
        var subject = AnySubject();
        var theirs = Wording.Fill(cast.Data.SubjectsOf(other.Entry)[0], other, work.Today.Year);
        await Receive(subject, null, [subject.Request, $"{subject.Words.Split('、')[0]}历次现场踏勘的录音资料", theirs.Request]);
        await Complete();
        var items = work.File.Items.Select(item => item.Id).ToList();
        await work.After(2);
        await work.Answer(StepAnswer.Ours, items: [items[0], items[1]]);
        await work.Answer(StepAnswer.NotThisAgency, "agency-known", [items[2]]);
        await work.After(2);
        await work.Search(1, [items[0]]);
        await work.Search(0, [items[1]]);
        var searchedOn = work.Today;
        await work.Answer(StepAnswer.Held, items: [items[0]]);
        await work.Answer(StepAnswer.NotExisting, items: [items[1]]);
        await work.After(2);
        await work.Review(items: [items[0]]);
        await work.Answer(StepAnswer.Disclosed, "provided", [items[0]]);
        await work.After(1);
        await work.Send(
            [
                new DraftedSection(TemplateCodes.Disclosed, "provided", LetterFacts.Disclosed(work)),
                new DraftedSection(TemplateCodes.NotExisting, null, LetterFacts.NotExisting(work, searchedOn)),
                new DraftedSection(TemplateCodes.NotThisAgency, "agency-known", LetterFacts.NotThisAgency(other)),
            ],
            ServiceWay.Post,
            untilDelivered: true);
        await work.After(20);
        await work.Archive();
    }

    /// <summary>一事一申请: two of three items go into cases of their own.</summary>
    public async Task Split()
    {
        var subjects = cast.Data.SubjectsOf(Office.Entry).Select(subject => Wording.Fill(subject, Office, work.Today.Year)).ToList();
        var (first, second) = (subjects[0], subjects[1]);
        var third = first with
        {
            Request = $"{second.Words.Split('、')[0]}{work.Today.Year - 1}年度预算安排",
            Document = $"《{second.Words.Split('、')[0]}年度预算表》",
        };
        await Receive(first, null, [first.Request, second.Request, third.Request]);
        await Complete();
        await work.After(1);
        var made = await work.Split([.. work.File.Items.Skip(1).Select(item => item.Id)]);
        foreach (var (registered, subject) in made.Zip([second, third]))
        {
            var another = work.Another(Random.Next());
            work.Beside(async () =>
            {
                await another.TakeUp(registered.CaseId, subject, work.Applicant);
                await new Story(another, new Habits(), cast).GoOnAfterSplit();
            });
        }

        await Ours();
        await Held();
        await ReviewAndAnswer(StepAnswer.Disclosed, "provided");
        await Finish(TemplateCodes.Disclosed, () => LetterFacts.Disclosed(work), "provided");
    }

    private async Task GoOnAfterSplit()
    {
        await Complete();
        await Ours();
        await Held();
        await ReviewAndAnswer(StepAnswer.Disclosed, "provided");
        await Finish(TemplateCodes.Disclosed, () => LetterFacts.Disclosed(work), "provided");
    }

    /// <summary>The same applicant asks for the same again, or to have the copy confirmed (art. 36(6)).</summary>
    public async Task AskedTwice(bool confirmOnly)
    {
        await Disclosed();
        var earlier = work.Sent(TemplateCodes.Disclosed);
        var again = work.Another(Random.Next());
        await again.After(15);
        await new Story(again, habits, cast).Repeated(work.Subject, work.Applicant, earlier, confirmOnly);
    }

    private async Task Repeated(Subject subject, Applicant applicant, CaseFiles.CaseDocument earlier, bool confirmOnly)
    {
        var request = confirmOnly ? $"请在此前提供的{LetterFacts.Title(subject)}复制件上加盖公章并确认与原件一致" : subject.Request;
        var variant = confirmOnly ? "confirm-or-reissue" : "same-information";
        await Receive(subject with { Request = request }, [applicant]);
        await Complete();
        await work.After(2);
        await work.Answer(StepAnswer.RepeatRequest, variant);
        await Finish(TemplateCodes.RepeatRequest, () => LetterFacts.Repeat(earlier, subject.Request, confirmOnly), variant);
    }

    /// <summary>A refusal is set aside in reconsideration; the new decision gives what was withheld.</summary>
    public async Task Reopened()
    {
        await ToDisclosure();
        await work.After(2);
        await work.Answer(StepAnswer.InternalAffairs);
        await Finish(TemplateCodes.RefusedInternalAffairs, InternalAffairs);
        await work.After(10);
        await work.CorrectedInReconsideration(
            15, "行政复议决定（演示文号）认为所涉信息不属于内部事务信息，撤销原答复，责令在15个工作日内重新作出答复。");
        await Redecide();
    }

    /// <summary>The agency finds its own mistake and puts it right.</summary>
    public async Task ReopenedByItself()
    {
        await NotExisting();
        await work.After(10);
        await work.Reopen(ReopeningGround.OwnCorrection, null, "在移交的档案中找到所申请的政府信息，自行纠正。");
        await Redecide();
    }

    private async Task Redecide()
    {
        await Ours();
        await Held();
        await ReviewAndAnswer(StepAnswer.Disclosed, "provided");
        await Finish(TemplateCodes.Disclosed, () => LetterFacts.Disclosed(work), "provided");
    }

    private System.Text.Json.Nodes.JsonObject InternalAffairs() => new()
    {
        ["information"] = LetterFacts.Title(work.Subject),
        ["category"] = "workflow",
        ["finding"] = "上述政府信息系本机关内部工作流程中形成，仅在机关内部使用，不对外产生约束力。",
        ["severability"] = "经逐件审查，不能作区分处理。",
    };

    /// <summary>An answer is taken back and given anew before the reply; the case changes hands.</summary>
    public async Task TakenUpAgain()
    {
        await ToDisclosure();
        await work.After(1);
        await work.TakeUpAgain(ReplyStep.Existence, "发现检索范围不全，需补充检索。");
        if (Office.Clerks.FirstOrDefault(clerk => clerk != work.Clerk) is { } colleague)
        {
            await work.Reassign(colleague, "原承办人休假，改派。");
        }

        await Held();
        await ReviewAndAnswer(StepAnswer.Disclosed, "provided");
        await Finish(TemplateCodes.Disclosed, () => LetterFacts.Disclosed(work), "provided");
    }
}
