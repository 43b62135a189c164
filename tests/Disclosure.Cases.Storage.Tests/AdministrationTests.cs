using Disclosure.Cases.Agencies;
using Disclosure.Cases.DocumentLifecycle;
using Disclosure.Cases.Kernel.Pipeline;
using Disclosure.Cases.Registration;
using Microsoft.Extensions.DependencyInjection;

namespace Disclosure.Cases.Storage.Tests;

/// <summary>What an administrator does with agencies, users and approval chains, and what is on record of it.</summary>
internal sealed partial class AdministrationTests(string databaseKind) : DatabaseContract(databaseKind)
{
    private static readonly DateOnly Today = new(2025, 9, 22);

    [Test]
    public async Task Agency_Changed_HoldsFromThatDayAndIsOnRecord()
    {
        var particulars = AgencyParticulars.Of(Office.Agency);
        await Office.Do(Office.Administrator, new ChangeAgency(
            Office.Agency.Id, Today.AddDays(10), particulars with { Name = "示范新区人民政府", Court = "另一法院" }));
        await Office.With<IAgencies>(async agencies =>
        {
            using (Assert.EnterMultipleScope())
            {
                Assert.That((await agencies.On(Office.Agency.Id, Today.AddDays(9), default)).Name, Is.EqualTo("示范区人民政府"));
                Assert.That((await agencies.On(Office.Agency.Id, Today.AddDays(10), default)).Court, Is.EqualTo("另一法院"));
            }
        });
        var entry = (await Log(agencyId: Office.Agency.Id))[0];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                (entry.Act, entry.RecordedBy, entry.RecordedAt),
                Is.EqualTo((AdministrativeAct.AgencyChanged, Office.Administrator.Id, Office.Clock.Now)));
            Assert.That(entry.Changes.Select(change => change.Field), Is.EqualTo(new[] { "ValidFrom", "Name", "Court" }));
            Assert.That(entry.Changes[1], Is.EqualTo(new FieldChange("Name", "示范区人民政府", "示范新区人民政府")));
            Assert.That(await Log(userId: Office.Clerk.Id), Is.Empty);
            Assert.That(() => Office.Tamper("DELETE FROM administration_log"), Throws.Exception, "it only grows");
        }
    }

    [Test]
    public async Task Agency_ChangedAgainstTheRules_IsRefused()
    {
        var particulars = AgencyParticulars.Of(Office.Agency);
        var street = await Office.Do(
            Office.Administrator, new AddAgency(new DateOnly(2008, 5, 1), particulars with { Name = "东街街道办事处", Code = "东街办" }));
        await Office.Do(Office.Administrator, new ChangeAgency(street, Today, particulars with { Name = "东街街道", Code = "新东街" }));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await Refused(new ChangeAgency(street, Today.AddDays(-1), particulars)), Is.EqualTo("date.inPast"));
            Assert.That(
                await Refused(new ChangeAgency(street, Today, particulars with { Code = "别的" })),
                Is.EqualTo("agency.versionThatDay"));
            Assert.That(
                await Refused(new ChangeAgency(street, Today.AddDays(1), particulars with { Name = "东街街道", Code = "新东街" })),
                Is.EqualTo("agency.nothingChanged"));
            Assert.That(
                await Refused(new ChangeAgency(Office.Agency.Id, Today, particulars with { Code = "东街办" })),
                Is.EqualTo("agency.codeTaken"),
                "also a code of the past");
            Assert.That(await Refused(new AddAgency(Today, particulars with { Code = "新东街" })), Is.EqualTo("agency.codeTaken"));
            Assert.That(
                await Refused(new ChangeAgency(Guid.NewGuid(), Today, particulars with { Code = "无" })),
                Is.EqualTo("agency.unknown"));
            Assert.That(await Refused(new WithdrawAgencyVersion(street, Today)), Is.EqualTo("agency.versionHasBegun"));
            Assert.That(await Refused(new WithdrawAgencyVersion(street, new DateOnly(2008, 5, 1))), Is.EqualTo("agency.noSuchVersion"));
        }

        await Office.Do(Office.Administrator, new ChangeAgency(street, Today.AddDays(1), particulars with { Code = "又一个" }));
        await Office.Do(Office.Administrator, new WithdrawAgencyVersion(street, Today.AddDays(1)));
        Assert.That(
            (await Office.With<IAgencies, Agency>(agencies => agencies.On(street, Today.AddDays(1), default))).Code,
            Is.EqualTo("新东街"));
    }

    [Test]
    public async Task User_Changed_HoldsAtOnce_ButTheLastAdministratorStays()
    {
        await Office.Do(Office.Administrator, new ChangeUser(Office.Clerk.Id, "王审核", Office.Agency.Id, Role.Reviewer, true));
        var last = new ChangeUser(Office.Administrator.Id, "钱管理", Office.Agency.Id, Role.Clerk, true);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                await Office.With<IUsers, Role>(users => users.RolesOn(Office.Clerk.Id, Today, default)),
                Is.EqualTo(Role.Reviewer));
            Assert.That(
                (await Log(userId: Office.Clerk.Id)).Single().Changes.Select(change => change.Field),
                Is.EqualTo(new[] { "Name", "Roles" }));
            Assert.That(await Refused(last), Is.EqualTo("user.lastAdministrator"));
            Assert.That(await Refused(last with { Roles = Role.Administrator, IsActive = false }), Is.EqualTo("user.lastAdministrator"));
            Assert.That(
                await Office.With<IUsers, Role>(users => users.RolesOn(Office.Administrator.Id, Today, default)),
                Is.EqualTo(Role.Administrator),
                "nothing of it was kept");
            Assert.That(
                await Refused(new ChangeUser(Office.Clerk.Id, "王审核", Office.Agency.Id, Role.System, true)),
                Is.EqualTo("user.noRole"));
            Assert.That(
                await Refused(new AddUser("CLERK", "重名", "long enough 10", Office.Agency.Id, Role.Clerk)),
                Is.EqualTo("user.nameTaken"));
            Assert.That(
                await Refused(new AddUser("short", "短", "short", Office.Agency.Id, Role.Clerk)),
                Is.EqualTo("user.passwordTooShort"));
            Assert.That(
                await Refused(new AddUser("common", "常", "password1234", Office.Agency.Id, Role.Clerk)),
                Is.EqualTo("user.passwordCommon"));
            Assert.That(
                await Refused(new AddUser("lantern", "灯", "lanterns afloat", Office.Agency.Id, Role.Clerk)),
                Is.EqualTo("user.passwordHasName"));
        }

        await Office.Do(Office.Administrator, new AddUser("second", "第二", "long enough 10", Office.Agency.Id, Role.Administrator));
        await Office.Do(Office.Administrator, last with { IsActive = false });
        Assert.That(await Office.With<IUsers, User?>(users => users.SignIn("admin", TestOffice.Password, default)), Is.Null);
    }

    [Test]
    public async Task Deputy_OfSomebodyElse_IsForAdministrators_AndEndsEarly()
    {
        var deputy = new NameDeputy(Office.Clerk.Id, Today.AddDays(-2), Today.AddDays(5), Office.Reviewer.Id);
        var colleague = await Office.Hire("reviewer2", "周审核", Role.Reviewer);
        Assert.That(await Refused(deputy, colleague), Is.EqualTo("deputy.notYours"));
        Assert.That(await Refused(deputy with { InPlaceOf = Office.Manager.Id }), Is.EqualTo("deputy.notAReviewer"));
        await Office.Do(Office.Administrator, deputy);
        Assert.That(await RolesOfClerk(Today), Is.EqualTo(Role.Clerk | Role.Reviewer));

        var end = new EndDeputy(Office.Reviewer.Id, Office.Clerk.Id, deputy.From, deputy.Until);
        Assert.That(await Refused(end, colleague), Is.EqualTo("deputy.notYours"));
        await Office.Do(Office.Reviewer, end);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await RolesOfClerk(Today), Is.EqualTo(Role.Clerk));
            Assert.That(await RolesOfClerk(Today.AddDays(-1)), Is.EqualTo(Role.Clerk | Role.Reviewer), "what was, was");
            Assert.That(await Office.With<IUsers, IReadOnlyList<Deputy>>(users => users.Deputies(Today, default)), Is.Empty);
            Assert.That(await Refused(end), Is.EqualTo("deputy.unknown"));
        }
    }

    [Test]
    public async Task ApprovalChain_Set_HoldsForLettersSubmittedFromThenOn()
    {
        var (id, documentId) = await Office.ToApproval();
        await Office.Do(Office.Administrator, new SetApprovalChain(Office.Agency.Id, null, 2));
        var approval = await Office.Do(Office.Reviewer, new ApproveDocument(id, (await Office.Case(id)).Version, documentId));
        Assert.That(approval.IsComplete, Is.True, "one link was asked for when it was submitted");

        var (later, laterDocument) = await Office.ToApproval();
        approval = await Office.Do(Office.Reviewer, new ApproveDocument(later, (await Office.Case(later)).Version, laterDocument));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(approval.IsComplete, Is.False);
            Assert.That(await Refused(new SetApprovalChain(Office.Agency.Id, null, 4)), Is.EqualTo("number.outOfRange"));
            Assert.That(await Refused(new SetApprovalChain(Office.Agency.Id, "no-such", 2)), Is.EqualTo("choice.unknown"));
        }

        await Office.Do(Office.Administrator, new SetApprovalChain(Office.Agency.Id, null, null));
        Assert.That(
            await Office.With<IApprovalChains, IReadOnlyList<ApprovalChain>>(chains => chains.Of(Office.Agency.Id, default)),
            Is.Empty);
    }

    [Test]
    public async Task Agency_Succeeded_IsContinuedUnderItsOwnNumbersInTheOthersName()
    {
        var particulars = AgencyParticulars.Of(Office.Agency);
        var from = new DateOnly(2008, 5, 1);
        var east = await Office.Do(Office.Administrator, new AddAgency(from, particulars with { Name = "东街街道办事处", Code = "东街办" }));
        var west = await Office.Do(
            Office.Administrator, new AddAgency(from, particulars with { Name = "西街街道办事处", Code = "西街办", Court = "西街法院" }));
        var clerk = await Office.Hire(
            "east", "东街承办", Role.Clerk, (await Office.With<IAgencies, Agency>(agencies => agencies.On(east, Today, default))));
        var heir = await Office.Hire(
            "west", "西街承办", Role.Clerk, (await Office.With<IAgencies, Agency>(agencies => agencies.On(west, Today, default))));
        var id = (await Office.Do(clerk, TestOffice.Application())).CaseId;
        await Office.Do(Office.Administrator, new SucceedAgency(east, west, Today.AddDays(1)));
        await Office.Do(Office.Administrator, new WithdrawSuccession(east));
        await Office.Do(Office.Administrator, new SucceedAgency(east, west, Today));
        var signs = await Office.With<IAgencies, Agency>(agencies => agencies.On(east, Today, default));
        using (Assert.EnterMultipleScope())
        {
            Assert.That((signs.Id, signs.Code, signs.Name, signs.Court), Is.EqualTo((east, "东街办", "西街街道办事处", "西街法院")));
            Assert.That(
                (await Office.With<IAgencies, Agency>(agencies => agencies.On(east, Today.AddDays(-1), default))).Name,
                Is.EqualTo("东街街道办事处"));
            Assert.That(await Refused(TestOffice.Application(), clerk), Is.EqualTo("agency.succeeded"));
            Assert.That(await Refused(new SucceedAgency(west, east, Today)), Is.EqualTo("agency.successorEnds"), "no circle");
            Assert.That(await Refused(new SucceedAgency(east, Office.Agency.Id, Today)), Is.EqualTo("agency.succeededAlready"));
            Assert.That(await Refused(new WithdrawSuccession(east)), Is.EqualTo("agency.versionHasBegun"));
            Assert.That(await Refused(new MoveUsers(west)), Is.EqualTo("agency.notEnded"));
            Assert.That(await Office.Do(Office.Administrator, new MoveUsers(east)), Is.EqualTo(1));
        }

        // The heir works in the record of the agency that ended, and may be its officer.
        await Office.Do(heir with { AgencyId = east }, new ReassignCase(id, (await Office.Case(id)).Version, heir.Id, "合并"));
        Assert.That((await Office.Case(id)).OfficerId, Is.EqualTo(heir.Id));
    }

    private Task<Role> RolesOfClerk(DateOnly day) => Office.With<IUsers, Role>(users => users.RolesOn(Office.Clerk.Id, day, default));

    [Test]
    public async Task Work_ToldToStopInMidCourse_LeavesNothing()
    {
        using var stop = new CancellationTokenSource();
        var before = await Log();
        Assert.That(
            () => Office.As(Office.Administrator, scope => scope.GetRequiredService<IUnitOfWork>().Run(
                async () =>
                {
                    var log = scope.GetRequiredService<IAdministrationLog>();
                    await log.Add(AdministrativeAct.PasswordSet, null, null, stop.Token);
                    await stop.CancelAsync();
                    return await log.Find(AdministrationFilter.All, 0, 1, stop.Token);
                },
                _ => true,
                stop.Token)),
            Throws.InstanceOf<OperationCanceledException>());
        Assert.That(await Log(), Is.EqualTo(before));
    }

    private Task<IReadOnlyList<AdministrationEntry>> Log(Guid? agencyId = null, Guid? userId = null) =>
        Office.With<IAdministrationLog, IReadOnlyList<AdministrationEntry>>(log => log.Find(
            AdministrationFilter.All with { AgencyId = agencyId, UserId = userId }, 0, 10, default));

    private async Task<string> Refused<T>(ICommand<T> command, Actor? by = null)
    {
        var refusals = (await Office.Send(by ?? Office.Administrator, command)).Refusals;
        return refusals.Count == 0 ? "done" : refusals[0].Code;
    }
}
