using System.Text.Json.Nodes;
using Disclosure.Cases.DocumentLifecycle;
using Disclosure.Cases.LetterComposition;
using Disclosure.Cases.ReplyTemplates;
using Disclosure.Cases.Web.Acting;

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

    /// <summary>How many empty parts are added to those filled in.</summary>
    public int EmptyParts { get; init; }

    /// <summary>The name of one of its inputs.</summary>
    public string NameOf(string key) => Place is { } place ? FormattableString.Invariant($"sections[{place}].{key}") : key;

    /// <summary>The id of a fact's input.</summary>
    public string IdOf(TemplateFact fact) =>
        Place is { } place ? FormattableString.Invariant($"fact-{place}-{fact.Key}") : $"fact-{fact.Key}";

    /// <summary>Where its facts stand on the page, by the names that findings carry.</summary>
    public IEnumerable<Acting.Place> Places =>
        Template.Facts.Select(fact => new Acting.Place(NameOf(fact.Key), fact.LabelIn(Texts.CurrentLanguage), IdOf(fact)));

    /// <summary>What is wrong with one of its facts.</summary>
    public IReadOnlyList<Finding> Of(TemplateFact fact, IEnumerable<Finding> findings) =>
        [.. findings.Where(finding => finding.Field == NameOf(fact.Key))];

    /// <summary>As the letter is written.</summary>
    public SectionToWrite ToWrite() =>
        new(Template.Template.Code, Template.Variant?.Code, Items, Facts) { TemplateVersion = Template.Template.Version };

    /// <summary>As a draft keeps it.</summary>
    public DraftedSection ToDraft() => new(Template.Template.Code, Template.Variant?.Code, Facts.DeepClone().AsObject());
}
