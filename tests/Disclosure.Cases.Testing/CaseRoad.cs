using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.DocumentLifecycle;
using Disclosure.Cases.Kernel.Pipeline;
using Disclosure.Cases.Registration;
using Disclosure.Cases.ReplyProcess;
using Disclosure.Cases.ReplyProcess.Existence;
using Disclosure.Cases.SecondPerson;

namespace Disclosure.Cases.Testing;

/// <summary>Takes a case along its road by commands, as the pages do.</summary>
internal static class CaseRoad
{
    public static readonly ApplicationElements Whole = new(true, true, true);

    public static RecordSearch Search(TestOffice office, Guid caseId, int version) =>
        new(caseId, version, null, office.Clock.Today(), 0, "档案室", "王承办", "预算", null);

    public static async Task<Guid> Register(this TestOffice office, RegisterApplication? application = null) =>
        (await office.Do(office.Clerk, application ?? TestOffice.Application())).CaseId;

    public static async Task<T> Next<T>(this TestOffice office, Actor actor, Guid caseId, Func<int, ICommand<T>> command) =>
        await office.Do(actor, command((await office.Case(caseId)).Version));

    /// <summary>Registered, found not to exist, drafted, submitted; the document waits for approval.</summary>
    public static async Task<(Guid CaseId, Guid DocumentId)> ToApproval(this TestOffice office, RegisterApplication? application = null)
    {
        var id = await office.Register(application);
        await office.Next(office.Clerk, id, version => new AnswerStep(id, version, StepAnswer.Complete, Elements: Whole));
        await office.Next(office.Clerk, id, version => new AnswerStep(id, version, StepAnswer.Ours));
        await office.Next(office.Clerk, id, version => Search(office, id, version));
        await office.Next(office.Clerk, id, version => new AnswerStep(id, version, StepAnswer.NotExisting));
        var documentId = await office.Next(
            office.Clerk, id, version => new DraftDocument(id, version, TemplateCodes.NotExisting, null, []));
        await office.Next(office.Clerk, id, version => new SubmitDocument(id, version, documentId));
        return (id, documentId);
    }

    /// <summary>The reviewer confirms as a second person what was asked for in a case.</summary>
    public static async Task Confirm(this TestOffice office, Guid caseId)
    {
        var asked = (await office.Case(caseId)).GuardedActsAsked.Single();
        await office.Next(office.Reviewer, caseId, version => new DecideGuardedAct(caseId, version, asked.RequestId, true));
    }

    /// <summary>Registered today, so many of them: the first by a command, the others as its copies, with nothing but their rows.</summary>
    public static async Task RegisterMany(this TestOffice office, int cases)
    {
        var first = await office.Case(await office.Register());
        await office.Tamper(
            """
            INSERT INTO case_files (case_id, agency_id, version, register_number, stage, officer_id, channel, applicant_kind, arrived_on, received_on, reply_due_on,
                clock_stands, is_consulting, awaits_approval, awaits_service, awaits_decision, withdrawn_on, report_row)
            SELECT @copy, agency_id, version, @number, stage, officer_id, channel, applicant_kind, arrived_on, received_on, reply_due_on,
                clock_stands, is_consulting, awaits_approval, awaits_service, awaits_decision, withdrawn_on, report_row
            FROM case_files WHERE case_id = @Id;
            INSERT INTO number_ledger (id, agency_id, series, year, ordinal, number, case_id, taken_at, taken_by)
            SELECT @copy, agency_id, series, year, @ordinal, @number, @copy, taken_at, taken_by FROM number_ledger WHERE case_id = @Id;
            """,
            Enumerable.Range(2, cases - 1)
                .Select(ordinal => new { first.Id, copy = Guid.NewGuid(), ordinal, number = $"示范府依申请〔2025〕{ordinal}号" }).ToList());
    }
}
