using Disclosure.Cases.Calendars;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.Kernel.Pipeline;
using Disclosure.Cases.ReplyProcess;
using Disclosure.Cases.Storage.Connections;
using Disclosure.Cases.Testing.Failing;
using Disclosure.Cases.Storage.Maintenance;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace Disclosure.Cases.Storage.Tests;

/// <summary>Several servers write at once: who is in another's way waits for it, or gives way and begins again.</summary>
internal sealed class ManyWritersTests(string databaseKind) : DatabaseContract(databaseKind)
{
    private readonly Faults observed = new();
    private TestOffice other = null!;

    [SetUp]
    public void OpenOtherServer()
    {
        if (Office.Database.FilePath is not null)
        {
            Assert.Ignore("SQLite has one writer at a time.");
        }

        other = Office.RestartWith(observed);
    }

    [TearDown]
    public async Task CloseOtherServer()
    {
        if (other is not null)
        {
            await other.DisposeAsync();
        }
    }

    [Test]
    public async Task Transactions_ThatWaitForEachOther_BothComeThrough()
    {
        foreach (var year in new[] { 2001, 2002 })
        {
            await Office.Tamper(
                "INSERT INTO number_series (agency_id, series, year, first_ordinal, last_ordinal) VALUES (@Id, 'Register', @year, 1, 0)",
                new { Office.Agency.Id, year });
        }

        var (attempts, met) = (0, new TaskCompletionSource());
        Task Raise(TestOffice office, int first, int second) => office.With<UnitOfWork>(work => work.Write(async () =>
        {
            const string Sql = "UPDATE number_series SET last_ordinal = last_ordinal + 1 WHERE year = @year";
            await work.Execute(Sql, new { year = first }, default);
            if (Interlocked.Increment(ref attempts) == 2)
            {
                met.SetResult();
            }

            await met.Task;
            await work.Execute(Sql, new { year = second }, default);
        }, default));
        await Task.WhenAll(Raise(Office, 2001, 2002), Raise(other, 2002, 2001));

        Assert.That(attempts, Is.GreaterThan(2), "one gave way to the other");
        Assert.That(
            await Office.With<UnitOfWork, IReadOnlyList<int>>(work =>
                work.Query<int>("SELECT last_ordinal FROM number_series WHERE year < 2003", null, default)),
            Is.EqualTo(new[] { 2, 2 }));
    }

    [Test]
    public async Task Case_RegisteredWhileTheCalendarChanges_IsMovedByTheChange()
    {
        var day = new DateOnly(2025, 10, 13);
        var (id, _) = await DoWhile(
            Office.Clerk, TestOffice.Application(), () => other.Do(other.Administrator, new RecordClosure(null, day, day, "洪水停办", 0)));
        var file = await Office.Case(id);
        Assert.That(file.Version, Is.EqualTo(2), "registered, then moved");
        Assert.That(await Findings(), Is.Empty);
    }

    [Test]
    public async Task Columns_RebuiltWhileTheirCaseIsRecordedOn_AreThoseOfItsLastEvent()
    {
        var id = await Office.Register();
        await Office.Tamper("UPDATE case_files SET reply_due_on = '2030-01-01' WHERE case_id = @id", new { id });
        await DoWhile(
            Office.Clerk,
            new AnswerStep(id, 1, StepAnswer.Complete, Elements: CaseRoad.Whole),
            () => other.With<Rebuild, int>(rebuild => rebuild.All(default)));
        Assert.That(await Findings(), Is.Empty);
    }

    // Carries out a command whose transaction stays open until the other server has done its work, or begins to wait for its turn.
    private async Task<T> DoWhile<T>(Actor actor, ICommand<T> command, Func<Task> others)
    {
        var waiting = new TaskCompletionSource();
        observed.OnStatement = sql =>
        {
            if (sql.StartsWith("UPDATE chains SET length = length", StringComparison.Ordinal))
            {
                waiting.TrySetResult();
            }
        };
        var begun = Task.CompletedTask;
        var value = await Office.With<IServiceProvider, T>(
            scope => scope.GetRequiredService<UnitOfWork>().Write(async () =>
            {
                var result = await scope.GetRequiredService<IMediator>().Send(command);
                begun = Task.Run(others);
                await Task.WhenAny(begun, waiting.Task);
                return result.Value;
            }, default),
            actor);
        await begun;
        return value;
    }

    private Task<IReadOnlyList<Finding>> Findings() =>
        Office.With<Verification, IReadOnlyList<Finding>>(verification => verification.Run(null, default));
}
