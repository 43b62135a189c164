using System.Globalization;
using System.Text;
using FluentValidation;

namespace Disclosure.Cases.Kernel;

/// <summary>The validation rules that several commands share; each failure carries a <see cref="Refusal"/>.</summary>
public static class Rules
{
    /// <summary>The longest text that a person may type into one field, in characters (runes).</summary>
    public const int LongestText = 20_000;

    /// <summary>Says which refusal a failed rule gives.</summary>
    public static IRuleBuilderOptions<T, TProperty> Refuse<T, TProperty>(
        this IRuleBuilderOptions<T, TProperty> rule, string code, params object?[] arguments) =>
            rule.WithState(_ => new Refusal(code, arguments));

    /// <summary>A text that must be there, with something else than blanks, of at most <paramref name="longest"/> characters.</summary>
    public static IRuleBuilderOptions<T, string?> IsText<T>(this IRuleBuilder<T, string?> rule, int longest = LongestText) =>
        rule.Must(text => !IsBlank(text)).Refuse("text.empty")
            .Must(text => IsBlank(text) || LengthOf(text!) <= longest).Refuse("text.tooLong", longest)
            .Must(IsPrintable).Refuse("text.unprintable");

    /// <summary>A text that may be left out.</summary>
    public static IRuleBuilderOptions<T, string?> IsOptionalText<T>(this IRuleBuilder<T, string?> rule, int longest = LongestText) =>
        rule.Must(text => text is null || LengthOf(text) <= longest).Refuse("text.tooLong", longest)
            .Must(IsPrintable).Refuse("text.unprintable");

    /// <summary>A date that has come: not after today in China.</summary>
    public static IRuleBuilderOptions<T, DateOnly> HasCome<T>(this IRuleBuilder<T, DateOnly> rule, TimeProvider time) =>
        rule.Must(date => date <= time.Today()).WithState(_ => new Refusal("date.inFuture", time.Today()));

    /// <summary>A date that, where given, has come.</summary>
    public static IRuleBuilderOptions<T, DateOnly?> HasCome<T>(this IRuleBuilder<T, DateOnly?> rule, TimeProvider time) =>
        rule.Must(date => date is null || date <= time.Today()).WithState(_ => new Refusal("date.inFuture", time.Today()));

    private static bool IsBlank(string? text) =>
        text is null
        || text.EnumerateRunes().All(rune => Rune.IsWhiteSpace(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format);

    private static int LengthOf(string text) => text.EnumerateRunes().Count();

    // Control characters cannot stand in a letter; lone surrogates are no characters at all.
    private static bool IsPrintable(string? text) =>
        text is null || text.EnumerateRunes().All(rune => rune != Rune.ReplacementChar
            && (!Rune.IsControl(rune) || rune.Value is '\n' or '\r' or '\t'));
}
