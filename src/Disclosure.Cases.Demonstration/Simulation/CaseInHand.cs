using Disclosure.Cases.Agencies;
using Disclosure.Cases.Archiving;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.Clock;
using Disclosure.Cases.DateCorrections;
using Disclosure.Cases.Demonstration.District;
using Disclosure.Cases.Disputes;
using Disclosure.Cases.Registration;
using Disclosure.Cases.ReplyProcess;
using Disclosure.Cases.ReplyProcess.Disclosure;
using Disclosure.Cases.ReplyProcess.Existence;
using Disclosure.Cases.Supervision;

namespace Disclosure.Cases.Demonstration.Simulation;

/// <summary>One case as its officer works on it: waits for a day, sends a command, looks at the case again.</summary>
internal sealed partial class CaseInHand(Office office, DemoCommandSender sender, Agenda agenda, Random random)
{
    /// <summary>Where whoever agreed to electronic service is served.</summary>
    public const string AgreedAddress = "applicant@example.org";

    /// <summary>What a disclosure review finds, unless said otherwise.</summary>
    public const string Reviewed = "经审查，不涉及国家秘密，公开后不会危及国家安全、公共安全、经济安全、社会稳定，同意拟办意见。";

    private static readonly ApplicationElements AllThree = new(true, true, true);
    private static readonly ApplicationElements Unclear = new(true, false, true);

    private readonly User clerk = office.Clerks[random.Next(office.Clerks.Count)];
    private readonly User reviewer = office.Reviewers[random.Next(office.Reviewers.Count)];
    private CaseFile? file;

    public Office Office => office;

    public Random Random => random;

    public WorkingDayCalendar Calendar => sender.Calendar;

    public DateOnly Today => sender.Today;

    public User Clerk => clerk;

    public User Reviewer => reviewer;

    /// <summary>The case as it stands.</summary>
    public CaseFile File => file ?? throw new InvalidOperationException("The application is not registered yet.");

    /// <summary>What is asked for; of several items the first.</summary>
    public Subject Subject { get; private set; } = null!;

    /// <summary>The first applicant.</summary>
    public Applicant Applicant { get; private set; } = null!;

    /// <summary>The last day for the reply, as reckoned now.</summary>
    public DateOnly DueOn => StatutoryClock.Reckon(File.Timeline!, Calendar, withLedger: false).ReplyDueOn
        ?? throw new InvalidOperationException("The clock stands: there is no due date.");

    /// <summary>Goes on at a working hour of a day, of the next working day if it is none; on the same day a little later.</summary>
    public Task On(DateOnly day)
    {
        var next = Calendar.WorkingDayFrom(day);
        return agenda.Until(next > Today
            ? DemonstrationTime.At(next, (8 * 60) + 30 + random.Next(330))
            : sender.Now.AddMinutes(1 + random.Next(7)));
    }

    /// <summary>Goes on so many working days later.</summary>
    public Task After(int workingDays) => On(Calendar.WorkingDay(Today, workingDays));

    /// <summary>Enters a story that goes on beside this one from now.</summary>
    public void Beside(Func<Task> story) => agenda.Enter(sender.Now, story);

    /// <summary>The same officer's desk with another case on it.</summary>
    public CaseInHand Another(int seed) => new(office, sender, agenda, new Random(seed));

    /// <summary>Registers today what arrived today.</summary>
    public async Task Register(
        Channel channel, IReadOnlyList<Applicant> applicants, Subject subject, IReadOnlyList<string>? items = null,
        bool confirmed = false, string? accessibility = null, string? transferredFrom = null)
    {
        Subject = subject;
        var byWire = channel is Channel.Internet or Channel.Email;
        if (byWire)
        {
            applicants = [applicants[0] with { ElectronicAddress = AgreedAddress }, .. applicants.Skip(1)];
        }

        Applicant = applicants[0];
        var form = byWire ? "电子文档，通过电子邮件提供" : "纸质复印件，邮寄送达";
        var registered = await sender.Send(clerk, new RegisterApplication(
            channel, Today, confirmed && channel.NeedsConfirmation() ? Today : null, applicants,
            items ?? [subject.Request], null, form, accessibility, transferredFrom,
            FirstReceivesForAll: applicants.Count > 1));
        file = await sender.Read(registered.CaseId);
    }

    /// <summary>Takes up a case that a split made.</summary>
    public async Task TakeUp(Guid caseId, Subject subject, Applicant applicant)
    {
        Subject = subject;
        Applicant = applicant;
        file = await sender.Read(caseId);
    }

    public Task Confirm() => Do(clerk, new ConfirmReceipt(File.Id, File.Version, Today));

    public Task Call(string content) => Do(clerk, new LogCall(File.Id, File.Version, Today, content));

