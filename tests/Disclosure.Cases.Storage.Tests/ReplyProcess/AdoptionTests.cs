using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.DocumentLifecycle;
using Disclosure.Cases.Documents.Templates;
using Disclosure.Cases.Kernel.Pipeline;
using Disclosure.Cases.LetterComposition;
using Disclosure.Cases.Letters;
using Disclosure.Cases.ReplyTemplates;
using DocumentFormat.OpenXml.Packaging;
using Microsoft.Extensions.DependencyInjection;

namespace Disclosure.Cases.Storage.Tests.ReplyProcess;

/// <summary>The office's own wordings: adopted, gone back from, and what documents under way are made from meanwhile.</summary>
public sealed class AdoptionTests
{
    private const string Code = TemplateCodes.NotExisting;
    private const string Closing = "该政府信息不存在。";
    private const string OwnClosing = "该政府信息在本机关不存在。";

    private TestOffice office = null!;
    private Actor administrator = null!;

    [SetUp]
    public async Task Open()
    {
        office = await TestOffice.OpenWithLetters(new DateOnly(2025, 9, 22));
        administrator = new Actor(office.Clerk.Id, "钱管理", Role.Administrator, office.Agency.Id);
        await office.Send(Actor.Application, new RefreshTemplates());
    }

    [TearDown]
    public async Task Close() => await office.DisposeAsync();

    [Test]
    public async Task Document_DraftedBeforeAnAdoption_IsShownAndApprovedInItsOldWording()
    {
        var desk = await Answered();
        var draft = await desk.Draft(Code);
        var before = (await desk.File()).Document(draft).Principal.TemplateVersion;
        await Adopt();

        await desk.Issue(draft);
        var document = (await desk.File()).Document(draft);
        Assert.Multiple(async () =>
        {
            Assert.That(document.Principal.TemplateVersion, Is.EqualTo(before));
            Assert.That(await Html(desk, document), Does.Contain(Closing).And.Not.Contain(OwnClosing));
            Assert.That(await Frozen(document), Does.Contain(Closing).And.Not.Contain(OwnClosing));
        });

        var next = await Answered();
        await next.Issue(await next.Draft(Code));
        Assert.That(await Frozen((await next.File()).Documents.Single()), Does.Contain(OwnClosing));
    }

    [Test]
    public async Task Draft_Rebased_GoesOnWithTheWordingInForce_AndKeepsItsFacts()
    {
        var desk = await Answered();
        var draft = await desk.Draft(Code);
        await Adopt();
        await desk.Do<Unit>((id, version) => new RebaseDocument(id, version, draft));
        await desk.Issue(draft);
        var document = (await desk.File()).Document(draft);
        Assert.That(await Frozen(document), Does.Contain(OwnClosing).And.Contain("滨江社区居民委员会"));
        var again = await desk.Try<Unit>((id, version) => new RebaseDocument(id, version, draft));
        Assert.That(again.Refusals.Single().Code, Is.EqualTo("process.nothingDrafted"));
    }

    [Test]
    public async Task Draft_RebasedByTheReviewer_CannotBeApprovedByThem()
    {
        var desk = await Answered();
        var draft = await desk.Draft(Code);
        await Adopt();
        var reviewing = office.Reviewer with { Roles = Role.Clerk | Role.Reviewer };
        await desk.Do<Unit>((id, version) => new RebaseDocument(id, version, draft), reviewing);
        Assert.That(await desk.Submit(draft), Is.Empty);
        var refused = await desk.Try<Approval>((id, version) => new ApproveDocument(id, version, draft), reviewing);
        Assert.That(refused.Refusals.Single().Code, Is.EqualTo("document.ownDraft"));
    }

    [Test]
    public async Task GoingBack_ToTheOriginalAndForward_IsRecordedEachTime()
    {
        var original = await InForce();
        await Adopt();
        var own = await InForce();
        Assert.That(await Codes(new GoBackToTemplate(Code, null, "沿用原文", own)), Is.Empty);
        Assert.That(await InForce(), Is.EqualTo(original));
        Assert.That(await Codes(new GoBackToTemplate(Code, own, "再次采用", original)), Is.Empty);
        Assert.That(await InForce(), Is.EqualTo(own));
        var adoptions = await office.As(Actor.Application, scope => scope.GetRequiredService<ITemplateVersions>().Adoptions(default));
        Assert.That(adoptions.Select(adoption => (adoption.Ordinal, adoption.Version, adoption.Note, adoption.AdoptedBy)), Is.EqualTo(new[]
        {
            (1, (string?)own, "改写结尾", administrator.Id), (2, null, "沿用原文", administrator.Id), (3, own, "再次采用", administrator.Id),
        }));
    }

    [Test]
    public async Task Adoption_BasedOnWhatIsNoLongerInForce_IsAConflict_AndNothingIsLost()
    {
        var seen = await InForce();
        await Adopt();
        var second = Original().Replace(Closing, "该信息查无。", StringComparison.Ordinal);
        Assert.That(await Codes(new AdoptTemplate(Code, second, "另改", seen)), Is.EqualTo(new[] { "template.changedMeanwhile" }));
        Assert.That(await Codes(new GoBackToTemplate(Code, null, "退回", seen)), Is.EqualTo(new[] { "template.changedMeanwhile" }));
        Assert.That(await Codes(new AdoptTemplate(Code, second, "另改", await InForce())), Is.Empty);
    }

