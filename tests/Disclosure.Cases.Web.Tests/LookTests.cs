using System.Text.RegularExpressions;

namespace Disclosure.Cases.Web.Tests;

/// <summary>查阅记录: who saw people's numbers in full, or took people's data along.</summary>
internal sealed partial class LookTests
{
    private WebOffice office = null!;

    [SetUp]
    public async Task Open() => office = await new WebOffice().Open();

    [TearDown]
    public void Close() => office.Dispose();

    [Test]
    public async Task Numbers_AreMasked_UntilSomebodyAsks_AndThatIsOnRecord()
    {
        var id = await office.Case();
        using var clerk = await office.SignedIn("clerk");
        await clerk.Get($"/cases/{id}");
        Assert.That(clerk.Text, Does.Contain("5001··········1232").And.Not.Contain("500103199001011232").And.Not.Contain("023-1"));
        await clerk.Submit("form[action*='handler=Numbers']");
        Assert.That(clerk.Text, Does.Contain("500103199001011232").And.Contain("023-1"));
        await clerk.Get($"/cases/{id}");
        Assert.That(clerk.Text, Does.Not.Contain("023-1"), "once");
        await clerk.Get($"/cases/{id}/parties");

        using var admin = await office.SignedIn("admin");
        await admin.Get("/administration/looks");
        var lines = admin.Page.QuerySelectorAll("tbody tr").Select(row => row.TextContent).ToList();
        Assert.That(lines, Has.Count.EqualTo(2));
        Assert.That(lines[0], Does.Contain("更正、变更申请人和申请事项").And.Contain("打开含有号码的表单"));
        Assert.That(lines[1], Does.Contain("显示完整号码").And.Contain("依申请"));
        await admin.Get("/administration/looks?kind=Shown&handler=File");
        Assert.That(admin.Html.Trim().Split('\n'), Has.Length.EqualTo(2));
        await admin.Get("/administration/looks?kind=Exported");
        Assert.That(admin.Page.QuerySelectorAll("tbody tr"), Has.Length.EqualTo(1), "the file of the record is an export itself");
        await admin.Get("/administration/looks?q=" + Uri.EscapeDataString("没有此人"));
        Assert.That(admin.Page.QuerySelectorAll("tbody tr"), Is.Empty);
    }

    [Test]
    public async Task Numbers_TypedIntoANote_AreMaskedAlike()
    {
        var id = await office.Case();
        using var clerk = await office.SignedIn("clerk");
        await clerk.Get($"/cases/{id}");
        await clerk.Submit("#panel-LogCall form", ("Content", "改打13912345678（其妻），邮件号码1234567890123，邮箱zhang.san@example.cn"));
        Assert.That(clerk.Text, Does.Contain("改打·········78（其妻），邮件号码1234567890123，邮箱zhan"));
        Assert.That(clerk.Text, Does.Not.Contain("13912345678").And.Not.Contain("san@example"));
        await clerk.Submit("form[action*='handler=Numbers']");
        Assert.That(clerk.Text, Does.Contain("改打13912345678（其妻）").And.Contain("zhang.san@example.cn"));
    }

    [TestCase("身份证５００１０３１９９００１０１１２３２", "身份证５００１··········１２３２")]
    [TestCase("电话(023)67890123转", "电话(023·····0123转")]
    [TestCase("138 1234 5678", "138 ·····5678")]
    [TestCase("打+8613800138000", "打+861······8000")]
    [TestCase("008613800138000", "0086·······8000")]
    [TestCase("110101-19900101-1237", "1101············1237")]
    [TestCase("渝府公开〔2025〕12号，2025年9月22日，20250922，第1234567890号", null)]
    public void Number_InAText_IsMaskedWhereItIsAPersons(string text, string? shown) =>
        Assert.That(Presentation.Identity.MaskedIn(text), Is.EqualTo(shown ?? text));

    [Test]
    public void EveryFile_ThatAPageOrTheApiHandsOut_IsOnRecord() => Assert.That(
        from file in SourceCode.FilesOf("Disclosure.Cases.Web")
        let text = File.ReadAllText(file)
        where file.Contains("/Pages/", StringComparison.Ordinal) || file.Contains("/Api/", StringComparison.Ordinal)
        where HandsOut().IsMatch(text) && !text.Contains(".Record(LookKind.", StringComparison.Ordinal)
        select Path.GetFileName(file),
        Is.EquivalentTo(new[] { "Annual.cshtml.cs", "Bulletin.cshtml.cs", "Issued.cshtml.cs", "Setup.cshtml.cs", "Template.cshtml.cs" }),
        "neither a template, a form to fill in nor the figures of a year or quarter have anybody's data");

    [GeneratedRegex(@"return File\(|\? File\(|=> File\(|Results\.File\(|new File\w+Result\(")]
    private static partial Regex HandsOut();
}
