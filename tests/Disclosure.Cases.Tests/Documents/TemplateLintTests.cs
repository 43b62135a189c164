using Disclosure.Cases.Documents.Linting;
using Disclosure.Cases.ReplyTemplates;

namespace Disclosure.Cases.Tests.Documents;

/// <summary>Each rule of the lint, broken once in a file that is otherwise in order.</summary>
public sealed class TemplateLintTests
{
    private const string NotExisting = "substantive/19-not-existing.md";
    private const string Correction = "procedural/01-correction-notice.md";
    private const string CoAuthor = "procedural/07-co-author-consultation.md";
    private const string Extension = "procedural/03-extension-notice.md";
    private const string Secret = "substantive/11-refused-state-secret.md";
    private const string Fee = "companions/fee-notice.md";
    private const string Disclosed = "substantive/08-disclosed.md";

    [Test]
    public void Catalogue_AsShipped_IsClean() =>
        Assert.That(TemplateLint.Shipped().Select(finding => $"{finding.File}: {finding.Say(Texts.English)}"), Is.Empty);

    // Front matter.
    [TestCase(Correction, "remedy: none", "remedy: sometimes", "lint.notAWord", "remedy: sometimes")]
    [TestCase(Correction, "remedy: none", "remedie: none", "lint.yaml", "remedie: none")]
    [TestCase(Correction, "title: 政府信息公开申请补正告知书\n", "", "lint.missing", null)]
    [TestCase(Correction, "    label: 需要补正的事项\n", "", "lint.missing", "  corrections:")]
    [TestCase(Correction, "approval: true\n", "", "lint.missing", null)]
    [TestCase(Correction, "---\nno: 1", "no: 1", "lint.noFrontMatter", "no: 1")]
    [TestCase(Correction, "no: 1\n", "no: 27\n", "lint.numberRange", "no: 27")]
    [TestCase(Correction, "no: 1\n", "", "lint.companionNumber", null)]
    [TestCase(Correction, "series: notice", "series: register", "lint.registerSeries", "series: register")]
    [TestCase(Correction, "  guidance:\n", "  office:\n", "lint.boundName", "  office:")]
    [TestCase(Correction, "  guidance:\n", "  Guid-ance:\n", "lint.factKey", "  Guid-ance:")]
    [TestCase(Extension, "when: [delay]\n  untilOn", "when: [never]\n  untilOn", "lint.factVariant", "when: [never]")]
    [TestCase(CoAuthor, "options: { organisation: 行政机关 }", "options: {}", "lint.factOptions", "  recipientKind:")]
    [TestCase(
        "substantive/10-partly-disclosed.md", "      - refused-state-secret\n",
        "      - refused-nonsense\n", "lint.factGround", "  withheld:")]
    [TestCase(CoAuthor, "  recipient:\n", "  addressed:\n", "lint.noRecipient", "addressee: recipient")]

    // Placeholders.
    [TestCase(NotExisting, "{{paragraphs absence}}", "{{paragraphs absense}}", "lint.unknownName", "{{paragraphs absense}}")]
    [TestCase(NotExisting, "{{paragraphs absence}}", "{{sentences absence}}", "lint.unknownHelper", "{{sentences absence}}")]
    [TestCase(NotExisting, "{{paragraphs absence}}", "{{paragraphs absence}", "lint.brace", "{{paragraphs absence}")]
    [TestCase(NotExisting, "{{paragraphs absence}}", "{{#if absence}}", "lint.unclosed", "{{#if absence}}")]
    [TestCase(NotExisting, "{{paragraphs absence}}", "{{/unless}}", "lint.notOpened", "{{/unless}}")]
    [TestCase(NotExisting, "{{paragraphs absence}}", "{{else}}", "lint.notOpened", "{{else}}")]
    [TestCase(Extension, "{{#variant \"delay\"}}", "{{#variant \"dalay\"}}", "lint.unknownVariant", "{{#variant \"dalay\"}}")]
    [TestCase(
        NotExisting, "{{paragraphs absence}}", "{{paragraphs absence}}\n\n可以在3个月内向法院提起行政诉讼。", "lint.ownRemedy",
        "可以在3个月内向法院提起行政诉讼。")]
    [TestCase(NotExisting, "{{paragraphs absence}}", "{{date absence}}", "lint.wrongHelper", "{{date absence}}")]
    [TestCase(NotExisting, "{{paragraphs absence}}", "{{paragraphs absence}}\uE000", "lint.privateUse", "{{paragraphs absence}}\uE000")]
    [TestCase(NotExisting, "{{paragraphs absence}}", "{{paragraphs absence}}\u200B", "text.unprintable", "{{paragraphs absence}}\u200B")]

