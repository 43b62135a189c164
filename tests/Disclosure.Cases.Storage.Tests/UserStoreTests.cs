using Disclosure.Cases.Agencies;
using Disclosure.Cases.DocumentLifecycle;
using Disclosure.Cases.Storage.Connections;

namespace Disclosure.Cases.Storage.Tests;

internal sealed class UserStoreTests(string databaseKind) : DatabaseContract(databaseKind)
{
    private static readonly DateOnly Day = new(2025, 9, 22);

    [Test]
    public async Task SignIn_WithNameInOtherCase_FindsTheUserAndWrongPasswordDoesNot()
    {
        await Office.With<IUsers>(async users =>
        {
            var user = await users.SignIn(" ＣLERK ", TestOffice.Password, default);
            using (Assert.EnterMultipleScope())
            {
                Assert.That(user, Is.EqualTo(new User(Office.Clerk.Id, "clerk", "王承办", Role.Clerk, Office.Agency.Id, true)));
                Assert.That(await users.SignIn("clerk", "wrong", default), Is.Null);
                Assert.That(await users.SignIn("nobody", TestOffice.Password, default), Is.Null);
                Assert.That((await users.Find(Office.Colleague.Id, default))!.Name, Is.EqualTo("𠮷田同事"));
                Assert.That(await users.Any(default), Is.True);
            }
        });
    }

    [Test]
    public async Task SetPassword_ReplacesTheOldOneAndKeepsNoneInTheClear()
    {
        await Office.With<IUsers>(async users =>
        {
            Assert.That(await users.SetPassword("Clerk", "新密码 new", null, default), Is.True);
            Assert.That(await users.SetPassword("nobody", "x", null, default), Is.False);
            Assert.That(await users.SignIn("clerk", "新密码 new", default), Is.Not.Null);
            Assert.That(await users.SignIn("clerk", TestOffice.Password, default), Is.Null);
        });
        var hashes = await Office.With<UnitOfWork, IReadOnlyList<string>>(work => work.Query<string>(
            "SELECT password_hash FROM users", null, default));
        Assert.That(hashes.Distinct().Count(), Is.EqualTo(hashes.Count));
        Assert.That(hashes, Has.None.Contains(TestOffice.Password));
    }

    [Test]
    public async Task User_Inactive_NeitherSignsInNorIsListed()
    {
        var user = new User(Guid.NewGuid(), "former", "离职", Role.Clerk, Office.Agency.Id, false);
        await Office.With<IUsers>(async users =>
        {
            await users.Add(user, TestOffice.Password, default);
            using (Assert.EnterMultipleScope())
            {
                Assert.That(await users.SignIn("former", TestOffice.Password, default), Is.Null);
                Assert.That(
                    (await users.OfAgency(Office.Agency.Id, default)).Select(one => one.SignInName),
                    Is.EqualTo(new[] { "admin", "clerk", "colleague", "manager", "reviewer" }));
                Assert.That(await users.RolesOn(user.Id, Day, default), Is.EqualTo(Role.None));
                Assert.That(
                    () => users.Add(user with { Id = Guid.NewGuid(), SignInName = "FORMER" }, "x", default),
                    Throws.Exception,
                    "one name, one user");
            }
        });
    }

    [Test]
    public async Task Deputy_ForATime_HasTheRolesOnThoseDaysOnly()
    {
        var deputy = new NameDeputy(Office.Clerk.Id, Day, Day.AddDays(2));
        await Office.Do(Office.Reviewer, deputy);
        await Office.Do(Office.Reviewer, deputy);
        var roles = new List<Role>();
        foreach (var days in new[] { -1, 0, 2, 3 })
        {
            roles.Add(await Office.With<IUsers, Role>(users => users.RolesOn(Office.Clerk.Id, Day.AddDays(days), default)));
        }

        Assert.That(roles, Is.EqualTo(new[] { Role.Clerk, Role.Clerk | Role.Reviewer, Role.Clerk | Role.Reviewer, Role.Clerk }));
    }

    [Test]
    public async Task Agency_InVersions_IsTheOneOfTheDay()
    {
        var street = TestOffice.NewAgency("东街办", "东街街道办事处", AgencyKind.TownOrStreet);
        await Office.With<IAgencies>(async agencies =>
        {
            await agencies.Add(street with { ValidFrom = new DateOnly(2020, 1, 1) }, default);
            await agencies.Add(street with { ValidFrom = new DateOnly(2025, 7, 1), Name = "新东街街道办事处" }, default);
            using (Assert.EnterMultipleScope())
            {
                Assert.That((await agencies.On(street.Id, new DateOnly(2025, 6, 30), default)).Name, Is.EqualTo("东街街道办事处"));
                Assert.That((await agencies.On(street.Id, new DateOnly(2025, 7, 1), default)).Name, Is.EqualTo("新东街街道办事处"));
                Assert.That(() => agencies.On(street.Id, new DateOnly(2019, 12, 31), default), Throws.InvalidOperationException);
                Assert.That(
                    (await agencies.AllOn(Day, default)).Select(agency => agency.Name),
                    Is.EqualTo(new[] { "示范区人民政府", "新东街街道办事处" }));
                Assert.That(await agencies.AllOn(new DateOnly(2010, 1, 1), default), Is.EqualTo(new[] { Office.Agency }));
                Assert.That(
                    () => agencies.Add(TestOffice.NewAgency("东街办", "另一机关", AgencyKind.Department) with { ValidFrom = Day }, default),
                    Throws.InvalidOperationException);
            }
        });
    }

    [Test]
    public async Task ApprovalChain_ByTemplateThenAgencyThenOne()
    {
        await Office.With<IApprovalChains>(async chains =>
        {
            Assert.That(await chains.LinksFor(Office.Agency.Id, TemplateCodes.NotExisting, default), Is.EqualTo(1));
            await chains.Set(Office.Agency.Id, null, 2, default);
            await chains.Set(Office.Agency.Id, TemplateCodes.NotExisting, 4, default);
            await chains.Set(Office.Agency.Id, TemplateCodes.NotExisting, 3, default);
            Assert.That(await chains.LinksFor(Office.Agency.Id, TemplateCodes.NotExisting, default), Is.EqualTo(3));
            Assert.That(await chains.LinksFor(Office.Agency.Id, TemplateCodes.Disclosed, default), Is.EqualTo(2));
            Assert.That(() => chains.Set(Office.Agency.Id, null, 0, default), Throws.InstanceOf<ArgumentOutOfRangeException>());
        });
    }
}
