using Disclosure.Cases.Agencies;
using Disclosure.Cases.Importing;
using Disclosure.Cases.Numbering;
using Microsoft.Extensions.DependencyInjection;

namespace Disclosure.Cases.Storage.Tests;

internal sealed class SetUpOfficeTests(string databaseKind) : DatabaseContract(databaseKind)
{
    private static readonly object?[] Bureau =
    [
        "示范区乙局", "示范乙", "区政府部门", new DateOnly(2025, 1, 1), "办公室", "示范路1号", "400000", "000-3", "示范区人民政府", "示范路2号", "示范区人民法院",
        "信函格式",
    ];

    [Test]
    public async Task Workbook_CarriedOut_AddsAgenciesUsersAndOpeningNumbers_EachWithItsEntryInTheJournal()
    {
        var workbook = Workbook(Bureau, ["sun", "孙某", "示范乙", "承办人、审核人", "lanterns afloat"], ["示范乙", "登记号", 2025, 37]);
        var tried = await Office.Do(Office.Administrator, new SetUpOffice(workbook, IsTrial: true));
        Assert.That((tried.Problems.Count, tried.Done.Values.Sum()), Is.EqualTo((0, 3)));
        Assert.That((await Agencies()).Count, Is.EqualTo(1), "a trial leaves nothing behind");

        await Office.Do(Office.Administrator, new SetUpOffice(workbook, IsTrial: false));
        var bureau = (await Agencies()).Single(agency => agency.Code == "示范乙");
        var sun = await Office.With<IUsers, User?>(users => users.FindBySignInName("sun", default));
        Assert.That((sun!.AgencyId, sun.Roles), Is.EqualTo((bureau.Id, Role.Clerk | Role.Reviewer)));
        Assert.That(sun.PasswordGivenAt, Is.Not.Null, "it has to be changed");
        var state = await Office.As(Actor.Application, services => services.GetRequiredService<IPastNumbers>().StateOf(
            new NumberSeries(bureau.Id, SeriesKind.Register, 2025), default));
        Assert.That(state, Is.EqualTo((37, 36)));
        var journal = await Office.With<IAdministrationLog, IReadOnlyList<AdministrationEntry>>(
            log => log.Find(AdministrationFilter.All, 0, 10, default));
        Assert.That(
            journal.Select(entry => entry.Act).Take(3),
            Is.EquivalentTo(new[] { AdministrativeAct.SeriesOpened, AdministrativeAct.UserAdded, AdministrativeAct.AgencyAdded }));
    }

    [Test]
    public async Task Workbook_WithAnythingWrong_NamesEachCell_AndDoesNothing()
    {
        var outcome = await Office.Do(Office.Administrator, new SetUpOffice(
            Workbook(
                [.. Bureau.Take(2), "科室", .. Bureau.Skip(3)],
                ["clerk", "孙某", Office.Agency.Name, "承办人", "lanterns afloat"], [Office.Agency.Code, "登记号", "今年", null],
                ["wu", "吴某", "某某局", "承办人", "short"]),
            IsTrial: false));
        Assert.That(
            outcome.Problems.Select(problem => (problem.Sheet, problem.Row, problem.Column, problem.Refusal.Code)),
            Is.EqualTo(new (string, int?, int?, string)[]
            {
                ("机关", 2, 2, "import.wordUnknown"), ("人员", 2, 0, "user.nameTaken"), ("人员", 3, 2, "office.agencyUnknown"),
                ("起始号", 2, 2, "office.noNumber"), ("起始号", 2, 3, "import.empty"),
            }));
        Assert.That((await Agencies()).Count, Is.EqualTo(1));
    }

    [Test]
    public async Task Workbook_OfTheProgram_HasTheHeadingsThatAreRead()
    {
        var form = new Documents.Spreadsheets.OfficeForm().ToXlsx();
        var outcome = await Office.Do(Office.Administrator, new SetUpOffice(form, IsTrial: true));
        Assert.That(outcome.Problems.Select(problem => problem.Refusal.Code), Is.EqualTo(new[] { "office.noRows" }));
    }

    [Test]
    public async Task Workbook_OfSomebodyWhoKeepsNeither_IsRefused() => Assert.That(
        (await Office.Send(Office.Clerk, new SetUpOffice(Workbook(Bureau, [], []), IsTrial: false))).Refusals.Single().Code,
        Is.EqualTo("actor.roleMissing"));

    private static byte[] Workbook(object?[] agency, object?[] user, object?[] series, params object?[][] moreUsers)
    {
        var workbook = new TestWorkbook();
        foreach (var (sheet, rows) in OfficeSheets.All.Zip(new object?[][][] { [agency], [user, .. moreUsers], [series] }))
        {
            workbook.Sheet(sheet.Name).Row([.. sheet.Columns.Select(column => column.Heading)]);
            foreach (var row in rows)
            {
                workbook.Row(row);
            }
        }

        return workbook.Bytes();
    }

    private Task<IReadOnlyList<Agency>> Agencies() =>
        Office.With<IAgencies, IReadOnlyList<Agency>>(agencies => agencies.AllOn(Office.Clock.Today(), default));
}
