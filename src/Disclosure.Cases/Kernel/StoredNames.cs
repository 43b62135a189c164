using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace Disclosure.Cases.Kernel;

/// <summary>
/// The names under which types and values of enumerations are stored, as their <see cref="StoredNameAttribute"/> says. Nothing else
/// turns a value into what is stored, or back: a C# name may change, a stored one never.
/// </summary>
public static class StoredNames
{
    // As flags have always been written one after another.
    private const string Separator = ", ";

    private static readonly ConcurrentDictionary<Type, EnumNames?> Enums = new();

    /// <summary>The stored name of a type.</summary>
    /// <exception cref="InvalidOperationException">It has none.</exception>
    public static string Of(Type type) =>
        Find(type) ?? throw new InvalidOperationException($"The type {type} is stored but has no stored name.");

    /// <summary>The stored name of a value; of several flags their names in the order of their numbers.</summary>
    /// <exception cref="InvalidOperationException">The value or its enumeration has none.</exception>
    public static string Of<T>(T value)
        where T : struct, Enum =>
        Find(value) ?? throw new InvalidOperationException($"The value {value} of {typeof(T)} is stored but has no stored name.");

    /// <summary>The stored name of a value; null where the enumeration is not stored, or has no such value.</summary>
    public static string? Find(Enum value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return NamesOf(value.GetType())?.Find(value);
    }

    /// <summary>The stored name of a type; null where it has none.</summary>
    public static string? Find(MemberInfo type)
    {
        ArgumentNullException.ThrowIfNull(type);
        return type.GetCustomAttribute<StoredNameAttribute>()?.Name;
    }

    /// <summary>The value of a stored name.</summary>
    /// <exception cref="InvalidDataException">No value of the enumeration has that name.</exception>
    public static Enum Read(Type enumeration, string name)
    {
        ArgumentNullException.ThrowIfNull(enumeration);
        return NamesOf(enumeration)?.Read(name) ?? throw new InvalidDataException($"'{name}' is no stored name of a {enumeration.Name}.");
    }

    /// <summary>The value of a stored name, if one has it.</summary>
    public static bool TryRead<T>([NotNullWhen(true)] string? name, out T value)
        where T : struct, Enum
    {
        var found = name is null ? null : NamesOf(typeof(T))?.Read(name);
        value = found is T read ? read : default;
        return found is not null;
    }

    private static EnumNames? NamesOf(Type type) =>
        Enums.GetOrAdd(type, enumeration => Find(enumeration) is null ? null : new EnumNames(enumeration));

    private sealed class EnumNames
    {
        private readonly Dictionary<Enum, string> written = [];
        private readonly Dictionary<string, Enum> read = new(StringComparer.Ordinal);
        private readonly Type type;
        private readonly bool areFlags;

        public EnumNames(Type type)
        {
            (this.type, areFlags) = (type, type.IsDefined(typeof(FlagsAttribute)));
            foreach (var field in type.GetFields(BindingFlags.Public | BindingFlags.Static))
            {
                var name = field.GetCustomAttribute<StoredNameAttribute>()?.Name
                    ?? throw new InvalidOperationException($"The value {type.Name}.{field.Name} has no stored name.");
                var value = (Enum)field.GetValue(null)!;
                written.Add(value, name);
                read.Add(name, value);
            }
        }

        public string? Find(Enum value) => written.TryGetValue(value, out var name) ? name
            : areFlags && FlagsIn(value) is { Count: > 0 } flags ? string.Join(Separator, flags)
            : null;

        public Enum? Read(string name)
        {
            if (read.TryGetValue(name, out var value) || !areFlags)
            {
                return value;
            }

            long sum = 0;
            foreach (var part in name.Split(Separator))
            {
                if (!read.TryGetValue(part, out var flag))
                {
                    return null;
                }

                sum |= Convert.ToInt64(flag);
            }

            return (Enum)Enum.ToObject(type, sum);
        }

        private List<string> FlagsIn(Enum value) =>
        [
            .. written.Where(flag => Convert.ToInt64(flag.Key) != 0 && value.HasFlag(flag.Key))
                .OrderBy(flag => Convert.ToInt64(flag.Key)).Select(flag => flag.Value),
        ];
    }
}
