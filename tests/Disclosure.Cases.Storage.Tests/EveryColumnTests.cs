using System.Globalization;
using Disclosure.Cases.Storage.Maintenance;
using Microsoft.Data.Sqlite;

namespace Disclosure.Cases.Storage.Tests;

/// <summary>
/// Somebody with the database's password changes whatever there is, column by column and row by row, and puts the triggers back:
/// every change is found, but for those of what proves nothing.
/// </summary>
internal sealed class EveryColumnTests
{
    private const int Cases = 2;
    private const string Calendar = "calendar_changes";

    /// <summary>What the verification leaves alone, each with the reason.</summary>
    private static readonly Dictionary<string, string> ProvesNothing = new()
    {
        ["saved_filters"] = "a person's own view of the queue",
        ["registration_drafts"] = "not registered yet: its author's alone, and deleted after a month",
        ["exports"] = "files made of the records for a week",
        ["imports"] = "files to be imported; what was imported stands in the events of each case",
        ["import_headings"] = "how the agency's next ledger is likely to be read",
        ["notifications"] = "the outbox: whether a message went out, not what was decided",
        ["job_journal"] = "when jobs ran",
        ["report_texts"] = "a report in writing; what is handed in is sealed as a version",
        ["bulletin_texts"] = "a bulletin in writing; what is issued is sealed",
        ["practice_runs"] = "exercises",
        ["sweeps"] = "by which rules deadlines were swept last: with others, all are swept again",
        ["alert_times"] = "when the sweep looks at a case again; rebuilding sets it anew",
        ["schema_migrations.applied_at"] = "name and checksum of a migration are compared with the program's; its time is only told",
        ["sessions.seen_at"] = "when the user was last active: it changes all the time",
        ["sign_in_locks"] = "wrong passwords in a row until the right one: they change with every attempt, and sign_ins has what was tried",
        ["sign_ins.last_at"] = "when a failure came again last; who tried what from where first is sealed",
        ["sign_ins.times"] = "how often a failure came again: a seal for each would let whoever fails fill the disk",
        ["api_tokens.last_used_on"] = "for orientation; changes with each day of use",
    };

    private TestOffice office = null!;
    private TestOffice reader = null!;
    private SqliteConnection sound = null!;
    private SqliteConnection live = null!;
    private string anchors = null!;
    private IReadOnlyDictionary<string, IReadOnlyList<Column>> tables = null!;
    private IReadOnlyList<string> triggers = null!;

    [OneTimeSetUp]
    public async Task Fill()
    {
        office = await FilledOffice.Open(Cases);
        anchors = Path.Combine(office.Folder, "anchors.log");
        await office.With<Anchors>(all => all.WriteTo(anchors, default));
        await office.With<Anchors>(all => all.WriteTo(anchors, default));
        reader = office.Restart();
        live = Connect(office.Database.FilePath!);
        sound = Connect(Path.Combine(office.Folder, "sound.db"));
        live.BackupDatabase(sound);
        triggers = Texts("SELECT sql FROM sqlite_master WHERE type = 'trigger'");
        tables = Texts("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name")
            .ToDictionary(table => table, ColumnsOf);
    }

    [OneTimeTearDown]
    public async Task Close()
    {
        await live.DisposeAsync();
        await sound.DisposeAsync();
        await reader.DisposeAsync();
        await office.DisposeAsync();
    }

    [SetUp]
    public async Task BeginSound()
    {
        Restore();
        Assert.That((await Findings()).Select(finding => finding.Say(Kernel.Texts.English)), Is.Empty);
    }

    [Test]
    public void EveryTable_HasRows_AndEveryExemptionIsOfSomething()
    {
        Assert.That(tables.Keys.Where(table => Rows(table).Count == 0), Is.Empty, "nothing was tried on these");
        var known = tables.Keys.Concat(tables.SelectMany(table => table.Value.Select(column => $"{table.Key}.{column.Name}")));
        Assert.That(ProvesNothing.Keys.Except(known), Is.Empty);
    }

    [Test]
    public async Task EveryColumn_Changed_IsFound()
    {
        var (tried, missed) = (0, new List<string>());
        foreach (var (table, columns) in Proving)
        {
            foreach (var column in columns.Where(column => !ProvesNothing.ContainsKey($"{table}.{column.Name}")))
            {
                var rows = Rows(table);
                var row = rows.FirstOrDefault(each => each[column.Name] is not DBNull) ?? rows[0];
                foreach (var value in Others(row[column.Name]))
                {
                    if (Try(() => Update(table, row, column.Name, value)))
                    {
                        tried++;
                        await Look($"{table}.{column.Name}: {row[column.Name]} → {value}", missed);
                    }
                }
            }
        }

        TestContext.Out.WriteLine($"{tried} changes of {Proving.Sum(table => table.Value.Count)} columns.");
        Assert.That(missed, Is.Empty);
        Assert.That(tried, Is.GreaterThan(300), "The changes are no longer made.");
    }

