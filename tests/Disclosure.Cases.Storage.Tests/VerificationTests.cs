using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.DocumentLifecycle;
using Disclosure.Cases.Storage.Connections;
using Disclosure.Cases.Storage.Maintenance;
using Disclosure.Cases.Storage.Sealing;

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
        await Office.Unlock("case_events");
        await Office.Tamper(
            "UPDATE case_events SET occurred_at = '2025-09-01T00:00:00.0000000Z' WHERE case_id = @first AND seq = 2", new { first });
        Assert.That((await Codes()).Distinct(), Is.EquivalentTo(new[] { "chain.broken", "schema.missing" }));
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
        await Office.Tamper(
            "UPDATE chains SET length = length - 1, head = (SELECT e.hash FROM case_events e "
                + "WHERE e.chain = chains.chain AND e.position = chains.length - 1) WHERE chain = @Id",
            new { Office.Agency.Id });
        Assert.That(
            (await Codes()).Distinct(),
            Is.EquivalentTo(new[] { "schema.missing", "row.missing" }),
            "the chain itself looks whole within the database");
        Assert.That(await Codes(anchors), Does.Contain("anchor.differs"));
    }

    [Test]
    public async Task Case_Deleted_LeavesAHoleInTheChainAndInTheNumbers()
    {
        await Office.Unlock("case_events");
        await Forget(first);
        await Office.Tamper("DELETE FROM number_ledger WHERE case_id = @first", new { first });
        Assert.That(await Codes(), Is.SupersetOf(new[] { "chain.gap", "number.gap", "row.missing" }));
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
    public async Task Text_ChangedOrEmptied_IsFound()
    {
        await Office.Tamper("UPDATE case_texts SET body = '' WHERE case_id = @first AND body <> ''", new { first });
        Assert.That(await Codes(), Does.Contain("text.emptied"));
        await Office.Tamper("UPDATE case_texts SET body = '别的内容' WHERE case_id = @first", new { first });
        Assert.That(await Codes(), Does.Contain("text.changed").And.None.EqualTo("text.emptied"));
        await Office.Tamper("DELETE FROM case_texts WHERE case_id = @first", new { first });
        Assert.That(await Codes(), Does.Contain("text.missing").And.None.EqualTo("text.changed"));
    }

    [Test]
    public async Task Letter_Changed_IsFound()
    {
        await Office.Tamper("UPDATE case_contents SET content = @bytes WHERE case_id = @first", new { bytes = "x"u8.ToArray(), first });
        Assert.That(await Codes(), Is.EqualTo(new[] { "file.changed" }));
        await Office.Tamper("DELETE FROM case_contents WHERE case_id = @first", new { first });
        Assert.That(await Codes(), Is.EquivalentTo(new[] { "file.missing", "row.missing" }));
    }

    [Test]
    public async Task Number_LostOrVoidedBehindTheCase_IsFound()
    {
        await Office.Tamper(
            "UPDATE number_ledger SET voided_at = taken_at, voided_by = taken_by, void_reason = '无' WHERE case_id = @last", new { last });
        Assert.That(await Codes(), Is.EquivalentTo(new[] { "number.void", "row.changed" }));
        await Office.Tamper("DELETE FROM number_ledger WHERE case_id = @last", new { last });
        Assert.That(await Codes(), Is.EquivalentTo(new[] { "number.gap", "number.unknown", "row.missing" }));
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
            if (Office.Database.FilePath is not null)
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
        Assert.That(
            (await restarted.Send(restarted.Clerk, TestOffice.Application())).Refusals.Select(refusal => refusal.Code),
            Is.EqualTo(new[] { "records.keyUnfit" }));
        Assert.That(
            () => restarted.With<RecordKey>(record => record.Begin(default)),
            Throws.InstanceOf<SealingKeyException>().With.Message.Contains("put it back"));
        Assert.That(await CodesOf(restarted), Is.EqualTo(new[] { "key.missing" }));
    }

    [Test]
    public async Task Key_OfAnotherDatabase_RefusesStartAndEveryWrite_AndIsSaidOnce()
    {
        var key = TestOffice.ChainKeyIn(Office.Folder);
        var own = await File.ReadAllTextAsync(key);
        await File.WriteAllTextAsync(key, Convert.ToBase64String(new byte[32]));
        await using (var restarted = Office.Restart())
        {
            Assert.That(
                () => restarted.With<RecordKey>(record => record.Begin(default)),
                Throws.InstanceOf<SealingKeyException>().With.Message.Contains("wrong key"));
            Assert.That(
                (await restarted.Send(restarted.Clerk, TestOffice.Application())).Refusals.Select(refusal => refusal.Code),
                Is.EqualTo(new[] { "records.keyUnfit" }));
            Assert.That(() => restarted.Hire("new", "新人", Role.Clerk), Throws.InstanceOf<SealingKeyException>());
            Assert.That(await restarted.With<Readiness, string?>(readiness => readiness.Obstacle(default)), Is.EqualTo("chainKey"));
            Assert.That(await CodesOf(restarted), Is.EqualTo(new[] { "key.wrong" }));
        }

        await File.WriteAllTextAsync(key, own);
        await using var again = Office.Restart();
        Assert.That(await CodesOf(again), Is.Empty, "nothing was stored");
    }

    [Test]
    public async Task Key_OfAnotherDatabase_IsKnownAlsoWhereNoCheckValueWasKept()
    {
        // As an earlier version left it: no check value, and rows that nobody sealed.
        await Office.Tamper("DELETE FROM sealing_keys");
        await Office.Tamper("UPDATE chains SET length = 0, head = '' WHERE chain = @Empty", new { Guid.Empty });
        await UnlockSeals();
        await Office.Tamper("DELETE FROM row_seals");
        var key = TestOffice.ChainKeyIn(Office.Folder);
        var own = await File.ReadAllTextAsync(key);
        await File.WriteAllTextAsync(key, Convert.ToBase64String(new byte[32]));
        await using (var restarted = Office.Restart())
        {
            Assert.That(() => restarted.With<RecordKey>(record => record.Begin(default)), Throws.InstanceOf<SealingKeyException>());
        }

        await File.WriteAllTextAsync(key, own);
        await using var again = Office.Restart();
        await again.With<RecordKey>(record => record.Begin(default));
        Assert.That((await CodesOf(again)).Where(code => code != "schema.missing"), Is.Empty, "all rows are taken over");
    }

    [Test]
    public async Task Clock_BehindTheLastRecord_RefusesToRecord_UntilItIsSetRight()
    {
        var now = Office.Clock.GetUtcNow();
        Office.Clock.Now = now.AddMinutes(-2);
        var refusal = (await Office.Send(Office.Clerk, TestOffice.Application())).Refusals.Single();
        Assert.That((refusal.Code, refusal.Say()), Is.EqualTo((
            "records.clockBehind",
            "服务器时钟（2025年9月22日 08:58）早于最近一次记录的时间（2025年9月22日 09:00），不能登记和办理。请通知系统管理员校准时钟。")));
        Assert.That(() => Office.Hire("new", "新人", Role.Clerk), Throws.InstanceOf<ClockBehindException>());

        // A clock that is put right by a little keeps nobody from working.
        Office.Clock.Now = now.AddSeconds(-59);
        await Office.Register(TestOffice.Application());
        Assert.That(await Codes(), Is.Empty);
    }

    [Test]
    public async Task Key_Rotated_SealsAnewFromThenOn_AndWhatIsThereStaysSealedWithTheOneBefore()
    {
        var anchors = Path.Combine(Office.Folder, "anchors.log");
        await Office.With<Anchors>(all => all.WriteTo(anchors, default));
        var before = await Office.With<RecordKey, KeyFacts>(record => record.Begin(default));
        var after = await Office.With<RecordKey, KeyFacts>(record => record.Rotate(default));
        Assert.That((after.Keys, after.Fingerprint == before.Fingerprint), Is.EqualTo((2, false)));
        Assert.That(File.ReadAllLines(TestOffice.ChainKeyIn(Office.Folder)), Has.Length.EqualTo(2));

        // This process has read the file before the rotation, the other one reads it now.
        await using var restarted = Office.Restart();
        await Office.Register(TestOffice.Application("第三件"));
        await restarted.Register(TestOffice.Application("第四件"));
        await Office.With<Anchors>(all => all.WriteTo(anchors, default));
        Assert.That(await Codes(anchors), Is.Empty);

        // With the old key alone, nothing is verified or recorded.
        var lines = await File.ReadAllLinesAsync(TestOffice.ChainKeyIn(Office.Folder));
        await File.WriteAllTextAsync(TestOffice.ChainKeyIn(Office.Folder), lines[0]);
        await using var old = Office.Restart();
        Assert.That(await CodesOf(old), Is.EqualTo(new[] { "key.wrong" }));
    }

    [Test]
    public async Task Backup_WhileInUse_HasEverything()
    {
        if (Office.Database.FilePath is null)
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
        await Office.Unlock("case_events");
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

    private Task UnlockSeals() => Office.Unlock("row_seals");

    private Task<IEnumerable<string>> Codes(string? anchors = null) => CodesOf(Office, anchors);

    private static async Task<IEnumerable<string>> CodesOf(TestOffice office, string? anchors = null) =>
        (await office.With<Verification, IReadOnlyList<Finding>>(verification => verification.Run(anchors, default)))
            .Select(finding => finding.Code);
}
