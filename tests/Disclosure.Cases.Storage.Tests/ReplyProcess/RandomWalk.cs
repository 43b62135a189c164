using System.Globalization;
using System.Text.Json.Nodes;
using Disclosure.Cases.Archiving;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.DateCorrections;
using Disclosure.Cases.Disputes;
using Disclosure.Cases.DocumentLifecycle;
using Disclosure.Cases.Kernel.Pipeline;
using Disclosure.Cases.LetterComposition;
using Disclosure.Cases.Letters;
using Disclosure.Cases.Parties;
using Disclosure.Cases.Registration;
using Disclosure.Cases.ReplyProcess;
using Disclosure.Cases.ReplyProcess.Colleagues;
using Disclosure.Cases.ReplyProcess.Disclosure;
using Disclosure.Cases.ReplyProcess.Existence;
using Disclosure.Cases.SecondPerson;
using Disclosure.Cases.Supervision;
using Microsoft.Extensions.DependencyInjection;

namespace Disclosure.Cases.Storage.Tests.ReplyProcess;

/// <summary>Somebody who does anything at any time with the cases of an office.</summary>
internal sealed class RandomWalk(TestOffice office, Random random)
{
    // The usual walk is the same every time; the long one looks for ways that nobody has walked.
    private const int UsualSeed = 711;

    /// <summary>How often each refusal was given.</summary>
    public Dictionary<string, int> Refusals { get; } = [];

