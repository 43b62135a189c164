using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.Demonstration.District;
using Disclosure.Cases.Demonstration.Simulation;
using Disclosure.Cases.ReplyTemplates;

namespace Disclosure.Cases.Demonstration.Stories;

// Applications that are answered without anything coming between.
internal sealed partial class Story
{
    public async Task Disclosed()
    {
        await ToDisclosure();
        await ReviewAndAnswer(StepAnswer.Disclosed, "provided");
        await Finish(TemplateCodes.Disclosed, () => LetterFacts.Disclosed(work), "provided");
    }

    public async Task PartlyDisclosed()
    {
        await ToDisclosure(Separable());
        await ReviewAndAnswer(StepAnswer.PartlyDisclosed);
        await Finish(TemplateCodes.PartlyDisclosed, () => LetterFacts.Partly(work));
    }

    public async Task AlreadyPublic()
    {
        await Receive();
        await Complete();
        await Ours();
        await work.After(1);
        await work.Search(1);
        await work.Answer(StepAnswer.AlreadyPublic);
        await Finish(TemplateCodes.AlreadyPublic, () => LetterFacts.AlreadyPublic(work));
    }

    public async Task NotExisting()
    {
        await Receive();
        await Complete();
        await Ours();
        await work.After(3);
        await work.Search(0);
        var searchedOn = work.Today;
        await work.Answer(StepAnswer.NotExisting);
        await Finish(TemplateCodes.NotExisting, () => LetterFacts.NotExisting(work, searchedOn));
    }

    /// <summary>Asked in the wrong place: another agency holds it.</summary>
    public async Task NotThisAgency()
    {
        var other = cast.OtherThan(Office, Random);
        var theirs = cast.Data.SubjectsOf(other.Entry);
        await Receive(Wording.Fill(theirs[Random.Next(theirs.Count)], other, work.Today.Year));
        await Complete();
        await work.After(2);
        await work.Answer(StepAnswer.NotThisAgency, "agency-known");
        await Finish(TemplateCodes.NotThisAgency, () => LetterFacts.NotThisAgency(other), "agency-known");
    }

    /// <summary>A request that leads to one of the rarer texts, at whatever question that text belongs to.</summary>
    public async Task Special(SpecialRequest special)
    {
        var year = work.Today.Year;
        var request = Wording.Fill(special.Request, Office, year);
        var transition = AnswerTransitions.All.First(answer => answer.Opens == special.Template && answer.Settles);
        await Receive(new Subject(Office.Entry.Slug, request, $"“{request}”", 6, request, "所涉内容"));
        await Complete();
        if (transition.Step > ReplyStep.Competence)
        {
            await Ours();
            await work.After(1);
            await work.Search(1);
        }

        if (transition.Step == ReplyStep.Disclosure)
        {
            await work.Answer(StepAnswer.Held);
        }

        if (transition.Answer == StepAnswer.Disclosed)
        {
            await ReviewAndAnswer(transition.Answer, special.Variant);
        }
        else
        {
            await work.After(2);
            await work.Answer(transition.Answer, special.Variant);
        }

        await Finish(special.Template, () => Wording.Fill(special.Facts, Office, year, work.Today), special.Variant);
    }

    /// <summary>The same request by several applicants together.</summary>
    public async Task AskedBySeveral()
    {
        await ToDisclosure(null, [cast.People.Person(Random), cast.People.Person(Random), cast.People.Person(Random)]);
        await ReviewAndAnswer(StepAnswer.Disclosed, "provided");
        await Finish(TemplateCodes.Disclosed, () => LetterFacts.Disclosed(work), "provided");
    }

    /// <summary>Somebody acts for the applicant.</summary>
    public async Task AskedThroughRepresentative()
    {
        await ToDisclosure(null, [cast.People.Person(Random, new Representative("示范明理律师事务所 钱某（演示）", "授权委托书、律师执业证"))]);
        await ReviewAndAnswer(StepAnswer.Disclosed, "provided");
        await Finish(TemplateCodes.Disclosed, () => LetterFacts.Disclosed(work), "provided");
    }

    /// <summary>An organisation of a kind applies, through a channel.</summary>
    public async Task AskedBy(ApplicantKind kind, Channel channel)
    {
        await Receive(
            null,
            [kind == ApplicantKind.NaturalPerson ? cast.People.Person(Random) : cast.People.Organisation(kind, Random)],
            null,
            channel);
        await work.Attach(
            channel is Channel.OrdinaryPost or Channel.SignedPost ? AttachmentKind.Envelope : AttachmentKind.Application, "申请书.txt");
        await Complete();
        await Ours();
        await Held();
        await ReviewAndAnswer(StepAnswer.Disclosed, "provided");
        await Finish(TemplateCodes.Disclosed, () => LetterFacts.Disclosed(work), "provided");
    }

    /// <summary>Registered twice by mistake.</summary>
    public async Task Voided()
    {
        await Receive();
        await work.On(work.Today);
        await work.Void("同一申请重复登记，本号作废。");
    }
}