    [Test]
    public async Task EveryTable_ItsRowsDeletedDoubledOrSwapped_IsFound()
    {
        var (tried, missed) = (0, new List<string>());
        foreach (var (table, columns) in Proving)
        {
            var rows = Rows(table);

            // The one with which it has the least in common: what is encrypted may be the same though it never looks so.
            var other = rows.Skip(1).MaxBy(Different) is { } least && Different(least) > 0 ? least : null;
            int Different(Dictionary<string, object> each) =>
                columns.Count(column => !column.IsUnique && !Equals(each[column.Name], rows[0][column.Name]));
            var steps = new List<(string What, Action Step)>
            {
                ("first row deleted", () => Delete(table, rows[0])),
                ("last row deleted", () => Delete(table, rows[^1])),
                ("all rows deleted", () => Execute($"DELETE FROM {table}")),
                ("row doubled", () => Insert(table, columns.ToDictionary(
                    column => column.Name, column => column.IsUnique ? Others(rows[^1][column.Name]).First() : rows[^1][column.Name]))),
            };
            if (other is not null)
            {
                steps.Add(("rows swapped", () => Swap(table, columns, rows[0], other)));
            }

            foreach (var (what, step) in steps)
            {
                if (Try(step))
                {
                    tried++;
                    await Look($"{table}: {what}", missed);
                }
                else
                {
                    TestContext.Out.WriteLine($"{table}: {what}: the database refuses");
                }
            }
        }

        TestContext.Out.WriteLine($"{tried} changes of the rows of {Proving.Count()} tables.");
        Assert.That(missed, Is.Empty);
    }

    [Test]
    public async Task EveryTriggerTakenAway_IsFound()
    {
        foreach (var trigger in Texts("SELECT name FROM sqlite_master WHERE type = 'trigger'"))
        {
            Execute($"DROP TRIGGER {trigger}");
            Assert.That((await Findings()).Select(finding => finding.Code), Does.Contain("schema.missing"), trigger);
            Restore();
        }

        Execute("CREATE TRIGGER helper AFTER INSERT ON alerts BEGIN DELETE FROM alerts; END");
        Assert.That((await Findings()).Select(finding => finding.Code), Is.EqualTo(new[] { "schema.unknown" }));
    }

    [Test]
    public async Task AnchorFile_RemovedCutOrChanged_IsFound()
    {
        var whole = await File.ReadAllLinesAsync(anchors);
        try
        {
            File.Delete(anchors);
            Assert.That((await Findings()).Select(finding => finding.Code), Is.EqualTo(new[] { "anchor.missing" }));
            await File.WriteAllLinesAsync(anchors, whole[..^1]);
            Assert.That((await Findings()).Select(finding => finding.Code), Is.EqualTo(new[] { "anchor.cut" }));
            await File.WriteAllLinesAsync(anchors, whole[1..]);
            Assert.That((await Findings()).Select(finding => finding.Code), Is.EqualTo(new[] { "anchor.changed" }));
            await File.WriteAllLinesAsync(anchors, ["1" + whole[0][1..], .. whole[1..]]);
            Assert.That((await Findings()).Select(finding => finding.Code), Does.Contain("anchor.changed"));
            await File.WriteAllLinesAsync(anchors, [.. whole, "x"]);
            Assert.That((await Findings()).Select(finding => finding.Code), Is.EqualTo(new[] { "anchor.unreadable" }));
        }
        finally
        {
            await File.WriteAllLinesAsync(anchors, whole);
        }
    }

    private sealed record Column(string Name, bool IsKey, bool IsUnique);

    private IEnumerable<KeyValuePair<string, IReadOnlyList<Column>>> Proving =>
        tables.Where(table => !ProvesNothing.ContainsKey(table.Key));

    private Task<IReadOnlyList<Finding>> Findings() =>
        reader.With<Verification, IReadOnlyList<Finding>>(verification => verification.Run(anchors, default));

    private async Task Look(string change, List<string> missed)
    {
        if ((await Findings()).Count == 0)
        {
            missed.Add(change);
        }

        Restore();
        if (change.StartsWith(Calendar, StringComparison.Ordinal))
        {
            // A process reads an edition of the calendar once.
            await reader.DisposeAsync();
            reader = office.Restart();
        }
    }

    private void Restore() => sound.BackupDatabase(live);

