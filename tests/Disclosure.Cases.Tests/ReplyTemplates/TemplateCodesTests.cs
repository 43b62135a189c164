using System.Reflection;
using System.Text.RegularExpressions;
using Disclosure.Cases.ReplyTemplates;

namespace Disclosure.Cases.Tests.ReplyTemplates;

/// <summary>The code of a template stands in its file and in <see cref="TemplateCodes"/>, and nowhere else.</summary>
public sealed partial class TemplateCodesTests
{
    // The same word for something else.
    private static readonly HashSet<(string File, string Word)> OtherMeanings =
    [
        // A fact of the texts 08 and 10: what is disclosed.
        ("LetterFacts.cs", TemplateCodes.Disclosed),
        ("LetterFacts.Parts.cs", TemplateCodes.Disclosed),
        ("DisclosureReviewRule.cs", TemplateCodes.Disclosed),
        ("GivenAndWithheldRule.cs", TemplateCodes.Disclosed),
        // Exercises, which are stored by codes of their own.
        ("Exercises.cs", TemplateCodes.Disclosed),
        ("Exercises.cs", TemplateCodes.NotExisting),
        ("Exercises.cs", TemplateCodes.NotThisAgency),
    ];

    private static readonly Dictionary<string, string> Constants = typeof(TemplateCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .ToDictionary(field => field.Name, field => (string)field.GetRawConstantValue()!);

    [Test]
    public void Constants_OfTheCodes_AreTheCatalogue()
    {
        var files = new[] { "procedural", "substantive", "companions" }
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Repository.Root, "templates", folder), "*.md"))
            .Select(file => Code().Match(File.ReadAllText(file)).Groups["code"].Value).ToList();
        Assert.Multiple(() =>
        {
            Assert.That(Constants.Values, Is.EquivalentTo(files));
            Assert.That(Constants.Where(constant => Pascal(constant.Value) != constant.Key), Is.Empty);
        });
    }

    [Test]
    public void Texts_ForApplicants_AreThoseThatTheCatalogueAddressesToThem()
    {
        foreach (var template in Documents.Samples.Templates.All.Where(template => !template.IsForm))
        {
            Assert.That(
                TemplateCodes.AreForApplicants(template.Code), Is.EqualTo(template.Addressee == AddresseeKind.Applicant), template.Code);
        }
    }

    [Test]
    public void Constants_OfTheVariants_AreVariantsOfTheCatalogue() =>
        Assert.That(
            typeof(VariantCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => field.GetRawConstantValue()),
            Is.SubsetOf(Documents.Samples.Templates.All.SelectMany(template => template.Variants).Select(variant => variant.Code))
                .And.Not.Empty);

    [Test]
    public void Sources_NameACode_ByItsConstant()
    {
        var found = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.cs*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".cs" or ".cshtml"
                && !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Where(file => Path.GetFileName(file) != $"{nameof(TemplateCodes)}.cs")
            .SelectMany(file => Quoted().Matches(File.ReadAllText(file))
                .Select(match => (File: Path.GetFileName(file), Word: match.Groups["word"].Value)))
            .Where(each => Constants.ContainsValue(each.Word))
            .ToHashSet();
        Assert.That(found, Is.EquivalentTo(OtherMeanings));
    }

    private static string Pascal(string code) => string.Concat(code.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));

    [GeneratedRegex(@"^code: (?<code>[a-z-]+)\r?$", RegexOptions.Multiline)]
    private static partial Regex Code();

    [GeneratedRegex("""["'](?<word>[a-z-]+)\\?["']""")]
    private static partial Regex Quoted();
}
