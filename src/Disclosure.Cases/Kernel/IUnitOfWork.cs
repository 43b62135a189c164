using Disclosure.Cases.Kernel.Jobs;

namespace Disclosure.Cases.Kernel;

/// <summary>One transaction over everything that a command does.</summary>
public interface IUnitOfWork
{
    /// <summary>
    /// Runs <paramref name="work"/> in a transaction, which is committed when <paramref name="keep"/> says so of its
    /// outcome and rolled back otherwise or on an exception. Joins the transaction already under way, if any. What the
    /// storage broke off in passing (a deadlock, a lost connection) is run again from its beginning: <paramref name="work"/>
    /// keeps nothing in mind from one time to the next.
    /// </summary>
    Task<T> Run<T>(Func<Task<T>> work, Func<T, bool> keep, CancellationToken cancellation);

    /// <summary>
    /// Has a job done in the background as soon as the transaction under way is committed, or at once where there is none.
    /// Asked for several times in one transaction, it is started once; nothing is started when the transaction is rolled back.
    /// </summary>
    /// <param name="job">The job.</param>
    /// <param name="subject">The id of what it is about.</param>
    void StartAfterCommit(RequestedJob job, Guid subject);
}
