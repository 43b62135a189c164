using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.DocumentLifecycle;
using Disclosure.Cases.Storage.Connections;
using Disclosure.Cases.Storage.Maintenance;

namespace Disclosure.Cases.Storage.Tests;

internal sealed class VerificationTests(string databaseKind) : DatabaseContract(databaseKind)
{
    private Guid first;
    private Guid last;

    [SetUp]
    public async Task TwoCases()
    {
        (first, var documentId) = await Office.ToApproval();
        await Office.Next(Office.Reviewer, first, version => new ApproveDocument(first, version, documentId));
        last = await Office.Register(TestOffice.Application("2025年度计划"));
    }

    [Test]
    public async Task Records_Untouched_HaveNoFinding() => Assert.That(await Codes(), Is.Empty);

    [Test]
    public async Task Event_Changed_BreaksTheChain()
    {
        await Office.UnlockEvents();
        await Office.Tamper(
            "UPDATE case_events SET occurred_at = '2025-09-01T00:00:00.0000000Z' WHERE case_id = @first AND seq = 2", new { first });
        Assert.That(await Codes(), Is.EqualTo(new[] { "chain.broken" }));
    }

    [Test]
    public void Event_ChangedWithoutTakingTheLockOff_IsRefusedByTheDatabase()
    {
        Assert.That(() => Office.Tamper("UPDATE case_events SET data = '{}'"), Throws.Exception.Message.Contains("append-only"));
        Assert.That(() => Office.Tamper("DELETE FROM case_events"), Throws.Exception.Message.Contains("append-only"));
    }

    [Test]
    public async Task Tail_Cut_Shows()
    {
        await CutLastCase();
        Assert.That(await Codes(), Does.Contain("chain.cut"));
    }

    [Test]
    public async Task Tail_CutAndTheChainPutRight_ShowsByTheAnchors()
    {
        var anchors = Path.Combine(Office.Folder, "elsewhere", "anchors.txt");
        await Office.With<Anchors>(all => all.WriteTo(anchors, default));
        Assert.That(await Codes(anchors), Is.Empty);

        await CutLastCase();
        await Office.Tamper("DELETE FROM number_ledger WHERE case_id = @last", new { last });
        await Office.Tamper("UPDATE number_series SET last_ordinal = 1 WHERE series = 'Register'");
        await Office.Tamper("UPDATE chains SET length = length - 1, head = (SELECT e.hash FROM case_events e "
            + "WHERE e.chain = chains.chain AND e.position = chains.length - 1)");
        Assert.That(await Codes(), Is.Empty, "nothing within the database tells");
        Assert.That(await Codes(anchors), Is.EqualTo(new[] { "anchor.differs" }));
    }

    [Test]
    public async Task Case_Deleted_LeavesAHoleInTheChainAndInTheNumbers()
    {
        await Office.UnlockEvents();
        await Forget(first);
        await Office.Tamper("DELETE FROM number_ledger WHERE case_id = @first", new { first });
        Assert.That(await Codes(), Is.SupersetOf(new[] { "chain.broken", "number.gap" }));
    }

