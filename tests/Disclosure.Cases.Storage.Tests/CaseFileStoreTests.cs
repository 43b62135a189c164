using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.DocumentLifecycle;
using Disclosure.Cases.Numbering;
using Disclosure.Cases.Registration;
using Disclosure.Cases.Reporting;
using Disclosure.Cases.Storage.Maintenance;

namespace Disclosure.Cases.Storage.Tests;

internal sealed class CaseFileStoreTests(string databaseKind) : DatabaseContract(databaseKind)
{
    [Test]
    public async Task Case_FromRegistrationToService_IsStoredAndVerifies()
    {
        var (id, documentId) = await Office.ToApproval();
        var approval = await Office.Next(Office.Reviewer, id, version => new ApproveDocument(id, version, documentId));
        await Office.Next(
            Office.Clerk, id, version => new ServeDocument(id, version, documentId, ServiceWay.HandedOver, Office.Clock.Today()));

        var file = await Office.Case(id);
        var letter = await Office.With<ICaseContents, CaseContent?>(contents => contents.Find(
            file.Document(documentId).FileId!.Value, default));
        var texts = await Office.With<ICaseTexts, IReadOnlyDictionary<Guid, string>>(all => all.OfCase(id, default));
        var findings = await Office.With<Verification, IReadOnlyList<Finding>>(verification => verification.Run(null, default));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(approval.Number, Is.EqualTo("示范府依申请复〔2025〕1号"));
            Assert.That(file.Stage, Is.EqualTo(CaseStage.Answered));
            Assert.That(file.RegisterNumber, Is.EqualTo("示范府依申请〔2025〕1号"));
            Assert.That(letter!.Sha256, Is.EqualTo(file.Document(documentId).Sha256));
            Assert.That(texts[file.Items[0].Description.Id], Is.EqualTo("2024年度部门预算"));
            Assert.That(findings, Is.Empty);
        }
    }

    [Test]
    public async Task Files_OfACase_AreListedByNameAndFirstBytes()
    {
        var (id, other) = (await Office.Register(), await Office.Register());
        var scan = await Office.Next(Office.Clerk, id, version => new AttachFile(
            id, version, AttachmentKind.Other, "扫描𠮷.pdf", "application/octet-stream", [.. "%PDF-1.7 0123456789"u8]));
        var note = await Office.Next(
            Office.Clerk, id, version => new AttachFile(id, version, AttachmentKind.Other, "便笺.txt", "text/plain", [7]));
        await Office.Next(
            Office.Clerk, other, version => new AttachFile(other, version, AttachmentKind.Other, "别案.txt", "text/plain", [8]));

        var heads = await Office.With<ICaseContentHeads, IReadOnlyDictionary<Guid, CaseContentHead>>(files => files.OfCase(id, default));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(heads.Keys, Is.EquivalentTo(new[] { scan, note }));
            Assert.That((heads[scan].Name, heads[scan].Head), Is.EqualTo(("扫描𠮷.pdf", "%PDF-1.7 0123456"u8.ToArray())));
            Assert.That(heads[note].Head, Is.EqualTo(new byte[] { 7 }));
        }
    }

    [Test]
    public async Task Commands_WithTheSameVersion_SecondIsRefusedAndStoresNothing()
    {
        var id = await Office.Register();
        var version = (await Office.Case(id)).Version;

        var results = await Task.WhenAll(
            Office.Send(Office.Clerk, new LogCall(id, version, Office.Clock.Today(), "一")),
            Office.Send(Office.Clerk, new LogCall(id, version, Office.Clock.Today(), "二")));

        var texts = await Office.With<ICaseTexts, IReadOnlyDictionary<Guid, string>>(all => all.OfCase(id, default));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(results.Count(result => result.Succeeded), Is.EqualTo(1));
            Assert.That(results.Single(result => !result.Succeeded).Refusals, Is.EqualTo(new[] { new Refusal("case.conflict") }));
            Assert.That((await Office.Case(id)).Version, Is.EqualTo(version + 1));
            Assert.That(texts.Values.Intersect(["一", "二"]).Count(), Is.EqualTo(1));
        }
    }

    [Test]
    public async Task Save_AfterSomebodyElsesEvents_IsAConflictAndStoresNothing()
    {
        var id = await Office.Register();
        var stale = await Office.Case(id);
        await Office.Next(Office.Clerk, id, version => new LogCall(id, version, Office.Clock.Today(), "先到"));

        stale.Record(new CallLogged(Office.Clock.Today(), new TextRef(Guid.NewGuid(), "")));
        Assert.That(
            () => Office.InTransaction<ICaseFiles>(files => files.Save(stale, default)),
            Throws.InstanceOf<CaseConflictException>());
        Assert.That((await Office.With<Verification, IReadOnlyList<Finding>>(verification => verification.Run(null, default))), Is.Empty);
    }

    [Test]
    public async Task Queue_AfterRegistration_ShowsTheCase()
    {
        var id = await Office.Register();
        var page = await Office.With<ICaseQueries, QueuePage>(queries => queries.Queue(new QueueFilter(Office.Agency.Id), default));
        Assert.That(page.Rows.Select(row => (row.CaseId, row.ApplicantName, row.Requested, row.OfficerName, row.AgencyName)),
            Is.EqualTo(new[] { (id, "张三", "2024年度部门预算", "王承办", "示范区人民政府") }));
    }

    [Test]
    public async Task Verification_WhileOthersWork_FindsNothing()
    {
        await Office.Register();
        using var end = new CancellationTokenSource();
        var work = Task.Run(async () =>
        {
            while (!end.IsCancellationRequested)
            {
                await Office.Register();
            }
        });
        for (var times = 0; times < 5; times++)
        {
            Assert.That(await Office.With<Verification, IReadOnlyList<Finding>>(verification => verification.Run(null, default)), Is.Empty);
        }

        await end.CancelAsync();
        await work;
    }

    [Test]
    public async Task Approvals_InParallelOnTwoServers_TakeNumbersWithoutGapOrDouble()
    {
        const int Many = 32;
        await using var other = Office.Restart();
        var waiting = new List<(Guid CaseId, Guid DocumentId, int Version)>();
        for (var index = 0; index < Many; index++)
        {
            var (caseId, documentId) = await Office.ToApproval(TestOffice.Application($"第{index}项", $"申请人{index}", $"id-{index}"));
            waiting.Add((caseId, documentId, (await Office.Case(caseId)).Version));
        }

        var approvals = await Task.WhenAll(waiting.Select((one, index) => Task.Run(() =>
            (index % 2 == 0 ? Office : other).Do(Office.Reviewer, new ApproveDocument(one.CaseId, one.Version, one.DocumentId)))));

        var ledger = await Office.With<ICaseQueries, IReadOnlyList<NumberRow>>(queries => queries.NumberLedger(
            Office.Agency.Id, 2025, SeriesKind.Decision, default));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                approvals.Select(approval => approval.Number),
                Is.EquivalentTo(Enumerable.Range(1, Many).Select(n => $"示范府依申请复〔2025〕{n}号")));
            Assert.That(ledger.Select(row => row.Ordinal), Is.EqualTo(Enumerable.Range(1, Many).Reverse()));
            Assert.That(await Office.With<Verification, IReadOnlyList<Finding>>(verification => verification.Run(null, default)), Is.Empty);
        }
    }
}
