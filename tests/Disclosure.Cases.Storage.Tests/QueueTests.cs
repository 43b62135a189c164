using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.Kernel.Pipeline;
using Disclosure.Cases.Registration;
using Disclosure.Cases.Reporting;
using Disclosure.Cases.SavedFilters;
using Disclosure.Cases.Storage.Maintenance;

namespace Disclosure.Cases.Storage.Tests;

/// <summary>What the queue finds, counts and keeps.</summary>
internal sealed class QueueTests(string databaseKind) : DatabaseContract(databaseKind)
{
    private static readonly QueueDays Days = new(new DateOnly(2025, 10, 24), new DateOnly(2025, 10, 29), new DateOnly(2025, 10, 26));

    [TestCase("２０２４ 预算", 1, Description = "full width, two words apart")]
    [TestCase("budget 李四", 0, Description = "both must be there")]
    [TestCase("林", 1)]
    [TestCase("𠮷林", 1, Description = "beyond the BMP")]
    [TestCase("ﾃｽﾄ", 1, Description = "half-width kana")]
    [TestCase("纪要李四", 0, Description = "nothing is found across two parts")]
    [TestCase("\uFFFE", 0, Description = "no character")]
    [TestCase("\uFFFE林", 0)]
    [TestCase("\0", 0)]
    [TestCase("预\u200B算", 1, Description = "what shows nothing came along with what was pasted")]
    public async Task Search_OfAnyTwoCharacters_FoldsWidthAndCase(string search, int found)
    {
        await Office.Register(TestOffice.Application("预算Budget ２０２４ テスト", "𠮷林"));
        await Office.Register(TestOffice.Application("会议纪要", "李四", "other"));
        Assert.That((await Queue(new QueueFilter(Office.Agency.Id, Search: search))).Total, Is.EqualTo(found));
        Assert.That((await Queue(new QueueFilter(null, Search: search, Stages: Enum.GetValues<CaseStage>()))).Total, Is.EqualTo(found));
    }

    [Test]
    public async Task Search_AfterTheColumnsWereLost_FindsAgainWhenTheyAreRebuilt()
    {
        var id = await Office.Register();
        await Office.Tamper("DELETE FROM case_search");
        Assert.That((await Queue(new QueueFilter(null, Search: "部门预算"))).Total, Is.Zero);
        await Office.With<Rebuild>(rebuild => rebuild.All(default));
        Assert.That((await Queue(new QueueFilter(null, Search: "部门预算"))).Rows.Select(row => row.CaseId), Is.EqualTo(new[] { id }));
    }

