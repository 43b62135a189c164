using Disclosure.Cases.Agencies;
using Disclosure.Cases.Kernel.Jobs;
using Disclosure.Cases.Numbering;
using Disclosure.Cases.Scheduling;
using Disclosure.Cases.Storage.Connections;
using Disclosure.Cases.Storage.Maintenance;

namespace Disclosure.Cases.Storage.Tests.Scheduling;

/// <summary>What the jobs of the list do, without anything that schedules them.</summary>
internal sealed class JobRunnerTests(string databaseKind) : DatabaseContract(databaseKind)
{
    [Test]
    public void Job_OfAnUnknownName_IsRefusedWithTheNamesThatThereAre() =>
        Assert.That(
            () => Run("deadlines.sweeep"),
            Throws.InstanceOf<UnknownJobException>().With.Message.Contains("'deadlines.sweeep'")
                .And.Message.Contains(string.Join(", ", RecurringJob.All.Select(job => job.Name))));

    [Test]
    public void Job_ForEachAgencyWithoutOne_IsRefused() =>
        Assert.That(() => Run("deadlines.sweep"), Throws.ArgumentNullException.With.Message.Contains("one agency at a time"));

    [Test]
    public void Job_ThatThrows_ThrowsTheSame() =>
        Assert.That(
            () => Office.Runner(Jobs.That(_ => throw new IOException("disk"))).Run("test.job", null, null, default),
            Throws.InstanceOf<IOException>().With.Message.EqualTo("disk"));

    [Test]
    public void Job_ThatIsRefused_ThrowsItsCodesAndNothingThatAnybodyTyped() =>
        Assert.That(
            () => Office.Runner(Jobs.ThatIsRefused(new Refusal("deputy.notAColleague", "赵某"))).Run("test.job", null, null, default),
            Throws.InstanceOf<JobRefusedException>().With.Message.Contains("deputy.notAColleague").And.Message.Not.Contains("赵某"));

    [Test]
    public async Task Sweep_OfOneAgency_RaisesItsAlertsAlone()
    {
        var second = TestOffice.NewAgency("示范财", "示范区财政局", AgencyKind.Department);
        await Office.With<IAgencies>(agencies => agencies.Add(second, default));
        var clerk = await Office.Hire("second", "孙承办", Role.Clerk, second);
        var (own, other) = (await Office.Register(), (await Office.Do(clerk, TestOffice.Application())).CaseId);
        Office.Clock.MoveTo(new DateOnly(2025, 10, 31));

        await Run("deadlines.sweep", Office.Agency.Id);
        Assert.That((await Alerts()).Distinct(), Is.EqualTo(new[] { own }));
        await Run("deadlines.sweep", second.Id);
        Assert.That((await Alerts()).Distinct(), Is.EquivalentTo(new[] { own, other }));
    }

    [Test]
    public async Task Verification_OfWholeRecords_AnchorsThem()
    {
        await Office.Register();
        await Run("audit.verify");
        Assert.That(
            Anchored().Select(line => line.Split(' ')[1]),
            Is.EqualTo(new[] { $"{Guid.Empty}", $"{Office.Agency.Id}" }), "the sealed rows, and the agency's events");
    }

    [Test]
    public async Task Verification_OfATamperedCase_FailsWithCodesAndCountsAndAnchorsNothing()
    {
        var id = await Office.Register();
        await Office.Tamper("UPDATE case_files SET reply_due_on = '2030-01-01' WHERE case_id = @id", new { id });
        await Office.Tamper("UPDATE case_texts SET body = '别的内容' WHERE case_id = @id", new { id });
        Assert.That(
            () => Run("audit.verify"),
            Throws.InstanceOf<JobRefusedException>().With.Message.Contains("audit.case.columns 2, audit.text.changed 2"));
        Assert.That(Anchored(), Is.Empty);
    }

    [Test]
    public async Task Verification_OfAChainCutAndPutRight_FailsByWhatWasAnchoredBefore()
    {
        var id = await Office.Register();
        await Run("audit.verify");
        await Office.Unlock("case_events");
        foreach (var table in new[]
        {
            "case_items", "case_search", "deadlines", "applicants", "case_texts",
            "alert_times", "case_files", "case_events", "number_ledger",
        })
        {
            await Office.Tamper($"DELETE FROM {table} WHERE case_id = @id", new { id });
        }

        await Office.Tamper("UPDATE number_series SET last_ordinal = 0");
        await Office.Tamper("UPDATE chains SET length = 0, head = ''");
        Assert.That(() => Run("audit.verify"), Throws.InstanceOf<JobRefusedException>().With.Message.Contains("audit.anchor.differs 1"));
    }

    [Test]
    public async Task RollOver_OnTheFirstOfJanuary_OpensTheYearsFourSeriesOnce()
    {
        Office.Clock.Now = new DateTimeOffset(2025, 12, 31, 16, 5, 0, TimeSpan.Zero);
        await Run("numbers.roll-over", Office.Agency.Id);
        await Run("numbers.roll-over", Office.Agency.Id);
        Assert.That(await Series(), Is.EqualTo(new[] { "Decision 2026 1 0", "Letter 2026 1 0", "Notice 2026 1 0", "Register 2026 1 0" }));
        Assert.That(await Office.With<Verification, IReadOnlyList<Finding>>(verification => verification.Run(null, default)), Is.Empty);
    }

    [Test]
    public async Task RollOver_AfterAnOpeningNumberAndNumbersGiven_LeavesThemAndCanBeFollowedByAnother()
    {
        await Office.Do(Office.Administrator, new OpenNumberSeries(Office.Agency.Id, SeriesKind.Register, 2025, 37));
        await Office.Do(Office.Administrator, new OpenNumberSeries(Office.Agency.Id, SeriesKind.Decision, 2025, 12));
        await Office.Register();
        await Run("numbers.roll-over", Office.Agency.Id);
        await Office.Do(Office.Administrator, new OpenNumberSeries(Office.Agency.Id, SeriesKind.Letter, 2025, 5));

        Assert.That(
            await Series(),
            Is.EqualTo(new[] { "Decision 2025 12 11", "Letter 2025 5 4", "Notice 2025 1 0", "Register 2025 37 37" }));
        Assert.That(await Office.With<Verification, IReadOnlyList<Finding>>(verification => verification.Run(null, default)), Is.Empty);
    }

    private Task Run(string job, Guid? agencyId = null) => Office.Runner().Run(job, agencyId, null, default);

    private string[] Anchored() => File.Exists(AnchorFile) ? File.ReadAllLines(AnchorFile) : [];

    private string AnchorFile => Path.Combine(Office.Folder, "anchors.log");

    private async Task<IEnumerable<Guid>> Alerts() =>
        await Office.With<UnitOfWork, IReadOnlyList<Guid>>(work => work.Query<Guid>("SELECT case_id FROM alerts", null, default));

    private Task<IReadOnlyList<string>> Series() => Office.With<UnitOfWork, IReadOnlyList<string>>(async work =>
        [.. (await work.Query<SeriesRow>(
            "SELECT series, year, first_ordinal, last_ordinal FROM number_series ORDER BY series", null, default))
            .Select(row => $"{row.Series} {row.Year} {row.FirstOrdinal} {row.LastOrdinal}")]);

    private sealed record SeriesRow(string Series, int Year, int FirstOrdinal, int LastOrdinal);
}
