using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.Demonstration.Simulation;
using Disclosure.Cases.DocumentLifecycle;
using Disclosure.Cases.ReplyTemplates;

namespace Disclosure.Cases.Demonstration.Stories;

/// <summary>How far a case has come that is open today.</summary>
internal enum Reached
{
    /// <summary>Registered and received.</summary>
    Received,

    /// <summary>补不补 answered.</summary>
    Complete,

    /// <summary>该不该 answered.</summary>
    Ours,

    /// <summary>有没有 answered.</summary>
    Held,

    /// <summary>给不给 answered, nothing drafted.</summary>
    Decided,

    /// <summary>拟稿.</summary>
    Drafted,

    /// <summary>退回修改.</summary>
    Returned,

    /// <summary>待审签.</summary>
    Submitted,

    /// <summary>已签发, not served.</summary>
    Approved,
}

// Cases that are open today, stopped wherever they are wanted. Each begins so many working days ago.
internal sealed partial class Story
{
    /// <summary>The ordinary road as far as wanted, its steps spread evenly over the days until yesterday.</summary>
    public async Task OpenAt(Reached reached, DateOnly today)
    {
        var receivedOn = work.Today;
        var days = work.Calendar.WorkingDaysBetween(receivedOn, today.AddDays(-1));
        var step = 0;
        Task Next() => work.On(work.Calendar.WorkingDay(receivedOn, days * Math.Min(++step, 6) / 6));

        await Receive(atOnce: true);
        if (reached >= Reached.Complete)
        {
            await Next();
            await work.Answer(StepAnswer.Complete);
        }

        if (reached >= Reached.Ours)
        {
            await Next();
            await work.Answer(StepAnswer.Ours);
        }

        if (reached >= Reached.Held)
        {
            await Next();
            await work.Search(1);
            await work.Answer(StepAnswer.Held);
        }

        if (reached >= Reached.Decided)
        {
            await Next();
            await work.Review();
            await work.Answer(StepAnswer.Disclosed, "provided");
        }

        if (reached >= Reached.Drafted)
        {
            await Next();
            await Propose(reached);
        }
    }

    private async Task Propose(Reached reached)
    {
        var document = await work.Draft(TemplateCodes.Disclosed, LetterFacts.Disclosed(work), "provided");
        if (reached == Reached.Drafted)
        {
            return;
        }

        await work.On(work.Today);
        await work.Submit(document);
        if (reached == Reached.Returned)
        {
            await work.On(work.Today);
            await work.Return(document, "附件页数与检索记录不一致，请核对后再报。");
        }
        else if (reached == Reached.Approved)
        {
            await work.On(work.Today);
            await work.Approve(document);
        }
    }

    /// <summary>Arrived by a channel that asks for confirmation, and not confirmed yet.</summary>
    public Task Unconfirmed(Channel channel) => work.Register(channel, [cast.People.Person(Random)], AnySubject());

    /// <summary>Waits for the correction.</summary>
    public Task AwaitsCorrection() => AskForCorrection();

    /// <summary>The correction came in; complete or not is to be judged again.</summary>
    public async Task Corrected()
    {
        await AskForCorrection();
        await work.After(4);
        await work.ReceiveCorrection(work.Subject.Document);
    }

    /// <summary>Waits for the explanation (art. 35).</summary>
    public Task AwaitsExplanation() => AskForExplanation(63);

    /// <summary>Waits for the fee (art. 42).</summary>
    public Task AwaitsPayment() => AskForFee(112);

    /// <summary>A third party is being asked (art. 32).</summary>
    public Task Consults() => ConsultThirdParty();

    /// <summary>Extended, still looking at what was found (art. 33 ¶2).</summary>
    public async Task ExtendedAndOpen()
    {
        await ToDisclosure();
        await Extend(20);
    }

    /// <summary>Set aside in reconsideration; a new decision is owed.</summary>
    public async Task ReopenedAndOpen(int reopenAfter, int workingDays)
    {
        await NotExisting();
        await work.After(reopenAfter);
        await work.Reopen(ReopeningGround.ReconsiderationDecision, workingDays, $"行政复议决定（演示文号）认为检索不充分，责令在{workingDays}个工作日内重新作出答复。");
        await work.After(1);
        await work.Answer(StepAnswer.Ours);
    }

    /// <summary>Withdrawn; the closing notice is not made yet.</summary>
    public async Task WithdrawnAndOpen()
    {
        await Receive(atOnce: true);
        await Complete();
        await work.After(1);
        await work.Withdraw("不再需要所申请的政府信息。");
    }

    /// <summary>Two items decided in different ways, their letter before the approver.</summary>
    public async Task SeveralOutcomesInReview()
    {
        var subject = AnySubject();
        await Receive(subject, null, [subject.Request, $"{subject.Words.Split('、')[0]}历次会议录音资料"], atOnce: true);
        await Complete();
        var items = work.File.Items.Select(item => item.Id).ToList();
        await work.After(1);
        await work.Answer(StepAnswer.Ours);
        await work.After(1);
        await work.Search(1, [items[0]]);
        await work.Search(0, [items[1]]);
        var searchedOn = work.Today;
        await work.Answer(StepAnswer.NotExisting, items: [items[1]]);
        await work.Answer(StepAnswer.Held, items: [items[0]]);
        await work.Review(items: [items[0]]);
        await work.Answer(StepAnswer.Disclosed, "provided", [items[0]]);
        await work.On(work.Today);
        await work.Submit(await work.Draft(
            [
                new DraftedSection(TemplateCodes.Disclosed, "provided", LetterFacts.Disclosed(work)),
                new DraftedSection(TemplateCodes.NotExisting, null, LetterFacts.NotExisting(work, searchedOn)),
            ]));
    }
}
