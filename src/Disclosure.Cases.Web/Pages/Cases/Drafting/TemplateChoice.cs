using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.ReplyProcess;
using Disclosure.Cases.ReplyTemplates;

namespace Disclosure.Cases.Web.Pages.Cases.Drafting;

/// <summary>Which texts can be drafted in a case now, and the letter that an address or a form asks for.</summary>
internal sealed class TemplateChoice(CaseFile file, IReplyTemplates templates)
{
    // A letter that is typed by hand has no more sections than an application has items.
    private const int MostSections = 100;

    /// <summary>The outcomes that one letter has to give, where there are several.</summary>
    public IReadOnlyList<ItemOutcome> Together { get; } = StepTransitions.Answering(file) is { Count: > 1 } several ? several : [];

    /// <summary>The texts that may be drafted now, each alone; the outcomes of a letter with several are not among them.</summary>
    public IReadOnlyList<ItemOutcome> Alone => [.. StepTransitions.Draftable(file).Except(Together)];

    /// <summary>The draft of a text that is under way already, or null.</summary>
    public CaseDocument? Begun(string template, string? variant) => file.Documents.LastOrDefault(document =>
        document.Status == DocumentStatus.Drafted
        && (template == SectionForm.Several ? document.Sections.Count > 1
            : document.Sections.Count == 1
                && document.Template == template
                && (string.IsNullOrEmpty(variant) || document.Variant == variant)));

    /// <summary>
    /// The letter asked for, with nothing filled in; null where there is no such text. Another text may have become the right one
    /// meanwhile: what was typed is shown all the same, and the letter is stranded.
    /// </summary>
    /// <param name="template">A template's code, or <see cref="SectionForm.Several"/>.</param>
    /// <param name="variant">The variant, or null or empty for the one on file.</param>
    /// <param name="typed">The form that was sent, which names the sections that the page showed; null for the outcomes on file.</param>
    public LetterForm? Choose(string? template, string? variant, IFormCollection? typed = null)
    {
        if (template != SectionForm.Several)
        {
            return template is not null && Section(template, variant) is { } only
                ? new([only], IsStranded: Alone.All(outcome => outcome.Template != template))
                : null;
        }

        var named = typed is null ? Together.Select(outcome => (outcome.Template, Variant: (string?)null)) : Named(typed);
        var sections = named.Select((each, place) => Section(place, each.Template, each.Variant)).ToList();
        if (sections.Count < 2 || sections.Contains(null))
        {
            return null;
        }

        var asked = sections.Select(section => section!.Template.Template.Code).SequenceEqual(Together.Select(outcome => outcome.Template));
        return new([.. sections.Select(section => section!)], IsStranded: !asked);
    }

    private static IEnumerable<(string Template, string? Variant)> Named(IFormCollection typed)
    {
        for (var place = 0; place < MostSections && typed[$"sections[{place}].template"].FirstOrDefault() is { } template; place++)
        {
            yield return (template, typed[$"sections[{place}].variant"].FirstOrDefault());
        }
    }

    private SectionForm? Section(string template, string? variant) =>
        Effective(template, variant, Alone.FirstOrDefault(outcome => outcome.Template == template)?.Variant) is { } effective
            ? new(
                null,
                effective,
                [.. file.Items.Where(item => item.Outcome?.Template == template).Select(item => item.Id)],
                [],
                IsVariantOpen: true)
            : null;

    // What an outcome on file has settled is not chosen again.
    private SectionForm? Section(int place, string template, string? chosen)
    {
        var settled = Together.ElementAtOrDefault(place) is { } outcome && outcome.Template == template ? outcome.Variant : null;
        var items = file.Items.Where(item => item.AnsweredBy is null && item.Outcome == new ItemOutcome(template, settled))
            .Select(item => item.Id);
        return Effective(template, settled, chosen) is { } effective
            ? new(place, effective, [.. items], [], IsVariantOpen: settled is null && effective.Template.Variants.Count > 1)
            : null;
    }

    private EffectiveTemplate? Effective(string template, string? variant, string? otherwise)
    {
        var code = !string.IsNullOrEmpty(variant) ? variant : string.IsNullOrEmpty(otherwise) ? null : otherwise;
        return templates.Find(template) is { } found && found.HasVariant(code) ? found.For(code) : null;
    }
}
