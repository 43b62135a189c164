using Disclosure.Cases.Messaging;

namespace Disclosure.Cases.Scheduling;

/// <summary>A job's command was refused. The message has the codes alone, never what somebody typed.</summary>
public sealed class JobRefusedException(string job, IReadOnlyList<Refusal> refusals) : Exception($"The job {job} was refused: {JobProblem.Of(refusals)}.")
{
    /// <summary>Why.</summary>
    public IReadOnlyList<Refusal> Refusals => refusals;
}

/// <summary>There is no job of that name.</summary>
public sealed class UnknownJobException(string job, IEnumerable<RecurringJob> jobs)
    : Exception($"There is no job '{job}'. The jobs are: {string.Join(", ", jobs.Select(each => each.Name))}.");

/// <summary>The job runs already, here or on another server.</summary>
public sealed class JobIsRunningException(string job) : Exception($"The job {job} is running already.");
