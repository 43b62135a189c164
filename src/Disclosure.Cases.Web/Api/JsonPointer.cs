using System.Text.Json;
using System.Text.RegularExpressions;

namespace Disclosure.Cases.Web.Api;

/// <summary>Where in a body something stands, as callers can follow it: <c>#/applicants/0/name</c>.</summary>
internal static partial class JsonPointer
{
    private const string Whole = "#";

    /// <summary>Of a command's field, <c>Applicants[0].Name</c>: the body's fields have the same names.</summary>
    public static string OfField(string? field) => field is null ? Whole : Of(field);

    /// <summary>Of the serializer's path, <c>$.applicants[0].name</c>.</summary>
    public static string OfPath(string? path) => path is null ? Whole : Of(path.TrimStart('$'));

    private static string Of(string path) => Whole + string.Concat(Parts().Matches(path).Select(part =>
        "/" + JsonNamingPolicy.CamelCase.ConvertName(part.Groups["name"].Value).Replace("~", "~0", StringComparison.Ordinal)
            .Replace("/", "~1", StringComparison.Ordinal)));

    [GeneratedRegex(@"\['(?<name>.*?)'\]|\[(?<name>\d+)\]|(?<name>[^.\[\]]+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Parts();
}
