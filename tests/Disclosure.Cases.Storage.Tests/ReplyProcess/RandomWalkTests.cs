using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.Testing.Failing;
using Disclosure.Cases.Storage.Maintenance;
using Microsoft.Extensions.DependencyInjection;

namespace Disclosure.Cases.Storage.Tests.ReplyProcess;

/// <summary>
/// Somebody who does anything at any time: whatever is tried is done or refused in words; nothing leads where the
/// table does not go, and the history stays whole.
/// </summary>
public sealed class RandomWalkTests
{
    private static readonly int Cases = LongAttribute.AreRun ? 300 : 100;
    private const int CasesTakenBack = 25;
    private const int Moves = 40;

    [Test]
    public async Task AnyMoves_OnAnyCase_AreDoneOrRefused()
    {
        await using var office = await TestOffice.OpenWithLetters(new DateOnly(2025, 3, 3));
        var (done, served) = await Walk(office, Cases);
        Assert.That(done, Has.Count.GreaterThan(15), "the walk gets somewhere");
        Assert.That(served, Has.Count.GreaterThan(4), "documents are served");
    }

    [Test]
    public async Task AnyMoves_EachTakenBackOnceAtItsCommit_AreDoneOrRefusedAllTheSame()
    {
        var commits = 0;
        var faults = new Faults { OnCommit = () => commits++ % 2 == 0 ? CommitFault.Deadlock : null };
        await using var office = await TestOffice.OpenWithLetters(new DateOnly(2025, 3, 3), faults);
        var (done, _) = await Walk(office, CasesTakenBack);
        Assert.That(done, Has.Count.GreaterThan(15), "the walk gets somewhere");
        Assert.That(commits % 2, Is.Zero, "each came through the second time");
    }

    private static async Task<(HashSet<CaseAction> Done, HashSet<string> Served)> Walk(TestOffice office, int cases)
    {
        var (walk, random) = RandomWalk.Begin(office);
        var done = new HashSet<CaseAction>();
        var served = new HashSet<string>();
        for (var number = 0; number < cases; number++)
        {
            var caseId = await walk.Register();
            for (var move = 0; move < Moves; move++)
            {
                office.Clock.MoveTo(office.Clock.Today().AddDays(random.Next(0, 4) == 0 ? random.Next(1, 12) : 0));
                if (await walk.Move(caseId) is (var action, true))
                {
                    done.Add(action);
                    served.UnionWith((await office.Case(caseId)).Documents.Where(document => document.Status == DocumentStatus.Served)
                        .Select(document => document.Template));
                }
            }
        }

        var findings = await office.As(Actor.Application, scope => scope.GetRequiredService<Verification>().Run(null, default));
        TestContext.Out.WriteLine(string.Join(' ', served.Order()));
        TestContext.Out.WriteLine(string.Join(
            ' ', walk.Refusals.OrderByDescending(refusal => refusal.Value).Select(refusal => $"{refusal.Key}={refusal.Value}")));
        Assert.That(findings, Is.Empty);
        return (done, served);
    }
}
