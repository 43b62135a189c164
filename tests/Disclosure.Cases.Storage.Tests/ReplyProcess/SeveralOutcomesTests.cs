using System.Text.Json.Nodes;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.DocumentLifecycle;
using Disclosure.Cases.ReplyProcess;
using Disclosure.Cases.ReplyProcess.Disclosure;

namespace Disclosure.Cases.Storage.Tests.ReplyProcess;

/// <summary>Items with different outcomes are answered in one letter, under one number (docs/domain.md, "Several outcomes").</summary>
public sealed class SeveralOutcomesTests
{
    private TestOffice office = null!;

    [SetUp]
    public async Task Open() => office = await TestOffice.OpenWithLetters(new DateOnly(2025, 9, 22));

    [TearDown]
    public async Task Close() => await office.DisposeAsync();

    private async Task<CaseDriver> Decided(bool all = true)
    {
        var desk = await (await CaseDriver.Register(office, 3)).Answer(StepAnswer.Complete, StepAnswer.Ours);
        await desk.Search();
        var items = (await desk.File()).Items.Select(item => item.Id).ToList();
        await Answer(desk, StepAnswer.NotExisting, items[1]);
        await Answer(desk, all ? StepAnswer.NotExisting : StepAnswer.Held, items[2]);
        await Answer(desk, StepAnswer.Held, items[0]);
        await Answer(desk, StepAnswer.Disclosed, items[0]);
        await desk.Do<Unit>((id, version) => new ReviewDisclosure(id, version, [items[0]], "可以公开"), office.Reviewer);
        return desk;
    }

    private static Task<Unit> Answer(CaseDriver desk, StepAnswer answer, Guid item) =>
        desk.Do<Unit>((id, version) => new AnswerStep(id, version, answer, Items: [item]));

    private static async Task<DraftedSection> Section(CaseDriver desk, string template, string? variant = null) =>
        new(template, variant, SampleFacts.Of(template, variant, (await desk.File()).RegisterNumber));

    [Test]
    public async Task Letter_OfAllOutcomes_TakesOneNumberAndAnswersEveryItem()
    {
        var desk = await Decided();
        DraftedSection[] sections =
        [
            await Section(desk, TemplateCodes.NotExisting),
            await Section(desk, TemplateCodes.Disclosed, "provided"),
        ];
        var document = await desk.Do<Guid>((id, version) => new DraftDocument(id, version, sections));
        var drafted = (await desk.File()).Document(document);
        Assert.Multiple(() =>
        {
            Assert.That(
                drafted.Sections.Select(section => section.Template),
                Is.EqualTo(new[] { TemplateCodes.Disclosed, TemplateCodes.NotExisting }),
                "as the items stand in the application");
            Assert.That(drafted.Sections[1].Items, Has.Count.EqualTo(2));
            Assert.That(
                (drafted.Template, drafted.Row),
                Is.EqualTo((TemplateCodes.NotExisting, "(四)1")),
                "given, and nothing withheld: the principal's row");
        });
        await desk.Serve(document);
        var file = await desk.File();
        Assert.Multiple(() =>
        {
            Assert.That(file.Stage, Is.EqualTo(CaseStage.Answered));
            Assert.That(file.Items.Select(item => item.AnsweredBy), Is.All.EqualTo(document));
            Assert.That(file.RowOfReply(0), Is.EqualTo("(四)1"));
            Assert.That(file.Documents.Count(other => other.Number is not null), Is.EqualTo(1));
        });
    }

    [Test]
    public async Task Letter_OfOneOutcomeOnly_IsRefused_WhileOthersAreOwed()
    {
        var desk = await Decided();
        var alone = await Section(desk, TemplateCodes.NotExisting);
        var result = await desk.Try<Guid>((id, version) => new DraftDocument(id, version, [alone]));
        Assert.That(
            result.Refusals.Select(refusal => (refusal.Code, refusal.Field)),
            Is.EqualTo(new[] { ("sections.notAll", "Sections") }));
        var twice = await desk.Try<Guid>((id, version) => new DraftDocument(id, version, [alone, alone]));
        Assert.That(twice.Refusals.Select(refusal => refusal.Code), Is.EqualTo(new[] { "sections.twice" }));
    }

    [Test]
    public async Task Letter_WhileAnItemIsUndecided_CannotBeDrafted()
    {
        var desk = await Decided(all: false);
        DraftedSection[] sections =
        [
            await Section(desk, TemplateCodes.NotExisting),
            await Section(desk, TemplateCodes.Disclosed, "provided"),
        ];
        var result = await desk.Try<Guid>((id, version) => new DraftDocument(id, version, sections));
        Assert.That(result.Refusals.Select(refusal => refusal.Code), Is.EqualTo(new[] { "template.notNow" }));
    }

    [Test]
    public async Task Check_JudgesEachSection_AndNamesIt()
    {
        var desk = await Decided();
        var search = await Section(desk, TemplateCodes.NotExisting);
        var incomplete = (JsonObject)search.Facts.DeepClone();
        incomplete.Remove("absence");
        DraftedSection[] sections = [await Section(desk, TemplateCodes.Disclosed, "provided"), search with { Facts = incomplete }];
        var document = await desk.Do<Guid>((id, version) => new DraftDocument(id, version, sections, Principal: 1));
        var refused = await desk.Try<Unit>((id, version) => new SubmitDocument(id, version, document));
        Assert.That(refused.Refusals.Select(refusal => refusal.Field), Is.EqualTo(new[] { "sections[1].absence" }));

        var impossible = (JsonObject)search.Facts.DeepClone();
        impossible["absence"] = "2025年2月30日前未制作。";
        await desk.Do<Unit>((id, version) => new ReviseDocument(id, version, document, [sections[0].Facts, impossible], Principal: 0));
        var revised = await desk.Try<Unit>((id, version) => new SubmitDocument(id, version, document));
        Assert.Multiple(async () =>
        {
            Assert.That(
                revised.Refusals.Select(refusal => (refusal.Code, refusal.Field)),
                Does.Contain(("check.dateImpossible", "sections[1].absence")));
            Assert.That((await desk.File()).Document(document).Row, Is.EqualTo("(一)"), "another principal, another row");
        });
    }

    [Test]
    public async Task Revision_WithFactsForFewerSections_IsRefused()
    {
        var desk = await Decided();
        DraftedSection[] sections =
        [
            await Section(desk, TemplateCodes.Disclosed, "provided"),
            await Section(desk, TemplateCodes.NotExisting),
        ];
        var document = await desk.Do<Guid>((id, version) => new DraftDocument(id, version, sections));
        var result = await desk.Try<Unit>((id, version) => new ReviseDocument(id, version, document, [[]]));
        Assert.That(result.Refusals.Select(refusal => refusal.Code), Is.EqualTo(new[] { "sections.notAll" }));
    }

    [Test]
    public async Task Draft_OfNothing_IsRefused()
    {
        var desk = await Decided();
        var result = await desk.Try<Guid>((id, version) => new DraftDocument(id, version, []));
        Assert.That(result.Refusals.Select(refusal => refusal.Code), Is.EqualTo(new[] { "sections.none" }));
    }
}
