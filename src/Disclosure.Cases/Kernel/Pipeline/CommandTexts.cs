using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json.Nodes;

namespace Disclosure.Cases.Kernel.Pipeline;

/// <summary>A text of a command that no letter and no list shows: a secret, or a file that is judged line by line.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class NotPrintedAttribute : Attribute;

/// <summary>Every text that a command carries, however deep, so that no command has to be asked for its own.</summary>
internal static class CommandTexts
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Known = new();

    /// <summary>The texts that no letter can carry, each with its field.</summary>
    public static IEnumerable<Refusal> Unprintable(object command) =>
        from text in Of(command, "")
        let refusal = PrintedText.Unprintable(text.Text)
        where refusal is not null
        select refusal with { Field = text.Field };

    private static IEnumerable<(string Field, string Text)> Of(object? value, string field) => value switch
    {
        null or byte[] => [],
        string text => [(field, text)],
        JsonObject facts => facts.SelectMany(fact => Of(fact.Value, $"{field}.{fact.Key}")),
        JsonValue fact => fact.TryGetValue<string>(out var text) ? [(field, text)] : [],
        IEnumerable entries => entries.Cast<object?>().SelectMany((entry, index) => Of(entry, $"{field}[{index}]")),
        _ => Known.GetOrAdd(value.GetType(), PropertiesOf)
            .SelectMany(property => Of(property.GetValue(value), field.Length == 0 ? property.Name : $"{field}.{property.Name}")),
    };

    // What is only derived from others cannot be corrected by whoever sent the command.
    private static PropertyInfo[] PropertiesOf(Type type) =>
        type.IsEnum || type.Namespace?.StartsWith("Disclosure.Cases", StringComparison.Ordinal) != true ? [] :
        [
            .. type.GetProperties(BindingFlags.Instance | BindingFlags.Public)
                .Where(property => property.CanWrite && property.GetIndexParameters().Length == 0
                    && !property.IsDefined(typeof(NotPrintedAttribute))),
        ];
}