    [Test]
    public async Task Adoption_OfWhatIsInForce_IsRefused()
    {
        Assert.That(
            await Codes(new AdoptTemplate(Code, Original(), "无改动", await InForce())),
            Has.Member("template.inForceAlready").Or.Empty);
        await Adopt();
        Assert.That(await Codes(new AdoptTemplate(Code, Own(), "无改动", await InForce())), Is.EqualTo(new[] { "template.inForceAlready" }));
        Assert.That(
            await Codes(new GoBackToTemplate(Code, await InForce(), "无改动", await InForce())),
            Is.EqualTo(new[] { "template.inForceAlready" }));
    }

    [Test]
    public async Task Adoption_OfAFaultyText_IsRefusedWithLines_AndKeepsNothing()
    {
        var broken = Original().Replace("{{paragraphs absence}}", "{{paragraphs absense}}", StringComparison.Ordinal)
            .Replace("remedy: either", "remedy: none", StringComparison.Ordinal);
        var result = await office.Send(administrator, new AdoptTemplate(Code, broken, "改", await InForce()));
        Assert.Multiple(() =>
        {
            Assert.That(result.Refusals.Select(refusal => refusal.Field), Is.All.EqualTo("Content"));
            Assert.That(result.Refusals.Select(refusal => refusal.Say(Texts.Chinese)), Has.Some.Match("第 [0-9]+ 行：占位符“absense”"));
            Assert.That(
                result.Refusals.Select(refusal => refusal.Say(Texts.English)),
                Has.Some.Match("Line [0-9]+: The remedy is missing"));
        });
        Assert.That(
            await office.As(Actor.Application, scope => scope.GetRequiredService<ITemplateVersions>().Adoptions(default)),
            Is.Empty);
    }

    [Test]
    public async Task Adoption_WithoutAReasonOrTooLong_IsRefused()
    {
        Assert.That(await Codes(new AdoptTemplate(Code, Own(), " ", await InForce())), Is.EqualTo(new[] { "text.empty" }));
        Assert.That(
            await Codes(new AdoptTemplate(Code, new string('字', AdoptTemplate.LongestContent + 1), "长", await InForce())),
            Is.EqualTo(new[] { "template.tooLong" }));
        Assert.That(
            await Codes(new AdoptTemplate(Code, new string('\n', AdoptTemplate.MostLines + 1), "长", await InForce())),
            Is.EqualTo(new[] { "template.tooLong" }));
        Assert.That(await Codes(new GoBackToTemplate(Code, null, "", await InForce())), Is.EqualTo(new[] { "text.empty" }));
        Assert.That(
            await Codes(new GoBackToTemplate(Code, new string('0', 64), "没有这一版", await InForce())),
            Is.EqualTo(new[] { "template.unknownVersion" }));
        Assert.That(await Codes(new GoBackToTemplate("no-such", null, "没有这一种", "")), Is.EqualTo(new[] { "template.unknown" }));
    }

    [TestCase(Role.Clerk)]
    [TestCase(Role.Reviewer)]
    [TestCase(Role.Manager)]
    public async Task Adoption_ByAnybodyElse_IsRefused(Role role)
    {
        var somebody = administrator with { Roles = role };
        var adopted = await office.Send(somebody, new AdoptTemplate(Code, Own(), "改", await InForce()));
        var wentBack = await office.Send(somebody, new GoBackToTemplate(Code, null, "改", await InForce()));
        Assert.That(
            adopted.Refusals.Concat(wentBack.Refusals).Select(refusal => refusal.Code),
            Is.EqualTo(new[] { "actor.roleMissing", "actor.roleMissing" }));
    }

    [Test]
    public async Task LineEndsAndByteOrderMark_OfAnUpload_MakeNoOtherVersion()
    {
        Assert.That(
            await Codes(new AdoptTemplate(Code, "\uFEFF" + Own().Replace("\n", "\r\n", StringComparison.Ordinal), "改写结尾", await InForce())),
            Is.Empty);
        Assert.That(await Codes(new AdoptTemplate(Code, Own(), "再次", await InForce())), Is.EqualTo(new[] { "template.inForceAlready" }));
    }

    private static string Original() => new EmbeddedReplyTemplates().Find(Code)!.Source;

    private static string Own() => Original().Replace(Closing, OwnClosing, StringComparison.Ordinal);

    private async Task Adopt() => Assert.That(await Codes(new AdoptTemplate(Code, Own(), "改写结尾", await InForce())), Is.Empty);

    private async Task<IEnumerable<string>> Codes(ICommand<Unit> command) =>
        (await office.Send(administrator, command)).Refusals.Select(refusal => refusal.Code);

    private Task<string> InForce() =>
        office.As(Actor.Application, scope => Task.FromResult(scope.GetRequiredService<IReplyTemplates>().Find(Code)!.Version));

    private async Task<CaseDriver> Answered()
    {
        var desk = await (await CaseDriver.Register(office)).Answer(StepAnswer.Complete, StepAnswer.Ours);
        await desk.Search();
        return await desk.Answer(StepAnswer.NotExisting);
    }

    private Task<string> Html(CaseDriver desk, CaseDocument document) => office.As(Actor.Application, async scope =>
    {
        var letter = await scope.GetRequiredService<CaseLetters>().Compose((await desk.File()), document, office.Clock.Today(), default);
        return scope.GetRequiredService<ILetters>().ToHtml(letter);
    });

    private Task<string> Frozen(CaseDocument document) => office.As(Actor.Application, async scope =>
    {
        var content = await scope.GetRequiredService<ICaseContents>().Find(document.FileId!.Value, default);
        using var docx = WordprocessingDocument.Open(new MemoryStream(content!.Content), false);
        return docx.MainDocumentPart!.Document.Body!.InnerText;
    });
}
