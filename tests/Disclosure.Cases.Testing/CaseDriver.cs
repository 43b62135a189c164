using System.Text.Json.Nodes;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.DocumentLifecycle;
using Disclosure.Cases.Registration;
using Disclosure.Cases.ReplyProcess;
using Disclosure.Cases.ReplyProcess.Existence;

namespace Disclosure.Cases.Testing;

/// <summary>One case as the clerk and the reviewer of an <see cref="TestOffice"/> work on it.</summary>
internal sealed class CaseDriver(TestOffice office, Guid caseId)
{
    public Guid CaseId => caseId;

    public DateOnly Today => office.Clock.Today();

    public static Applicant Person(string name = "陈某", string contact = "000-1", string? address = "示范市") =>
        new(ApplicantKind.NaturalPerson, name, null, contact, address, true, null);

    public static Task<CaseDriver> Register(TestOffice office, int items = 1, string contact = "000-1") =>
        Register(office, items, Person(contact: contact));

    public static async Task<CaseDriver> Register(TestOffice office, int items, params IReadOnlyList<Applicant> applicants)
    {
        var registered = await office.Send(office.Clerk, new RegisterApplication(
            Channel.InPerson, office.Clock.Today(), null, applicants, [.. Enumerable.Range(1, items).Select(item => $"第{item}项信息")]));
        return new CaseDriver(office, registered.Value.CaseId);
    }

    /// <summary>A case whose reply, that the information does not exist, is signed and not served.</summary>
    public static async Task<(CaseDriver Desk, Guid Letter)> Issued(TestOffice office, params IReadOnlyList<Applicant> applicants)
    {
        var desk = await (await Register(office, 1, applicants)).Answer(StepAnswer.Complete, StepAnswer.Ours);
        await desk.Search();
        await desk.Answer(StepAnswer.NotExisting);
        var letter = await desk.Draft(TemplateCodes.NotExisting);
        await desk.Issue(letter);
        return (desk, letter);
    }

    public Task<CaseFile> File() => office.Case(caseId);

    /// <summary>Sends what needs the case's present version, and must succeed.</summary>
    public async Task<T> Do<T>(Func<Guid, int, CaseCommand<T>> command, Actor? actor = null)
    {
        var result = await Try(command, actor);
        Assert.That(result.Refusals.Select(refusal => $"{refusal.Field}: {refusal.Say()}"), Is.Empty);
        return result.Value;
    }

    public async Task<Result<T>> Try<T>(Func<Guid, int, CaseCommand<T>> command, Actor? actor = null)
    {
        var file = await File();
        return await office.Send(actor ?? office.Clerk, command(caseId, file.Version));
    }

    public async Task<CaseDriver> Answer(params StepAnswer[] answers)
    {
        foreach (var answer in answers)
        {
            var complete = answer == StepAnswer.Complete;
            await Do<Unit>((id, version) => new AnswerStep(id, version, answer, Elements: complete || answer == StepAnswer.CorrectionNeeded
                ? new ApplicationElements(complete, true, true)
                : null));
        }

        return this;
    }

    public Task Search() =>
        Do<Unit>((id, version) => new RecordSearch(id, version, null, office.Clock.Today(), 0, "综合档案室", "周某", "关键词", null));

    public async Task<Guid> Draft(string template, string? variant = null, params (string Key, JsonNode? Value)[] changes)
    {
        var file = await File();
        var facts = SampleFacts.Of(template, variant, file.RegisterNumber);
        SampleFacts.PutInNumbers(facts, file);
        foreach (var (key, value) in changes)
        {
            facts.Remove(key);
            if (value is not null)
            {
                facts[key] = value;
            }
        }

        return await Do<Guid>((id, version) => new DraftDocument(id, version, template, variant, facts));
    }

    /// <summary>The findings with which submission of a draft with these facts is refused, which is then withdrawn.</summary>
    public async Task<IReadOnlyList<Refusal>> FindingsOf(string template, string? variant, params (string Key, JsonNode? Value)[] changes)
    {
        var document = await Draft(template, variant, changes);
        var findings = (await Try<Unit>((id, version) => new SubmitDocument(id, version, document))).Refusals;
        await Do<Unit>((id, version) => new WithdrawDocument(id, version, document, "重拟"));
        return findings;
    }

    /// <summary>The codes with which submission is refused; empty when it goes through.</summary>
    public async Task<IReadOnlyList<string>> Submit(Guid document) =>
        [.. (await Try<Unit>((id, version) => new SubmitDocument(id, version, document))).Refusals.Select(refusal => refusal.Code)];

    public async Task Issue(Guid document)
    {
        Assert.That(await Submit(document), Is.Empty);
        await Do<Approval>((id, version) => new ApproveDocument(id, version, document), office.Reviewer);
    }

    public async Task Serve(Guid document)
    {
        await Issue(document);
        await Do<Unit>((id, version) => new ServeDocument(id, version, document, ServiceWay.HandedOver, office.Clock.Today()));
    }
}
