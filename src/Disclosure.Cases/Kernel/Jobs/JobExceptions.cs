namespace Disclosure.Cases.Kernel.Jobs;

/// <summary>A job's command was refused. The message has the codes alone, never what somebody typed.</summary>
public sealed class JobRefusedException(string job, IReadOnlyList<Refusal> refusals)
    : Exception($"The job {job} was refused: {JobProblem.Of(refusals)}.")
{
    /// <summary>Why.</summary>
    public IReadOnlyList<Refusal> Refusals => refusals;
}

/// <summary>There is no job of that name: it was stored by another version of the application, or mistyped.</summary>
public sealed class UnknownJobException(string job, IEnumerable<string> known)
    : Exception($"There is no job '{job}'. The jobs are: {string.Join(", ", known)}.");

/// <summary>
/// The last attempt failed, or another one is of no use: this job is not tried again unless somebody asks for it.
/// </summary>
/// <param name="problem">What failed: a code without anybody's data (<see cref="JobProblem"/>).</param>
/// <param name="inner">What was thrown; null where nothing was.</param>
public sealed class JobGivenUpException(string problem, Exception? inner = null) : CodedException(problem, $"Given up: {problem}.", inner);

/// <summary>
/// A job failed and is tried again: what Hangfire is told in the place of an exception that may quote what somebody typed.
/// </summary>
/// <param name="problem">What failed: a code without anybody's data (<see cref="JobProblem"/>).</param>
public sealed class JobFailedException(string problem) : CodedException(problem, $"Failed: {problem}.");

/// <summary>A failure that says by a code what failed, without anybody's data.</summary>
/// <param name="problem">The code.</param>
/// <param name="message">A sentence with it.</param>
/// <param name="inner">What was thrown; null where nothing was, or where it may quote somebody's data.</param>
public abstract class CodedException(string problem, string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>What failed, as a code.</summary>
    public string Problem => problem;
}
