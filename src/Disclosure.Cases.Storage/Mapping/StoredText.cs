using System.Globalization;

namespace Disclosure.Cases.Storage.Mapping;

/// <summary>What stands in a column, as text: the same for one value on all databases, whatever type the column has there.</summary>
internal static class StoredText
{
    /// <summary>The text; null for none.</summary>
    public static string? Of(object? value) => value switch
    {
        null or DBNull => null,
        string text => text,
        bool yes => yes ? "1" : "0",
        Guid id => RowMapping.Text(id),
        DateOnly day => RowMapping.Text(day),
        DateTime day => day.ToString(RowMapping.DateFormat, CultureInfo.InvariantCulture),
        DateTimeOffset instant => RowMapping.Text(instant),
        byte[] bytes => Convert.ToHexStringLower(bytes),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };

    /// <summary>Whether rows are as they would be written: each derived row has a member for each column, named alike.</summary>
    public static bool AreSame(IReadOnlyList<object> derived, IReadOnlyList<IReadOnlyDictionary<string, string?>> stored) =>
        derived.Count == stored.Count && derived.Zip(stored).All(pair => IsSame(pair.First, pair.Second));

    private static bool IsSame(object derived, IReadOnlyDictionary<string, string?> stored)
    {
        var members = derived.GetType().GetProperties()
            .ToDictionary(member => member.Name, member => Of(member.GetValue(derived)), StringComparer.OrdinalIgnoreCase);
        return members.Count == stored.Count
            && stored.All(column =>
                members.TryGetValue(column.Key.Replace("_", "", StringComparison.Ordinal), out var value) && value == column.Value);
    }
}