    // What somebody would write who wants it to look right, and what nobody can read.
    private static IEnumerable<object> Others(object value)
    {
        yield return value switch
        {
            long number => number is 0 or 1 ? 1 - number : number + 1000,
            byte[] bytes => (byte[])[.. bytes, 0],
            string text when Guid.TryParse(text, out _) => "01980000-0000-7000-8000-000000000000",
            string text when DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) =>
                day.AddDays(1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            string { Length: > 5 } text => $"{text[..4]}9{text[5..]}" is var other && other == text ? $"{text[..4]}8{text[5..]}" : other,
            string text => text + "x",
            _ => "x",
        };
        yield return "无法读取";
        if (!LongAttribute.AreRun)
        {
            yield break;
        }

        yield return DBNull.Value;
        if (value is string or byte[])
        {
            yield return "";
        }
    }

    // Without the triggers, and then with them again, word for word.
    private bool Try(Action step)
    {
        foreach (var trigger in Texts("SELECT name FROM sqlite_master WHERE type = 'trigger'"))
        {
            Execute($"DROP TRIGGER {trigger}");
        }

        try
        {
            step();
            triggers.ToList().ForEach(trigger => Execute(trigger));
            return true;
        }
        catch (SqliteException)
        {
            Restore();
            return false;
        }
    }

    private static SqliteConnection Connect(string file)
    {
        var connection = new SqliteConnection($"Data Source={file};Pooling=False;Foreign Keys=False");
        connection.Open();
        return connection;
    }

    private IReadOnlyList<Column> ColumnsOf(string table)
    {
        var unique = Texts(
            $"SELECT DISTINCT c.name FROM pragma_index_list('{table}') i, pragma_index_info(i.name) c WHERE i.\"unique\" = 1").ToHashSet();
        return
        [
            .. Query($"SELECT name, pk FROM pragma_table_xinfo('{table}') WHERE hidden = 0")
                .Select(row => (Name: (string)row["name"], IsKey: (long)row["pk"] > 0))
                .Select(column => new Column(column.Name, column.IsKey, column.IsKey || unique.Contains(column.Name))),
        ];
    }

    // The chain of an agency that has recorded nothing yet has nothing in it to be proved.
    private List<Dictionary<string, object>> Rows(string table) => Query(
        $"SELECT {Names(table)} FROM {table} {(table == "chains" ? "WHERE length > 0 " : "")}ORDER BY {Names(table)}");

    private string Names(string table) => string.Join(", ", tables[table].Select(column => column.Name));

    private void Update(string table, Dictionary<string, object> row, string column, object value)
    {
        var where = Where(table, row);
        Execute($"UPDATE {table} SET {column} = $value WHERE {where.Sql}", [("$value", value), .. where.Values]);
    }

    private void Delete(string table, Dictionary<string, object> row)
    {
        var where = Where(table, row);
        Execute($"DELETE FROM {table} WHERE {where.Sql}", where.Values);
    }

    private void Insert(string table, IReadOnlyDictionary<string, object> row) => Execute(
        $"INSERT INTO {table} ({string.Join(", ", row.Keys)}) VALUES ({string.Join(", ", row.Keys.Select(name => $"${name}"))})",
        [.. row.Select(column => ($"${column.Key}", column.Value))]);

    private void Swap(string table, IReadOnlyList<Column> columns, Dictionary<string, object> one, Dictionary<string, object> other)
    {
        Delete(table, one);
        Delete(table, other);
        foreach (var (key, content) in new[] { (one, other), (other, one) })
        {
            Insert(table, columns.ToDictionary(column => column.Name, column => column.IsUnique ? key[column.Name] : content[column.Name]));
        }
    }

    private (string Sql, (string Name, object Value)[] Values) Where(string table, Dictionary<string, object> row)
    {
        var keys = tables[table].Where(column => column.IsKey).ToList();
        return (
            string.Join(" AND ", keys.Select(column => $"{column.Name} = $key_{column.Name}")),
            [.. keys.Select(column => ($"$key_{column.Name}", row[column.Name]))]);
    }

    private List<string> Texts(string sql) => [.. Query(sql).Select(row => (string)row.Values.First())];

    private List<Dictionary<string, object>> Query(string sql)
    {
        using var command = live.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<Dictionary<string, object>>();
        while (reader.Read())
        {
            rows.Add(Enumerable.Range(0, reader.FieldCount).ToDictionary(reader.GetName, reader.GetValue));
        }

        return rows;
    }

    private void Execute(string sql, params (string Name, object Value)[] values)
    {
        using var command = live.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in values)
        {
            command.Parameters.AddWithValue(name, value);
        }

        command.ExecuteNonQuery();
    }
}
