using System.Text.Json.Nodes;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.LetterComposition;
using Disclosure.Cases.Letters;
using Disclosure.Cases.ReplyTemplates;
using Disclosure.Cases.Web.Localisation;
using Disclosure.Cases.Web.Pages.Cases.Drafting;
using Microsoft.Extensions.Localization;

namespace Disclosure.Cases.Web.Pages.Cases;

/// <summary>What was filled in for a letter, or for a section of it, as a reviewer reads it.</summary>
/// <param name="Title">The section's text; null where there is only one.</param>
/// <param name="Facts">Label and value, in the order in which they are asked; what was left out is left out.</param>
internal sealed record FilledFacts(string? Title, IReadOnlyList<(string Label, string Value)> Facts)
{
    /// <summary>The facts of a document, section by section.</summary>
    public static IEnumerable<FilledFacts> Of(CaseView view, CaseDocument document, IStringLocalizer<Words> words)
    {
        foreach (var section in document.Sections)
        {
            if (view.Text(section.Facts) is { } written
                && (view.Templates.Of(section) ?? view.Templates.Find(section.Template)) is { } template)
            {
                var facts = JsonNode.Parse(written)!.AsObject();
                yield return new FilledFacts(
                    document.Sections.Count > 1 ? template.Title : null,
                    [.. template.For(section.Variant).Facts.Where(fact => facts[fact.Key] is not null)
                        .Select(fact => (fact.LabelIn(Texts.CurrentLanguage), Shown(view.Templates, fact, facts[fact.Key]!, words)))]);
            }
        }
    }

    private static string Shown(IReplyTemplates templates, TemplateFact fact, JsonNode value, IStringLocalizer<Words> words) =>
        fact.Kind switch
        {
            FactKind.Date => Dates.Parse(value.ToString())?.Long() ?? value.ToString(),
            FactKind.Choice => fact.Options.FirstOrDefault(option => option.Code == value.ToString())?.Label ?? value.ToString(),
            FactKind.Yes => value.ToString() == "true" ? words["是"] : words["否"],
            FactKind.Sections => string.Join('\n', WithheldPart.Of(fact.Key, value).SelectMany(part => Lines(templates, part, words))),
            _ => FactForm.Show(fact, value),
        };

    // A part withheld: its ground, then what the ground asks for.
    private static IEnumerable<string> Lines(IReplyTemplates templates, WithheldPart part, IStringLocalizer<Words> words) =>
        (part.Text(templates)?.Facts ?? [PartTexts.What]).Where(asked => part.Facts[asked.Key] is not null)
            .Select(asked => (Label: asked.LabelIn(Texts.CurrentLanguage), Value: Shown(templates, asked, part.Facts[asked.Key]!, words)))
            .Select(asked => words["{0}：{1}", asked.Label, asked.Value].Value)
            .Prepend($"{part.Index + 1}. {part.Named(templates)?.Name ?? part.Ground}");
}
