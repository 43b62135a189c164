using Disclosure.Cases.Numbering;

namespace Disclosure.Cases.ReplyTemplates;

/// <summary>A wording of a template with, where it differs, its own basis, row, remedy and effect.</summary>
/// <param name="Code">Its code within the template.</param>
/// <param name="Label">Its name for people, in Chinese.</param>
public sealed record TemplateVariant(string Code, string Label)
{
    /// <summary>Its name in English, or null.</summary>
    public string? LabelEn { get; init; }

    /// <summary>Its articles, or null for the template's.</summary>
    public IReadOnlyList<string>? Articles { get; init; }

    /// <summary>Its row of the annual report's table 3, or null for the template's.</summary>
    public string? Row { get; init; }

    /// <summary>Its remedy, or null for the template's.</summary>
    public Remedy? Remedy { get; init; }

    /// <summary>Its effect, or null for the template's.</summary>
    public ServiceEffect? Effect { get; init; }
}

/// <summary>What holds for a letter of one template in one variant.</summary>
/// <param name="Template">The template.</param>
/// <param name="Variant">The variant, or null when the template has none.</param>
/// <param name="Articles">The articles of Order 711 that the letter rests on.</param>
/// <param name="Row">The row of the annual report's table 3, or null.</param>
/// <param name="Remedy">How it may be contested.</param>
/// <param name="Effect">What serving it does.</param>
/// <param name="Facts">What it needs to be told, in the order to ask.</param>
public sealed record EffectiveTemplate(
    ReplyTemplate Template,
    TemplateVariant? Variant,
    IReadOnlyList<string> Articles,
    string? Row,
    Remedy Remedy,
    ServiceEffect Effect,
    IReadOnlyList<TemplateFact> Facts);

/// <summary>One format text (格式文本): what it says, what it rests on, what it needs and what serving it does.</summary>
public sealed record ReplyTemplate
{
    /// <summary>1–26, or null for a companion.</summary>
    public required int? No { get; init; }

    /// <summary>Its code, e.g. <c>partly-disclosed</c>.</summary>
    public required string Code { get; init; }

    /// <summary>The title on paper.</summary>
    public required string Title { get; init; }

    /// <summary>What sort of document it makes.</summary>
    public required TemplateKind Kind { get; init; }

    /// <summary>The series its number is taken from at approval, or null when it bears none.</summary>
    public required SeriesKind? Series { get; init; }

    /// <summary>The row of the annual report's table 3, or null.</summary>
    public required string? Row { get; init; }

    /// <summary>The articles of Order 711 it rests on.</summary>
    public required IReadOnlyList<string> Articles { get; init; }

    /// <summary>How it may be contested.</summary>
    public required Remedy Remedy { get; init; }

    /// <summary>What serving it does.</summary>
    public required ServiceEffect Effect { get; init; }

    /// <summary>The step whose answer allows it.</summary>
    public required ReplyStep Step { get; init; }

    /// <summary>To whom it goes.</summary>
    public required AddresseeKind Addressee { get; init; }

    /// <summary>Whether it goes through submission and approval before it is served.</summary>
    public required bool NeedsApproval { get; init; }

    /// <summary>Every fact of every variant, in the order to ask.</summary>
    public required IReadOnlyList<TemplateFact> Facts { get; init; }

    /// <summary>Its variants, the default first; empty when it has none.</summary>
    public required IReadOnlyList<TemplateVariant> Variants { get; init; }

    /// <summary>The wording, with placeholders.</summary>
    public required string Body { get; init; }

    /// <summary>SHA-256 of the template's file, lower-case hex: which wording a letter was made from.</summary>
    public required string Version { get; init; }

    /// <summary>The whole file, whose bytes in UTF-8 have the hash <see cref="Version"/>.</summary>
    public string Source { get; init; } = "";

    /// <summary>
    /// Whether it is a form of the office rather than a letter: its wording addresses nobody, so it bears no masthead,
    /// number, signature or date of issue.
    /// </summary>
    public bool IsForm => !Body.Contains("{{addressee}}", StringComparison.Ordinal);

    /// <summary>Whether its wording says what a part withheld within 10 reads like, in passages marked <c>{{#part}}</c>.</summary>
    public bool SpeaksOfParts => Body.Contains("{{#part}}", StringComparison.Ordinal);

    /// <summary>Whether <paramref name="variant"/> can be asked for: one of the variants, or null for the default.</summary>
    public bool HasVariant(string? variant) => variant is null || Variants.Any(known => known.Code == variant);

    /// <summary>What holds in <paramref name="variant"/>; null stands for the first variant, or for none where there are none.</summary>
    /// <exception cref="ArgumentException">The template has no such variant.</exception>
    public EffectiveTemplate For(string? variant)
    {
        if (!HasVariant(variant))
        {
            throw new ArgumentException($"Template '{Code}' has no variant '{variant}'.", nameof(variant));
        }

        var chosen = variant is null ? (Variants.Count == 0 ? null : Variants[0]) : Variants.First(known => known.Code == variant);
        return new EffectiveTemplate(
            this,
            chosen,
            chosen?.Articles ?? Articles,
            chosen?.Row ?? Row,
            chosen?.Remedy ?? Remedy,
            chosen?.Effect ?? Effect,
            [.. Facts.Where(fact => fact.IsAskedForIn(chosen?.Code)).Select(fact => fact.In(chosen?.Code))]);
    }
}
