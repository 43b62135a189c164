namespace Disclosure.Cases.Training;

/// <summary>A case that somebody practises on.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Exercise">The exercise's code.</param>
/// <param name="TraineeId">Who practises.</param>
/// <param name="BegunAt">Since when.</param>
public sealed record PracticeRun(Guid CaseId, string Exercise, Guid TraineeId, DateTimeOffset BegunAt);

/// <summary>Which cases are practised on.</summary>
public interface IPracticeRuns
{
    /// <summary>Somebody begins.</summary>
    Task Add(PracticeRun run, CancellationToken cancellation);

    /// <summary>What is practised on a case, or null.</summary>
    Task<PracticeRun?> Of(Guid caseId, CancellationToken cancellation);

    /// <summary>What somebody practised, latest first.</summary>
    Task<IReadOnlyList<PracticeRun>> OfTrainee(Guid traineeId, CancellationToken cancellation);
}
