using System.Net;
using Disclosure.Cases.Registration;

namespace Disclosure.Cases.Web.Tests;

/// <summary>Registering in one page, without script: it asks what is needed, checks, says what was before, and loses nothing.</summary>
internal sealed class RegisteringTests
{
    private const string Check = "button[formaction*=Check]";
    private const string Keep = "button[formaction*=Keep]";

    private WebOffice office = null!;

    [OneTimeSetUp]
    public async Task Open() => office = await new WebOffice().Open();

    [OneTimeTearDown]
    public void Close() => office.Dispose();

    [Test]
    public async Task Register_With51Items_SaysSoAndDropsNone()
    {
        using var browser = await Filled();
        (string, string?)[] items = [.. Enumerable.Range(0, 50).Select(row => ($"Items[{row}]", (string?)$"第{row + 1}件文件"))];
        await browser.Press("form.register", Check, items);
        Assert.That(browser.Page.QuerySelectorAll("[name^='Items[']"), Has.Length.EqualTo(50));
        Assert.That(browser.Page.Body!.TextContent, Does.Contain("一份申请最多登记 50 项"), "there is no button for one more");
        await browser.Submit("form.register", ("Items[50]", "第51件文件"));
        Assert.That(browser.Answer.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(browser.Page.Body.TextContent, Does.Contain("申请事项最多 50 项"));
        Assert.That(browser.Page.QuerySelector("[name='Items[50]']")!.TextContent, Does.Contain("第51件文件"));
    }

    [TestCase("InPerson", "提交之日", true, true)]
    [TestCase("SignedPost", "签收之日", true, false)]
    [TestCase("OrdinaryPost", "到达之日", false, false)]
    [TestCase("Email", "到达之日", false, false)]
    public async Task Page_WithAChannel_AsksWhatItNeedsAndKeepsTheRest(
        string channel, string label, bool hidesConfirmation, bool hidesTransfer)
    {
        using var browser = await Filled(("Channel", channel), ("ConfirmedOn", "2026-01-05"), ("TransferredFrom", "信访局"));
        await browser.Press("form.register", Check);
        var (arrived, confirmed, transferred) =
            (Field(browser, "ArrivedOn"), Field(browser, "ConfirmedOn"), browser.Page.QuerySelector("[name=TransferredFrom]")!);
        Assert.That(arrived.QuerySelectorAll("label span:not([hidden])").Select(name => name.TextContent), Is.EqualTo(new[] { label }));
        Assert.That(confirmed.HasAttribute("hidden"), Is.EqualTo(hidesConfirmation));
        Assert.That(transferred.Closest("details")!.HasAttribute("hidden"), Is.EqualTo(hidesTransfer));
        Assert.That(
            (confirmed.QuerySelector("input")!.GetAttribute("value"), transferred.GetAttribute("value")),
            Is.EqualTo(("2026-01-05", "信访局")),
            "what was typed is there still");
    }

    [TestCase("NaturalPerson", "证件号码", "代理人")]
    [TestCase("LegalServiceOrganisation", "统一社会信用代码", "法定代表人或者代理人")]
    public async Task Page_WithAnApplicant_AsksForTheirProofOfIdentity(string kind, string label, string representative)
    {
        using var browser = await Filled(("Applicants[0].Kind", kind));
        await browser.Press("form.register", Check);
        Assert.That(
            Field(browser, "Applicants[0].IdentityNumber").QuerySelectorAll("label span:not([hidden])").Select(name => name.TextContent),
            Is.EqualTo(new[] { label }));
        Assert.That(
            browser.Page.QuerySelector("[name='Applicants[0].Representative.Name']")!
                .Closest("details")!.QuerySelectorAll("summary span:not([hidden])").Select(name => name.TextContent),
            Is.EqualTo(new[] { representative }));
    }

    [TestCase("李\u200B某", "U+200B")]
    [TestCase("李\uFFFE某", "U+FFFE")]
    [TestCase("李\t某", "只能填写一行")]
    public async Task Register_WithANameThatNoLetterCarries_SaysWhichCharacter(string name, string said)
    {
        using var browser = await Filled(("Applicants[0].Name", name));
        await browser.Submit("form.register");
        Assert.That(browser.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(Field(browser, "Applicants[0].Name").TextContent, Does.Contain(said));
    }

    [Test]
    public async Task Register_WithAWrongCheckDigit_AsksAndTakesItOnceConfirmed()
    {
        using var browser = await Filled(("Applicants[0].IdentityNumber", "500103199001011234"));
        Assert.That(browser.Page.QuerySelector("[name='Applicants[0].NumberConfirmed']"), Is.Null, "nothing is asked before");
        await browser.Submit("form.register");
        Assert.That(browser.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(Field(browser, "Applicants[0].IdentityNumber").TextContent, Does.Contain("居民身份证号码的校验位不对"));
        await browser.Submit("form.register", ("Applicants[0].NumberConfirmed", "true"));
        Assert.That(browser.Address, Does.Match("^/cases/[0-9a-f-]{36}$"));
        Assert.That(browser.Page.Body!.TextContent, Does.Contain("居民身份证").And.Contain("号码确为证件所载"));
    }

    [Test]
    public async Task Page_InTheBrowser_KnowsEveryQuestion()
    {
        using var browser = await office.SignedIn("clerk");
        var sheet = (await browser.Get("/site.css")).Html;
        Assert.That(
            Enum.GetNames<RegistrationQuestion>(),
            Has.All.Matches<string>(question => sheet.Contains($"[data-asks~={question}]:checked) .{question}", StringComparison.Ordinal)));
    }

    [Test]
    public async Task Register_WithWhatTheChannelDoesNotAskFor_LeavesItOut()
    {
        using var browser = await Filled(("Channel", "InPerson"), ("ConfirmedOn", "2000-01-01"), ("TransferredFrom", "信访局"));
        await browser.Submit("form.register");
        var file = await office.Find(Guid.Parse(browser.Address[^36..]));
        Assert.That((file.ConfirmedOn, file.TransferredFrom), Is.EqualTo(((DateOnly?)null, (Cases.CaseFiles.TextRef?)null)));
    }

    [Test]
    public async Task Check_OfWhatIsRight_SaysWhatWillBeDueAndStoresNothing()
    {
        var cases = office.Count("case_files");
        using var browser = await Filled(("Channel", "InPerson"), ("ArrivedOn", "2025-11-03"));
        await browser.Press("form.register", Check);
        Assert.That(browser.Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(browser.Page.QuerySelector(".done")!.TextContent, Is.EqualTo("检查通过，可以登记。"));
        Assert.That(
            browser.Page.GetElementById("assessment")!.TextContent,
            Does.Contain("2025年11月3日").And.Contain("2025年12月1日 星期一").And.Contain("2025年11月12日"));
        Assert.That(office.Count("case_files"), Is.EqualTo(cases));
    }

    [Test]
    public async Task Check_OfWhatIsWrong_SaysItWhereRegisteringWould()
    {
        using var browser = await Filled(("Channel", "Internet"), ("ArrivedOn", "2999-01-01"), ("Items[0]", ""));
        await browser.Press("form.register", Check);
        Assert.That(browser.Page.QuerySelector(".findings")!.HasAttribute("autofocus"), Is.True);
        Assert.That(Field(browser, "ArrivedOn").QuerySelector(".wrong")!.TextContent, Does.Contain("日期不能晚于今天"));
        Assert.That(Field(browser, "Items[0]").QuerySelector(".wrong")!.TextContent, Is.EqualTo("请填写此项。"));
        Assert.That(browser.Page.GetElementById("assessment")!.TextContent, Does.Contain("选定提交渠道和日期后"));

        var (checkedPage, _) = await Fetch(
            browser, "Check", ("Channel", "Internet"), ("ArrivedOn", "2999-01-01"), ("Applicants[0].Kind", "NaturalPerson"));
        Assert.That(
            checkedPage,
            Does.Match("""<li data-for="register-ArrivedOn">日期不能晚于今天.*</li>""")
                .And.Contain("""<li data-for="register-Applicants-0-Name">请填写此项。</li>""")
                .And.Not.Contain("<html"));
    }

    [Test]
    public async Task Check_OfSomebodyWhoAppliedBefore_ShowsWhatIsAlikeAndHowOften()
    {
        var earlier = await office.Case("clerk", "申请公开某小区加装电梯会议纪要", "欧阳某");
        using var browser = await Filled(
            ("Channel", "InPerson"), ("Applicants[0].Name", "欧 阳某"), ("Applicants[0].IdentityNumber", ""), ("Items[0]", "某小区加装电梯会议纪要"));
        await browser.Press("form.register", Check);
        var beside = browser.Page.GetElementById("assessment")!;
        Assert.That(beside.QuerySelector($"a[href='/cases/{earlier}']"), Is.Not.Null);
        Assert.That(beside.TextContent, Does.Contain("文字相似").And.Contain("同名，请核对是否同一人。").And.Not.Contain("本月向本机关提出的第"));

        await browser.Press("form.register", Check, ("Applicants[0].IdentityNumber", "５００１０３１９９００１０１１２３２"));
        Assert.That(browser.Page.GetElementById("assessment")!.TextContent, Does.Match("本月向本机关提出的第 [2-9]\\d* 件").And.Not.Contain("同名，请核对"));

        using var stranger = await office.SignedIn("stranger");
        await stranger.Get("/cases/new");
        await stranger.Press(
            "form.register",
            Check,
            ("Channel", "InPerson"),
            ("Applicants[0].Name", "欧阳某"),
            ("Applicants[0].IdentityNumber", "500103199001011232"),
            ("Items[0]", "某小区加装电梯会议纪要"));
        Assert.That(
            stranger.Page.GetElementById("assessment")!.TextContent,
            Does.Contain("没有找到以前的申请。").And.Contain("第 1 件"),
            "another agency's");
    }

    [Test]
    public async Task Draft_Kept_IsListedGoneOnWithAndGoneOnceRegistered()
    {
        using var browser = await Filled(
            ("Channel", "Fax"), ("Applicants[0].Name", "𠮷田某"), ("Items[0]", "第一项\n第二行"), ("Applicants[0].ProofSeen", "true"));
        await browser.Press("form.register", Keep);
        var address = browser.Address;
        Assert.That(address, Does.Match("^/cases/new\\?draft=[0-9a-f-]{36}$"));
        Assert.That(browser.Text, Does.Contain("已存为草稿，保留 30 天。"));

        await browser.Get("/cases/new");
        Assert.That(browser.Page.QuerySelector(".drafts")!.TextContent, Does.Contain("𠮷田某").And.Contain("第一项 第二行"));
        await browser.Get(browser.Page.QuerySelector($".drafts a[href='{address}']")!.GetAttribute("href")!);
        Assert.That(
            (
                Value(browser, "Applicants[0].Name"),
                browser.Page.QuerySelector("option[value=Fax]")!.HasAttribute("selected"),
                browser.Page.QuerySelector("[name='Applicants[0].ProofSeen']")!.HasAttribute("checked")),
            Is.EqualTo(("𠮷田某", true, true)));
        Assert.That(browser.Page.QuerySelector("[name='Items[0]']")!.TextContent, Is.EqualTo("第一项\n第二行"));

        await browser.Press("form.register", Keep, ("Applicants[0].Contact", "023-1"));
        Assert.That(browser.Address, Is.EqualTo(address), "the same draft");
        await browser.Submit("form.register");
        Assert.That(browser.Address, Does.Match("^/cases/[0-9a-f-]{36}$"));
        await browser.Get(address);
        Assert.That(browser.Text, Does.Contain("这份草稿已经登记或者删除。").And.Not.Contain("𠮷田某"));
    }

    [Test]
    public async Task Draft_OfSomebodyElse_IsNotReadableAndNotDeletable()
    {
        using var mine = await Filled(("Applicants[0].Name", "慕容某"));
        await mine.Press("form.register", Keep);
        var address = mine.Address;
        using var other = await office.SignedIn("clerk2");
        await other.Get(address);
        Assert.That(other.Html, Does.Not.Contain("慕容某").And.Contain("这份草稿已经登记或者删除。"));
        await other.Press("form.register", "button[formaction*=More][value=item]", ("draft", address[^36..]));
        await Fetch(other, "Discard", ("draft", address[^36..]));

        await mine.Get("/cases/new");
        Assert.That(mine.Page.QuerySelector(".drafts")!.TextContent, Does.Contain("慕容某"));
        await mine.Submit($".drafts li:has(a[href='{address}']) form");
        Assert.That(mine.Text, Does.Contain("草稿已删除。").And.Not.Contain("慕容某"));
    }

    [Test]
    public async Task Draft_KeptByTheScript_IsOneDraftAndNoneWhileNothingIsSaid()
    {
        var drafts = office.Count("registration_drafts");
        using var browser = await Filled();
        var (nothing, _) = await Fetch(browser, "Keep", ("Channel", "Fax"), ("Applicants[0].Kind", "NaturalPerson"), ("Items[0]", " "));
        Assert.That((nothing, office.Count("registration_drafts")), Is.EqualTo(("""{"id":null,"text":""}""", drafts)));
        var (first, id) = await Fetch(browser, "Keep", ("Items[0]", "甲"));
        Assert.That(System.Text.Json.JsonSerializer.Deserialize<Dictionary<string, string>>(first)!["text"], Does.StartWith("草稿已保存于 "));
        await Fetch(browser, "Keep", ("Items[0]", "甲乙"), ("DraftId", id));
        Assert.That(office.Count("registration_drafts"), Is.EqualTo(drafts + 1));
        await browser.Get($"/cases/new?draft={id}");
        Assert.That(browser.Page.QuerySelector("[name='Items[0]']")!.TextContent, Is.EqualTo("甲乙"));
    }

    [Test]
    public async Task Draft_AfterTheSessionEnded_IsThereOnceSignedInAgain()
    {
        using var before = await Filled(("Applicants[0].Name", "司徒某"));
        await before.Press("form.register", Keep);
        var action = before.Page.QuerySelector("form.register")!.GetAttribute("action")!;
        using var after = office.Visitor();
        using var content = new FormUrlEncodedContent([new("Applicants[0].Name", "司徒某某")]);
        using var answer = await after.Post(action, content);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
        await after.Get(answer.Headers.Location!.OriginalString);
        await after.Submit("form.door", ("SignInName", "clerk"), ("Password", WebOffice.Password));
        Assert.That(after.Address, Is.EqualTo(before.Address));
        Assert.That(Value(after, "Applicants[0].Name"), Is.EqualTo("司徒某"));
    }

    private async Task<Browser> Filled(params (string Name, string? Value)[] typed)
    {
        var browser = await office.SignedIn("clerk");
        await browser.Get("/cases/new");
        var defaults = new (string Name, string? Value)[]
        {
            ("Channel", "InPerson"),
            ("Applicants[0].Name", "李某某"),
            ("Applicants[0].IdentityNumber", "500103199001011232"),
            ("Items[0]", "某文件"),
        };

        // Typed in, not yet sent.
        foreach (var (name, value) in typed.Concat(defaults.Where(field => typed.All(one => one.Name != field.Name))))
        {
            switch (browser.Page.QuerySelector($"form.register [name='{name}']")!)
            {
                case AngleSharp.Html.Dom.IHtmlInputElement { Type: "checkbox" } box: box.IsChecked = true; break;
                case AngleSharp.Html.Dom.IHtmlInputElement input: input.SetAttribute("value", value); break;
                case AngleSharp.Html.Dom.IHtmlSelectElement select: select.Value = value!; break;
                case AngleSharp.Html.Dom.IHtmlTextAreaElement area: area.TextContent = value!; break;
                default: throw new InvalidOperationException(name);
            }
        }

        return browser;
    }

    // What the script sends: the form, and that it is the script.
    private static async Task<(string Answer, string Id)> Fetch(Browser browser, string handler, params (string Name, string Value)[] typed)
    {
        using var content = new FormUrlEncodedContent(typed
            .Append(("__RequestVerificationToken", browser.Page.QuerySelector("form.register [name=__RequestVerificationToken]")!
                .GetAttribute("value")!))
            .Select(field => KeyValuePair.Create(field.Item1, field.Item2)));
        content.Headers.Add("X-Requested-With", "fetch");
        using var answer = await browser.Post($"/cases/new?handler={handler}", content);
        var text = await answer.Content.ReadAsStringAsync();
        return (text, System.Text.RegularExpressions.Regex.Match(text, "[0-9a-f-]{36}").Value);
    }

    private static AngleSharp.Dom.IElement Field(Browser browser, string name) =>
        browser.Page.QuerySelector($"[name='{name}']")!.Closest(".field")!;

    private static string? Value(Browser browser, string name) => browser.Page.QuerySelector($"[name='{name}']")!.GetAttribute("value");
}