    [Test]
    public async Task Tallies_OfOpenCases_AreWhatTheFiltersList()
    {
        var (first, _) = await Office.ToApproval();
        Office.Clock.MoveTo(new DateOnly(2025, 9, 24));
        var second = await Office.Register(TestOffice.Application("乙") with { ArrivedOn = new DateOnly(2025, 9, 24) });
        var third = await Office.Register(
            TestOffice.Application("丙") with { Channel = Channel.Internet, ArrivedOn = new DateOnly(2025, 9, 24) });
        await Office.Next(Office.Clerk, second, version => new ReassignCase(second, version, Office.Colleague.Id, "分工调整"));
        await Office.Tamper("UPDATE case_files SET is_consulting = 1 WHERE case_id = @second", new { second });

        var tallies = await Office.With<IQueueCounts, IReadOnlyList<QueueTally>>(counts => counts.Open(
            Office.Agency.Id, null, Days, default));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(tallies, Is.EquivalentTo(new[]
            {
                new QueueTally(CaseStage.Propriety, Office.Clerk.Id, "王承办", false, true, true, false, 1),
                new QueueTally(CaseStage.AwaitingConfirmation, Office.Clerk.Id, "王承办", false, false, false, false, 1),
                new QueueTally(CaseStage.Completeness, Office.Colleague.Id, "𠮷田同事", false, true, false, true, 1),
            }));
            Assert.That(await Ids(new QueueFilter(null, DueFrom: Days.Today, DueUntil: Days.EndOfWeek)), Is.EqualTo(new[] { first }));
            Assert.That(await Ids(new QueueFilter(null, IsStanding: true)), Is.EqualTo(new[] { second }));
            Assert.That(
                await Ids(new QueueFilter(null, OfficerId: Office.Clerk.Id, CaseIds: [second, third])),
                Is.EqualTo(new[] { third }));
            Assert.That(await Ids(new QueueFilter(null, CaseIds: [])), Is.Empty);
            Assert.That(
                (await Office.With<IQueueCounts, IReadOnlyList<QueueTally>>(counts => counts.Open(null, "乙", Days, default)))
                    .Select(tally => tally.Stage),
                Is.EqualTo(new[] { CaseStage.Completeness }));
            Assert.That(
                await Office.With<IQueueCounts, WaitingCounts>(counts => counts.WaitingFor(Office.Reviewer, Days.Today, default)),
                Is.EqualTo(new WaitingCounts(1, 1, 0)));
            Assert.That(await Office.With<IQueueCounts, int>(counts => counts.WithOpenInquiry(Office.Agency.Id, null, default)), Is.Zero);
        }
    }

    [Test]
    public async Task Filter_Kept_IsItsOwnersAlone()
    {
        var id = await Office.Do(Office.Clerk, new SaveFilter(" 本周 Ａ ", "due=week"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await Filters(Office.Clerk), Is.EqualTo(new[] { new SavedFilter(id, "本周 Ａ", "due=week") }));
            Assert.That(await Filters(Office.Colleague), Is.Empty);
            Assert.That(await Refusal(Office.Colleague, new RenameFilter(id, "我的")), Is.EqualTo("filter.notFound"));
            Assert.That(await Refusal(Office.Colleague, new DeleteFilter(id)), Is.EqualTo("filter.notFound"));
            Assert.That(await Refusal(Office.Clerk, new SaveFilter("本周a", "due=late")), Is.EqualTo("filter.nameTaken"));
            Assert.That(await Refusal(Office.Clerk, new SaveFilter("一二三四五六七八九十一二三", "due=late")), Is.EqualTo("text.tooLong"));
            Assert.That(await Refusal(Office.Clerk, new SaveFilter("空", "")), Is.EqualTo("filter.nothingChosen"));
            Assert.That(await Refusal(Office.Administrator, new SaveFilter("名", "due=late")), Is.EqualTo("actor.roleMissing"));
        }

        await Office.Do(Office.Clerk, new RenameFilter(id, "本周a"));
        await Office.Do(Office.Colleague, new SaveFilter("本周a", "due=week"));
        for (var more = 1; more < SaveFilter.Most; more++)
        {
            Office.Clock.MoveTo(new DateOnly(2025, 9, 22 + more));
            await Office.Do(Office.Clerk, new SaveFilter($"第{more}个", "mine=true"));
        }

        Assert.That(await Refusal(Office.Clerk, new SaveFilter("再一个", "due=late")), Is.EqualTo("filter.tooMany"));
        await Office.Do(Office.Clerk, new DeleteFilter(id));
        Assert.That(
            (await Filters(Office.Clerk)).Select(filter => filter.Name),
            Is.EqualTo(Enumerable.Range(1, SaveFilter.Most - 1).Select(more => $"第{more}个")));
    }

    private Task<IReadOnlyList<SavedFilter>> Filters(Actor actor) =>
        Office.With<ISavedFilters, IReadOnlyList<SavedFilter>>(filters => filters.Of(actor.Id, default));

    private async Task<string> Refusal<T>(Actor actor, ICommand<T> command) => (await Office.Send(actor, command)).Refusals[0].Code;

    private async Task<IEnumerable<Guid>> Ids(QueueFilter filter) => (await Queue(filter)).Rows.Select(row => row.CaseId);

    private Task<QueuePage> Queue(QueueFilter filter) => Office.With<ICaseQueries, QueuePage>(queries => queries.Queue(filter, default));
}
