namespace Disclosure.Cases.Web.Acting;

/// <summary>How an input looks.</summary>
internal enum FieldKind
{
    /// <summary>One line.</summary>
    Line,

    /// <summary>Several lines.</summary>
    Paragraphs,

    /// <summary>A day.</summary>
    Date,

    /// <summary>A whole number.</summary>
    Number,

    /// <summary>One of several, in a list.</summary>
    Choice,

    /// <summary>Yes or no.</summary>
    Tick,

    /// <summary>Any of several.</summary>
    Ticks,

    /// <summary>A new password: what was typed is never shown again.</summary>
    NewPassword,

    /// <summary>The password so far.</summary>
    Password,

    /// <summary>A code that is good once: what was typed is never shown again.</summary>
    Code,

    /// <summary>A file.</summary>
    Upload,
}

/// <summary>One input of a form.</summary>
/// <param name="Name">Its name: the property of the command, so that refusals find their field.</param>
/// <param name="Label">What people read.</param>
/// <param name="Kind">How it looks.</param>
internal sealed record Field(string Name, string Label, FieldKind Kind)
{
    /// <summary>What stands in it before anybody typed; of several that are ticked, each after a comma.</summary>
    public string? Value { get; init; }

    /// <summary>Whether it may be left empty.</summary>
    public bool Optional { get; init; }

    /// <summary>Whether it is asked only once a refusal points to it: what is never needed otherwise.</summary>
    public bool OnRefusal { get; init; }

    /// <summary>A line of help, or null.</summary>
    public string? Hint { get; init; }

    /// <summary>The article of the regulation behind it, by its number; null where there is none.</summary>
    public int? Article { get; init; }

    /// <summary>
    /// The question that it answers, where that is not always asked: it is while an option that asks it
    /// (<see cref="Option.Asks"/>) is chosen within the same <c>.asking</c> of the page.
    /// </summary>
    public string? When { get; init; }

    /// <summary>What it is called instead of its label while a question is asked: the question, and the words.</summary>
    public IReadOnlyList<Option> LabelsWhen { get; init; } = [];

    /// <summary>What can be chosen.</summary>
    public IReadOnlyList<Option> Options { get; init; } = [];
}

/// <summary>Something that can be chosen.</summary>
internal sealed record Option(string Value, string Label)
{
    /// <summary>The questions that follow from choosing it, with spaces between them; null where none do.</summary>
    public string? Asks { get; init; }
}

/// <summary>Inputs with what was typed into them and what is wrong with it.</summary>
/// <param name="Scope">A prefix for ids, unique on the page.</param>
/// <param name="Fields">The inputs.</param>
/// <param name="Typed">What was typed, or null when the form is fresh.</param>
/// <param name="Findings">What is wrong.</param>
internal sealed record FieldSet(string Scope, IReadOnlyList<Field> Fields, IFormCollection? Typed, IReadOnlyList<Finding> Findings)
{
    /// <summary>The questions that are asked as things stand; null where all are.</summary>
    public IReadOnlyCollection<string>? Asked { get; init; }

    /// <summary>Whether a question is asked now; what is always asked has none.</summary>
    public bool IsAsked(string? question) => question is null || Asked is null || Asked.Contains(question);

    /// <summary>What an input is called now.</summary>
    public string LabelOf(Field field) => field.LabelsWhen.FirstOrDefault(label => IsAsked(label.Value))?.Label ?? field.Label;

    /// <summary>What stands in an input now. A row that was just added has its start value; a box not sent is one not ticked.</summary>
    public string? ValueOf(Field field) =>
        Typed is null ? field.Value
        : Typed.TryGetValue(field.Name, out var values) ? values[0]
        : field.Kind == FieldKind.Tick ? null : field.Value;

    /// <summary>Whether something is ticked now.</summary>
    public bool IsTicked(Field field, string value) => Typed is null
        ? field.Value?.Split(',').Contains(value) == true
        : Typed.TryGetValue(field.Name, out var values) && values.Contains(value);

    /// <summary>The inputs that stand on the page now.</summary>
    public IEnumerable<Field> Shown => Fields.Where(each => !each.OnRefusal || Of(each).Any()
        || (Typed is not null && ValueOf(each) is not null));

    /// <summary>What is wrong with an input.</summary>
    public IEnumerable<Finding> Of(Field field) => Findings.Where(finding => finding.Field == field.Name);

    /// <summary>Where the inputs stand.</summary>
    public IEnumerable<Place> Places => Shown.Select(each => new Place(each.Name, LabelOf(each), IdOf(each)));

    /// <summary>The id of an input.</summary>
    public string IdOf(Field field) =>
        $"{Scope}-{field.Name.Replace('.', '-').Replace('[', '-').Replace("]", "", StringComparison.Ordinal)}";
}
