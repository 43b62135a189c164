using System.Text.Json;

namespace Disclosure.Cases.CaseFiles.Events;

/// <summary>The rows outside the chain that a stored event names by id and hash, wherever they stand in its data.</summary>
public static class EventReferences
{
    /// <summary>The texts (<see cref="TextRef"/>).</summary>
    public static IReadOnlyList<(string Id, string Hash)> Texts(string data) => Named(data, "Id", "Hash");

    /// <summary>The files, by the SHA-256 of their bytes.</summary>
    public static IReadOnlyList<(string Id, string Hash)> Files(string data) => Named(data, "FileId", "Sha256");

    private static IReadOnlyList<(string Id, string Hash)> Named(string data, string idName, string hashName)
    {
        using var document = JsonDocument.Parse(data);
        return [.. Named(document.RootElement, idName, hashName)];
    }

    private static IEnumerable<(string Id, string Hash)> Named(JsonElement element, string idName, string hashName) =>
        element.ValueKind switch
        {
            JsonValueKind.Array => element.EnumerateArray().SelectMany(item => Named(item, idName, hashName)),
            JsonValueKind.Object => (element.TryGetProperty(idName, out var id)
                && element.TryGetProperty(hashName, out var hash)
                && id.TryGetGuid(out _)
                    ? new[] { (id.GetString()!, hash.GetString() ?? "") }
                    : []).Concat(element.EnumerateObject().SelectMany(property => Named(property.Value, idName, hashName))),
            _ => [],
        };
}
