using System.Data;
using System.Globalization;
using Dapper;

namespace Disclosure.Cases.Storage.Connections;

/// <summary>The values of the rows that <see cref="StoredTable.Insert"/> inserts.</summary>
/// <param name="columns">The columns of each row.</param>
/// <param name="rows">The rows.</param>
internal sealed class RowParameters(IReadOnlyList<StoredColumn> columns, IReadOnlyList<object[]> rows) : SqlMapper.IDynamicParameters
{
    /// <summary>The name of a value in the statement.</summary>
    /// <param name="number">Which one it is of the values of all rows, from 0.</param>
    public static string NameOf(int number) => string.Create(CultureInfo.InvariantCulture, $"@v{number}");

    /// <inheritdoc/>
    public void AddParameters(IDbCommand command, SqlMapper.Identity identity)
    {
        foreach (var (number, value) in rows.SelectMany(row => row).Index())
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (NameOf(number), value);
            if (columns[number % columns.Count].HasBytes)
            {
                // SQL Server takes the NULL of no type for a text, which does not become bytes.
                parameter.DbType = DbType.Binary;
            }

            command.Parameters.Add(parameter);
        }
    }
}
