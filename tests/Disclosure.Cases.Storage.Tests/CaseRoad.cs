using Disclosure.Cases.Messaging;
using Disclosure.Cases.Registration;
using Disclosure.Cases.ReplyProcess;
using Disclosure.Cases.ReplyProcess.Completeness;
using Disclosure.Cases.ReplyProcess.Existence;
using Disclosure.Cases.ReplyProcess.Propriety;

namespace Disclosure.Cases.Storage.Tests;

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
        var documentId = await office.Next(office.Clerk, id, version => new DraftDocument(id, version, "not-existing", null, []));
        await office.Next(office.Clerk, id, version => new SubmitDocument(id, version, documentId));
        return (id, documentId);
    }
}