    /// <summary>A walk from the seed of this run, which is printed.</summary>
    public static (RandomWalk Walk, Random Random) Begin(TestOffice office)
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable("DISCLOSURE_SEED"), CultureInfo.InvariantCulture, out var given) ? given
            : LongAttribute.AreRun ? Random.Shared.Next()
            : UsualSeed;
        TestContext.Out.WriteLine($"DISCLOSURE_SEED={seed}");
        var random = new Random(seed);
        return (new RandomWalk(office, random), random);
    }

    /// <summary>Registers an application with one to three items that came in by any channel.</summary>
    public async Task<Guid> Register()
    {
        var channel = random.GetItems(Enum.GetValues<Channel>(), 1)[0];
        var registered = await office.Send(office.Clerk, new RegisterApplication(
            channel, office.Clock.Today(), null,
            [
                new Applicant(ApplicantKind.NaturalPerson, "𠮷某", null, "000-1", "示范市", true, null),
                .. random.Next(4) == 0 ? [Somebody(0)] : Array.Empty<Applicant>(),
            ],
            [.. Enumerable.Range(1, random.Next(1, 4)).Select(item => $"第{item}项信息")]));
        return registered.Value.CaseId;
    }

    /// <summary>Tries something on a case, by whoever may do such a thing.</summary>
    public async Task<(CaseAction Action, bool Done)> Move(Guid caseId)
    {
        var file = await office.Case(caseId);
        var action = Choose(file, new Moment(
            office.Clerk with { Roles = Role.Clerk | Role.Reviewer | Role.Manager },
            office.Clock.Today(),
            Clock.WorkingDayCalendar.Official));
        var actor = action switch
        {
            CaseAction.Approve or CaseAction.Return or CaseAction.DecideDateCorrection 
                or CaseAction.ReviewDisclosure or CaseAction.DecideGuardedAct => office.Reviewer,
            CaseAction.OpenInquiry => office.Manager,
            _ => office.Clerk,
        };
        return (action, await Try(new Moment(actor, office.Clock.Today(), Clock.WorkingDayCalendar.Official), file, action));
    }

    // Mostly what the table allows, what moves a case on more often than what ends it; now and then anything at all.
    private CaseAction Choose(CaseFile file, Moment moment)
    {
        if (random.Next(8) == 0)
        {
            return random.GetItems(Enum.GetValues<CaseAction>(), 1)[0];
        }

        var possible = StepTransitions.Now(file, moment).Where(row => row.WhyNot is null).Select(row => row.Row.Action).Distinct();
        var weighed = possible.SelectMany(action => Enumerable.Repeat(action, action switch
        {
            CaseAction.VoidRegistration or CaseAction.Withdraw or CaseAction.WithdrawDocument or CaseAction.LogCall
                or CaseAction.Attach or CaseAction.Reassign or CaseAction.OpenInquiry or CaseAction.ChangeApplicant
                or CaseAction.SucceedApplicant or CaseAction.CorrectItem or CaseAction.NameRecipients => 1,
            CaseAction.RecordDispute or CaseAction.AnswerDispute or CaseAction.DecideDispute or CaseAction.VoidDispute =>
                random.Next(4) == 0 ? 1 : 0,
            CaseAction.AskColleague or CaseAction.WithdrawAsking or CaseAction.TakeUpStepAgain
                or CaseAction.Return or CaseAction.ProposeDateCorrection
                or CaseAction.Split or CaseAction.RecordReturnedMail => 2,
            CaseAction.Submit or CaseAction.Approve or CaseAction.Serve => 24,
            _ => 8,
        })).ToArray();
        return weighed.Length == 0 ? CaseAction.LogCall : random.GetItems(weighed, 1)[0];
    }

    private Guid Pick(CaseFile file, CaseAction action)
    {
        var fitting = file.Documents.Where(document => action switch
        {
            CaseAction.Submit => document.Status == DocumentStatus.Drafted,
            CaseAction.Approve or CaseAction.Return => document.Status == DocumentStatus.Submitted,
            CaseAction.Serve => document.Status == DocumentStatus.Approved || document.ReturnedOn is not null,
            CaseAction.ReceiveOpinion => file.OpenConsultations.Contains(document),
            _ => true,
        }).ToArray();
        return fitting.Length == 0 ? Guid.Empty : random.GetItems(fitting, 1)[0].Id;
    }

    private async Task<bool> Try(Moment moment, CaseFile file, CaseAction action)
    {
        var today = moment.Today;
        var (id, version, actor) = (file.Id, file.Version, moment.Actor);
        var document = Pick(file, action);
        var dispute = file.Disputes is [var recorded, ..] ? recorded.Id : Guid.Empty;
        async Task<bool> Send<T>(ICommand<T> command)
        {
            var result = await office.Send(actor, command);
            foreach (var refusal in result.Refusals)
            {
                Refusals[refusal.Code] = Refusals.GetValueOrDefault(refusal.Code) + 1;
                Assert.That(refusal.Say(), Is.Not.Empty);
            }

            return result.Succeeded;
        }

        switch (action)
        {
            case CaseAction.ConfirmReceipt: return await Send(new ConfirmReceipt(id, version, today));
            case CaseAction.VoidRegistration: return await Send(new VoidRegistration(id, version, "误登记"));
            case CaseAction.Split: return await Send(new SplitCase(id, version, [file.Items[0].Id]));
            case CaseAction.AnswerStep:
                {
                    var answers = StepTransitions.Now(file, moment).Where(row => row.Row.Action == action && row.WhyNot is null)
                        .Select(row => row.Row.Answer!.Value).ToArray();
                    if (answers.Length == 0)
                    {
                        return false;
                    }

                    var answer = random.GetItems(answers, 1)[0];
                    IReadOnlyList<Guid> items = random.Next(3) == 0 && file.ItemsAt(file.CurrentStep) is { Count: > 1 } standing
                        ? [standing[0]]
                        : [];
                    return await Send(new AnswerStep(
                        id, version, answer, items, null,
                        new ApplicationElements(answer != StepAnswer.CorrectionNeeded, true, true), "理由"));
                }

            case CaseAction.TakeUpStepAgain:
                return await Send(new TakeUpStepAgain(id, version, random.GetItems(Enum.GetValues<ReplyStep>(), 1)[0], "复核"));
            case CaseAction.ReceiveCorrection: return await Send(new ReceiveCorrection(id, version, today, "补正内容"));
            case CaseAction.ReceiveExplanation: return await Send(new ReceiveExplanation(id, version, today, "说明"));
            case CaseAction.ReceivePayment: return await Send(new ReceivePayment(id, version, today));
            case CaseAction.RecordSearch: return await Send(new RecordSearch(id, version, null, today, 0, "档案室", "周某", "关键词", null));
            case CaseAction.ReviewDisclosure: return await Send(new ReviewDisclosure(id, version, null, "可以公开"));
            case CaseAction.ConsentToExtension: return await Send(new ConsentToExtension(id, version, today, "林某"));
            case CaseAction.ReceiveOpinion: return await Send(new ReceiveOpinion(id, version, document, today, Opinion.Agrees, "同意"));
            case CaseAction.Withdraw: return await Send(new WithdrawApplication(id, version, today, "书面撤回"));
            case CaseAction.Draft: return await Draft(moment, file);
            case CaseAction.Submit: return (version % 5 == 0 && await FinishedInWord(moment, file, document, Send))
                || await Send(new SubmitDocument(id, version, document));
            case CaseAction.Return: return random.Next(4) == 0 && await Send(new ReturnDocument(id, version, document, "请修改"));
            case CaseAction.Approve: return await Send(new ApproveDocument(id, version, document));
            case CaseAction.WithdrawDocument: return random.Next(4) == 0 && await Send(new WithdrawDocument(id, version, document, "有误"));
            case CaseAction.Serve: return await Send(new ServeDocument(
                id, version, document, random.GetItems(Enum.GetValues<ServiceWay>(), 1)[0], today, null,
                new ServiceParticulars(
                    random.Next(2) == 0 ? null : "示范区示范路2号", null, "1234567890123", "示范街道办事处", null,
                    random.Next(2) == 0 ? null : "来电告知"),
                file.FindDocument(document)?.RecipientsToServe is [var waiting, ..] ? waiting : null));
            case CaseAction.RecordDelivery: return await Send(new RecordDelivery(id, version, document, today));
            case CaseAction.RecordReturnedMail: return await Send(new RecordReturnedMail(id, version, document, today));
            case CaseAction.Archive: return await Send(new ArchiveCase(id, version, new ArchiveChecklist(true, true, true, true), "纸质随卷"));
            case CaseAction.Reopen: return await Send(new ReopenCase(id, version, ReopeningGround.Judgment, today, null, null, "判决"));
            case CaseAction.Reassign: return await Send(new ReassignCase(id, version, office.Clerk.Id, "改派"));
            case CaseAction.ChangeApplicant: return await Send(new ChangeApplicant(
                id, version, file.Applicants[0].Id, Somebody(random.Next(3)), "登记有误"));
            case CaseAction.SucceedApplicant: return random.Next(4) == 0 && await Send(new SucceedApplicant(
                id, version, file.Applicants[0].Id, today, random.Next(3) == 0 ? null : Somebody(random.Next(3)), "户籍证明"));
            case CaseAction.CorrectItem: return await Send(new CorrectItem(
                id, version, file.Items[0].Id, $"关于预算的第 {random.Next(3)} 份文件", "登记有误"));
            case CaseAction.NameRecipients: return await Send(new NameRecipients(id, version, !file.ServedOnEach, "来函指定"));
            case CaseAction.ProposeDateCorrection:
                {
                    var dates = file.CorrectableDates.Keys.ToArray();
                    if (dates.Length == 0)
                    {
                        return false;
                    }

                    var (sequence, field) = random.GetItems(dates, 1)[0];
                    return await Send(new ProposeDateCorrection(id, version, sequence, field, today.AddDays(-random.Next(0, 20)), "笔误"));
                }

            case CaseAction.DecideDateCorrection:
                return file.ProposedDateCorrections.Count > 0 && await Send(new DecideDateCorrection(
                    id, version, file.ProposedDateCorrections[0].CorrectionId, random.Next(2) == 0, "不属实"));
            case CaseAction.AskColleague:
                return await Send(new AskColleague(
                    id, version, ColleagueTask.DisclosureReview, office.Reviewer.Id, null, today.AddDays(random.Next(0, 5))));
            case CaseAction.WithdrawAsking:
                return await Send(new WithdrawAsking(id, version, file.OpenAskings.Select(asking => asking.Id).FirstOrDefault()));
            case CaseAction.DecideGuardedAct:
                return await Send(new DecideGuardedAct(
                    id, version, file.GuardedActsAsked.Select(asked => asked.RequestId).FirstOrDefault(), random.Next(3) > 0, "不属实"));
            case CaseAction.LogCall: return await Send(new LogCall(id, version, today, "通话"));
            case CaseAction.Attach when file.Documents.FirstOrDefault(each => each.FileId is not null) is { } issued:
                return await Send(new AttachSignedCopy(id, version, issued.Id, "盖章件.pdf", "%PDF-1.7"u8.ToArray()));
            case CaseAction.Attach: return await Send(new AttachFile(id, version, AttachmentKind.Other, "材料.txt", "text/plain", [1, 2, 3]));
            case CaseAction.OpenInquiry: return await Send(new OpenInquiry(id, version, "进展如何？", today.AddDays(random.Next(0, 5))));
            case CaseAction.AnswerInquiry:
                return await Send(new AnswerInquiry(id, version, file.OpenInquiries.FirstOrDefault()?.Id ?? Guid.Empty, "正在办理。"));
            case CaseAction.RecordDispute:
                return await Send(new RecordDispute(
                    id, version, random.GetItems(Enum.GetValues<DisputeKind>(), 1)[0], random.Next(4) == 0, today, today,
                    $"示范区人民法院第 {random.Next(99)} 号", "不服答复"));
            case CaseAction.AnswerDispute:
                return await Send(new AnswerDispute(id, version, file.UnansweredDisputes.FirstOrDefault()?.Id ?? Guid.Empty, today));
            case CaseAction.DecideDispute:
                return await Send(new DecideDispute(
                    id, version, dispute, today,
                    random.GetItems(Enum.GetValues<DisputeOutcome>(), 1)[0], "判决",
                    random.Next(2) == 0 ? new NewReplyOrder(today, null, random.Next(1, 30)) : null));
            case CaseAction.VoidDispute:
                return await Send(new VoidDispute(id, version, dispute, "登错案卷"));
            default: throw new InvalidOperationException($"The walk does not know {action}.");
        }
    }

    private static Applicant Somebody(int which) =>
        new(ApplicantKind.NaturalPerson, $"承继人{which}", null, "13900000000", $"示范路{which}号", true, null)
        {
            ElectronicAddress = which == 0 ? "somebody@example.org" : null,
        };

    // Now and then a draft goes to Word and comes back as it was, with a sentence more, or with its controls gone.
    private async Task<bool> FinishedInWord(Moment moment, CaseFile file, Guid document, Func<CaseCommand<Guid>, Task<bool>> send)
    {
        if (file.FindDocument(document) is not { } draft)
        {
            return false;
        }

        var docx = await office.As(moment.Actor, async scope =>
        {
            var letter = await scope.GetRequiredService<CaseLetters>().Compose(file, draft, moment.Today, default);
            var letters = scope.GetRequiredService<ILetters>();
            return letters.Check(letter).Count == 0 ? letters.ToDocx(letter) : [];
        });
        byte[] upload = docx.Length == 0 ? [1] : (file.Version % 3) switch
        {
            0 => docx,
            1 => InWord.Changed(
                docx, xml => xml.Replace("</w:body>", "<w:p><w:r><w:t>另行说明。</w:t></w:r></w:p></w:body>", StringComparison.Ordinal)),
            _ => InWord.Changed(docx, xml => xml.Replace("\"number\"", "\"x\"", StringComparison.Ordinal)),
        };
        return await send(new FinishInWord(file.Id, file.Version, document, "定稿.docx", upload));
    }

    private async Task<bool> Draft(Moment moment, CaseFile file)
    {
        var draftable = StepTransitions.Draftable(file);
        if (draftable.Count == 0)
        {
            return false;
        }

        // What settles an item comes first in the list; it is drafted more often than the rest.
        var outcome = random.Next(2) == 0 ? draftable[0] : draftable[random.Next(draftable.Count)];
        var answering = StepTransitions.Answering(file);
        var sections = answering.Contains(outcome) ? answering : [outcome];
        return (await office.Send(moment.Actor, new DraftDocument(
            file.Id,
            file.Version,
            [.. sections.Select(section => new DraftedSection(section.Template, section.Variant, Facts(section, file, moment)))],
            random.Next(sections.Count)))).Succeeded;
    }

    private static JsonObject Facts(ItemOutcome outcome, CaseFile file, Moment moment)
    {
        var facts = SampleFacts.Of(outcome.Template, outcome.Variant, file.RegisterNumber);
        SampleFacts.PutInNumbers(facts, file);
        facts["respondBy"] = facts.ContainsKey("respondBy") ? Written(moment.Today.AddDays(14)) : null;
        if (file.Timeline is { } timeline)
        {
            facts["newDueOn"] = facts.ContainsKey("newDueOn") ? Written(moment.Today.AddDays(30)) : null;
            facts["noticeServedOn"] = facts.ContainsKey("noticeServedOn") && file.CorrectionNotice?.ServedOn is { } served
                ? Written(served)
                : facts["noticeServedOn"]?.DeepClone();
            facts["correctionDueBy"] = facts.ContainsKey("correctionDueBy") && file.CorrectionNotice?.Terms.RespondBy is { } due
                ? Written(due)
                : facts["correctionDueBy"]?.DeepClone();
            facts["withdrawnOn"] = facts.ContainsKey("withdrawnOn") && file.WithdrawnOn is { } withdrawn
                ? Written(withdrawn)
                : facts["withdrawnOn"]?.DeepClone();
        }

        foreach (var empty in facts.Where(fact => fact.Value is null).Select(fact => fact.Key).ToList())
        {
            facts.Remove(empty);
        }

        return facts;
    }

    private static JsonValue Written(DateOnly day) => JsonValue.Create(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
}