    public Task Answer(StepAnswer answer, string? variant = null, IReadOnlyList<Guid>? items = null, string? reasoning = null) =>
        Do(clerk, new AnswerStep(
            File.Id,
            File.Version,
            answer,
            items,
            variant,
            answer switch
            {
                StepAnswer.Complete => AllThree,
                StepAnswer.CorrectionNeeded => Unclear,
                _ => null,
            },
            reasoning));

    public Task Search(int found, IReadOnlyList<Guid>? items = null) => Do(clerk, new RecordSearch(
        File.Id,
        File.Version,
        items,
        Today,
        found,
        $"{office.Name}综合档案室文书档案目录、电子公文系统",
        clerk.Name,
        Subject.Words,
        found > 0 ? $"检索到{Subject.Document}，共{Subject.Pages}页。" : "未检索到所申请公开的政府信息。"));

    public Task Review(string conclusion = Reviewed, IReadOnlyList<Guid>? items = null) =>
        Do(reviewer, new ReviewDisclosure(File.Id, File.Version, items, conclusion));

    public Task Consent() =>
        Do(reviewer, new ConsentToExtension(File.Id, File.Version, Today, $"{office.Agency.Office}负责人 {reviewer.Name}"));

    public Task ReceiveCorrection(string content) => Do(clerk, new ReceiveCorrection(File.Id, File.Version, Today, content));

    public Task ReceiveExplanation(string content) => Do(clerk, new ReceiveExplanation(File.Id, File.Version, Today, content));

    public Task ReceivePayment() => Do(clerk, new ReceivePayment(File.Id, File.Version, Today));

    public Task ReceiveOpinion(Guid letter, Opinion opinion, string content) =>
        Do(clerk, new ReceiveOpinion(File.Id, File.Version, letter, Today, opinion, content));

    public Task Withdraw(string reason) => Do(clerk, new WithdrawApplication(File.Id, File.Version, Today, reason));

    public Task Void(string reason) => Do(clerk, new VoidRegistration(File.Id, File.Version, reason));

    public Task TakeUpAgain(ReplyStep step, string reason) => Do(clerk, new TakeUpStepAgain(File.Id, File.Version, step, reason));

    public Task Reassign(User officer, string reason) => Do(reviewer, new ReassignCase(File.Id, File.Version, officer.Id, reason));

    public Task Attach(AttachmentKind kind, string name) =>
        Do(clerk, new AttachFile(
            File.Id, File.Version, kind, name, "text/plain", System.Text.Encoding.UTF8.GetBytes($"{name}（演示数据，并非真实材料）\n")));

    public async Task<IReadOnlyList<Registered>> Split(IReadOnlyList<Guid> items) =>
        await Do(clerk, new SplitCase(File.Id, File.Version, items));

    public Task Archive() => Do(clerk, new ArchiveCase(File.Id, File.Version, new ArchiveChecklist(true, true, true, true),
        "送达凭证为纸质，随纸质案卷归档。"));

    public Task Reopen(ReopeningGround ground, int? workingDays, string reason) =>
        Do(reviewer, new ReopenCase(File.Id, File.Version, ground, Today, null, workingDays, reason));

    /// <summary>The reply is set aside in reconsideration, and a new one is ordered.</summary>
    public async Task CorrectedInReconsideration(int workingDays, string content)
    {
        var dispute = await Do(clerk, new RecordDispute(
            File.Id, File.Version, DisputeKind.Reconsideration, IsSummary: false, Today, Today,
            "示范市人民政府，示府复（演示文号）", "不服本机关不予公开的答复。"));
        await After(5);
        await Do(clerk, new AnswerDispute(File.Id, File.Version, dispute, Today));
        await After(10);
        await Do(reviewer, new DecideDispute(
            File.Id, File.Version, dispute, Today, DisputeOutcome.Corrected, content, new NewReplyOrder(Today, null, workingDays)));
    }

    /// <summary>The clerk asks that a date be put right, the reviewer agrees.</summary>
    public async Task CorrectDate(int sequence, CorrectableDate field, DateOnly to, string reason)
    {
        var proposal = await Do(clerk, new ProposeDateCorrection(File.Id, File.Version, sequence, field, to, reason));
        await On(Today);
        await Do(reviewer, new DecideDateCorrection(File.Id, File.Version, proposal, true));
    }

    /// <summary>The district's supervision asks, and gives the usual days.</summary>
    public Task<Guid> Ask(User manager, string question) =>
        Do(manager, new OpenInquiry(File.Id, File.Version, question, Calendar.WorkingDay(Today, OpenInquiry.UsualDays)));

    public Task AnswerInquiry(Guid inquiry, string answer) => Do(clerk, new AnswerInquiry(File.Id, File.Version, inquiry, answer));

    private async Task<T> Do<T>(User user, CaseCommand<T> command)
    {
        var value = await sender.Send(user, command);
        file = await sender.Read(File.Id);
        return value;
    }
}
