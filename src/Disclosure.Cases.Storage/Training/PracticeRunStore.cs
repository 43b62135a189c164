using Disclosure.Cases.Storage.Connections;
using Disclosure.Cases.Training;

namespace Disclosure.Cases.Storage.Training;

/// <summary>Which cases are practised on.</summary>
internal sealed class PracticeRunStore(UnitOfWork work) : IPracticeRuns
{
    private const string Columns = "case_id, exercise, trainee_id, begun_at";

    public Task Add(PracticeRun run, CancellationToken cancellation) => work.Write(() => work.Execute(
        $"INSERT INTO practice_runs ({Columns}) VALUES (@CaseId, @Exercise, @TraineeId, @BegunAt)", run, cancellation), cancellation);

    public Task<PracticeRun?> Of(Guid caseId, CancellationToken cancellation) =>
        work.Single<PracticeRun>($"SELECT {Columns} FROM practice_runs WHERE case_id = @caseId", new { caseId }, cancellation);

    public Task<IReadOnlyList<PracticeRun>> OfTrainee(Guid traineeId, CancellationToken cancellation) => work.Query<PracticeRun>(
        $"SELECT {Columns} FROM practice_runs WHERE trainee_id = @traineeId ORDER BY begun_at DESC, case_id DESC",
        new { traineeId },
        cancellation);
}