    // Facts.
    [TestCase(NotExisting, "{{paragraphs absence}}", "", "lint.unusedFact", "  absence:")]
    [TestCase(Extension, "{{date explanationReceivedOn}}收到", "收到", "lint.unusedFact", "  explanationReceivedOn:")]
    [TestCase(Disclosed, "{{#variant \"provided\" \"over-objection\"}}", "{{#variant \"provided\"}}", "lint.unusedFactIn", "  provision:")]
    [TestCase(Correction, "{{#if guidance}}", "{{#if correctedOn}}", "lint.mayBeAbsent", "{{paragraphs guidance}}")]
    [TestCase(NotExisting, "经检索，本机关没有", "{{date correctedOn}}经检索，本机关没有", "lint.mayBeAbsent", "{{date correctedOn}}经检索，本机关没有")]
    [TestCase(Extension, "本机关将在上述期限内", "本机关将在{{date untilOn}}前", "lint.mayBeAbsent", "本机关将在{{date untilOn}}前")]
    [TestCase(NotExisting, "    labelEn: Why it does not exist\n", "", "lint.noEnglish", "  absence:")]

    // Remedies and rows (docs/domain.md, "Remedies").
    [TestCase(NotExisting, "remedy: either", "remedy: none", "lint.remedyMissing", "remedy: none")]
    [TestCase(NotExisting, "remedy: either", "remedy: reconsideration-first", "lint.remedy", "remedy: reconsideration-first")]
    [TestCase(Secret, "remedy: reconsideration-first", "remedy: either", "lint.remedy", "remedy: either")]
    [TestCase(Fee, "remedy: not-on-its-own", "remedy: either", "lint.remedy", "remedy: either")]
    [TestCase("procedural/06-third-party-disclosure-notice.md", "remedy: either", "remedy: none", "lint.remedyMissing", "remedy: none")]
    [TestCase(NotExisting, "row: \"(四)1\"", "row: \"(七)1\"", "lint.rowNeeded", "row: \"(七)1\"")]
    [TestCase(Correction, "series: notice\n", "series: notice\nrow: \"(四)1\"\n", "lint.rowTooMany", "row:")]

    // The shape of the wording.
    [TestCase(NotExisting, "{{#opening}}\n", "", "lint.noOpening", "{{addressee}}：")]
    [TestCase(NotExisting, "{{#opening}}\n", "说明在先。\n\n{{#opening}}\n", "lint.openingNotFirst", "说明在先。")]
    [TestCase(Correction, "{{addressee}}：", "致{{addressee}}：", "lint.addresseeNotFirst", "致{{addressee}}：")]
    [TestCase(Correction, "{{addressee}}：", "各位：", "lint.noAddressee", "各位：")]

