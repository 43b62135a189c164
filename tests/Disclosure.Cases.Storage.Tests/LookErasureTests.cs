using Disclosure.Cases.Agencies;
using Disclosure.Cases.Kernel.Pipeline;
using Disclosure.Cases.Looks;
using Disclosure.Cases.Retention;
using Microsoft.Extensions.DependencyInjection;

namespace Disclosure.Cases.Storage.Tests;

/// <summary>The retention period of the record of looks: asked for by one, confirmed by another, and on record.</summary>
internal sealed class LookErasureTests(string databaseKind) : DatabaseContract(databaseKind)
{
    [Test]
    public async Task Looks_KeptLongEnough_AreDeletedByTwoPeople_AndThatIsOnRecord()
    {
        var day = Office.Clock.Today();
        await See("旧的");
        Office.Clock.MoveTo(day.AddYears(RetentionPeriods.ShortestOfLooks));
        await See("新的");
        Assert.That(
            await Codes(Office.Administrator, new RequestLookErasure()), Is.EqualTo(new[] { "retention.noLooksDue" }), "the last day");
        Office.Clock.MoveTo(day.AddYears(RetentionPeriods.ShortestOfLooks).AddDays(1));
        var before = day.AddDays(1);
        Assert.That(await Codes(Office.Manager, new EraseLooks(before)), Is.EqualTo(new[] { "retention.notRequested" }));
        Assert.That(await Codes(Office.Administrator, new RequestLookErasure()), Is.Empty);
        Assert.That(
            await Codes(Office.Administrator, new RequestLookErasure()), Is.EqualTo(new[] { "retention.looksRequestedAlready" }));
        Assert.That(await Codes(Office.Administrator, new EraseLooks(before)), Is.EqualTo(new[] { "retention.ownLooksRequest" }));
        Assert.That(await Codes(Office.Manager, new EraseLooks(before.AddDays(1))), Is.EqualTo(new[] { "retention.notRequested" }));
        Assert.That(await Subjects(), Is.EqualTo(new[] { "新的", "旧的" }), "nothing is deleted yet");
        Assert.That(await Office.Do(Office.Manager, new EraseLooks(before)), Is.EqualTo(1));
        Assert.That(await Subjects(), Is.EqualTo(new[] { "新的" }));
        Assert.That(await Codes(Office.Manager, new EraseLooks(before)), Is.EqualTo(new[] { "retention.notRequested" }));
        var log = await Office.With<IAdministrationLog, IReadOnlyList<AdministrationEntry>>(
            all => all.Find(AdministrationFilter.All, 0, 2, default));
        Assert.That(
            log.Select(entry => (entry.Act, entry.By?.Text)),
            Is.EquivalentTo(new[]
            {
                (AdministrativeAct.LooksErased, Office.Manager.Name),
                (AdministrativeAct.LookErasureRequested, Office.Administrator.Name),
            }));
        Assert.That(
            log.Single(entry => entry.Act == AdministrativeAct.LooksErased).Changes.Select(change => change.After),
            Is.EqualTo(new[] { $"{before:yyyy-MM-dd}", "1" }));
        Assert.That(
            (await Office.With<Maintenance.Verification, IReadOnlyList<Maintenance.Finding>>(
                verification => verification.Run(null, default))).Select(finding => finding.Say(Kernel.Texts.English)),
            Is.Empty);
    }

    [Test]
    public async Task Request_ThatIsDeclined_OrWhosePeriodWasMadeLonger_IsOpenNoMore()
    {
        var day = Office.Clock.Today();
        await See("旧的");
        Office.Clock.MoveTo(day.AddYears(RetentionPeriods.ShortestOfLooks).AddDays(1));
        Assert.That(await Codes(Office.Manager, new DeclineLookErasure("在办诉讼")), Is.EqualTo(new[] { "retention.notRequested" }));
        await Office.Do(Office.Administrator, new RequestLookErasure());
        Assert.That(await Codes(Office.Manager, new DeclineLookErasure(" ")), Is.EqualTo(new[] { "text.empty" }));
        await Office.Do(Office.Manager, new DeclineLookErasure("在办诉讼"));
        Assert.That(await Codes(Office.Manager, new EraseLooks(day.AddDays(1))), Is.EqualTo(new[] { "retention.notRequested" }));

        Office.Clock.Advance(TimeSpan.FromSeconds(1));
        await Office.Do(Office.Administrator, new RequestLookErasure());
        Assert.That(await Requested(RetentionPeriods.ShortestOfLooks), Is.Not.Null, "it can be asked for again");
        Assert.That(await Requested(RetentionPeriods.ShortestOfLooks + 1), Is.Null);
    }

    private Task<LookErasureRequest?> Requested(int years) => Office.As(Office.Manager, services => new LookErasures(
        services.GetRequiredService<ILooks>(), services.GetRequiredService<IAdministrationLog>(),
        new RetentionPeriods((_, scope) => RetentionPeriods.Usual(scope), years), Office.Clock).Requested(default));

    private Task<bool> See(string subject) => Office.As(Office.Clerk, async services =>
    {
        await services.GetRequiredService<IUnitOfWork>().Run(
            async () =>
            {
                await services.GetRequiredService<ILooks>().Add(LookKind.Downloaded, null, subject, "10.0.0.1", default);
                return true;
            },
            _ => true,
            default);
        return true;
    });

    private async Task<IEnumerable<string>> Subjects() => (await Office.With<ILooks, IReadOnlyList<Look>>(looks => looks.Find(
        new LookFilter(DateTimeOffset.MinValue, DateTimeOffset.MaxValue), 0, 9, default))).Select(look => look.Subject);

    private async Task<IEnumerable<string>> Codes<T>(Actor by, ICommand<T> command) =>
        (await Office.Send(by, command)).Refusals.Select(refusal => refusal.Code);
}
