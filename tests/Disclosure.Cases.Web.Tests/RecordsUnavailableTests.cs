using System.Net;
using Disclosure.Cases.Web.Tests.Portals;
using Microsoft.Data.Sqlite;

namespace Disclosure.Cases.Web.Tests;

/// <summary>A database that fails under a running host: people and portals are told that it does, and nothing of how.</summary>
internal sealed class RecordsUnavailableTests
{
    private WebOffice office = null!;

    [SetUp]
    public async Task Open() => office = await new WebOffice().Open();

    [TearDown]
    public void Close() => office.Dispose();

    [Test]
    public async Task Page_OnADamagedDatabase_SaysThatItFails_WithAReference()
    {
        using var clerk = await office.SignedIn("clerk");
        await clerk.Get("/cases/new");
        await Damage("case_files");
        await clerk.Submit("main form", ("Channel", "InPerson"), ("Applicants[0].Name", "李某"), ("Items[0]", "公报"));
        Assert.That(
            (clerk.Status, clerk.Page.QuerySelector("h1")!.TextContent),
            Is.EqualTo((HttpStatusCode.ServiceUnavailable, "记录目前不能读写")));
        Assert.That(clerk.Page.QuerySelector(".reference")!.TextContent, Does.Match("^编号：.{6,}$"));
        Assert.That(clerk.Html, Does.Not.Contain("SQLite").And.Not.Contain("   at "));
    }

    [Test]
    public async Task Page_WhereNotEvenTheReaderIsKnown_SaysThatTheRecordsFail_AndWhenToAskAgain()
    {
        using var clerk = await office.SignedIn("clerk");
        await Damage("sessions");
        await clerk.Get("/cases");
        Assert.That(
            (clerk.Status, clerk.Page.QuerySelector("h1")!.TextContent),
            Is.EqualTo((HttpStatusCode.ServiceUnavailable, "记录目前不能读写")));
        Assert.That(clerk.Answer.Headers.RetryAfter!.Delta, Is.EqualTo(TimeSpan.FromSeconds(10)));
        Assert.That(clerk.Answer.Headers.GetValues("Refresh"), Is.EqualTo(new[] { "10" }));
        using var sent = await clerk.Post("/cases/new", new FormUrlEncodedContent([]));
        Assert.That((sent.StatusCode, sent.Headers.Contains("Refresh")), Is.EqualTo((HttpStatusCode.ServiceUnavailable, false)));
    }

    [Test]
    public async Task Portal_OnADamagedDatabase_IsToldToSendAgainLater()
    {
        using var portal = await office.Admit();
        await Damage("case_files");
        var reply = await portal.File(Portal.Application(office.AgencyId));
        Assert.That((reply.Status, reply.Kind), Is.EqualTo((HttpStatusCode.ServiceUnavailable, "/problems/records-unavailable")));
        Assert.That(reply.Header("Retry-After"), Is.EqualTo("10"));
        Assert.That(reply.Json["reference"]!.GetValue<string>(), Has.Length.GreaterThan(5));
        Assert.That(reply.Text, Does.Not.Contain("SQLite").And.Not.Contain("   at "));
    }

    // The first page of a table and of each of its indexes.
    private async Task Damage(string table)
    {
        await office.Tamper("PRAGMA wal_checkpoint(TRUNCATE)");
        await using var connection = new SqliteConnection($"Data Source={office.Database};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT rootpage FROM sqlite_master WHERE tbl_name = $table AND rootpage > 0";
        command.Parameters.AddWithValue("$table", table);
        var pages = new List<long>();
        await using (var row = await command.ExecuteReaderAsync())
        {
            while (await row.ReadAsync())
            {
                pages.Add(row.GetInt64(0));
            }
        }

        command.CommandText = "PRAGMA page_size";
        var size = (long)(await command.ExecuteScalarAsync())!;
        await connection.CloseAsync();
        SqliteConnection.ClearAllPools();
        await using var file = File.OpenWrite(office.Database);
        foreach (var page in pages)
        {
            file.Position = (page - 1) * size;
            await file.WriteAsync(Enumerable.Repeat((byte)0xAB, (int)size).ToArray());
        }
    }
}
