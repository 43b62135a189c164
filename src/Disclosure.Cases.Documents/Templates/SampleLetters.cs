using System.Reflection;
using System.Text;
using Disclosure.Cases.Documents.Html;
using Disclosure.Cases.Documents.Layout;
using Disclosure.Cases.Letters;
using Disclosure.Cases.ReplyTemplates;

namespace Disclosure.Cases.Documents.Templates;

/// <summary>The sample letters that come with the software, to see a wording with.</summary>
public static class SampleLetters
{
    /// <summary>
    /// The sample of the template's variant as it reads in the wording given, as an HTML fragment; a fact that the sample
    /// does not have shows as a highlighted ［label］.
    /// </summary>
    /// <param name="templates">The catalogue: parts that are withheld are worded by the texts of their grounds.</param>
    /// <param name="template">The wording, adopted or not.</param>
    /// <param name="variant">The variant; null for the first.</param>
    public static string Preview(IReplyTemplates templates, ReplyTemplate template, string? variant)
    {
        ArgumentNullException.ThrowIfNull(template);
        var effective = template.For(variant);
        var letter = Of(effective) with { Variant = effective.Variant?.Code };
        return HtmlWriter.Fragment(LetterComposer.Compose(
            templates, [new LetterSectionInVariant(letter, effective, [])], letter, preview: true));
    }

    // The plain sample is that of the first variant.
    private static Letter Of(EffectiveTemplate effective)
    {
        var template = effective.Template;
        var name = template.No is { } no ? $"{no:00}-{template.Code}" : template.Code;
        var json = Read($"samples/{name}.{effective.Variant?.Code}.json") ?? Read($"samples/{name}.json")
            ?? throw new InvalidOperationException($"There is no sample of '{template.Code}'.");
        return LetterJson.Read(template.Code, json).Letter
            ?? throw new InvalidOperationException($"The sample of '{template.Code}' cannot be read.");
    }

    private static string? Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name);
        if (stream is null)
        {
            return null;
        }

        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
