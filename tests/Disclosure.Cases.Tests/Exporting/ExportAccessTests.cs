using Disclosure.Cases.Exporting;

namespace Disclosure.Cases.Tests.Exporting;

public sealed class ExportAccessTests
{
    private static readonly Guid Agency = Guid.NewGuid();
    private static readonly Guid Requester = Guid.NewGuid();

    [TestCase(Role.Clerk)]
    [TestCase(Role.Reviewer)]
    [TestCase(Role.Manager)]
    public void Export_OfAnAgency_IsForWhoeverAskedForItAsLongAsTheySeeTheAgency(Role roles)
    {
        var export = New(Agency);
        Assert.Multiple(() =>
        {
            Assert.That(export.IsFor(new Actor(Requester, "", roles, Agency)), Is.True);
            Assert.That(
                export.IsFor(new Actor(Requester, "", roles, Guid.NewGuid())),
                Is.EqualTo(roles == Role.Manager),
                "moved to another agency");
        });
    }

    [Test]
    public void Export_OfTheDistrict_IsForWhoeverAskedForItAsLongAsTheyAreManager()
    {
        var export = New(null);
        Assert.Multiple(() =>
        {
            Assert.That(export.IsFor(new Actor(Requester, "", Role.Manager, Agency)), Is.True);
            Assert.That(export.IsFor(new Actor(Requester, "", Role.Clerk | Role.Reviewer | Role.Administrator, Agency)), Is.False);
        });
    }

    [Test]
    public void Export_AskedForBySomebodyElse_IsForNobody()
    {
        var everything = Role.Clerk | Role.Reviewer | Role.Manager | Role.Administrator | Role.System;
        Assert.That(New(Agency).IsFor(new Actor(Guid.NewGuid(), "", everything, Agency)), Is.False);
        Assert.That(New(null).IsFor(Actor.Application), Is.False);
    }

    private static Export New(Guid? agencyId) => new(
        Guid.NewGuid(), ExportKind.CaseLedger, agencyId, new DateOnly(2025, 1, 1),
        new DateOnly(2025, 12, 31), Requester, DateTimeOffset.UnixEpoch);
}
