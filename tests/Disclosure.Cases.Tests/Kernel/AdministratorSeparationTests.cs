namespace Disclosure.Cases.Tests.Kernel;

/// <summary>三员分立: which roles count, can be given and have to stay.</summary>
internal sealed class AdministratorSeparationTests
{
    private static readonly AdministratorSeparation On = new(IsOn: true);
    private static readonly AdministratorSeparation Off = new(IsOn: false);

    private static readonly IReadOnlyList<Role> AllThree =
        [Role.Clerk, Role.SystemAdministrator, Role.SecurityAdministrator, Role.AuditAdministrator];

    [Test]
    public void Administrator_WhereNothingIsDivided_IsAllThree()
    {
        var roles = Off.InForce(Role.Administrator | Role.Clerk, []);
        var actor = new Actor(Guid.NewGuid(), "钱管理", roles, Guid.NewGuid());
        Assert.That(roles, Is.EqualTo(Role.Administrator | Role.Clerk));
        foreach (var role in new[] { Role.SystemAdministrator, Role.SecurityAdministrator, Role.AuditAdministrator, Role.Clerk })
        {
            Assert.That(actor.Is(role), role.ToString());
        }

        Assert.That(actor.Is(Role.Manager), Is.False);
    }

    [Test]
    public void Administrator_WhereTheAdministrationIsDivided_AppointsTheThreeAndIsNothingThen()
    {
        Assert.That(On.InForce(Role.Administrator, [Role.Administrator]), Is.EqualTo(Role.SecurityAdministrator));
        Assert.That(
            On.InForce(Role.Administrator | Role.Clerk, [.. AllThree.Where(role => role != Role.AuditAdministrator)]),
            Is.EqualTo(Role.SecurityAdministrator | Role.Clerk));
        Assert.That(On.InForce(Role.Administrator | Role.Clerk, AllThree), Is.EqualTo(Role.Clerk));
    }

    [Test]
    public void OneOfTheThree_WhoStandsInForAReviewer_IsNoReviewer() => Assert.That(
        new[] { On, Off }.Select(separation => separation.InForce(Role.AuditAdministrator | Role.Reviewer, AllThree)),
        Is.All.EqualTo(Role.AuditAdministrator));

    [TestCase(Role.SystemAdministrator, true)]
    [TestCase(Role.Clerk | Role.Reviewer | Role.Manager | Role.Administrator, true)]
    [TestCase(Role.SystemAdministrator | Role.SecurityAdministrator, false)]
    [TestCase(Role.AuditAdministrator | Role.Clerk, false)]
    [TestCase(Role.SecurityAdministrator | Role.Administrator, false)]
    public void Roles_OfWhichOneIsOfTheThree_StandAlone(Role roles, bool expected) =>
        Assert.That(AdministratorSeparation.StandTogether(roles), Is.EqualTo(expected));

    [Test]
    public void Missing_AreThoseThatNobodyHas()
    {
        Assert.That(On.Missing([Role.Administrator, Role.SecurityAdministrator]), Is.EqualTo(
            new[] { Role.SystemAdministrator, Role.AuditAdministrator }));
        Assert.That(On.Missing(AllThree), Is.Empty);
        Assert.That(Off.Missing([]), Is.Empty);
    }
}
