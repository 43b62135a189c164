namespace Disclosure.Cases.ReplyTemplates;

/// <summary>Something in a template file, or missing from it.</summary>
/// <param name="File">The file's name; empty for what concerns the catalogue as a whole.</param>
/// <param name="Line">The line, from 1; null for what stands in none.</param>
/// <param name="What">What it is.</param>
public sealed record TemplateFinding(string File, int? Line, Refusal What)
{
    /// <summary>Whether the file cannot be used as it is; else it is advice.</summary>
    public bool IsError { get; init; } = true;

    /// <summary>The finding as a sentence with its line, in <paramref name="language"/>.</summary>
    public string Say(string language) =>
        Line is { } line ? Texts.Say(language, "lint.atLine", line, What.Say(language)) : What.Say(language);
}
