using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.DocumentLifecycle;
using Disclosure.Cases.Kernel.Pipeline;
using Disclosure.Cases.Registration;
using Disclosure.Cases.ReplyProcess;
using Disclosure.Cases.ReplyProcess.Existence;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace Disclosure.Cases.Web.Tests;

/// <summary>Takes cases along their road by commands, to where their letters are issued or served.</summary>
internal static class LettersToSend
{
    /// <summary>A case whose reply 19 is issued and not yet served.</summary>
    public static async Task<(Guid CaseId, CaseDocument Letter)> Issued(
        this WebOffice office, string item = "2024年度培训计划", string clerk = "clerk", string reviewer = "reviewer", string applicant = "李某某")
    {
        var (caseId, letter) = await office.ToApproval(office.Today, item, clerk, applicant);
        await office.Next(await office.ActorOf(reviewer), caseId, version => new ApproveDocument(caseId, version, letter));
        return (caseId, (await office.Find(caseId)).FindDocument(letter)!);
    }

    /// <summary>A case received on a day, whose reply 19 waits for approval.</summary>
    public static async Task<(Guid CaseId, Guid Letter)> ToApproval(
        this WebOffice office, DateOnly receivedOn, string item = "2024年度培训计划", string clerk = "clerk", string applicant = "李某某")
    {
        var caseId = await office.CaseOf(receivedOn, clerk, item, applicant);
        return (caseId, await office.Decide(caseId, clerk));
    }

    /// <summary>Takes a case through the five questions to its reply 19, which waits for approval.</summary>
    public static async Task<Guid> Decide(this WebOffice office, Guid caseId, string clerk = "clerk")
    {
        var by = await office.ActorOf(clerk);
        await office.Next(by, caseId, version => new AnswerStep(
            caseId, version, StepAnswer.Complete, Elements: new ApplicationElements(true, true, true)));
        await office.Next(by, caseId, version => new AnswerStep(caseId, version, StepAnswer.Ours));
        await office.Next(by, caseId, version => new RecordSearch(caseId, version, null, office.Today, 0, "档案室", "王承办", "培训", null));
        await office.Next(by, caseId, version => new AnswerStep(caseId, version, StepAnswer.NotExisting));
        var letter = await office.Next(by, caseId, version => new DraftDocument(
            caseId,
            version,
            TemplateCodes.NotExisting,
            null,
            new() { ["search"] = "经检索档案室和电子公文系统，未检索到所申请公开的政府信息。", ["absence"] = "本机关没有制作或者获取过该信息。" }));
        await office.Next(by, caseId, version => new SubmitDocument(caseId, version, letter));
        return letter;
    }

    /// <summary>Asks the applicant for a correction until a day; the notice is served.</summary>
    public static async Task<Guid> AskForCorrection(this WebOffice office, Guid caseId, DateOnly until)
    {
        var by = await office.ActorOf("clerk");
        await office.Next(by, caseId, version => new AnswerStep(
            caseId, version, StepAnswer.CorrectionNeeded, Elements: new ApplicationElements(true, false, true)));
        var notice = await office.Next(by, caseId, version => new DraftDocument(
            caseId,
            version,
            TemplateCodes.CorrectionNotice,
            null,
            new() { ["corrections"] = "请写明所需培训计划的制定机关。", ["respondBy"] = until.ToString("yyyy-MM-dd") }));
        await office.Next(by, caseId, version => new SubmitDocument(caseId, version, notice));
        await office.Approve(caseId, notice);
        await office.Serve(caseId, notice);
        return notice;
    }

    public static async Task Approve(this WebOffice office, Guid caseId, Guid letter) =>
        await office.Next(await office.ActorOf("reviewer"), caseId, version => new ApproveDocument(caseId, version, letter));

    public static async Task Serve(this WebOffice office, Guid caseId, Guid letter) =>
        await office.Next(await office.ActorOf("clerk"), caseId, version => new ServeDocument(
            caseId, version, letter, ServiceWay.HandedOver, office.Today));

    public static async Task<Guid> Attach(this WebOffice office, Guid caseId, string name, byte[] content) =>
        await office.Next(await office.ActorOf("clerk"), caseId, version => new AttachFile(
            caseId, version, AttachmentKind.Application, name, "application/octet-stream", content));

    /// <summary>Other bytes in the place of a frozen letter, as if another program had written it.</summary>
    public static async Task Replace(this WebOffice office, Guid fileId, byte[] content)
    {
        await using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={office.Database}");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "UPDATE case_contents SET content = @content WHERE id = @id COLLATE NOCASE";
        command.Parameters.AddWithValue("@content", content);
        command.Parameters.AddWithValue("@id", fileId.ToString());
        Assert.That(await command.ExecuteNonQueryAsync(), Is.EqualTo(1));
    }

    public static async Task<CaseContent> Content(this WebOffice office, Guid fileId) =>
        (await office.As(Actor.Application, services => services.GetRequiredService<ICaseContents>().Find(fileId, default)))!;

    /// <summary>Sends a command about a case, at the version that it has now.</summary>
    public static async Task<T> Next<T>(this WebOffice office, Actor actor, Guid caseId, Func<int, ICommand<T>> command)
    {
        var version = (await office.Find(caseId)).Version;
        var result = await office.As(actor, services => services.GetRequiredService<IMediator>().Send(command(version)));
        Assert.That(result.Refusals.Select(refusal => refusal.Say()), Is.Empty);
        return result.Value;
    }
}
