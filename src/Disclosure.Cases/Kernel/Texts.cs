using System.Globalization;
using System.Reflection;
using System.Text.Json;

namespace Disclosure.Cases.Kernel;

/// <summary>
/// The sentences of the domain in Chinese and English, read once from the embedded <c>*.texts.json</c> files:
/// <c>{ "code": { "zh": "…{0}…", "en": "…{0}…" } }</c>. A code lives in exactly one file.
/// </summary>
public static class Texts
{
    /// <summary>Simplified Chinese, the source language.</summary>
    public const string Chinese = "zh";

    /// <summary>English.</summary>
    public const string English = "en";

    private static readonly Lazy<Dictionary<string, Dictionary<string, string>>> Sentences = new(Load);

    /// <summary>Every code that has a sentence.</summary>
    public static IReadOnlyCollection<string> Codes => Sentences.Value.Keys;

    /// <summary>The language of the current user interface culture: <c>en</c> for English, else <c>zh</c>.</summary>
    public static string CurrentLanguage =>
        CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == English ? English : Chinese;

    /// <summary>The sentence behind <paramref name="code"/>.</summary>
    /// <exception cref="KeyNotFoundException">No file has the code, or not in that language.</exception>
    public static string Say(string language, string code, params object?[] arguments)
    {
        if (!Sentences.Value.TryGetValue(code, out var byLanguage) || !byLanguage.TryGetValue(language, out var sentence))
        {
            throw new KeyNotFoundException($"No sentence '{code}' in language '{language}'.");
        }

        return arguments.Length == 0
            ? sentence
            : string.Format(CultureInfo.InvariantCulture, sentence, Array.ConvertAll(arguments, argument => Shown(language, argument)));
    }

    // Instants are said in China's time. Dates are written as the language writes them; codes in arguments are said in words where
    // there are words.
    private static object? Shown(string language, object? argument) => argument switch
    {
        DateTimeOffset instant => string.Create(
            CultureInfo.InvariantCulture,
            $"{Shown(language, ChinaTime.DayOf(instant))} {instant.ToOffset(ChinaTime.Offset):HH:mm}"),
        DateOnly date when language == Chinese => $"{date.Year}年{date.Month}月{date.Day}日",
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Refusal refusal => refusal.Say(language),
        Enum value when Sentences.Value.ContainsKey(CodeOf(value)) => Say(language, CodeOf(value)),
        _ => argument,
    };

    /// <summary>
    /// The code under which a value of an enumeration is named: <c>ReplyStep.Completeness</c>; by its stored names where it is stored.
    /// </summary>
    public static string CodeOf(Enum value) =>
        StoredNames.Find(value) is { } name ? $"{StoredNames.Of(value.GetType())}.{name}" : $"{value.GetType().Name}.{value}";

    /// <summary>The name of a value of an enumeration in <paramref name="language"/>.</summary>
    public static string Name(Enum value, string language = Chinese) => Say(language, CodeOf(value));

    private static Dictionary<string, Dictionary<string, string>> Load()
    {
        var assembly = Assembly.GetExecutingAssembly();
        var sentences = new Dictionary<string, Dictionary<string, string>>(StringComparer.Ordinal);
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.EndsWith(".texts.json", StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            foreach (var (code, byLanguage) in JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, string>>>(stream)!)
            {
                sentences.Add(code, byLanguage);
            }
        }

        return sentences;
    }
}
