using System.Data;
using System.Globalization;
using Dapper;

namespace Disclosure.Cases.Storage.Mapping;

/// <summary>How values go into rows and come back, the same on all databases; whole records come back by <see cref="Rows"/>.</summary>
internal static class RowMapping
{
    public const string DateFormat = "yyyy-MM-dd";
    private const string InstantFormat = "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'";

    private static readonly Lazy<bool> Installed = new(() =>
    {
        foreach (var type in new[]
        {
            typeof(DateOnly), typeof(DateOnly?), typeof(Guid), typeof(Guid?), typeof(DateTimeOffset), typeof(DateTimeOffset?),
            typeof(bool), typeof(bool?),
        })
        {
            SqlMapper.RemoveTypeMap(type);
        }

        Add<DateOnly>(DbType.AnsiString, Text, Date);
        Add<Guid>(DbType.AnsiString, Text, Id);
        Add<DateTimeOffset>(DbType.AnsiString, Text, Instant);

        // PostgreSQL takes no truth value for a number.
        Add<bool>(DbType.Int32, yes => yes ? 1 : 0, column => Convert.ToBoolean(column, CultureInfo.InvariantCulture));

        // Lists of about the same length share a plan on SQL Server.
        SqlMapper.Settings.PadListExpansions = true;
        return true;
    });

    public static void Install() => _ = Installed.Value;

    /// <summary>An instant as it stands in a row.</summary>
    public static string Text(DateTimeOffset instant) => instant.ToUniversalTime().ToString(InstantFormat, CultureInfo.InvariantCulture);

    /// <summary>A day as it stands in a row.</summary>
    public static string Text(DateOnly day) => day.ToString(DateFormat, CultureInfo.InvariantCulture);

    /// <summary>An id as it stands in a row.</summary>
    public static string Text(Guid id) => id.ToString("D");

    public static DateOnly Date(object column) => column is DateTime date
        ? DateOnly.FromDateTime(date)
        : DateOnly.ParseExact((string)column, DateFormat, CultureInfo.InvariantCulture);

    public static Guid Id(object column) => Guid.ParseExact((string)column, "D");

    public static DateTimeOffset Instant(object column) => DateTimeOffset.ParseExact(
        (string)column, InstantFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);

    /// <summary>
    /// A text of ASCII for a column of char or varchar: sent as such, so that SQL Server looks it up without converting the column.
    /// </summary>
    public static DbString Ascii(string text) => new() { Value = text, IsAnsi = true };

    /// <summary>How many ids an IN list has at most: SQL Server takes 2100 parameters, and some stand beside it.</summary>
    public const int MostInList = 500;

    /// <summary>Ids for an IN list.</summary>
    public static ListParameter<string> List(IEnumerable<Guid> ids) => List(ids.Select(Text));

    /// <summary>Stored names for an IN list.</summary>
    public static ListParameter<string> List(IEnumerable<string> names) => new(names);

    /// <summary>Positions for an IN list.</summary>
    public static ListParameter<long> List(IEnumerable<long> positions) => new(positions);

    private static void Add<T>(DbType type, Func<T, object> write, Func<object, T> read)
        where T : struct => SqlMapper.AddTypeHandler(typeof(T), new Handler<T>(type, write, read));

    // NULL has its type as well: PostgreSQL would have to guess it.
    private sealed class Handler<T>(DbType type, Func<T, object> write, Func<object, T> read) : SqlMapper.ITypeHandler
        where T : struct
    {
        public void SetValue(IDbDataParameter parameter, object value) =>
            (parameter.DbType, parameter.Value) = (type, value is T given ? write(given) : DBNull.Value);

        public object Parse(Type destinationType, object value) => read(value);
    }
}
