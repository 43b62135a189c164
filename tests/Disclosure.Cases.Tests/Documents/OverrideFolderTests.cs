using Disclosure.Cases.Documents;
using Disclosure.Cases.Documents.Templates;

namespace Disclosure.Cases.Tests.Documents;

public sealed class OverrideFolderTests
{
    private string folder = "";

    [SetUp]
    public void MakeFolder() => folder = Directory.CreateTempSubdirectory("templates-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(folder, true);

    [Test]
    public void OwnWording_WithTheSameCode_Replaces()
    {
        Write("own.md", text => text.Replace("特此函询。", "盼复。", StringComparison.Ordinal));
        var own = new EmbeddedReplyTemplates(folder);
        var html = new LetterRenderer(own).ToHtml(Samples.Read("07-co-author-consultation"));
        Assert.That(html, Does.Contain("<p>盼复。</p>"));
        Assert.That(own.All, Has.Count.EqualTo(34));
        Assert.That(
            own.Find(TemplateCodes.CoAuthorConsultation)!.Version,
            Is.Not.EqualTo(Samples.Templates.Find(TemplateCodes.CoAuthorConsultation)!.Version));
    }

    [TestCase("code: co-author-consultation", "code: no-such", "no template 'no-such'")]
    [TestCase("no: 7", "no: 8", "cannot be changed")]
    [TestCase("remedy: none", "remedy: sometimes", "'remedy' cannot be 'sometimes'")]
    [TestCase("remedy: none", "remedie: none", "remedie")]
    [TestCase("label: 共同制作机关名称", "label: ''", "label")]
    [TestCase("kind: paragraphs", "kind: sections", "ground")]
    [TestCase("{{paragraphs proposal}}", "{{paragraphs proposel}}", "proposel")]
    [TestCase("{{paragraphs proposal}}", "{{#if proposal}}", "")]
    [TestCase("{{#if attachments}}", "{{paragraphs attachments}}{{#if attachments}}", "'paragraphs' takes one fact")]
    [TestCase("特此函询。", "收到补正：{{correctedOn}}", "'correctedOn' may be absent")]
    [TestCase("特此函询。", "\uE0000\uE001", "private-use")]
    public void OwnWording_WithAMistake_IsRefusedByName(string from, string to, string message)
    {
        Write("own.md", text => text.Replace(from, to, StringComparison.Ordinal));
        Assert.That(
            () => new EmbeddedReplyTemplates(folder),
            Throws.TypeOf<TemplateFileException>().With.Message.Contains("own.md").And.Message.Contains(message));
    }

    [Test]
    public void TwoFiles_WithTheSameCode_AreRefused()
    {
        Write("a.md", text => text);
        Write("b.md", text => text);
        Assert.That(() => new EmbeddedReplyTemplates(folder), Throws.TypeOf<TemplateFileException>().With.Message.Contains("second"));
    }

    private void Write(string name, Func<string, string> change) =>
        File.WriteAllText(
            Path.Combine(folder, name),
            change(File.ReadAllText(Path.Combine(Samples.Folder, "procedural", "07-co-author-consultation.md"))));
}
