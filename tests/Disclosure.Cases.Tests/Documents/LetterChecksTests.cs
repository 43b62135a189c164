using System.Text.Json.Nodes;
using Disclosure.Cases.Letters;

namespace Disclosure.Cases.Tests.Documents;

public sealed class LetterChecksTests
{
    [TestCase("\"\"", "letter.fact-blank")]
    [TestCase("\"  \\n\\t \"", "letter.fact-blank")]
    [TestCase("\"\\u3000\"", "letter.fact-blank")]
    [TestCase("\"\\u3000\\u3164\"", "letter.control-character")]
    [TestCase("\"a\\u0000b\"", "letter.control-character")]
    [TestCase("\"a\\u001bb\"", "letter.control-character")]
    [TestCase("\"a\\u202eb\"", "letter.control-character")]
    [TestCase("\"a\\uffffb\"", "letter.control-character")]
    [TestCase("12", "letter.fact-wrong-type")]
    [TestCase("[\"a\"]", "letter.fact-wrong-type")]
    [TestCase("{}", "letter.fact-wrong-type")]
    [TestCase("true", "letter.fact-wrong-type")]
    [TestCase("null", "letter.fact-missing")]
    public void Paragraphs_Unusable_AreRefused(string json, string code) =>
        AssertRefused("01-correction-notice", "corrections", json, code);

    [TestCase("\"2025-02-30\"", "letter.fact-wrong-type")]
    [TestCase("\"2025-2-3\"", "letter.fact-wrong-type")]
    [TestCase("\"2025-10-01T00:00:00\"", "letter.fact-wrong-type")]
    [TestCase("20251001", "letter.fact-wrong-type")]
    [TestCase("\"0001-01-01\"", "letter.date-implausible")]
    [TestCase("\"9999-12-31\"", "letter.date-implausible")]
    [TestCase("\"2000-01-01\"", "letter.date-too-early")]
    public void RespondBy_Unusable_IsRefused(string json, string code) => AssertRefused("01-correction-notice", "respondBy", json, code);

    [TestCase("0", "letter.number-out-of-range")]
    [TestCase("21", "letter.number-out-of-range")]
    [TestCase("1.5", "letter.fact-wrong-type")]
    [TestCase("1e99", "letter.fact-wrong-type")]
    [TestCase("\"5\"", "letter.fact-wrong-type")]
    public void WorkingDays_Unusable_AreRefused(string json, string code) =>
        AssertRefused("03-extension-notice", "workingDays", json, code);

    [TestCase("\"no-such\"", "letter.choice-unknown")]
    [TestCase("1", "letter.fact-wrong-type")]
    public void Choice_Unusable_IsRefused(string json, string code) => AssertRefused("04-third-party-consultation", "interest", json, code);

    [TestCase("[]", "letter.fact-missing")]
    [TestCase("[\"x\"]", "letter.fact-wrong-type")]
    [TestCase("\"x\"", "letter.fact-wrong-type")]
    public void Sections_Unusable_AreRefused(string json, string code) => AssertRefused("10-partly-disclosed", "withheld", json, code);

    [TestCase("false", "letter.declaration-missing")]
    [TestCase("\"yes\"", "letter.fact-wrong-type")]
    public void Declaration_NotMade_IsRefused(string json, string code) =>
        AssertRefused("16-refused-deliberative-process", "noLawRequiresDisclosure", json, code);

    [TestCaseSource(typeof(Samples), nameof(Samples.Names))]
    public void Facts_LeftAsSuggestedWithGaps_AreRefused(string name)
    {
        var letter = Samples.Read(name);
        var template = Samples.Templates.Find(letter.TemplateCode)!.For(letter.Variant);
        foreach (var fact in template.Facts.Where(fact => fact.Suggestion?.Contains("……", StringComparison.Ordinal) == true))
        {
            var refusals = Samples.Letters.Check(letter.WithFact(fact.Key, fact.Suggestion));
            Assert.That(
                refusals.Select(refusal => (refusal.Code, refusal.Field)),
                Is.EqualTo(new[] { ("letter.fact-has-gaps", fact.Key) }));
        }
    }

    [Test]
    public void Paragraphs_QuotingWithAnEllipsis_AreKept() =>
        Assert.That(Samples.Letters.Check(Samples.Read("01-correction-notice").WithFact("corrections", "条例规定“行政机关……应当给予指导”。")), Is.Empty);

    [Test]
    public void FreeBand_InAFeeNotice_IsRefused() => AssertRefused("fee-notice", "count", "30", "letter.no-fee-due");

    [Test]
    public void FeeNotice_Of68Pages_Says380Yuan() =>
        Assert.That(Samples.Letters.ToHtml(Samples.Read("fee-notice")), Does.Contain("缴纳信息处理费人民币380元（大写：人民币叁佰捌拾元整）"));

    [Test]
    public void Text_Of20000Characters_IsAllowedAndOneMoreRefused()
    {
        var longest = string.Concat(Enumerable.Repeat("𠮷", 20_000));
        var letter = Samples.Read("01-correction-notice");
        Assert.That(Samples.Letters.Check(letter.WithFact("corrections", longest)), Is.Empty);
        Assert.That(Codes(letter.WithFact("corrections", longest + "字")), Is.EqualTo(new[] { "letter.text-too-long" }));
    }

