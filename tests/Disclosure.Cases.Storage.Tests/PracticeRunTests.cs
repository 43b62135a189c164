using Disclosure.Cases.Training;

namespace Disclosure.Cases.Storage.Tests;

internal sealed class PracticeRunTests(string databaseKind) : DatabaseContract(databaseKind)
{
    [Test]
    public async Task Runs_OfATrainee_ComeBackLatestFirst()
    {
        var (first, second) = (Run("disclosed", 0), Run("correction", 1));
        await Office.With<IPracticeRuns>(runs => runs.Add(first, default));
        await Office.With<IPracticeRuns>(runs => runs.Add(second, default));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                await Office.With<IPracticeRuns, IReadOnlyList<PracticeRun>>(runs => runs.OfTrainee(Office.Clerk.Id, default)),
                Is.EqualTo(new[] { second, first }));
            Assert.That(
                await Office.With<IPracticeRuns, IReadOnlyList<PracticeRun>>(runs => runs.OfTrainee(Office.Reviewer.Id, default)),
                Is.Empty);
            Assert.That(await Office.With<IPracticeRuns, PracticeRun?>(runs => runs.Of(first.CaseId, default)), Is.EqualTo(first));
            Assert.That(await Office.With<IPracticeRuns, PracticeRun?>(runs => runs.Of(Guid.NewGuid(), default)), Is.Null);
        }
    }

    private PracticeRun Run(string exercise, int minutesLater) =>
        new(Guid.NewGuid(), exercise, Office.Clerk.Id, Office.Clock.Now.AddMinutes(minutesLater));
}
