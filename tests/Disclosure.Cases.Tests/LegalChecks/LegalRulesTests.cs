using System.Text;
using Disclosure.Cases.LegalChecks;
using Disclosure.Cases.ReplyTemplates;
using Disclosure.Cases.Tests.Documents;
using Microsoft.Extensions.DependencyInjection;

namespace Disclosure.Cases.Tests.LegalChecks;

/// <summary>The list of rules: complete, registered, and printed in docs/domain.md.</summary>
public sealed class LegalRulesTests
{
    private const string Start = "<!-- legal-checks -->\n";
    private const string End = "<!-- /legal-checks -->";

    private static IReadOnlyList<ILegalRule> Rules
    {
        get
        {
            using var services = new ServiceCollection()
                .AddDisclosureDomain().AddSingleton<IReplyTemplates>(Samples.Templates).BuildServiceProvider();
            using var scope = services.CreateScope();
            return [.. scope.ServiceProvider.GetServices<ILegalRule>()];
        }
    }

    [Test]
    public void EveryRule_IsListedAndRegistered_InTheOrderOfTheList()
    {
        var written = typeof(ILegalRule).Assembly.GetTypes()
            .Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(ILegalRule)));
        Assert.Multiple(() =>
        {
            Assert.That(LegalRules.InOrder, Is.EquivalentTo(written));
            Assert.That(Rules.Select(rule => rule.GetType()), Is.EqualTo(LegalRules.InOrder));
        });
    }

    [Test]
    public void EveryRule_JudgesOneThing_AndSaysWhat()
    {
        Assert.Multiple(() =>
        {
            Assert.That(Rules.Select(rule => rule.Name), Is.Unique);
            Assert.That(Rules.Select(WhatIsJudged), Is.All.Matches<string>(Judgeable.ContainsValue));
            Assert.That(Rules.Select(rule => rule.Judges), Is.All.EndsWith(".").And.All.Not.Contains("|"));
        });
    }

    [Test]
    public void EveryArticle_OfTheRegulation_IsInIt()
    {
        var regulation = Regulation.Read();
        var articles = Rules.SelectMany(rule => rule.Articles).Where(article => article.StartsWith('第')).ToList();
        Assert.Multiple(() =>
        {
            Assert.That(Rules.Select(rule => rule.Articles), Is.All.Not.Empty);
            Assert.That(articles.Select(regulation.Text), Is.All.Not.Empty);
        });
    }

    [Test]
    public void Table_InTheDomainPage_IsTheRules()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "domain.md")).ReplaceLineEndings("\n");
        var table = Table();
        var from = page.IndexOf(Start, StringComparison.Ordinal) + Start.Length;
        var to = page.IndexOf(End, StringComparison.Ordinal);
        Assert.That(to, Is.GreaterThanOrEqualTo(from), "docs/domain.md has lost its markers.");
        Assert.That(page[from..to], Is.EqualTo(table), $"Put this table between the markers of docs/domain.md:\n{table}");
    }

    private static readonly Dictionary<Type, string> Judgeable = new()
    {
        [typeof(ILegalRule<JudgedDocument>)] = "document",
        [typeof(ILegalRule<JudgedPart>)] = "section",
        [typeof(ILegalRule<JudgedUpload>)] = "upload",
    };

    private static string WhatIsJudged(ILegalRule rule) => string.Join(
        ", ", rule.GetType().GetInterfaces().Where(type => type.IsGenericType).Select(type => Judgeable.GetValueOrDefault(type)));

    private static string Table()
    {
        var table = new StringBuilder("| Rule | Class | Judged | What has to hold | Articles |\n|---|---|---|---|---|\n");
        foreach (var rule in Rules)
        {
            var articles = string.Join('、', rule.Articles);
            table.Append($"| {rule.Name} | `{rule.GetType().Name}` | {WhatIsJudged(rule)} | {rule.Judges} | {articles} |\n");
        }

        return table.ToString();
    }
}
