using Disclosure.Cases.Agencies;
using Disclosure.Cases.Kernel.Pipeline;
using Disclosure.Cases.Maintenance;
using Disclosure.Cases.Storage.Connections;
using Disclosure.Cases.Storage.Maintenance;

namespace Disclosure.Cases.Storage.Tests;

/// <summary>What is written down outside the database between two verifications, and what is done when that is lost.</summary>
internal sealed class AnchorTests(string databaseKind) : DatabaseContract(databaseKind)
{
    private string AnchorFile => Path.Combine(Office.Folder, "anchors.log");

    [Test]
    public async Task Anchoring_WritesTheChainsThatWentOn_AndNothingForAnOfficeAtRest()
    {
        await Office.Register();
        await Anchor();
        var (first, rows) = (Lines().Length, Of(Guid.Empty));
        await Anchor();
        Assert.That(Lines(), Has.Length.EqualTo(first), "only the anchoring itself was recorded since");

        await Office.Hire("new", "新人", Role.Clerk);
        await Anchor();
        Assert.That((Lines().Length, Of(Guid.Empty)), Is.EqualTo((first + 1, rows + 1)), "the agency's events did not go on");

        await Office.Register();
        await Anchor();
        Assert.That(Of(Office.Agency.Id), Is.EqualTo(2));
        Assert.That(await Findings(), Is.Empty);
    }

    [TestCase(false)]
    [TestCase(true, Description = "which excuses lines of the file before, and none of this")]
    public async Task Chain_CutOffAndPutRight_FailsTheNextAnchoring(bool isAfterARestoration)
    {
        await Office.Register();
        await Anchor();
        if (isAfterARestoration)
        {
            await Office.InTransaction<IAdministrationLog>(log => log.Add(
                AdministrativeAct.RecordsRestored, null, null, default,
                [.. RestoredPoint.Changes("copy.db", null, 5_000, [new LostEntries(Guid.Empty, 5_000, 1)])]));
            File.Delete(AnchorFile);
            await Office.Do(Actor.Application, new BeginAnchorsAnew("换了磁盘"));
        }

        var before = (await Office.With<UnitOfWork, IReadOnlyList<long>>(work => work.Query<long>(
            "SELECT length FROM chains WHERE chain = @Empty", new { Guid.Empty }, default))).Single();
        await Office.InTransaction<IAdministrationLog>(log => log.Add(AdministrativeAct.JobRun, null, null, default));
        await Anchor();
        await Office.Unlock("row_seals");
        await Office.Tamper("DELETE FROM anchorings WHERE ordinal = (SELECT MAX(a.ordinal) FROM anchorings a)");
        await Office.Tamper("DELETE FROM row_seals WHERE position > @before", new { before });
        await Office.Tamper(
            "UPDATE chains SET length = @before, head = (SELECT hash FROM row_seals WHERE position = @before) WHERE chain = @Empty",
            new { before, Guid.Empty });
        Assert.That(await Refused(new AnchorRecords()), Is.EqualTo(new[] { "audit.anchor.differs" }));
        Assert.That(
            await Refused(new BeginAnchorsAnew("换了磁盘")), Does.Contain("audit.anchor.differs"), "that is evidence, and stays");
    }

    [Test]
    public async Task Anchoring_ReadsBackToTheChainThatRestedLongest()
    {
        const int MoreThanIsReadAtFirst = 70 * 1024;
        await Office.Register();
        await Anchor();
        while (new FileInfo(AnchorFile).Length < MoreThanIsReadAtFirst)
        {
            await Office.InTransaction<IAdministrationLog>(log => log.Add(AdministrativeAct.JobRun, null, null, default));
            await Anchor();
        }

        Assert.That(Of(Office.Agency.Id), Is.EqualTo(1), "its events did not go on");
        Assert.That(await Findings(), Is.Empty);
    }

    [Test]
    public async Task AnchorFile_ThatIsLostForGood_IsBegunAnewOnRecord()
    {
        await Office.Register();
        await Anchor();
        Assert.That(await Refused(new BeginAnchorsAnew("换了磁盘")), Is.EqualTo(new[] { "anchors.whole" }));

        File.Delete(AnchorFile);
        Assert.That(await Refused(new AnchorRecords()), Is.EqualTo(new[] { "audit.anchor.missing" }));
        Assert.That(AnchorFile, Does.Not.Exist, "what is lost is not begun in silence");
        Assert.That(await Refused(new BeginAnchorsAnew(" ")), Has.One.Items);

        Assert.That((await Office.Do(Actor.Application, new BeginAnchorsAnew("换了磁盘"))).Kept, Is.Null);
        Assert.That(await Findings(), Is.Empty);
        var entry = (await Office.With<IAdministrationLog, IReadOnlyList<AdministrationEntry>>(log =>
            log.Find(AdministrationFilter.All with { Act = AdministrativeAct.AnchorsBegunAnew }, 0, 10, default))).Single();
        Assert.That(entry.Changes.Single().After, Is.EqualTo("换了磁盘"));
        await Office.Register();
        await Anchor();
        Assert.That(await Findings(), Is.Empty);
    }

    [Test]
    public async Task Anchorings_AtTheSameTime_WriteOneAfterTheOther()
    {
        await Office.Register();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Office.With<Anchors>(anchors => anchors.WriteTo(AnchorFile, default))));
        Assert.That(Lines(), Has.Length.EqualTo(16));
        Assert.That(await Findings(), Is.Empty);
    }

    [Test]
    public async Task AnchorFile_ThatIsDamaged_StaysBesideTheOneBegunAnew()
    {
        await Office.Register();
        await Anchor();
        await File.WriteAllLinesAsync(AnchorFile, Lines().SkipLast(1));
        Assert.That(await Refused(new AnchorRecords()), Is.EqualTo(new[] { "audit.anchor.cut" }));
        var begun = await Office.Do(Actor.Application, new BeginAnchorsAnew("文件损坏"));
        Assert.That(begun.Kept, Does.Exist);
        Assert.That(await Findings(), Is.Empty);
    }

    private Task<Unit> Anchor() => Office.Do(Actor.Application, new AnchorRecords());

    private async Task<IEnumerable<string>> Refused<T>(ICommand<T> command) =>
        (await Office.Send(Actor.Application, command)).Refusals.Select(refusal => refusal.Code);

    private Task<IReadOnlyList<Finding>> Findings() =>
        Office.With<Verification, IReadOnlyList<Finding>>(verification => verification.Run(AnchorFile, default));

    private string[] Lines() => File.ReadAllLines(AnchorFile);

    private int Of(Guid chain) => Lines().Count(line => line.Split(' ')[1] == $"{chain}");
}
