using System.Text.Json.Nodes;

namespace Disclosure.Cases.Web.Tests.Hostile;

/// <summary>A body with every member that the API's description knows, from its example and its schema.</summary>
internal static class ApiSample
{
    public static JsonNode? Of(JsonNode document, JsonNode? schema, JsonNode? example)
    {
        schema = Resolved(document, schema);
        if (schema?["properties"] is JsonObject properties)
        {
            var all = new JsonObject();
            foreach (var (name, property) in properties)
            {
                all[name] = Of(document, property, example?[name]);
            }

            return all;
        }

        if (schema?["items"] is { } items)
        {
            return new JsonArray(Of(document, items, (example as JsonArray)?.FirstOrDefault()));
        }

        return example?.DeepClone() ?? schema?["enum"]?[0]?.DeepClone() ?? (TypeOf(schema) is "boolean" ? JsonValue.Create(true) : "示范");
    }

    private static string? TypeOf(JsonNode? schema) => schema?["type"] is JsonArray types ? (string?)types[^1] : (string?)schema?["type"];

    // A member that may be null is one of two schemas.
    private static JsonNode? Resolved(JsonNode document, JsonNode? schema)
    {
        while ((string?)(schema?["$ref"]) is { } reference)
        {
            schema = reference.TrimStart('#', '/').Split('/').Aggregate((JsonNode?)document, (node, part) => node?[part]);
        }

        return schema?["oneOf"] is JsonArray choices
            ? Resolved(document, choices.FirstOrDefault(choice => choice?["$ref"] is not null) ?? choices[^1])
            : schema;
    }
}
