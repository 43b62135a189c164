using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Disclosure.Cases.Documents;
using Disclosure.Cases.Documents.Linting;
using Disclosure.Cases.Documents.Templates;
using Disclosure.Cases.Letters;
using Disclosure.Cases.ReplyTemplates;

namespace Disclosure.Cases.Tests.Documents;

/// <summary>A part that 10 withholds carries what the whole refusal on its ground carries (art. 37).</summary>
public sealed class WithheldPartTests
{
    private const string ThirdParty = "substantive/14-refused-third-party-rights.md";

    private static IEnumerable<string> Grounds => WithholdingGround.All.Select(ground => ground.Code);

    private static IEnumerable<string> GroundsWithATemplate => Grounds.Where(ground => Samples.Templates.Find(ground) is not null);

    private static Letter With(params JsonNode[] parts) =>
        Samples.Read("10-partly-disclosed").WithFact("withheld", new JsonArray(parts));

    private static IEnumerable<(string? Field, string Code)> Refused(Letter letter) =>
        Samples.Letters.Check(letter).Select(refusal => (refusal.Field, refusal.Code));

    [TestCaseSource(nameof(GroundsWithATemplate))]
    public void Part_OfAGround_AsksForWhatTheWholeRefusalAsksFor(string ground)
    {
        var whole = Samples.Templates.Find(ground)!.Facts.Where(fact => fact.Key != "information")
            .Select(fact => (fact.Key, fact.Label, fact.LabelEn, fact.Kind, fact.Optional));
        var part = Samples.Templates.OfPart(ground)!.Facts.Skip(1)
            .Select(fact => (fact.Key, fact.Label, fact.LabelEn, fact.Kind, fact.Optional));
        Assert.That(part, Is.EqualTo(whole));
        Assert.That(Samples.Templates.OfPart(ground)!.Facts[0].Key, Is.EqualTo("text"));
    }

    [TestCaseSource(nameof(Grounds))]
    public void Part_WithAllFacts_CanBePrinted(string ground) => Assert.That(Refused(With(Samples.Part(ground))), Is.Empty);

    [TestCaseSource(nameof(Grounds))]
    public void Part_WithoutARequiredFact_IsRefusedByItsName(string ground)
    {
        Assert.Multiple(() =>
        {
            foreach (var fact in Samples.Templates.OfPart(ground)!.Facts.Where(fact => !fact.Optional))
            {
                Assert.That(
                    Refused(With(Samples.Part(WithholdingGround.NotGovernmentInformation), Samples.Part(ground, (fact.Key, null)))),
                    Is.EqualTo(new[] { ($"withheld[1].{fact.Key}", "letter.fact-missing") }));
            }
        });
    }

    [Test]
    public void Part_WithGroundAndTextAlone_NamesEachFactThatIsMissing()
    {
        var letter = With(new JsonObject { ["ground"] = TemplateCodes.RefusedStateSecret, ["text"] = "第3页的批注。" });
        Assert.That(
            Refused(letter),
            Is.EqualTo(new[] { "classifiedBy", "classifiedOn", "secrecyLevel", "secrecyPeriod", "classification", "severability" }
                .Select(key => ($"withheld[0].{key}", "letter.fact-missing"))));
        Assert.That(Samples.Letters.ToHtmlPreview(letter), Does.Contain("第3页的批注。").And.Contain("［定密机关］"));
    }

    [TestCase("{\"text\":\"第3页的批注。\"}", "ground", "letter.ground-unknown")]
    [TestCase("{\"ground\":\"no-such\",\"text\":\"第3页的批注。\"}", "ground", "letter.ground-unknown")]
    public void Part_WithoutAGround_IsRefused(string json, string field, string code) =>
        Assert.That(Refused(With(JsonNode.Parse(json)!)), Is.EqualTo(new[] { ($"withheld[0].{field}", code) }));

    [TestCase("classifiedOn", "\"2023-02-30\"", "letter.fact-wrong-type")]
    [TestCase("secrecyLevel", "\"very\"", "letter.choice-unknown")]
    [TestCase("classification", "\"该政府信息系依照……定密。\"", "letter.fact-has-gaps")]
    [TestCase("text", "\" \"", "letter.fact-blank")]
    [TestCase("danger", "\"一旦公开，可能危及公共安全。\"", "letter.fact-unknown")]
    public void Fact_OfAPart_IsCheckedAsInTheWholeRefusal(string key, string json, string code) =>
        Assert.That(
            Refused(With(Samples.Part(TemplateCodes.RefusedStateSecret, (key, JsonNode.Parse(json))))),
            Is.EqualTo(new[] { ($"withheld[0].{key}", code) }));

