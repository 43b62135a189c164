using System.Text.Json.Nodes;
using Disclosure.Cases.Agencies;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.Registration;
using Disclosure.Cases.ReplyProcess;
using Microsoft.Extensions.DependencyInjection;

namespace Disclosure.Cases.Storage.Tests.ReplyProcess;

/// <summary>
/// Names, numbers and articles in a letter are the case's; what may lawfully be cited passes (docs/domain.md, "Legal checks").
/// </summary>
public sealed class WrittenNamesTests
{
    private TestOffice office = null!;

    [SetUp]
    public async Task Open()
    {
        office = await TestOffice.OpenWithLetters(new DateOnly(2025, 9, 22));
        await office.As(Actor.Application, async scope =>
        {
            await scope.GetRequiredService<IAgencies>().Add(new Agency(
                Guid.NewGuid(), new DateOnly(2008, 5, 1), "示范建", "示范区住房和城乡建设委员会", AgencyKind.Department, "办公室", "示范路2号",
                "400001", "000-2", "示范区人民政府", "示范路1号", "示范区人民法院", MastheadKind.Letter), default);
            return true;
        });
        await office.Send(office.Clerk, new RegisterApplication(
            Channel.InPerson, office.Clock.Today(), null,
            [new Applicant(ApplicantKind.NaturalPerson, "𠮷田某", null, "000-9", "示范市", true, null)], ["别的信息"]));
    }

    [TearDown]
    public async Task Close() => await office.DisposeAsync();

    private async Task<CaseDriver> NotExisting()
    {
        var desk = await (await CaseDriver.Register(office)).Answer(StepAnswer.Complete, StepAnswer.Ours);
        await desk.Search();
        return await desk.Answer(StepAnswer.NotExisting);
    }

    [TestCase("申请人𠮷田某要求提供的文件未检索到。", "check.applicantDiffers", TestName = "another case's applicant, called the applicant")]
    [TestCase("𠮷田某先生提出的申请所指文件未检索到。", "check.applicantDiffers", TestName = "another case's applicant, whose application it is said to be")]
    [TestCase("申请人：王某某，未检索到其所申请的文件。", "check.applicantDiffers", TestName = "a name after a colon")]
    [TestCase("申请人：陈某，未检索到其所申请的文件。", null, TestName = "the case's own applicant")]
    [TestCase("档案管理员𠮷田某进行检索，未检索到。", null, TestName = "the same name for somebody else")]
    [TestCase("申请人称“𠮷田某提出的申请已有结果”，未检索到。", null, TestName = "somebody else's words")]
    [TestCase("本机关（示范区住房和城乡建设委员会）未检索到。", "check.agencyIsNotOurs", TestName = "another agency's name as ours")]
    [TestCase("本机关（示范区人民政府）未检索到。", null, TestName = "our own name")]
    [TestCase("向示范区住房和城乡建设委员会核实，未检索到。", null, TestName = "another agency as itself")]
    [TestCase("此前已以示范府依申请复［2026］99号答复。", "check.numberNotInCase", TestName = "a number in other brackets")]
    [TestCase("此前已以示范府依申请复（２０２６）第９９号答复。", "check.numberNotInCase", TestName = "a number in full-width digits")]
    [TestCase("此前已以依申请复[2026] 99号答复。", "check.numberNotInCase", TestName = "a number without the agency's code")]
    [TestCase("登记编号为示范府依申请〔2025〕99号。", "check.numberNotInCase", TestName = "another register number")]
    [TestCase("登记编号为示范府依申请〔2025〕2号。", null, TestName = "the case's register number")]
    [TestCase("登记编号为示范府依申请[2025]2号。", "check.numberForm", TestName = "the case's register number in other brackets")]
    [TestCase("本机关以示范建依申请复〔2025〕3号答复。", "check.otherAgencysNumber", TestName = "another agency's number as ours")]
    [TestCase("示范区住房和城乡建设委员会以示范建依申请复〔2025〕3号答复。", null, TestName = "another agency's number as its own")]
    [TestCase("示范府发〔2023〕5号、建城规〔2020〕4号均无该内容。", null, TestName = "numbers of documents")]
    [TestCase("《关于某事项的答复》（示范府依申请复〔2023〕8号）无该内容。", null, TestName = "a document cited by its name")]
    [TestCase("外区依申请复〔2025〕3号无该内容。", null, TestName = "an office outside the district")]
    [TestCase("根据《条例》第三十九条第一款的规定，本机关不予处理。", "check.otherGround", TestName = "another ground's article")]
    [TestCase("根据《条例》第三十六条第四项的规定，本机关不予提供。", null, TestName = "the text's own article")]
    [TestCase("本机关于2025年9月21日收到您提交的政府信息公开申请。", "check.writtenDayDiffers", TestName = "another day of receipt")]
    [TestCase("本机关于2025年9月22日收到您提交的政府信息公开申请。", null, TestName = "the day of receipt")]
    [TestCase("此前，本机关于2024年3月1日收到您提交的申请。", null, TestName = "the day of receipt of an earlier application")]
    [TestCase("检索于2025年9月19日完成。", "check.searchedOutside", TestName = "a search before the application")]
    [TestCase("本机关于2025年10月9日组织检索。", "check.searchedOutside", TestName = "a search to come")]
    public async Task WrittenText_IsHeldAgainstTheCase(string text, string? code)
    {
        var desk = await NotExisting();
        var findings = await desk.FindingsOf(TemplateCodes.NotExisting, null, ("search", text));
        Assert.Multiple(() =>
        {
            Assert.That(findings.Select(finding => finding.Code), Is.EqualTo(code is null ? [] : new[] { code }));
            Assert.That(findings.Select(finding => finding.Field), Is.All.EqualTo("search"));
            Assert.That(findings.SelectMany(finding => new[] { finding.Say(), finding.Say(Texts.English) }), Is.All.Not.Empty);
        });
    }

