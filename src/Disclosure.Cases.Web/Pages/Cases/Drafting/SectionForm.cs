using System.Text.Json.Nodes;
using Disclosure.Cases.DocumentLifecycle;
using Disclosure.Cases.LetterComposition;
using Disclosure.Cases.ReplyTemplates;
using Disclosure.Cases.Web.Acting;
using Disclosure.Cases.Web.Localisation;
using Microsoft.Extensions.Localization;

namespace Disclosure.Cases.Web.Pages.Cases.Drafting;

/// <summary>What a letter says of one outcome, as the form asks for it; a letter of one outcome has one, without a place.</summary>
/// <param name="Place">Its place in the letter, from 0; null where it is the only one.</param>
/// <param name="Template">Its text in its variant.</param>
/// <param name="Items">The items it is about; empty for all.</param>
/// <param name="Facts">What is filled in.</param>
/// <param name="IsVariantOpen">Whether the clerk still chooses the variant.</param>
internal sealed record SectionForm(int? Place, EffectiveTemplate Template, IReadOnlyList<Guid> Items, JsonObject Facts, bool IsVariantOpen)
{
    /// <summary>Stands for the template in addresses: a letter with a section for each outcome.</summary>
    public const string Several = "several";

    /// <summary>The parts that it withholds as they were typed, by the fact that lists them; as they were kept where nothing was.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<PartForm>> Typed { get; init; } = new Dictionary<string, IReadOnlyList<PartForm>>();

    /// <summary>The fact to whose parts an empty one is added; null for none.</summary>
    public string? Lengthened { get; init; }

    /// <summary>The name of one of its inputs; what findings call a fact.</summary>
    public string NameOf(string key) => Place is { } place ? FormattableString.Invariant($"sections[{place}].{key}") : key;

    /// <summary>The name of the input of a fact.</summary>
    public string InputOf(string key) => NameOf($"facts.{key}");

    /// <summary>The id of a fact's input.</summary>
    public string IdOf(TemplateFact fact) =>
        Place is { } place ? FormattableString.Invariant($"fact-{place}-{fact.Key}") : $"fact-{fact.Key}";

    /// <summary>The parts that a fact lists, at least one to be filled in.</summary>
    public IReadOnlyList<PartForm> Parts(IReplyTemplates templates, TemplateFact fact)
    {
        var parts = Typed.GetValueOrDefault(fact.Key) ?? PartForm.Kept(templates, this, fact);
        return parts.Count == 0 || fact.Key == Lengthened ? [.. parts, PartForm.Empty(this, fact, parts.Count)] : parts;
    }

    /// <summary>Where its facts stand on the page, by the names that findings carry.</summary>
    public IEnumerable<Acting.Place> Places(IReplyTemplates templates, IStringLocalizer<Words> words) =>
        Template.Facts.SelectMany(fact => (fact.Kind == FactKind.Sections ? Parts(templates, fact) : [])
            .SelectMany(part => part.Places(words))
            .Prepend(new Acting.Place(NameOf(fact.Key), fact.LabelIn(Texts.CurrentLanguage), IdOf(fact))));

    /// <summary>One of its facts as the form asks for it.</summary>
    public FactInput Of(TemplateFact fact, IEnumerable<Finding> findings) => new(
        fact, InputOf(fact.Key), IdOf(fact), Facts[fact.Key], [.. findings.Where(finding => finding.Field == NameOf(fact.Key))]);

    /// <summary>The same as it was typed.</summary>
    public SectionForm With(CaseView view, IFormCollection form)
    {
        var parts = Template.Facts.Where(fact => fact.Kind == FactKind.Sections).ToDictionary(
            fact => fact.Key,
            IReadOnlyList<PartForm> (fact) => [.. PartForm.Typed(view, this, fact, form).Where(part => part.IsFilled)
                .Select((part, index) => part.At(PartForm.Empty(this, fact, index)))]);
        return this with { Facts = FactForm.Read(this, parts, form), Typed = parts };
    }

    /// <summary>As the letter is written.</summary>
    public SectionToWrite ToWrite() =>
        new(Template.Template.Code, Template.Variant?.Code, Items, Facts) { TemplateVersion = Template.Template.Version };

    /// <summary>As a draft keeps it.</summary>
    public DraftedSection ToDraft() => new(Template.Template.Code, Template.Variant?.Code, Facts.DeepClone().AsObject());
}
