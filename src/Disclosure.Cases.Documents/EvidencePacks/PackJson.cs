using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Disclosure.Cases.Documents.EvidencePacks;

/// <summary>The list of a pack: every file but itself and its signature.</summary>
/// <param name="Format">Which form of a pack it is.</param>
/// <param name="LastAt">When the last event was recorded, UTC.</param>
internal sealed record PackManifest(
    string Format, string RegisterNumber, Guid CaseId, int Events, string LastAt, IReadOnlyList<ListedFile> Files)
{
    /// <summary>The form that this program writes and reads.</summary>
    public const string Current = "disclosure-evidence-pack/1";
}

/// <summary>A file on the list.</summary>
/// <param name="FileId">By which the events name it; null for what was made for the pack.</param>
internal sealed record ListedFile(string Name, uint Size, string Sha256, Guid? FileId = null);

/// <summary>The JSON files of a pack, read and written alike: the same content gives the same bytes.</summary>
internal static class PackJson
{
    /// <summary>The list.</summary>
    public const string Manifest = "manifest.json";

    /// <summary>The signature of the list.</summary>
    public const string Signature = "signature.json";

    /// <summary>The events.</summary>
    public const string Events = "events.json";

    /// <summary>The texts that events name.</summary>
    public const string Texts = "texts.json";

    /// <summary>The clock's reckoning and its calendar.</summary>
    public const string Clock = "clock.json";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        PropertyNameCaseInsensitive = false,
        NumberHandling = JsonNumberHandling.Strict,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        WriteIndented = true,
        NewLine = "\n",
    };

    /// <summary>The bytes of a file.</summary>
    public static byte[] Write<T>(T content) => [.. JsonSerializer.SerializeToUtf8Bytes(content, Options), (byte)'\n'];

    /// <summary>What stands in a file; null where it is not there or cannot be read.</summary>
    public static T? Read<T>(byte[]? content)
        where T : class
    {
        try
        {
            return content is null ? null : JsonSerializer.Deserialize<T>(content, Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
