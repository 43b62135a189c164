using Disclosure.Cases.Storage.Connections;
using Disclosure.Cases.Storage.Mapping;
using Disclosure.Cases.Testing.TransactSql;

namespace Disclosure.Cases.Storage.Tests;

/// <summary>What a database says of its tables.</summary>
internal sealed class StoredTableTests(string databaseKind) : DatabaseContract(databaseKind)
{
    private static readonly string[] Computed = ["case_files.is_open", "case_files.sort_due", "case_files.sort_received"];

    [Test]
    public async Task All_HaveEveryColumn_ButThoseThatTheDatabaseComputes()
    {
        var tables = await StoredTable.All(Office.Database, default);
        var columns = SqlSchema.Current.Tables.SelectMany(
            table => SqlSchema.Current.Find(table)!.Select(column => $"{table}.{column.Name}")).Except(Computed);
        Assert.That(tables.SelectMany(table => table.Columns.Select(column => $"{table.Name}.{column.Name}")), Is.EquivalentTo(columns));
        Assert.That(
            tables.SelectMany(table => table.Columns.Where(column => column.HasBytes).Select(column => $"{table.Name}.{column.Name}")),
            Is.EquivalentTo(new[] { "case_contents.content", "exports.content" }));
        Assert.That(
            tables.Single(table => table.Name == "number_series").Key, Is.EqualTo(new[] { "agency_id", "series", "year" }));
    }

    [Test]
    public async Task All_ComeAfterThoseThatTheyReferTo()
    {
        await using var connection = await Office.Database.Open(default);
        var references = await Rows.Raw(connection, Office.Database.Dialect.References, null, null, default);
        var order = (await StoredTable.All(Office.Database, default)).Select(table => table.Name).ToList();
        Assert.That(references, Has.Count.GreaterThan(20));
        Assert.That(
            references.Where(each => each["table_name"] != each["referenced"]
                && order.IndexOf(each["table_name"]!) < order.IndexOf(each["referenced"]!)),
            Is.Empty);
    }
}
