namespace Disclosure.Cases.Tests.Documents;

/// <summary>
/// Every letter word for word. A changed wording shows as a changed file, to be read line by line before it is taken over:
/// DISCLOSURE_RENEW_GOLDEN=1 writes the files anew and fails, so that nothing passes unread.
/// </summary>
[TestFixtureSource(typeof(GoldenLetters), nameof(GoldenLetters.Names))]
public sealed class GoldenTextTests(string name)
{
    internal static string Folder { get; } = Path.Combine(Repository.Root, "tests", "Disclosure.Cases.Tests", "Documents", "Golden");

    [Test]
    public void Docx_ReadOut_IsTheGoldenText()
    {
        var text = DocxPlainText.Of(Samples.Letters.ToDocx(GoldenLetters.Read(name)));
        var file = Path.Combine(Folder, name + ".txt");
        if (Environment.GetEnvironmentVariable("DISCLOSURE_RENEW_GOLDEN") == "1")
        {
            Directory.CreateDirectory(Folder);
            File.WriteAllText(file, text);
            Assert.Fail($"{name}.txt was written anew: read it, then run without DISCLOSURE_RENEW_GOLDEN.");
        }

        Assert.That(File.Exists(file), $"There is no {name}.txt: run once with DISCLOSURE_RENEW_GOLDEN=1, then read it.");
        Assert.That(
            text.Split('\n'),
            Is.EqualTo(File.ReadAllText(file).ReplaceLineEndings("\n").Split('\n')),
            "The wording differs from the golden text. If it should: "
                + "DISCLOSURE_RENEW_GOLDEN=1 writes the files anew, to be read line by line.");
    }

    [Test]
    public void Letter_OfAGoldenText_IsNotRefused() =>
        Assert.That(
            Samples.Letters.Check(GoldenLetters.Read(name), final: true).Select(refusal => $"{refusal.Field}: {refusal}"),
            Is.Empty);
}

public sealed class GoldenFolderTests
{
    [Test]
    public void FolderAndLetters_BothWays_AreTheSame() =>
        Assert.That(
            Directory.EnumerateFiles(GoldenTextTests.Folder).Select(Path.GetFileNameWithoutExtension),
            Is.EquivalentTo(GoldenLetters.Names));
}
