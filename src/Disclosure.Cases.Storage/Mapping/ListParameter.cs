using System.Data;
using System.Text.RegularExpressions;
using Dapper;
using Npgsql;

namespace Disclosure.Cases.Storage.Mapping;

/// <summary>
/// A list for <c>IN @name</c>: of PostgreSQL, which takes it as one value, the statement is told so; elsewhere each entry is a parameter.
/// </summary>
internal sealed class ListParameter<T>(IEnumerable<T> entries) : SqlMapper.ICustomQueryParameter
{
    public void AddParameter(IDbCommand command, string name)
    {
        if (command is NpgsqlCommand postgres)
        {
            postgres.CommandText = Regex.Replace(postgres.CommandText, $@"\bIN @{name}\b", $"= ANY(@{name})");
            postgres.Parameters.AddWithValue(name, entries.ToArray());
        }
        else
        {
            // Ids and stored names are ASCII; Dapper would take them for Unicode.
#pragma warning disable CS0618
            SqlMapper.PackListParameters(
                command, name, entries is IEnumerable<string> texts ? texts.Select(text => RowMapping.Ascii(text)) : entries);
#pragma warning restore CS0618
        }
    }
}
