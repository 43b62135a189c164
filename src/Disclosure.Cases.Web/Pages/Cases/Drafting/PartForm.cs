using System.Text.Json.Nodes;
using Disclosure.Cases.Letters;
using Disclosure.Cases.ReplyTemplates;
using Disclosure.Cases.Web.Acting;
using Disclosure.Cases.Web.Localisation;
using Microsoft.Extensions.Localization;

namespace Disclosure.Cases.Web.Pages.Cases.Drafting;

/// <summary>A part that a letter withholds (art. 37), as the form asks for it: its ground, and the facts of that ground.</summary>
/// <param name="List">The fact that lists the parts.</param>
/// <param name="Place">Where it stands in the letter's facts, as <c>withheld[0]</c>: what findings call it.</param>
/// <param name="Name">What the names of its inputs begin with.</param>
/// <param name="Index">Its place among the parts, from 0.</param>
internal sealed record PartForm(TemplateFact List, string Place, string Name, int Index)
{
    private const int MostParts = 200;

    /// <summary>What is filled in.</summary>
    public JsonObject Facts { get; private init; } = [];

    /// <summary>The text of its ground; null while none is chosen.</summary>
    public EffectiveTemplate? Text { get; private init; }

    /// <summary>What was typed for another ground: it comes back when that ground is chosen again.</summary>
    public IReadOnlyList<(string Key, string Value)> Spare { get; private init; } = [];

    /// <summary>The ground chosen; null while none is.</summary>
    public string? Ground => Facts[WithheldPart.GroundField]?.ToString() is { Length: > 0 } ground ? ground : null;

    /// <summary>Whether it is one: without ground and text it is taken away.</summary>
    public bool IsFilled => Ground is not null || Facts[PartTexts.Content] is not null;

    private IReadOnlyList<TemplateFact> Asked => Text?.Facts ?? [PartTexts.What];

    /// <summary>A part of which nothing is filled in.</summary>
    public static PartForm Empty(SectionForm section, TemplateFact fact, int index)
    {
        var place = FormattableString.Invariant($"{fact.Key}[{index}]");
        return new(fact, section.NameOf(place), section.InputOf(place), index);
    }

    /// <summary>The parts that a fact lists, as they were kept.</summary>
    public static IReadOnlyList<PartForm> Kept(IReplyTemplates templates, SectionForm section, TemplateFact fact) =>
        [.. WithheldPart.Of(fact.Key, section.Facts[fact.Key])
            .Select(part => Empty(section, fact, part.Index) with { Facts = part.Facts, Text = part.Text(templates) })];

    /// <summary>The parts that were typed, those left empty included.</summary>
    public static IReadOnlyList<PartForm> Typed(CaseView view, SectionForm section, TemplateFact fact, IFormCollection form)
    {
        var parts = new List<PartForm>();
        while (parts.Count < MostParts && Empty(section, fact, parts.Count) is var part
            && form.ContainsKey(part.InputOf(WithheldPart.GroundField)))
        {
            parts.Add(part.With(view, form));
        }

        return parts;
    }

    /// <summary>The same in the place of another.</summary>
    public PartForm At(PartForm other) => this with { Index = other.Index, Place = other.Place, Name = other.Name };

    /// <summary>The name of one of its inputs.</summary>
    public string InputOf(string key) => $"{Name}.{key}";

    /// <summary>The id of one of its inputs.</summary>
    public string IdOf(string key) => $"fact-{Place.Replace("].", "-", StringComparison.Ordinal).Replace('[', '-').TrimEnd(']')}-{key}";

    /// <summary>What findings about one of its facts are called by.</summary>
    public string PlaceOf(string key) => $"{Place}.{key}";

    /// <summary>What is wrong with one of its facts.</summary>
    public IReadOnlyList<Finding> Wrong(string key, IEnumerable<Finding> findings) =>
        [.. findings.Where(finding => finding.Field == PlaceOf(key))];

    /// <summary>What it asks for besides the ground.</summary>
    public IEnumerable<FactInput> Inputs(IReadOnlyList<Finding> findings) => Asked.Select(fact =>
        new FactInput(fact, InputOf(fact.Key), IdOf(fact.Key), Facts[fact.Key], Wrong(fact.Key, findings)));

    /// <summary>Where it and its facts stand on the page, by the names that findings carry.</summary>
    public IEnumerable<Place> Places(IStringLocalizer<Words> words)
    {
        var part = words["不予公开的第{0}部分", Index + 1].Value;
        return Asked
            .Select(fact => new Place(PlaceOf(fact.Key), $"{part} · {fact.LabelIn(Texts.CurrentLanguage)}", IdOf(fact.Key)))
            .Prepend(new Place(PlaceOf(WithheldPart.GroundField), part, IdOf(WithheldPart.GroundField)));
    }

    // What the chosen ground asks for and the page did not show yet starts as it does in the refusal of the whole.
    private PartForm With(CaseView view, IFormCollection form)
    {
        var ground = form[InputOf(WithheldPart.GroundField)].ToString();
        var part = this with { Facts = new JsonObject { [WithheldPart.GroundField] = ground }, Text = view.Templates.OfPart(ground) };
        var start = part.Text is null ? [] : FactPrefill.Of(view, part.Text);
        foreach (var fact in part.Asked)
        {
            var value = form.TryGetValue(InputOf(fact.Key), out var typed) ? FactForm.Read(fact, typed[0])
                : fact.Kind == FactKind.Yes ? null
                : start[fact.Key]?.DeepClone();
            if (value is not null)
            {
                part.Facts[fact.Key] = value;
            }
        }

        var asked = part.Asked.Select(fact => InputOf(fact.Key)).Append(InputOf(WithheldPart.GroundField)).ToHashSet();
        return part with
        {
            Spare = [.. form.Where(field => field.Key.StartsWith(Name + ".", StringComparison.Ordinal)
                    && !asked.Contains(field.Key) && field.Value.ToString().Length > 0)
                .Select(field => (field.Key[(Name.Length + 1)..], field.Value.ToString()))],
        };
    }
}