    [Test]
    public void LineBreak_InAOneLineFact_IsRefused() =>
        AssertRefused("04-third-party-consultation", "recipient", "\"甲\\n乙\"", "letter.not-one-line");

    [Test]
    public void UnknownFact_Always_IsRefused() => AssertRefused("01-correction-notice", "noSuchFact", "\"x\"", "letter.fact-unknown");

    [Test]
    public void FactOfAnotherVariant_Given_IsRefused() =>
        AssertRefused("03-extension-notice", "untilOn", "\"2026-03-01\"", "letter.fact-not-asked");

    [Test]
    public void UnknownVariantAndTemplate_AreRefused()
    {
        var letter = Samples.Read("08-disclosed");
        Assert.That(Codes(letter with { Variant = "no-such" }), Is.EqualTo(new[] { "letter.unknown-variant" }));
        Assert.That(Codes(letter with { TemplateCode = "no-such" }), Is.EqualTo(new[] { "letter.unknown-template" }));
        Assert.That(() => Samples.Letters.ToHtmlPreview(letter with { TemplateCode = "no-such" }), Throws.TypeOf<LetterRefusedException>());
    }

    [Test]
    public void Final_WithoutNumberOrDate_IsRefusedAndADraftIsNot()
    {
        var letter = Samples.Read("08-disclosed") with { Number = null, DecidedOn = null };
        Assert.That(Samples.Letters.Check(letter), Is.Empty);
        Assert.That(
            Samples.Letters.Check(letter, final: true).Select(refusal => refusal.Field),
            Is.EqualTo(new[] { "number", "decidedOn" }));
    }

    [TestCaseSource(typeof(Samples), nameof(Samples.Names))]
    public void Issue_OfALetterCheckedAsADraft_LacksWhatTheFinalCheckAdds(string name)
    {
        var whole = Samples.Read(name);
        foreach (var letter in new[] { whole, whole with { Number = null }, whole with { Number = null, DecidedOn = null } })
        {
            var added = Samples.Letters.Check(letter, final: true).Except(Samples.Letters.Check(letter));
            Assert.That(LetterCheck.OfIssue(Samples.Templates, letter), Is.EqualTo(added));
        }
    }

    [Test]
    public void Final_OfASeriesNone_NeedsNoNumber() =>
        Assert.That(Samples.Letters.Check(Samples.Read("registration-receipt") with { Number = null }, final: true), Is.Empty);

    [Test]
    public void Draft_InBothForms_ShowsItsMarks()
    {
        var html = Samples.Letters.ToHtml(Samples.Read("08-disclosed") with { Number = null, DecidedOn = null });
        Assert.That(
            html,
            Does.Contain("<span class=\"letter-draft\">（编号待签发）</span>").And.Contain("<span class=\"letter-draft\">（日期待签发）</span>"));
    }

    [Test]
    public void AgencyWithoutCourt_WhereTheLetterIsContestable_IsRefused()
    {
        var letter = Samples.Read("08-disclosed");
        Assert.That(
            Samples.Letters.Check(letter with { Agency = letter.Agency with { Court = " " } }).Single().Field,
            Is.EqualTo("agency.court"));
        var notice = Samples.Read("01-correction-notice");
        Assert.That(Samples.Letters.Check(notice with { Agency = notice.Agency with { Court = null } }), Is.Empty);
    }

    [Test]
    public void IssueBeforeReceipt_Always_IsRefused()
    {
        var letter = Samples.Read("08-disclosed");
        Assert.That(
            Codes(letter with { DecidedOn = letter.Case.ReceivedOn.AddDays(-1) }),
            Is.EqualTo(new[] { "letter.decided-too-early" }));
    }

    [Test]
    public void OneSection_InAPartlyDisclosedLetter_BearsNoOrdinal()
    {
        var letter = Samples.Read("10-partly-disclosed")
            .WithFact("withheld", new JsonArray(Samples.Part(TemplateCodes.RefusedStateSecret)));
        Assert.That(Samples.Letters.ToHtml(letter), Does.Contain(">国家秘密</h2>"));
    }

    private static void AssertRefused(string sample, string fact, string json, string code)
    {
        var letter = Samples.Read(sample).WithFact(fact, JsonNode.Parse(json));
        var refusals = Samples.Letters.Check(letter);
        Assert.That(refusals.Select(refusal => (refusal.Field, refusal.Code)), Is.EqualTo(new[] { (fact, code) }));
        Assert.That(refusals[0].Say("zh"), Is.Not.Empty);
        Assert.That(refusals[0].Say("en"), Is.Not.Empty);
        Assert.That(() => Samples.Letters.ToDocx(letter), Throws.TypeOf<LetterRefusedException>());
        Assert.That(Samples.Letters.ToHtmlPreview(letter), Does.Contain("letter-title"));
    }

    private static IEnumerable<string> Codes(Letter letter) => Samples.Letters.Check(letter).Select(refusal => refusal.Code);
}
