using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Disclosure.Cases.Kernel;

/// <summary>
/// How records are stored as JSON: every member under its stored name (<see cref="StoredNameAttribute"/> on the property, or on the
/// parameter of the record). A member without one is an error at once, before anything is stored under a name that C# chose.
/// </summary>
public static class StoredJson
{
    private const string OurNamespace = "Disclosure.Cases";

    private static readonly IJsonTypeInfoResolver ByStoredNames = new DefaultJsonTypeInfoResolver { Modifiers = { NameMembers } };

    /// <summary>Chinese is escaped, enumerations are numbers.</summary>
    public static JsonSerializerOptions Escaped { get; } = new() { TypeInfoResolver = ByStoredNames };

    /// <summary>Chinese stands as it is, enumerations are their stored names.</summary>
    public static JsonSerializerOptions Readable { get; } = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new StoredEnumConverter() },
        TypeInfoResolver = ByStoredNames,
    };

    private static void NameMembers(JsonTypeInfo type)
    {
        // Others are lists, or made of names that are written where they are made.
        if (type.Kind != JsonTypeInfoKind.Object || type.Type.Namespace?.StartsWith(OurNamespace, StringComparison.Ordinal) != true)
        {
            return;
        }

        var parameters = type.Type.GetConstructors().SelectMany(constructor => constructor.GetParameters()).ToList();
        foreach (var member in type.Properties)
        {
            var property = (PropertyInfo)member.AttributeProvider!;
            member.Name = NameOf(property)
                ?? parameters.Where(parameter => parameter.Name == property.Name).Select(NameOf).OfType<string>().FirstOrDefault()
                ?? throw new InvalidOperationException($"The member {type.Type.Name}.{property.Name} is stored but has no stored name.");
        }
    }

    private static string? NameOf(ICustomAttributeProvider member) =>
        member.GetCustomAttributes(typeof(StoredNameAttribute), inherit: false) is [StoredNameAttribute name] ? name.Name : null;
}
