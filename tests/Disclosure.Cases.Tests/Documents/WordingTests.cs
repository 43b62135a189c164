using System.Text.RegularExpressions;
using Disclosure.Cases.Letters;
using Disclosure.Cases.ReplyTemplates;

namespace Disclosure.Cases.Tests.Documents;

/// <summary>What a lawyer would check in every wording.</summary>
public sealed partial class WordingTests
{
    private const string Title = "《中华人民共和国政府信息公开条例》";
    private static readonly Regulation Law = Regulation.Read();

    [TestCaseSource(typeof(GoldenLetters), nameof(GoldenLetters.Names))]
    public void Quotation_OfTheRegulation_IsVerbatimAndOfThatArticle(string name)
    {
        var letter = GoldenLetters.Read(name);
        var articles = letter.Alone.SelectMany(alone => Samples.Templates.Find(alone.TemplateCode)!.For(alone.Variant).Articles
            .Concat(WithheldPart.Of(alone.Facts).SelectMany(part => part.Text(Samples.Templates)!.Articles))).ToList();
        foreach (var (article, words) in Quotations(letter))
        {
            // The law's text that came with the regulation has half-width brackets; on paper they are full-width.
            Assert.That(Law.Text(article).Replace('(', '（').Replace(')', '）'), Does.Contain(words), $"{name}, {article}");
            Assert.That(articles, Does.Contain(article), name);
        }
    }

    [TestCaseSource(typeof(Samples), nameof(Samples.Names))]
    public void Article_Declared_IsNamedInTheLetter(string name)
    {
        var letter = Samples.Read(name);
        var named = Quotations(letter).Select(quotation => quotation.Article).ToList();
        var text = DocxPlainText.Of(Samples.Letters.ToDocx(letter));
        foreach (var article in Samples.Templates.Find(letter.TemplateCode)!.For(letter.Variant).Articles)
        {
            Assert.That(named.Contains(article) || text.Contains($"{Title}{article}", StringComparison.Ordinal), $"{name}: {article}");
        }
    }

    [Test]
    public void Decision_InEveryReply_IsOneSentence()
    {
        foreach (var name in GoldenLetters.Names.Where(name => char.IsAsciiDigit(name[0]) && string.CompareOrdinal(name, "08") >= 0))
        {
            var text = DocxPlainText.Of(Samples.Letters.ToDocx(GoldenLetters.Read(name)));
            Assert.That(Decision().Count(text), Is.EqualTo(1), name);
            Assert.That(Regex.Count(text, "本机关决定"), Is.LessThanOrEqualTo(1), name);
        }
    }

    [Test]
    public void Salutation_ByKindOfApplicant_IsKeptThroughout()
    {
        foreach (var template in Samples.Templates.All.Where(template => template.Addressee == AddresseeKind.Applicant && !template.IsForm))
        {
            var sample = Samples.Names.First(name => Samples.CodeOf(name) == template.Code);
            Assert.That(Pronouns(GoldenLetters.ToOne(sample)), Is.EqualTo(new[] { "您" }), sample);
            Assert.That(Pronouns(GoldenLetters.ToOrganisation(sample)), Is.EqualTo(new[] { "你单位" }), sample);
            Assert.That(Pronouns(GoldenLetters.ToSeveral(sample)), Is.EqualTo(new[] { "你们" }), sample);
        }
    }

    [Test]
    public void Correction_WhereThereWasOne_IsSaid()
    {
        foreach (var template in Samples.Templates.All.Where(template => template is { Addressee: AddresseeKind.Applicant, IsForm: false }
            and not { Code: TemplateCodes.CorrectionNotice or TemplateCodes.RegistrationReceipt }))
        {
            var letter = GoldenLetters.Corrected(Samples.Names.First(name => Samples.CodeOf(name) == template.Code));
            var day = letter.Case.CorrectedOn!.Value;
            Assert.That(
                DocxPlainText.Of(Samples.Letters.ToDocx(letter)),
                Does.Match($"于{day.Year}年{day.Month}月{day.Day}日收到[^。]*补正的申请"),
                template.Code);
        }
    }

    [Test]
    public void Finding_InEveryReply_StartsFromASuggestionWithGaps()
    {
        foreach (var template in Samples.Templates.All.Where(template => template.Kind == TemplateKind.Substantive))
        {
            Assert.That(
                template.Facts.Any(fact => fact.Kind == FactKind.Paragraphs
                    && fact.Suggestion?.Contains("……", StringComparison.Ordinal) == true),
                template.Code);
            Assert.That(template.Body.TrimStart(), Does.StartWith("{{#opening}}\n{{addressee}}：\n"), template.Code);
            Assert.That(template.Body, Does.Contain("现答复如下：\n\n{{/opening}}"), template.Code);
        }
    }

    [Test]
    public void Punctuation_OfTheWordings_IsFullWidth()
    {
        foreach (var template in Samples.Templates.All)
        {
            var own = Quoted().Replace(Placeholder().Replace(template.Body, "字"), "“”");
            Assert.That(HalfWidth().Matches(own).Select(match => match.Value), Is.Empty, template.Code);
            foreach (var words in template.Facts.SelectMany(fact =>
                (string[])[fact.Label, fact.Suggestion ?? "", .. fact.Options.Select(option => option.Label)]))
            {
                Assert.That(HalfWidth().Matches(words).Select(match => match.Value), Is.Empty, $"{template.Code}: {words}");
            }
        }
    }

    // 第X条…规定：“…” of the regulation; a bare 第Y款 goes on with the article before.
    private static IEnumerable<(string Article, string Words)> Quotations(Letter letter)
    {
        foreach (var paragraph in DocxPlainText.Paragraphs(Samples.Letters.ToDocx(letter)))
        {
            var whole = "";
            foreach (Match match in Citation().Matches(paragraph))
            {
                var law = LawCited().Matches(paragraph[..match.Groups["words"].Index]).LastOrDefault()?.Value;
                if (match.Groups["article"].Success)
                {
                    whole = match.Groups["article"].Value;
                }

                if (law == Title)
                {
                    yield return (whole + match.Groups["part"].Value, match.Groups["words"].Value);
                }
            }
        }
    }

    private static IEnumerable<string> Pronouns(Letter letter) =>
        Pronoun().Matches(DocxPlainText.Of(Samples.Letters.ToDocx(letter))).Select(match => match.Value).Distinct();

    [GeneratedRegex("(?<article>第[一二三四五六七八九十百]+条)?(?<part>(第[一二三四五六七八九十]+款)?(第[一二三四五六七八九十]+项)?)规定：“(?<words>[^”]+)”")]
    private static partial Regex Citation();

    [GeneratedRegex("《[^》]+》(?=(（[^）]*）)?第)")]
    private static partial Regex LawCited();

    [GeneratedRegex("根据上述规定，本机关(决定|现告知|不提供)")]
    private static partial Regex Decision();

    [GeneratedRegex("您|你单位|你们|你")]
    private static partial Regex Pronoun();

    [GeneratedRegex("“[^”]*”")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\{\{[^}]*\}\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"[\u4E00-\u9FFF，。；：、”）》][,;:!?()""]|[,;:!?()""][\u4E00-\u9FFF“（《]")]
    private static partial Regex HalfWidth();
}