    // Articles and quotations.
    [TestCase(NotExisting, "articles: [第三十六条第四项]", "articles: [第三十六条第四项, 第三十八条]", "lint.articleNotCited", "articles: [第三十六条第四项, 第三十八条]")]
    [TestCase(NotExisting, "articles: [第三十六条第四项]", "articles: [第三十六条第四项, 第五十七条]", "lint.noSuchArticle", "articles: [第三十六条第四项, 第五十七条]")]
    [TestCase(NotExisting, "条例》第三十六条第四项规定", "条例》第三十六条第五项规定", "lint.articleNotDeclared", "条例》第三十六条第五项规定")]
    [TestCase(NotExisting, "条例》第三十六条第四项规定", "条例》第六十三条第四项规定", "lint.noSuchArticle", "条例》第六十三条第四项规定")]
    [TestCase(NotExisting, "告知申请人该政府信息不存在”", "告知申请人该信息不存在”", "lint.quotation", "告知申请人该信息不存在”")]
    [TestCase("companions/registration-receipt.md", "第三款规定：“行政机关征求第三方", "第三款规定：“行政机关询问第三方", "lint.quotation", "第三款规定：“行政机关询问第三方")]

    // What belongs to the catalogue.
    [TestCase(NotExisting, "code: not-existing", "code: no-such", "lint.unknownCode", "code: no-such")]
    [TestCase(NotExisting, "no: 19", "no: 18", "lint.frame", "no: 18")]
    [TestCase(NotExisting, "kind: substantive", "kind: procedural", "lint.frame", "kind: procedural")]
    [TestCase(NotExisting, "series: decision", "series: notice", "lint.frame", "series: notice")]
    [TestCase(NotExisting, "row: \"(四)1\"", "row: \"(四)2\"", "lint.frame", "row: \"(四)2\"")]
    [TestCase(NotExisting, "effect: answers", "effect: closes", "lint.frame", "effect: closes")]
    [TestCase(NotExisting, "step: existence", "step: disclosure", "lint.frame", "step: disclosure")]
    [TestCase(
        NotExisting, "addressee: applicant\napproval: true", "addressee: applicant\napproval: false", "lint.frame", "approval: false")]
    [TestCase("substantive/18-special-access-regime.md", "  other-special-law: {", "  other-special-laws: {", "lint.variants", "variants:")]
    [TestCase(
        "substantive/23-not-an-application.md", "articles: [第二条], row: \"(六)3\"",
        "articles: [第二条], row: \"(五)1\"", "lint.frame", "  not-government-information:")]
    [TestCase(Correction, "  respondBy:\n", "  answerBy:\n", "lint.fixedFactMissing", "facts:")]
    [TestCase(Correction, "    kind: date\n", "    kind: text\n", "lint.fixedFactChanged", "  respondBy:")]
    [TestCase(
        NotExisting, "    labelEn: Search record\n",
        "    labelEn: Search record\n    optional: true\n", "lint.fixedFactChanged", "  search:")]
    [TestCase(Fee, "      per-page:", "      by-page:", "lint.fixedFactChanged", "  basis:")]
    public void Rule_Broken_IsFoundWithItsLine(string file, string from, string to, string code, string? at)
    {
        var text = File.ReadAllText(Path.Combine(Samples.Folder, file));
        Assert.That(text, Does.Contain(from), "what is broken must be there");
        var place = text.IndexOf(from, StringComparison.Ordinal);
        var broken = text[..place] + to + text[(place + from.Length)..];
        var findings = Judge(file, broken);
        int? line = at is null ? null
            : at == to ? text[..place].Count(character => character == '\n') + 1
            : Array.FindIndex(broken.Split('\n'), each => each.Contains(at, StringComparison.Ordinal)) + 1;
        Assert.That(findings.Select(finding => (finding.What.Code, finding.Line)), Has.Member((code, line)));
        foreach (var finding in findings)
        {
            Assert.That(finding.Say(Texts.Chinese), Is.Not.Empty);
            Assert.That(finding.Say(Texts.English), Is.Not.Empty);
        }
    }

