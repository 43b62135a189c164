using System.Reflection;
using System.Text.Json;

namespace Disclosure.Cases.Demonstration.District;

/// <summary>The invented district as it is written down in the embedded files.</summary>
internal sealed class DistrictData
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Converters = { new StoredEnumConverter() } };

    public const string GovernmentSlug = "gov";

    public IReadOnlyList<AgencyEntry> Agencies { get; } = Read<AgencyEntry>("agencies.json");

    public IReadOnlyList<Subject> Subjects { get; } = Read<Subject>("subjects.json");

    public IReadOnlyList<SpecialRequest> Specials { get; } = Read<SpecialRequest>("special-requests.json");

    /// <summary>What an agency is asked for.</summary>
    public IReadOnlyList<Subject> SubjectsOf(AgencyEntry agency)
    {
        var key = agency.Kind == Disclosure.Cases.Agencies.AgencyKind.TownOrStreet ? "town" : agency.Slug;
        return [.. Subjects.Where(subject => subject.Agency == key)];
    }

    private static List<T> Read<T>(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The demonstration's file '{name}' is not embedded.");
        return JsonSerializer.Deserialize<List<T>>(stream, Options)!;
    }
}
