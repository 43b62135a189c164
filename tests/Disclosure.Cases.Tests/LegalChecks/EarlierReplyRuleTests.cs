using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.LegalChecks;
using Disclosure.Cases.LegalChecks.Rules;
using Disclosure.Cases.ReplyTemplates;
using Disclosure.Cases.Tests.CaseFiles;
using Disclosure.Cases.Tests.Documents;

namespace Disclosure.Cases.Tests.LegalChecks;

public sealed class EarlierReplyRuleTests
{
    private const string Number = "示范府依申请复〔2025〕1号";

    [TestCase(Number, "2025-06-03", null, null)]
    [TestCase(Number, "2025-06-04", "check.dateDiffers", "earlierRepliedOn")]
    [TestCase("示范府依申请复〔2025〕2号", "2025-06-03", "check.noEarlierReply", "earlierNumber")]
    public void RepeatRequest_NamesAReplyToTheSameApplicant(string number, string repliedOn, string? code, string? field)
    {
        var earlier = CaseBuilder.Received("2025-06-02")
            .WithServed(out _, TemplateCodes.NotExisting, ServiceEffect.Answers, "2025-06-03", number: Number).Build();
        var draft = new Judged(TemplateCodes.RepeatRequest, "same-information")
            .WithFact("earlierNumber", number).WithFact("earlierRepliedOn", repliedOn)
            .WithSurroundings(around => around with
            {
                Earlier = [new EarlierApplication(Guid.NewGuid(), earlier.RegisterNumber, earlier.ReceivedOn, [Number])],
                FormerReplies = [new FormerReply(earlier.Documents[0], [new FormerSection(TemplateCodes.NotExisting, ["甲厂的排污许可证"])])],
            });
        Assert.That(draft.Findings(new EarlierReplyRule()), Is.EqualTo(Judged.Expected(code, field)));
    }

    [TestCase(TemplateCodes.NotExisting, "甲厂的排污许可证", "政府信息不存在", null, null)]
    [TestCase(TemplateCodes.NotExisting, "“甲厂的排污许可证”", "没有找到", null, null)]
    [TestCase(TemplateCodes.NotExisting, "乙厂的排污许可证", "不存在", "check.earlierRequestedDiffers", "earlierRequested")]
    [TestCase(TemplateCodes.NotExisting, "甲厂的排污许可证", "予以公开", "check.earlierOutcomeDiffers", "earlierOutcome")]
    [TestCase(TemplateCodes.Disclosed, "甲厂的排污许可证", "予以公开", null, null)]
    [TestCase(TemplateCodes.Disclosed, "甲厂的排污许可证", "不予公开", "check.earlierOutcomeDiffers", "earlierOutcome")]
    [TestCase(TemplateCodes.RefusedStateSecret, "甲厂的排污许可证", "予以公开", "check.earlierOutcomeDiffers", "earlierOutcome")]
    [TestCase(TemplateCodes.PartlyDisclosed, "甲厂的排污许可证", "部分公开，其余不予公开", null, null)]
    [TestCase(TemplateCodes.PartlyDisclosed, "甲厂的排污许可证", "公开了第1页，第2页不予公开", null, null)]
    [TestCase(TemplateCodes.PartlyDisclosed, "甲厂的排污许可证", "予以公开", "check.earlierOutcomeDiffers", "earlierOutcome")]
    [TestCase(TemplateCodes.NotExisting, "甲厂的排污许可证", "经检索不存在，不予公开", null, null)]
    public void RepeatRequest_TellsWhatTheEarlierCaseHasOnRecord(
        string reply, string requested, string outcome, string? code, string? field)
    {
        var draft = Repeat(reply, "same-information").WithFact("earlierRequested", requested).WithFact("earlierOutcome", outcome);
        Assert.That(draft.Findings(new EarlierReplyRule()), Is.EqualTo(Judged.Expected(code, field)));
    }

    // 甲厂的排污许可证 was given, 乙厂的环评批复 was not there.
    [TestCase("甲厂的排污许可证", "予以公开", null)]
    [TestCase("乙厂的环评批复", "予以公开", "earlierOutcome")]
    [TestCase("乙厂的环评批复", "告知不存在", null)]
    [TestCase("甲厂的排污许可证；乙厂的环评批复", "予以公开", "earlierOutcome")]
    [TestCase("甲厂的排污许可证；乙厂的环评批复", "部分公开", null)]
    [TestCase("甲厂的排污许可证；乙厂的环评批复", "前者予以公开，后者不存在", null)]
    [TestCase("甲厂的排污许可证；乙厂的环评批复", "前者予以公开，后者不予公开", "earlierOutcome")]
    [TestCase("丙厂的排污许可证", "予以公开，另一项不存在", "earlierRequested")]
    public void MixedReply_IsToldByWhatBecameOfTheItemsQuoted(string requested, string outcome, string? field)
    {
        var draft = Repeat(TemplateCodes.Disclosed, "same-information", new FormerSection(TemplateCodes.NotExisting, ["乙厂的环评批复"]))
            .WithFact("earlierRequested", requested).WithFact("earlierOutcome", outcome);
        Assert.That(
            draft.Findings(new EarlierReplyRule()),
            Is.EqualTo(Judged.Expected(field is null ? null : $"check.{field}Differs", field)));
    }

    [Test]
    public void WordsProposed_ForEveryText_AreTrueOfIt()
    {
        var proposed = Samples.Templates.All.Where(template => template.Kind == TemplateKind.Substantive)
            .Select(template => new FormerSection(template.Code, ["甲厂的排污许可证"])).ToList();
        Assert.Multiple(() =>
        {
            Assert.That(proposed, Has.Count.EqualTo(19));
            foreach (var section in proposed)
            {
                Assert.That(EarlierOutcome.Contradicts(EarlierOutcome.InWords([section]), [section]), Is.False, section.Template);
            }

            Assert.That(EarlierOutcome.Contradicts(EarlierOutcome.InWords(proposed), proposed), Is.False);
        });
    }

    [TestCase(TemplateCodes.Disclosed, null)]
    [TestCase(TemplateCodes.PartlyDisclosed, null)]
    [TestCase(TemplateCodes.NotExisting, "check.nothingObtained")]
    [TestCase(TemplateCodes.RefusedInternalAffairs, "check.nothingObtained")]
    public void Confirmation_IsOfWhatWasGiven(string reply, string? code) =>
        Assert.That(
            Repeat(reply, "confirm-or-reissue").Findings(new EarlierReplyRule()),
            Is.EqualTo(Judged.Expected(code, "earlierNumber")));

    private static Judged Repeat(string reply, string variant, params IEnumerable<FormerSection> others)
    {
        var earlier = CaseBuilder.Received("2025-06-02")
            .WithServed(out _, reply, ServiceEffect.Answers, "2025-06-03", number: Number).Build();
        return new Judged(TemplateCodes.RepeatRequest, variant).WithFact("earlierNumber", Number).WithSurroundings(around => around with
        {
            Earlier = [new EarlierApplication(Guid.NewGuid(), earlier.RegisterNumber, earlier.ReceivedOn, [Number])],
            FormerReplies = [new FormerReply(earlier.Documents[0], [new FormerSection(reply, ["甲厂的排污许可证"]), .. others])],
        });
    }
}
