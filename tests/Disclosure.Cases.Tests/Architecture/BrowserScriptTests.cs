namespace Disclosure.Cases.Tests.Architecture;

/// <summary>What runs in the browser.</summary>
public sealed class BrowserScriptTests
{
    private static readonly string[] Refused =
    [
        "eval(", "Function(", "setTimeout(\"", "setTimeout('", "document.write", "localStorage", "sessionStorage", "indexedDB",
        "document.cookie =", "import(", "http://", "https://",
    ];

    [Test]
    public void Scripts_OfThePages_RunNoTextAndKeepNothing()
    {
        var scripts = new[] { "Disclosure.Cases.Web/wwwroot", "Disclosure.Cases.Jobs" }
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", folder), "*.js")).ToList();
        Assert.That(scripts, Has.Count.EqualTo(2));
        Assert.That(
            from script in scripts
            let text = File.ReadAllText(script)
            from word in Refused
            where text.Contains(word, StringComparison.Ordinal)
            select $"{Path.GetFileName(script)}: {word}",
            Is.Empty);
    }
}
