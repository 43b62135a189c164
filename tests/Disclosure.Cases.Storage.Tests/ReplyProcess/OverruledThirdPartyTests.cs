using System.Globalization;
using System.Text.Json.Nodes;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.Clock;
using Disclosure.Cases.DocumentLifecycle;
using Disclosure.Cases.ReplyProcess;
using Disclosure.Cases.ReplyProcess.Disclosure;

namespace Disclosure.Cases.Storage.Tests.ReplyProcess;

/// <summary>Article 32: what a third party objected to is given only after it was told, whatever letter gives it.</summary>
public sealed class OverruledThirdPartyTests
{
    private const string First = "示范建材有限公司";
    private const string Second = "示范物流有限公司";

    private static readonly DateOnly Today = new(2025, 9, 22);
    private static readonly DateOnly FifthDay = WorkingDayCalendar.Official.AddWorkingDays(Today, 5);

    private TestOffice office = null!;
    private CaseDriver desk = null!;

    [SetUp]
    public async Task Open()
    {
        office = await TestOffice.OpenWithLetters(Today);
        desk = await (await CaseDriver.Register(office)).Answer(StepAnswer.Complete, StepAnswer.Ours, StepAnswer.Held);
    }

    [TearDown]
    public async Task Close() => await office.DisposeAsync();

    [Test]
    public async Task Disclosed_OverAnObjection_WaitsForTheNotice_ItsInterval_AndTheDayThatItNames()
    {
        var asked = await Ask(First, Opinion.Disagrees);
        var reply = await Disclosed(First);
        Assert.That(await Serve(reply), Is.EqualTo(new[] { "service.thirdPartyNotTold" }));

        await Tell(asked, First, FifthDay.AddDays(2));
        office.Clock.MoveTo(FifthDay);
        Assert.That(await Serve(reply), Is.EqualTo(new[] { "service.tooSoonForThirdParty" }));
        office.Clock.MoveTo(FifthDay.AddDays(1));
        Assert.That(await Serve(reply), Is.EqualTo(new[] { "service.beforeDayOfGiving" }));
        office.Clock.MoveTo(FifthDay.AddDays(2));
        Assert.That(await Serve(reply), Is.Empty);
    }

    [Test]
    public async Task Disclosed_WhoseNamedDayALateDeliveryOvertook_IsTold()
    {
        var asked = await Ask(First, Opinion.Disagrees);
        var reply = await Disclosed(First);
        var notice = await Notice(asked, First, FifthDay.AddDays(1));
        await desk.Issue(notice);
        await desk.Do<Unit>((id, version) => new ServeDocument(
            id, version, notice, ServiceWay.Post, Today, null, new ServiceParticulars("示范路1号", MailNumber: "1234567890123")));
        office.Clock.MoveTo(Today.AddDays(1));
        await desk.Do<Unit>((id, version) => new RecordDelivery(id, version, notice, Today.AddDays(1)));
        office.Clock.MoveTo(FifthDay.AddDays(1));
        Assert.That(await Serve(reply), Is.EqualTo(new[] { "service.dayOfGivingOvertaken" }));
        office.Clock.MoveTo(WorkingDayCalendar.Official.AddWorkingDays(Today.AddDays(1), 5).AddDays(1));
        Assert.That(await Serve(reply), Is.Empty);
    }

    [Test]
    public async Task Disclosed_OverTwoObjections_WaitsForEachParty_HoweverManyNoticesOneOfThemGot()
    {
        var (first, second) = (await Ask(First, Opinion.Disagrees), await Ask(Second, Opinion.AgreesInPart));
        var reply = await Disclosed($"{First}、{Second}");
        await Tell(first, First, FifthDay.AddDays(1));
        await Tell(first, First, FifthDay.AddDays(1));
        office.Clock.MoveTo(FifthDay.AddDays(20));
        var untold = await desk.Try<Unit>((id, version) => ByHand(id, version, reply));
        Assert.That(
            untold.Refusals.Select(refusal => (refusal.Code, refusal.Arguments.Single())),
            Is.EqualTo(new[] { ("service.thirdPartyNotTold", (object?)Second) }));

        office.Clock.MoveTo(Today);
        await Tell(second, Second, FifthDay.AddDays(1));
        office.Clock.MoveTo(FifthDay.AddDays(20));
        Assert.That(await Serve(reply), Is.Empty);
    }

    [Test]
    public async Task Party_ForWhoseSakeAPartIsWithheld_AndThatIsToldOtherwise_IsOverruled()
    {
        var asked = await Ask(First, Opinion.AgreesInPart);
        await desk.Answer(StepAnswer.PartlyDisclosed);
        await Review();
        var withheld = Withheld(TemplateCodes.RefusedThirdPartyRights, ("thirdParty", First), ("consultedOn", Day(Today)));
        var reply = await desk.Draft(TemplateCodes.PartlyDisclosed, null, ("withheld", new JsonArray(withheld)));
        await desk.Issue(reply);
        await Notice(asked, First, FifthDay.AddDays(1));
        Assert.That(await Serve(reply), Is.EqualTo(new[] { "service.thirdPartyNotTold" }));
    }

