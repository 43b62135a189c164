using System.Data;
using Dapper;
using Npgsql;
using NpgsqlTypes;

namespace Disclosure.Cases.Storage.Mapping;

/// <summary>A value as it stands in a row, for a column of whatever type: PostgreSQL has to be told that it is to find out which.</summary>
internal sealed class UntypedParameter(string value) : SqlMapper.ICustomQueryParameter
{
    public void AddParameter(IDbCommand command, string name)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.DbType, parameter.Value) = (name, DbType.AnsiString, value);
        if (parameter is NpgsqlParameter postgres)
        {
            postgres.NpgsqlDbType = NpgsqlDbType.Unknown;
        }

        command.Parameters.Add(parameter);
    }
}
