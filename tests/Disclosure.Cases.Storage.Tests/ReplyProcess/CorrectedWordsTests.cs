using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.LetterComposition;
using Disclosure.Cases.Letters;
using Disclosure.Cases.ReplyProcess;
using Disclosure.Cases.Reporting;
using Disclosure.Cases.Storage.Maintenance;

namespace Disclosure.Cases.Storage.Tests.ReplyProcess;

/// <summary>From a correction on, what was corrected is what was applied for (art. 30).</summary>
public sealed class CorrectedWordsTests
{
    private const string Corrected = "示范府发〔2024〕3号文件";

    private TestOffice office = null!;

    [SetUp]
    public async Task Open() => office = await TestOffice.OpenWithLetters(new DateOnly(2025, 9, 22));

    [TearDown]
    public async Task Close() => await office.DisposeAsync();

    [Test]
    public async Task Correction_OfTheOnlyItem_IsWhatTitleQueueSearchAndLettersSay()
    {
        var desk = await AwaitingCorrection(1);
        var first = (await Words(await desk.File())).Single();
        await desk.Do<Unit>((id, version) => new ReceiveCorrection(id, version, office.Clock.Today(), Corrected));
        var file = await desk.File();
        var letter = await Letter(file);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await Words(file), Is.EqualTo(new[] { Corrected }));
            Assert.That((letter.Case.Requested, letter.Case.FirstRequested), Is.EqualTo((Corrected, first)));
            Assert.That((await Found("发〔2024〕3号")).Select(row => (row.CaseId, row.Requested)), Is.EqualTo(new[] { (file.Id, Corrected) }));
            Assert.That(await office.With<Verification, IReadOnlyList<Finding>>(verification => verification.Run(null, default)), Is.Empty);
        }
    }

    [Test]
    public async Task Correction_OfSomethingElse_LeavesTheWordsAsTheyAre()
    {
        var desk = await AwaitingCorrection(1);
        var (item, words) = ((await desk.File()).Items[0].Id, (await Words(await desk.File())).Single());
        await desk.Do<Unit>((id, version) =>
            new ReceiveCorrection(id, version, office.Clock.Today(), "补交身份证复印件。", new CorrectedItem(item, words)));
        var file = await desk.File();
        var said = (await Letter(file)).Case;
        Assert.That((said.Requested, said.FirstRequested), Is.EqualTo((words, (string?)null)));
        Assert.That(file.Items[0].IsCorrected, Is.False);
    }

    [Test]
    public async Task Correction_OfSeveralItems_SaysWhichWordsAreWhose()
    {
        var desk = await AwaitingCorrection(2);
        var before = await desk.File();
        var refused = await desk.Try<Unit>((id, version) => new ReceiveCorrection(id, version, office.Clock.Today(), Corrected));
        Assert.That(refused.Refusals.Select(refusal => refusal.Code), Is.EqualTo(new[] { "correction.itemsNeeded" }));
        refused = await desk.Try<Unit>((id, version) =>
            new ReceiveCorrection(id, version, office.Clock.Today(), Corrected, new CorrectedItem(Guid.NewGuid(), Corrected)));
        Assert.That(refused.Refusals.Select(refusal => refusal.Code), Is.EqualTo(new[] { "items.unknown" }));
        await desk.Do<Unit>((id, version) => new ReceiveCorrection(
            id, version, office.Clock.Today(), "第二项改为：" + Corrected, new CorrectedItem(before.Items[1].Id, Corrected)));
        var words = await Words(before);
        Assert.That(await Words(await desk.File()), Is.EqualTo(new[] { words[0], Corrected }));
        Assert.That((await Letter(await desk.File())).Case.FirstRequested, Is.EqualTo(string.Join("；", words)));
    }

    private async Task<CaseDriver> AwaitingCorrection(int items)
    {
        var desk = await (await CaseDriver.Register(office, items)).Answer(StepAnswer.CorrectionNeeded);
        await desk.Serve(await desk.Draft(
            TemplateCodes.CorrectionNotice, null, ("respondBy", $"{office.Clock.Today().AddDays(21):yyyy-MM-dd}")));
        return desk;
    }

    private Task<string[]> Words(CaseFile file) => office.With<ICaseTexts, string[]>(async texts =>
    {
        var words = new List<string>();
        foreach (var item in file.Items)
        {
            words.Add(await texts.Read(item.Description, default));
        }

        return [.. words];
    });

    private Task<Letter> Letter(CaseFile file) => office.With<CaseLetters, Letter>(letters =>
        letters.Compose(file, [new SectionToWrite(TemplateCodes.NotExisting, null, [], [])], 0, office.Clock.Today(), default));

    private async Task<IReadOnlyList<QueueRow>> Found(string words) =>
        (await office.With<ICaseQueries, QueuePage>(queries => queries.Queue(new QueueFilter(null, Search: words), default))).Rows;
}
