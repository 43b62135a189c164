using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Disclosure.Cases.Web.Localisation;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace Disclosure.Cases.Web.Api;

/// <summary>Reads a request's body strictly: what the application does not know, it does not pass over.</summary>
internal static class JsonBody
{
    /// <summary>The longest body, in units of 1024 bytes. Fifty items in full length are longer, and nobody's application.</summary>
    public const int LargestInKilobytes = 512;

    private const int Largest = LargestInKilobytes * 1024;

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>How the API reads and writes.</summary>
    public static void Configure(JsonSerializerOptions options)
    {
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.RespectNullableAnnotations = true;
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
    }

    /// <summary>The host's options, set up by <see cref="Configure"/>.</summary>
    public static JsonSerializerOptions OptionsOf(HttpContext context) =>
        context.RequestServices.GetRequiredService<IOptions<Microsoft.AspNetCore.Http.Json.JsonOptions>>().Value.SerializerOptions;

    /// <summary>The body, or why it cannot be read.</summary>
    /// <param name="optional">Whether an empty body stands for an empty object.</param>
    public static async Task<(T? Body, ProblemResult? Problem)> Read<T>(HttpContext context, bool optional = false)
        where T : class, new()
    {
        var bytes = await Bytes(context.Request, context.RequestAborted);
        if (bytes is null)
        {
            return (null, new ProblemResult(ProblemKind.BodyTooLarge));
        }

        if (bytes.Length == 0 && optional)
        {
            return (new T(), null);
        }

        if (!context.Request.HasJsonContentType())
        {
            return (null, new ProblemResult(ProblemKind.UnsupportedMediaType));
        }

        var words = context.RequestServices.GetRequiredService<IStringLocalizer<Words>>();
        try
        {
            using var json = JsonDocument.Parse(bytes, Strict);
            return json.RootElement.ValueKind == JsonValueKind.Object
                ? (json.Deserialize<T>(OptionsOf(context)), null)
                : (null, new ProblemResult(ProblemKind.MalformedJson));
        }
        catch (JsonException problem) when (problem.Path is { } path)
        {
            // The serializer's own message quotes what was sent.
            return (null, new ProblemResult(ProblemKind.InvalidFields)
            {
                Errors = [new FieldProblem(JsonPointer.OfPath(path), "json.field", words["没有这个字段，或者它的类型、取值不对；请见接口文档。"])],
            });
        }
        catch (InvalidOperationException)
        {
            // A name with half of a surrogate pair shows only when it is read.
            return (null, new ProblemResult(ProblemKind.MalformedJson));
        }
        catch (JsonException problem)
        {
            return (null, new ProblemResult(ProblemKind.MalformedJson)
            {
                Detail = problem is { LineNumber: { } line, BytePositionInLine: { } position }
                    ? words["第 {0} 行第 {1} 个字节处不是有效的 JSON。", line + 1, position + 1].Value
                    : null,
            });
        }
    }

    private static async Task<byte[]?> Bytes(HttpRequest request, CancellationToken cancellation)
    {
        if (request.ContentLength > Largest)
        {
            return null;
        }

        using var all = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int read;
        try
        {
            while ((read = await request.Body.ReadAsync(buffer, cancellation)) > 0)
            {
                all.Write(buffer, 0, read);
                if (all.Length > Largest)
                {
                    return null;
                }
            }
        }
        catch (IOException problem) when (problem is not BadHttpRequestException)
        {
            // Of some chunks that are none the server says it in this way only.
            throw new BadHttpRequestException("The body breaks off.", problem);
        }

        return all.ToArray();
    }
}