    [Test]
    public async Task Columns_Changed_AreFoundAndPutRightByRebuilding()
    {
        await Office.Tamper("UPDATE case_files SET reply_due_on = '2030-01-01' WHERE case_id = @first", new { first });
        await Office.Tamper("DELETE FROM deadlines WHERE case_id = @last", new { last });
        Assert.That(await Codes(), Is.EqualTo(new[] { "case.columns", "case.columns" }));

        var changed = await Office.With<Rebuild, int>(rebuild => rebuild.All(default));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(changed, Is.EqualTo(2));
            Assert.That(await Codes(), Is.Empty);
            Assert.That(await Office.With<Rebuild, int>(rebuild => rebuild.All(default)), Is.Zero);
        }
    }

    [Test]
    public async Task Text_Changed_IsFoundAndEmptied_IsNot()
    {
        await Office.Tamper("UPDATE case_texts SET body = '' WHERE case_id = @first", new { first });
        Assert.That(await Codes(), Is.Empty);
        await Office.Tamper("UPDATE case_texts SET body = '别的内容' WHERE case_id = @first", new { first });
        Assert.That(await Codes(), Is.Not.Empty.And.All.EqualTo("text.changed"));
        await Office.Tamper("DELETE FROM case_texts WHERE case_id = @first", new { first });
        Assert.That(await Codes(), Is.Not.Empty.And.All.EqualTo("text.missing"));
    }

    [Test]
    public async Task Letter_Changed_IsFound()
    {
        await Office.Tamper("UPDATE case_contents SET content = @bytes WHERE case_id = @first", new { bytes = "x"u8.ToArray(), first });
        Assert.That(await Codes(), Is.EqualTo(new[] { "file.changed" }));
        await Office.Tamper("DELETE FROM case_contents WHERE case_id = @first", new { first });
        Assert.That(await Codes(), Is.EqualTo(new[] { "file.missing" }));
    }

    [Test]
    public async Task Number_LostOrVoidedBehindTheCase_IsFound()
    {
        await Office.Tamper(
            "UPDATE number_ledger SET voided_at = taken_at, voided_by = taken_by, void_reason = '无' WHERE case_id = @last", new { last });
        Assert.That(await Codes(), Is.EqualTo(new[] { "number.void" }));
        await Office.Tamper("DELETE FROM number_ledger WHERE case_id = @last", new { last });
        Assert.That(await Codes(), Is.EqualTo(new[] { "number.gap", "number.unknown" }));
    }

    [Test]
    public async Task KeyAndRecords_MadeByTheService_AreReadableByItAlone()
    {
        var key = TestOffice.ChainKeyIn(Office.Folder);
        Assert.That(File.ReadAllText(key).Trim(), Has.Length.EqualTo(44));
        if (!OperatingSystem.IsWindows())
        {
            const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            Assert.That(File.GetUnixFileMode(key), Is.EqualTo(OwnerOnly));
            if (Office.Database.IsSqlite)
            {
                var records = Path.Combine(Office.Folder, "fresh.db");
                using var fresh = new Database($"Data Source={records};Pooling=False");
                await new Migrations(fresh, Office.Clock).Apply(default);
                Assert.That(File.GetUnixFileMode(records), Is.EqualTo(OwnerOnly));
            }
        }
    }

    [Test]
    public async Task Key_LostAfterTheFirstEvent_StopsTheWorkInsteadOfStartingAnew()
    {
        File.Delete(TestOffice.ChainKeyIn(Office.Folder));
        await using var restarted = Office.Restart();
        Assert.That(() => restarted.Register(), Throws.InvalidOperationException.With.Message.Contains("put it back"));
        Assert.That(() => restarted.With<Verification>(verification => verification.Run(null, default)), Throws.InvalidOperationException);
    }

    [Test]
    public async Task Backup_WhileInUse_HasEverything()
    {
        if (!Office.Database.IsSqlite)
        {
            Assert.Ignore("SQL Server makes its own backups.");
        }

        var copy = Path.Combine(Office.Folder, "backup", "cases.db");
        await Office.With<Backup>(backup => backup.To(copy, default));
        Assert.That(
            () => Office.With<Backup>(backup => backup.To(copy, default)),
            Throws.InstanceOf<IOException>(),
            "never over an older one");
        await using var restored = Office.Restart($"Data Source={copy}");
        Assert.That((await restored.Case(first)).Stage, Is.EqualTo(CaseStage.Propriety));
        Assert.That(await restored.With<Verification, IReadOnlyList<Finding>>(verification => verification.Run(null, default)), Is.Empty);
    }

    private async Task CutLastCase()
    {
        await Office.UnlockEvents();
        await Forget(last);
    }

    private async Task Forget(Guid caseId)
    {
        foreach (var table in new[]
        {
            "case_search", "case_items", "deadlines", "replies", "documents", "applicants",
            "case_texts", "case_contents", "alert_times", "case_files", "case_events",
        })
        {
            await Office.Tamper($"DELETE FROM {table} WHERE case_id = @caseId", new { caseId });
        }
    }

    private async Task<IEnumerable<string>> Codes(string? anchors = null) =>
        (await Office.With<Verification, IReadOnlyList<Finding>>(verification => verification.Run(anchors, default)))
            .Select(finding => finding.Code);
}