    [Test]
    public async Task OtherOpinion_ThatTheLetterItselfOverrules_IsAnObjection()
    {
        await Ask(First, Opinion.Other);
        Assert.That(await Serve(await Disclosed(First)), Is.EqualTo(new[] { "service.thirdPartyNotTold" }));
    }

    [TestCase(null, "service.thirdPartyNotTold")]
    [TestCase("有关第三方", null)]
    [TestCase(Second, "service.thirdPartyNotTold")]
    public async Task PartlyDisclosed_GivesOverAnObjection_UnlessItWithholdsForThatParty(string? party, string? code)
    {
        await Ask(First, Opinion.AgreesInPart);
        await Ask(Second, Opinion.Disagrees);
        await desk.Answer(StepAnswer.PartlyDisclosed);
        await Review();
        var withheld = party is null
            ? Withheld(TemplateCodes.RefusedInternalAffairs)
            : Withheld(TemplateCodes.RefusedThirdPartyRights, ("thirdParty", party), ("consultedOn", Day(Today)));
        var reply = await desk.Draft(TemplateCodes.PartlyDisclosed, null, ("withheld", new JsonArray(withheld)));
        await desk.Issue(reply);
        Assert.That(await Serve(reply), Is.EqualTo(code is null ? [] : new[] { code }));
    }

    [Test]
    public async Task Disclosed_WithoutAWordOfTheObjection_IsRefused()
    {
        await Ask(First, Opinion.AgreesInPart);
        await desk.Answer(StepAnswer.Disclosed);
        await Review();
        var silent = await desk.Draft(TemplateCodes.Disclosed, "provided");
        Assert.That(await desk.Submit(silent), Is.EqualTo(new[] { "check.objectionUnsaid" }));
    }

    [Test]
    public async Task Disclosed_SignedBeforeTheObjectionCame_IsNotServed()
    {
        await desk.Answer(StepAnswer.Disclosed);
        await Review();
        var reply = await desk.Draft(TemplateCodes.Disclosed, "provided");
        await desk.Issue(reply);
        await Ask(First, Opinion.Disagrees);
        Assert.That(await Serve(reply), Is.EqualTo(new[] { "service.thirdPartyNotTold" }));
    }

    [Test]
    public async Task Notice_ServedWhenItsDayHasComeTooNear_NoLongerFits()
    {
        var asked = await Ask(First, Opinion.Disagrees);
        var notice = await Notice(asked, First, FifthDay.AddDays(1));
        await desk.Issue(notice);
        office.Clock.MoveTo(Today.AddDays(1));
        Assert.That(await Serve(notice), Is.EqualTo(new[] { "service.noLongerFits", "check.givenTooSoon" }));
    }

    private static JsonObject Withheld(string ground, params (string Key, JsonNode Value)[] changes)
    {
        var part = SampleFacts.Of(ground, null, "");
        part.Remove("information");
        (part["ground"], part["text"]) = (ground, "附表2中的单价。");
        foreach (var (key, value) in changes)
        {
            part[key] = value;
        }

        return part;
    }

    private static JsonValue Day(DateOnly day) => JsonValue.Create(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    private async Task<Guid> Ask(string party, Opinion opinion)
    {
        var letter = await desk.Draft(TemplateCodes.ThirdPartyConsultation, null, ("recipient", party));
        await desk.Serve(letter);
        await desk.Do<Unit>((id, version) => new ReceiveOpinion(id, version, letter, Today, opinion, "属于商业秘密。"));
        return letter;
    }

    private Task<Unit> Review() =>
        desk.Do<Unit>((id, version) => new ReviewDisclosure(id, version, null, "可以公开"), office.Reviewer);

    private async Task<Guid> Disclosed(string parties)
    {
        await desk.Answer(StepAnswer.Disclosed);
        await Review();
        var reply = await desk.Draft(TemplateCodes.Disclosed, "over-objection", ("consultedOn", Day(Today)), ("thirdParty", parties));
        await desk.Issue(reply);
        return reply;
    }

    private async Task<Guid> Notice(Guid asked, string party, DateOnly givenOn) => await desk.Draft(
        TemplateCodes.ThirdPartyDisclosureNotice, null,
        ("recipient", party), ("consultationNumber", (await desk.File()).Document(asked).Number),
        ("consultationDeliveredOn", Day(Today)), ("objectedOn", Day(Today)), ("givenOn", Day(givenOn)));

    private async Task Tell(Guid asked, string party, DateOnly givenOn) => await desk.Serve(await Notice(asked, party, givenOn));

    private ServeDocument ByHand(Guid id, int version, Guid letter) =>
        new(id, version, letter, ServiceWay.HandedOver, office.Clock.Today());

    private async Task<string[]> Serve(Guid letter) =>
        [.. (await desk.Try<Unit>((id, version) => ByHand(id, version, letter))).Refusals.Select(refusal => refusal.Code)];
}
