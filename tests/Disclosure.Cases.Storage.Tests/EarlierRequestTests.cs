using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.DocumentLifecycle;
using Disclosure.Cases.Registration;

namespace Disclosure.Cases.Storage.Tests;

internal sealed class EarlierRequestTests(string databaseKind) : DatabaseContract(databaseKind)
{
    private static readonly Applicant Same = new(ApplicantKind.NaturalPerson, "张 三", "１１０１０１１９９００１０１００１５", null, null, false, null);

    [Test]
    public async Task Of_SomebodyAboutToApply_AreTheirsAndThoseOfTheName()
    {
        var (answered, documentId) = await Office.ToApproval(TestOffice.Application("甲", "张三"));
        await Office.Next(Office.Reviewer, answered, version => new ApproveDocument(answered, version, documentId));
        await Office.Next(Office.Clerk, answered, version => new ServeDocument(
            answered, version, documentId, ServiceWay.HandedOver, Office.Clock.Today()));
        var namesake = await Office.Register(TestOffice.Application("乙", "张三", "another") with { Items = ["乙", "丙"] });
        var voided = await Office.Register(TestOffice.Application("丁", "张三"));
        await Office.Next(Office.Clerk, voided, version => new VoidRegistration(voided, version, "重复"));
        await Office.Register(TestOffice.Application("戊", "李四", "yet another"));
        var renamed = await Office.Register(TestOffice.Application("己", "张叁"));

        var earlier = (await Of(Same)).ToDictionary(one => one.CaseId);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(earlier.Keys, Is.EquivalentTo(new[] { answered, namesake, renamed }));
            Assert.That(
                (earlier[answered].IsSameApplicant, earlier[namesake].IsSameApplicant, earlier[renamed].IsSameApplicant),
                Is.EqualTo((true, false, true)));
            Assert.That(earlier[answered].Replies, Is.EqualTo(new[] { new EarlierReply(documentId, "示范府依申请复〔2025〕1号") }));
            Assert.That(
                (earlier[answered].Stage, earlier[answered].RegisterNumber, earlier[answered].ReceivedOn),
                Is.EqualTo((CaseStage.Answered, "示范府依申请〔2025〕1号", new DateOnly(2025, 9, 22))));
            Assert.That(earlier[namesake].Items, Is.EqualTo(new[] { "乙", "丙" }));
            Assert.That(
                await Office.With<IEarlierRequests, IReadOnlyList<EarlierRequest>>(store => store.Of(Office.Agency.Id, Same, 2, default)),
                Has.Count.EqualTo(2),
                "no more than asked for");
            Assert.That(
                await Office.With<IEarlierRequests, IReadOnlyList<EarlierRequest>>(store => store.Of(Guid.NewGuid(), Same, 50, default)),
                Is.Empty,
                "another agency");
        }
    }

    [Test]
    public async Task InMonth_CountsTheSameApplicantInTheCalendarMonth()
    {
        await Office.Register(TestOffice.Application("甲", "张三"));
        await Office.Register(TestOffice.Application("乙", "张三") with { ArrivedOn = new DateOnly(2025, 8, 31) });
        await Office.Register(TestOffice.Application("丙", "张三") with { ArrivedOn = new DateOnly(2025, 9, 1) });
        await Office.Register(TestOffice.Application("丁", "张三", "another"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await InMonth(Same, new DateOnly(2025, 9, 30)), Is.EqualTo(2), "the first of the month is in it");
            Assert.That(await InMonth(Same, new DateOnly(2025, 8, 1)), Is.EqualTo(1));
            Assert.That(await InMonth(Same, new DateOnly(2025, 10, 1)), Is.Zero);
            Assert.That(await InMonth(Same with { IdentityNumber = null }, new DateOnly(2025, 9, 30)), Is.Zero, "the name alone is nobody");
        }
    }

    private Task<IReadOnlyList<EarlierRequest>> Of(Applicant applicant) =>
        Office.With<IEarlierRequests, IReadOnlyList<EarlierRequest>>(store => store.Of(Office.Agency.Id, applicant, 50, default));

    private Task<int> InMonth(Applicant applicant, DateOnly day) =>
        Office.With<IEarlierRequests, int>(store => store.InMonth(Office.Agency.Id, applicant, day, default));
}
