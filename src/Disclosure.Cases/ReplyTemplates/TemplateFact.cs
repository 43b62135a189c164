namespace Disclosure.Cases.ReplyTemplates;

/// <summary>The shapes a fact may have; beside each the JSON value that carries it.</summary>
[StoredName("FactKind")]
public enum FactKind
{
    /// <summary>One line: a string.</summary>
    [StoredName("Text")]
    Text,

    /// <summary>A string whose line breaks separate paragraphs.</summary>
    [StoredName("Paragraphs")]
    Paragraphs,

    /// <summary>A day: <c>"YYYY-MM-DD"</c>.</summary>
    [StoredName("Date")]
    Date,

    /// <summary>A whole number.</summary>
    [StoredName("Number")]
    Number,

    /// <summary>An array of one-line strings.</summary>
    [StoredName("List")]
    List,

    /// <summary>The code of one of the fact's options: a string.</summary>
    [StoredName("Choice")]
    Choice,

    /// <summary>
    /// An array of <c>{"ground": code, "text": paragraphs, …}</c>, one for each part withheld (art. 37), each with the facts of its
    /// ground (<see cref="PartTexts"/>).
    /// </summary>
    [StoredName("Sections")]
    Sections,

    /// <summary>A declaration that must be true to be made: <c>true</c>.</summary>
    [StoredName("Yes")]
    Yes,
}

/// <summary>One of the answers to a fact of kind <see cref="FactKind.Choice"/>.</summary>
/// <param name="Code">What the letter's facts carry.</param>
/// <param name="Label">What people read.</param>
public sealed record FactOption(string Code, string Label);

/// <summary>Something a template needs to be told before a letter can be made from it.</summary>
/// <param name="Key">Its camel-case name in the letter's facts and in the body.</param>
/// <param name="Label">Its name for people, in Chinese.</param>
/// <param name="Kind">Its shape.</param>
public sealed record TemplateFact(string Key, string Label, FactKind Kind)
{
    /// <summary>Its name in English, or null.</summary>
    public string? LabelEn { get; init; }

    /// <summary>Whether a letter may do without it.</summary>
    public bool Optional { get; init; }

    /// <summary>The variants that ask for it; empty when all do.</summary>
    public IReadOnlyList<string> When { get; init; } = [];

    /// <summary>A hint for the clerk, or null.</summary>
    public string? Help { get; init; }

    /// <summary>Wording to start from, or null.</summary>
    public string? Suggestion { get; init; }

    /// <summary>The variants that have a wording of their own to start from.</summary>
    public IReadOnlyDictionary<string, string> Suggestions { get; init; } = new Dictionary<string, string>();

    /// <summary>The answers to choose from (<see cref="FactKind.Choice"/>), in their order.</summary>
    public IReadOnlyList<FactOption> Options { get; init; } = [];

    /// <summary>The grounds that sections may give (<see cref="FactKind.Sections"/>): codes of <see cref="WithholdingGround"/>.</summary>
    public IReadOnlyList<string> Of { get; init; } = [];

    /// <summary>The least integer, inclusive, or null.</summary>
    public int? Min { get; init; }

    /// <summary>The greatest integer, inclusive, or null.</summary>
    public int? Max { get; init; }

    /// <summary>Whether <paramref name="variant"/> asks for the fact.</summary>
    public bool IsAskedForIn(string? variant) => When.Count == 0 || (variant is not null && When.Contains(variant));

    /// <summary>The fact as <paramref name="variant"/> asks for it.</summary>
    public TemplateFact In(string? variant) =>
        variant is not null && Suggestions.TryGetValue(variant, out var own) ? this with { Suggestion = own } : this;

    /// <summary>The label in <paramref name="language"/> (<c>zh</c> or <c>en</c>), Chinese where there is no English.</summary>
    public string LabelIn(string language) => language == Texts.English && LabelEn is not null ? LabelEn : Label;
}
