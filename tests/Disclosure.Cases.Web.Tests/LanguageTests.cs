using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Disclosure.Cases.Web.Tests;

/// <summary>中 / EN: every word of the pages has its English, and the switch is remembered.</summary>
internal sealed partial class LanguageTests
{
    [Test]
    public void Words_InPagesAndCode_AllHaveEnglish()
    {
        var web = Path.Combine(Repository.Root, "src", "Disclosure.Cases.Web");
        var used = Directory.EnumerateFiles(web, "*.cs*", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
                && !file.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(file => Used().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value)).ToHashSet();
        var known = XDocument.Load(Path.Combine(web, "Localisation", "Words.en.resx")).Root!.Elements("data")
            .ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value);
        Assert.Multiple(() =>
        {
            Assert.That(used, Has.Count.GreaterThan(100));
            Assert.That(used.Except(known.Keys), Is.Empty, "without English");
            Assert.That(known.Keys.Except(used), Is.Empty, "no longer used");
            Assert.That(
                known.Where(pair => Placeholders(pair.Key) != Placeholders(pair.Value)).Select(pair => pair.Key),
                Is.Empty,
                "placeholders differ");
        });
    }

    [Test]
    public async Task Switch_ToEnglish_IsRememberedOnEveryPage()
    {
        using var office = await new WebOffice().Open();
        using var browser = await office.SignedIn("clerk");
        await browser.Press("form.language", "button[value=en]");
        var caseId = await office.Case();
        foreach (var (page, words) in new[]
        {
            ("/cases", "To do today"), ("/cases/new", "Channel"), ($"/cases/{caseId}", "What can be done now"),
            ("/inbox", "No alerts."), ("/numbers", "Number ledger"),
        })
        {
            await browser.Get(page);
            Assert.That(browser.Text, Does.Contain(words), page);
        }

        await browser.Get("/cases/new");
        await browser.Submit("main form", ("Channel", "InPerson"), ("Items[0]", ""));
        Assert.That(browser.Text, Does.Contain("This field must be filled in."));
    }

    private static string Placeholders(string text) =>
        string.Join(' ', Holder().Matches(text).Select(match => match.Value).Distinct().Order());

    [GeneratedRegex("""(?:\bW|\bwords)\["([^"]*)"\s*[\],]""")]
    private static partial Regex Used();

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Holder();
}
