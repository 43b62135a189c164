using System.Data.Common;
using System.Globalization;

namespace Disclosure.Cases.Storage.Mapping;

/// <summary>A column of a row as a member of a record.</summary>
internal static class Column
{
    /// <summary>The value; the default one where the row has none.</summary>
    public static T Read<T>(DbDataReader reader, int index) =>
        reader.IsDBNull(index) ? default! : (T)Converter<T>.Convert(reader.GetValue(index));

    private static Func<object, object> To(Type type) =>
        type == typeof(string) || type == typeof(byte[]) ? value => value
        : type == typeof(Guid) ? value => RowMapping.Id(value)
        : type == typeof(DateOnly) ? value => RowMapping.Date(value)
        : type == typeof(DateTimeOffset) ? value => RowMapping.Instant(value)
        : type.IsEnum ? value => Named(type, value)
        : value => Convert.ChangeType(value, type, CultureInfo.InvariantCulture);

    // A set of flags is stored as its number, anything else by its stored name.
    private static Enum Named(Type type, object value) => value switch
    {
        string name => StoredNames.Read(type, name),
        _ when type.IsDefined(typeof(FlagsAttribute), inherit: false) => (Enum)Enum.ToObject(type, value),
        _ => throw new InvalidDataException($"'{value}' stands where a {type.Name} is stored by its name."),
    };

    private static class Converter<T>
    {
        public static readonly Func<object, object> Convert = To(Nullable.GetUnderlyingType(typeof(T)) ?? typeof(T));
    }
}
