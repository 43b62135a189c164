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

        SqlMapper.AddTypeHandler(new DateHandler());
        SqlMapper.AddTypeHandler(new IdHandler());
        SqlMapper.AddTypeHandler(new InstantHandler());
        SqlMapper.AddTypeHandler(new YesHandler());

        // Lists of about the same length share a plan on SQL Server.
        SqlMapper.Settings.PadListExpansions = true;
        return true;
    });

    public static void Install() => _ = Installed.Value;

    /// <summary>An instant as it stands in a row.</summary>
    public static string Text(DateTimeOffset instant) => instant.ToUniversalTime().ToString(InstantFormat, CultureInfo.InvariantCulture);

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

    private sealed class DateHandler : SqlMapper.TypeHandler<DateOnly>
    {
        public override void SetValue(IDbDataParameter parameter, DateOnly value)
        {
            parameter.DbType = DbType.AnsiString;
            parameter.Value = value.ToString(DateFormat, CultureInfo.InvariantCulture);
        }

        public override DateOnly Parse(object value) => Date(value);
    }

    private sealed class IdHandler : SqlMapper.TypeHandler<Guid>
    {
        public override void SetValue(IDbDataParameter parameter, Guid value)
        {
            parameter.DbType = DbType.AnsiString;
            parameter.Value = Text(value);
        }

        public override Guid Parse(object value) => Id(value);
    }

    // PostgreSQL takes no truth value for a number.
    private sealed class YesHandler : SqlMapper.TypeHandler<bool>
    {
        public override void SetValue(IDbDataParameter parameter, bool value)
        {
            parameter.DbType = DbType.Int32;
            parameter.Value = value ? 1 : 0;
        }

        public override bool Parse(object value) => Convert.ToBoolean(value, CultureInfo.InvariantCulture);
    }

    private sealed class InstantHandler : SqlMapper.TypeHandler<DateTimeOffset>
    {
        public override void SetValue(IDbDataParameter parameter, DateTimeOffset value)
        {
            parameter.DbType = DbType.AnsiString;
            parameter.Value = Text(value);
        }

        public override DateTimeOffset Parse(object value) => Instant(value);
    }
}