    [TestCase("第3页。", "letter.part-not-named")]
    [TestCase("第三页至第五页的内容", "letter.part-not-named")]
    [TestCase("附件2第3段中的有关信息。", "letter.part-not-named")]
    [TestCase("合同有关部分", "letter.part-not-named")]
    [TestCase("合同", "letter.part-not-named")]
    [TestCase("全文。", "letter.part-not-named")]
    [TestCase("示范公司采购合同第三章的相关条款。", "letter.part-not-named")]
    [TestCase("纪要第2页；讨论记录中的敏感内容。", "letter.part-not-named")]
    [TestCase("第3页的批注。", null)]
    [TestCase("姓名", null)]
    [TestCase("采购合同第三章有关价款的部分", null)]
    [TestCase("验收人员的住址、电话等有关信息。", null)]
    [TestCase("合同第5页的单价；附件二的有关内容。", null)]
    public void Text_OfAPart_SaysWhatTheContentIs(string text, string? code) =>
        Assert.That(
            Refused(With(Samples.Part(TemplateCodes.RefusedInternalAffairs, ("text", text)))),
            Is.EqualTo(code is null ? [] : new[] { ("withheld[0].text", code) }));

    [TestCase("第3页。", "letter.reason-too-thin")]
    [TestCase("属于内部信息。", "letter.reason-too-thin")]
    [TestCase("该部分信息属于内部事务信息，依照条例规定可以不予公开。", "letter.reason-too-thin")]
    [TestCase("属于考勤安排，属于考勤安排，属于考勤安排。", "letter.reason-too-thin")]
    [TestCase("系本机关制定年度考勤安排所用。", null)]
    public void Reason_OfAPartAndOfTheWhole_SpeaksOfTheCase(string reason, string? code)
    {
        var whole = Samples.Read("15-refused-internal-affairs").WithFact("finding", reason);
        Assert.Multiple(() =>
        {
            Assert.That(
                Refused(With(Samples.Part(TemplateCodes.RefusedInternalAffairs, ("finding", reason)))),
                Is.EqualTo(code is null ? [] : new[] { ("withheld[0].finding", code) }));
            Assert.That(Refused(whole), Is.EqualTo(code is null ? [] : new[] { ("finding", code) }));
        });
    }

    [TestCase(TemplateCodes.RefusedThirdPartyRights, "interest", "privacy", "个人隐私", "商业秘密")]
    [TestCase(TemplateCodes.RefusedThirdPartyRights, "interest", "trade-secret", "商业秘密", "个人隐私")]
    [TestCase(TemplateCodes.RefusedSecurityAndStability, "endangered", "economic-security", "经济安全", "社会稳定")]
    [TestCase(TemplateCodes.RefusedInternalAffairs, "category", "personnel", "人事管理", "后勤管理")]
    [TestCase(TemplateCodes.RefusedDeliberativeProcess, "processKind", "draft", "过程稿", "请示报告")]
    public void Wording_OfAPart_NamesTheInterestAtStakeAlone(string ground, string choice, string chosen, string named, string other)
    {
        var changes = Samples.Templates.OfPart(ground)!.Facts.Where(fact => fact.Kind == FactKind.Paragraphs)
            .Select(fact => (fact.Key, (JsonNode?)"系与本案有关的具体情况和具体理由。")).Append((choice, chosen)).ToArray();
        var html = Samples.Letters.ToHtml(With(Samples.Part(ground, changes)));
        Assert.That(Regex.Replace(html, "规定：“[^”]*”", ""), Does.Contain(named).And.Not.Contain(other));
    }

    [TestCase(TemplateCodes.RefusedInternalAffairs, "第十六条第一款规定：“行政机关的内部事务信息，")]
    [TestCase(TemplateCodes.RefusedDeliberativeProcess, "第十六条第二款规定：“行政机关在履行行政管理职能过程中形成的讨论记录、")]
    [TestCase(TemplateCodes.RefusedEnforcementFile, "法律、法规、规章规定上述信息应当公开的，从其规定。”")]
    public void Wording_OfAPartUnderArticle16_QuotesIt(string ground, string words)
    {
        var html = Samples.Letters.ToHtml(With(Samples.Part(ground)));
        Assert.That(html, Does.Contain(words));
        Assert.That(html.Split("第三十六条第三项规定"), Has.Length.EqualTo(2), "said once, for all parts");
    }

    [TestCaseSource(nameof(GroundsWithATemplate))]
    public void Wording_OfAPart_SaysWhetherItCanBeSeparated(string ground) => Assert.That(
        Samples.Letters.ToHtml(With(Samples.Part(ground, ("severability", "该部分信息不能再作区分处理，因各栏互相印证。")))),
        Does.Contain("该部分信息不能再作区分处理，因各栏互相印证。"));