    [Test]
    public async Task Findings_OfOneKindInOneFact_AreAllShown()
    {
        var desk = await NotExisting();
        var findings = await desk.FindingsOf(TemplateCodes.NotExisting, null, ("search", "示范府依申请复〔2025〕8号、示范府依申请复〔2025〕9号。"));
        Assert.That(findings, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task OtherAgency_ThatIsThisOne_IsRefused()
    {
        var desk = await (await CaseDriver.Register(office)).Answer(StepAnswer.Complete, StepAnswer.NotThisAgency);
        var known = await desk.FindingsOf(TemplateCodes.NotThisAgency, "agency-known", ("otherAgency", "示范区人民政府"));
        var joint = await desk.FindingsOf(TemplateCodes.NotThisAgency, "jointly-made", ("leadAgency", office.Agency.Office));
        var other = await desk.FindingsOf(TemplateCodes.NotThisAgency, "agency-known", ("otherAgency", "示范区住房和城乡建设委员会"));
        Assert.Multiple(() =>
        {
            Assert.That(
                known.Select(finding => (finding.Code, finding.Field)),
                Is.EqualTo(new[] { ("check.agencyIsOurs", "otherAgency") }));
            Assert.That(joint.Select(finding => (finding.Code, finding.Field)), Is.EqualTo(new[] { ("check.agencyIsOurs", "leadAgency") }));
            Assert.That(other, Is.Empty);
        });
    }

    [Test]
    public async Task ThirdParty_OtherThanTheOneAsked_IsRefused()
    {
        var desk = await (await CaseDriver.Register(office)).Answer(StepAnswer.Complete, StepAnswer.Ours, StepAnswer.Held);
        var letter = await desk.Draft(
            TemplateCodes.ThirdPartyConsultation, null, ("recipient", "示范建材有限公司"), ("recipientKind", "organisation"));
        await desk.Serve(letter);
        office.Clock.MoveTo(office.Clock.Today().AddDays(2));
        await desk.Do<Unit>((id, version) => new ReceiveOpinion(id, version, letter, office.Clock.Today(), Opinion.Disagrees, "商业秘密"));
        await desk.Answer(StepAnswer.ThirdPartyRights);
        var served = (await desk.File()).Document(letter);
        var (on, number) =
            (served.ServedOn!.Value.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), served.Number);
        JsonNode answered = "第三方于2025年9月24日书面答复，不同意公开。";
        var other = await desk.FindingsOf(
            TemplateCodes.RefusedThirdPartyRights,
            null,
            ("thirdParty", "示范水泥厂"),
            ("consultedOn", on),
            ("thirdPartyAnswer", answered.DeepClone()));
        var general = await desk.FindingsOf(
            TemplateCodes.RefusedThirdPartyRights,
            null,
            ("thirdParty", "有关第三方"),
            ("consultedOn", on),
            ("thirdPartyAnswer", answered.DeepClone()));
        var otherDay = await desk.FindingsOf(
            TemplateCodes.RefusedThirdPartyRights,
            null,
            ("thirdParty", "示范建材有限公司"),
            ("consultedOn", "2025-09-23"),
            ("thirdPartyAnswer", "第三方于2025年9月23日书面答复，不同意公开。"));
        (string, JsonNode?)[] days =
        [
            ("consultationNumber", number), ("consultationDeliveredOn", on), ("objectedOn", "2025-09-24"), ("givenOn", "2025-10-31"),
        ];
        var toAnother = await desk.FindingsOf(TemplateCodes.ThirdPartyDisclosureNotice, null, [("recipient", "示范水泥厂"), .. days]);
        Assert.Multiple(() =>
        {
            Assert.That(
                other.Select(finding => (finding.Code, finding.Field)),
                Is.EqualTo(new[] { ("check.thirdPartyDiffers", "thirdParty") }));
            Assert.That(general, Is.Empty);
            Assert.That(
                otherDay.Select(finding => (finding.Code, finding.Field)),
                Is.EqualTo(new[] { ("check.dateDiffers", "consultedOn"), ("check.writtenDayDiffers", "thirdPartyAnswer") }));
            Assert.That(
                toAnother.Select(finding => (finding.Code, finding.Field)),
                Is.EqualTo(new[] { ("check.recipientDiffers", "recipient") }));
        });
    }

    [Test]
    public async Task RepeatRequest_MayCiteTheApplicantsEarlierNumbers_AndNoOthers()
    {
        var earlier = await NotExisting();
        await earlier.Serve(await earlier.Draft(TemplateCodes.NotExisting));
        var (register, number) = ((await earlier.File()).RegisterNumber, (await earlier.File()).Documents[0].Number!);
        office.Clock.MoveTo(office.Clock.Today().AddDays(7));
        var desk = await (await CaseDriver.Register(office)).Answer(StepAnswer.Complete, StepAnswer.RepeatRequest);
        var right = await desk.FindingsOf(
            TemplateCodes.RepeatRequest,
            "same-information",
            ("earlierNumber", number),
            ("earlierRepliedOn", "2025-09-22"),
            ("earlierRequested", "第1项信息"),
            ("earlierOutcome", "政府信息不存在"),
            ("comparison", $"此前的申请（{register}）已以{number}答复。"));
        var wrong = await desk.FindingsOf(
            TemplateCodes.RepeatRequest,
            "same-information",
            ("earlierNumber", number),
            ("earlierRepliedOn", "2025-09-23"),
            ("earlierRequested", "第1项信息"),
            ("earlierOutcome", "政府信息不存在"),
            ("comparison", "此前的申请（示范府依申请〔2025〕77号）已答复。"));
        Assert.Multiple(() =>
        {
            Assert.That(right, Is.Empty);
            Assert.That(
                wrong.Select(finding => (finding.Code, finding.Field)),
                Is.EquivalentTo(new[] { ("check.numberNotInCase", "comparison"), ("check.dateDiffers", "earlierRepliedOn") }));
        });
    }
}
