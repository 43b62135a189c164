using Disclosure.Cases.Storage.Mapping;
using Microsoft.Data.Sqlite;

namespace Disclosure.Cases.Storage.Tests;

internal sealed class RowsTests
{
    private sealed record Numbered(int Number, string Text);

    // A command that is left behind stays in the connection's list, which every other command then searches.
    [Test]
    public async Task Query_OfRecordsAndOfSingleColumns_LeavesNoCommandBehind()
    {
        await using var connection = new CountingConnection();
        await connection.OpenAsync();
        var records = await Rows.Query<Numbered>(connection, "SELECT @number AS number, 'a' AS text", new { number = 1 }, null, default);
        var numbers = await Rows.Query<int>(connection, "SELECT @number", new { number = 2 }, null, default);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(records, Is.EqualTo(new[] { new Numbered(1, "a") }));
            Assert.That(numbers, Is.EqualTo(new[] { 2 }));
            Assert.That((connection.Made, connection.Ended), Is.EqualTo((2, 2)));
        }
    }

    private sealed class CountingConnection() : SqliteConnection("Data Source=:memory:")
    {
        public int Made { get; private set; }

        public int Ended { get; private set; }

        public override SqliteCommand CreateCommand()
        {
            var command = base.CreateCommand();
            command.Disposed += (_, _) => Ended++;
            Made++;
            return command;
        }
    }
}