    [Test]
    public void Part_InAWordingThatDoesNotPrintWhetherItCanBeSeparated_IsNotAskedForIt()
    {
        var text = Samples.Templates.Find(TemplateCodes.RefusedInternalAffairs)!;
        var before = text with
        {
            Body = text.Body.Replace(
                "{{paragraphs severability}}", "{{#whole}}\n{{paragraphs severability}}\n{{/whole}}", StringComparison.Ordinal),
        };
        Assert.That(PartTexts.Of(before).Facts.Select(fact => fact.Key), Has.None.EqualTo("severability"));
        Assert.That(PartTexts.Of(text).Facts.Select(fact => fact.Key), Has.Some.EqualTo("severability"));
    }

    [Test]
    public void Remedy_OfAPart_NamesTheInterestAtStake()
    {
        var html = Samples.Letters.ToHtml(With(
            Samples.Part(TemplateCodes.RefusedSecurityAndStability), Samples.Part(WithholdingGround.NotGovernmentInformation)));
        Assert.That(html, Does.Contain("一、公开后可能危及公共安全的信息").And.Contain("以“公开后可能危及公共安全的信息”为由"));
    }

    [TestCase(true, "依照本区规定，")]
    [TestCase(false, "经依法审查，该部分信息涉及")]
    public void Wording_OfTheOffice_HoldsInAPartWhereItSpeaksOfParts(bool speaks, string expected)
    {
        var folder = Directory.CreateTempSubdirectory();
        var own = File.ReadAllText(Path.Combine(Samples.Folder, ThirdParty))
            .Replace("经依法审查，{{#whole}}", "依照本区规定，{{#whole}}", StringComparison.Ordinal);
        if (!speaks)
        {
            own = own[..own.LastIndexOf("{{#part}}", StringComparison.Ordinal)]
                .Replace("{{#part}}该部分信息{{/part}}", "", StringComparison.Ordinal);
        }

        File.WriteAllText(Path.Combine(folder.FullName, "14.md"), own);
        var html = new LetterRenderer(new EmbeddedReplyTemplates(folder.FullName))
            .ToHtml(With(Samples.Part(TemplateCodes.RefusedThirdPartyRights)));
        folder.Delete(recursive: true);
        Assert.That(html, Does.Contain(expected));
    }

    [Test]
    public void Draft_Kept_KeepsTheWordingOfItsGrounds()
    {
        var kept = WithheldPart.WithWordings(Samples.Templates, new JsonObject
        {
            ["withheld"] = new JsonArray(
                Samples.Part(TemplateCodes.RefusedStateSecret), Samples.Part(WithholdingGround.NotGovernmentInformation)),
        });
        var inForce = Samples.Templates.Find(TemplateCodes.RefusedStateSecret)!.Version;
        Assert.That(WithheldPart.Of(kept).Select(part => part.Facts["version"]?.ToString()), Is.EqualTo(new[] { inForce, null }));
        Assert.That(Refused(Samples.Read("10-partly-disclosed") with { Facts = Merged(kept) }), Is.Empty);
    }

    private static JsonObject Merged(JsonObject kept)
    {
        var facts = (JsonObject)Samples.Read("10-partly-disclosed").Facts.DeepClone();
        facts["withheld"] = kept["withheld"]!.DeepClone();
        return facts;
    }

    [TestCase("{{#part}}\n该部分信息涉及第三方的", "{{#part}}\n该部分信息涉及", null)]
    [TestCase("第十五条、第三十二条、第三十六条第三项的规定", "第十五条、第三十六条第三项的规定", "lint.articleNotCited")]
    [TestCase("第十五条、第三十二条、第三十六条第三项的规定", "第十五条、第三十二条、第三十六条第三项、第十六条的规定", "lint.articleNotDeclared")]
    [TestCase("{{paragraphs harm}}", "{{#whole}}\n{{paragraphs harm}}\n{{/whole}}", "lint.unusedFactIn")]
    [TestCase("{{#part}}\n该部分信息", "{{#part}}\n{{information}}", "lint.mayBeAbsent")]
    [TestCase("{{#part}}", "{{#if consultedOn}}", "lint.noPart")]
    public void Lint_OfATextThatWithholds_ReadsItAsAPartToo(string from, string to, string? code)
    {
        var text = File.ReadAllText(Path.Combine(Samples.Folder, ThirdParty));
        Assert.That(text, Does.Contain(from));
        var broken = code == "lint.noPart"
            ? text.Replace(from, to, StringComparison.Ordinal).Replace("{{/part}}", "{{/if}}", StringComparison.Ordinal)
            : text.Replace(from, to, StringComparison.Ordinal);
        var codes = TemplateLint.Judge(TemplateCodes.RefusedThirdPartyRights, broken).Findings.Select(finding => finding.What.Code);
        Assert.That(codes, code is null ? Is.Empty : Has.Member(code));
    }
}
