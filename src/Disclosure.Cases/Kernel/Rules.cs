using FluentValidation;

namespace Disclosure.Cases.Kernel;

/// <summary>The validation rules that several commands share; each failure carries a <see cref="Refusal"/>.</summary>
public static class Rules
{
    /// <summary>The longest text that a person may type into one field, in characters (runes).</summary>
    public const int LongestText = PrintedText.MaxLength;

    /// <summary>Order 492 came into force on this day: nobody applied before.</summary>
    internal static readonly DateOnly FirstRegulation = new(2008, 5, 1);

    private const int LargestFile = 50 * 1024 * 1024;

    /// <summary>Says which refusal a failed rule gives.</summary>
    public static IRuleBuilderOptions<T, TProperty> Refuse<T, TProperty>(
        this IRuleBuilderOptions<T, TProperty> rule, string code, params object?[] arguments) =>
            rule.WithState(_ => new Refusal(code, arguments));

    /// <summary>A text of one or several lines that must be there, of at most <paramref name="longest"/> characters.</summary>
    public static IRuleBuilderOptions<T, string?> IsText<T>(this IRuleBuilder<T, string?> rule, int longest = LongestText) =>
        rule.IsPrinted(text => PrintedText.Fault(text ?? "", lines: true, longest));

    /// <summary>A text of one line that must be there: a line break or a tab in it is refused.</summary>
    public static IRuleBuilderOptions<T, string?> IsLine<T>(this IRuleBuilder<T, string?> rule, int longest) =>
        rule.IsPrinted(text => PrintedText.Fault(text ?? "", lines: false, longest));

    /// <summary>A text of one or several lines that may be left out.</summary>
    public static IRuleBuilderOptions<T, string?> IsOptionalText<T>(this IRuleBuilder<T, string?> rule, int longest = LongestText) =>
        rule.IsPrinted(text => string.IsNullOrWhiteSpace(text) ? null : PrintedText.Fault(text, lines: true, longest));

    /// <summary>A text of one line that may be left out.</summary>
    public static IRuleBuilderOptions<T, string?> IsOptionalLine<T>(this IRuleBuilder<T, string?> rule, int longest) =>
        rule.IsPrinted(text => string.IsNullOrWhiteSpace(text) ? null : PrintedText.Fault(text, lines: false, longest));

    /// <summary>The bytes of a file that can be put with a case: some, and at most 50 MB.</summary>
    public static IRuleBuilderOptions<T, byte[]> IsAttachable<T>(this IRuleBuilder<T, byte[]> rule) =>
        rule.Must(content => content.Length > 0).Refuse("file.empty")
            .Must(content => content.Length <= LargestFile).Refuse("file.tooLarge", LargestFile / 1024 / 1024);

    /// <summary>A date that has come: not after today in China, nor before the Regulation first came into force.</summary>
    public static IRuleBuilderOptions<T, DateOnly> HasCome<T>(this IRuleBuilder<T, DateOnly> rule, TimeProvider time) =>
        rule.Must(date => date <= time.Today()).WithState(_ => new Refusal("date.inFuture", time.Today()))
            .Must(date => date >= FirstRegulation).Refuse("date.beforeRegulation", FirstRegulation);

    /// <summary>A date that, where given, has come.</summary>
    public static IRuleBuilderOptions<T, DateOnly?> HasCome<T>(this IRuleBuilder<T, DateOnly?> rule, TimeProvider time) =>
        rule.Must(date => date is null || date <= time.Today()).WithState(_ => new Refusal("date.inFuture", time.Today()))
            .Must(date => date is null || date >= FirstRegulation).Refuse("date.beforeRegulation", FirstRegulation);

    private static IRuleBuilderOptions<T, string?> IsPrinted<T>(this IRuleBuilder<T, string?> rule, Func<string?, Refusal?> fault) =>
        rule.Must(text => fault(text) is null).WithState((_, text) => fault(text));
}
