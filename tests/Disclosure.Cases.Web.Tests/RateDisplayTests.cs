using Disclosure.Cases.Reporting;
using Disclosure.Cases.Web.Localisation;
using Disclosure.Cases.Web.Pages.Manager;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace Disclosure.Cases.Web.Tests;

/// <summary>Rates as they are shown, and the ledger of the cases behind one.</summary>
internal sealed class RateDisplayTests
{
    private WebOffice office = null!;

    [OneTimeSetUp]
    public async Task Open() => office = await new WebOffice().Open();

    [OneTimeTearDown]
    public void Close() => office.Dispose();

    [TestCase(2, 3, "66.7%")]
    [TestCase(1, 3, "33.3%")]
    [TestCase(1, 16, "6.3%", Description = "6.25, half up")]
    [TestCase(972, 1000, "97.2%", Description = "a hair below in binary")]
    [TestCase(1999, 2000, "100.0%")]
    [TestCase(0, 7, "0.0%")]
    public void Rate_Shown_IsRoundedHalfUp(int part, int whole, string shown) =>
        Assert.That(((double)part / whole).Percent(), Is.EqualTo(shown));

    [TestCase(1, 3, 2, 3, "−33.4", Description = "33.3 beside 66.7")]
    [TestCase(2, 3, 1, 1, "−33.3")]
    [TestCase(2, 3, 1, 3, "+33.4")]
    [TestCase(1, 3, 1, 3, "0.0")]
    public void Difference_OfTwoRates_IsThatOfWhatIsShown(int part, int whole, int partBefore, int wholeBefore, string points) =>
        Assert.That(
            ((double?)part / whole).Since((double?)partBefore / wholeBefore, office.Services.GetRequiredService<IStringLocalizer<Words>>())!
                .Points,
            Is.EqualTo(points));

    [Test]
    public async Task Ledger_FromAFigure_HasItsCasesAndNoOthers()
    {
        await office.Case(item: "甲件");
        await office.Case(item: "乙件");
        await office.Case("stranger", item: "丙件");
        using var manager = await office.SignedIn("manager");
        await manager.Get($"/manager?agency={office.AgencyId}");
        var figure = manager.Page.QuerySelectorAll("a").Select(link => link.GetAttribute("href") ?? "")
            .First(address => address.Contains("figure=Open", StringComparison.OrdinalIgnoreCase));
        await manager.Get(figure);
        var listed = manager.Page.QuerySelectorAll("tbody tr").Length;
        var bytes = await manager.Download(manager.Page.QuerySelector(".act a")!.GetAttribute("href")!);
        using var sheet = SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false);
        var rows = sheet.WorkbookPart!.WorksheetParts.Single().Worksheet.Descendants<Row>().Skip(1).Select(row => row.InnerText).ToList();
        Assert.That((listed, rows.Count), Is.EqualTo((2, 2)));
        Assert.That(rows, Has.Some.Contains("甲件").And.Some.Contains("乙件").And.None.Contains("丙件"));
        Assert.That(office.Count("looks WHERE kind = 'Exported'"), Is.EqualTo(1));
    }
}