    [Test]
    public void Faults_OfSeveralKinds_AreAllFoundAtOnce()
    {
        var text = File.ReadAllText(Path.Combine(Samples.Folder, NotExisting))
            .Replace("{{#opening}}\n", "", StringComparison.Ordinal)
            .Replace("{{/opening}}\n", "", StringComparison.Ordinal)
            .Replace("{{paragraphs absence}}", "{{paragraphs absense}}", StringComparison.Ordinal)
            .Replace("该政府信息不存在”", "该信息不存在”", StringComparison.Ordinal)
            .Replace("remedy: either", "remedy: none", StringComparison.Ordinal);
        Assert.That(
            Judge(NotExisting, text).Select(finding => finding.What.Code),
            Is.SupersetOf(
                new[] { "lint.noOpening", "lint.unknownName", "lint.quotation", "lint.remedyMissing", "lint.unusedFact", "lint.frame" }));
    }

    [Test]
    public void File_OfAnotherTemplate_IsRefused() =>
        Assert.That(
            TemplateLint.Judge(TemplateCodes.Disclosed, File.ReadAllText(Path.Combine(Samples.Folder, NotExisting)))
                .Findings.Select(finding => finding.What.Code),
            Is.EqualTo(new[] { "lint.otherCode" }));

    [Test]
    public void Advice_Alone_DoesNotKeepAFileFromBeingUsed()
    {
        var reading = TemplateLint.Judge(TemplateCodes.NotExisting, File.ReadAllText(Path.Combine(Samples.Folder, NotExisting)).Replace(
            "    labelEn: Why it does not exist\n", "", StringComparison.Ordinal));
        Assert.That((reading.IsUsable, reading.Findings.Count), Is.EqualTo((true, 1)));
    }

    [Test]
    public void Bytes_ThatAreNotUtf8_AreRefused() =>
        Assert.That(TemplateLint.Files([("a.md", [0x2D, 0xFF, 0xFE])], isWhole: false).Single().What.Code, Is.EqualTo("lint.notUtf8"));

    [Test]
    public void Folder_Whole_MissesWhatIsNotThere_AndFindsDoubles()
    {
        using var folder = new TemplateFolder(Samples.Folder);
        Assert.That(TemplateLint.Folder(folder.Path, isWhole: true), Is.Empty);
        File.Delete(Path.Combine(folder.Path, NotExisting));
        File.Copy(Path.Combine(folder.Path, Correction), Path.Combine(folder.Path, "procedural", "01-again.md"));
        Assert.That(
            TemplateLint.Folder(folder.Path, isWhole: true).Select(finding => finding.What.Code),
            Is.EquivalentTo(new[] { "lint.twice", "lint.templateMissing" }));
    }

    [Test]
    public void Folder_OfOverrides_NeedsNotBeWhole_ButNotEmpty()
    {
        using var folder = new TemplateFolder();
        Assert.That(TemplateLint.Folder(folder.Path, isWhole: false).Single().What.Code, Is.EqualTo("lint.noFiles"));
        File.Copy(Path.Combine(Samples.Folder, Correction), Path.Combine(folder.Path, "own.md"));
        Assert.That(TemplateLint.Folder(folder.Path, isWhole: false), Is.Empty);
    }

    private static IReadOnlyList<TemplateFinding> Judge(string file, string text) =>
        TemplateLint.Files([(file, System.Text.Encoding.UTF8.GetBytes(text))], isWhole: false);

    private sealed class TemplateFolder : IDisposable
    {
        public TemplateFolder(string? copyOf = null)
        {
            foreach (var kind in copyOf is null ? [] : new[] { "procedural", "substantive", "companions" })
            {
                Directory.CreateDirectory(System.IO.Path.Combine(Path, kind));
                foreach (var file in Directory.EnumerateFiles(System.IO.Path.Combine(copyOf!, kind)))
                {
                    File.Copy(file, System.IO.Path.Combine(Path, kind, System.IO.Path.GetFileName(file)));
                }
            }
        }

        public string Path { get; } = Directory.CreateTempSubdirectory("lint-").FullName;

        public void Dispose() => Directory.Delete(Path, true);
    }
}
