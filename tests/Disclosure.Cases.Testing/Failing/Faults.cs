using System.Data.Common;

namespace Disclosure.Cases.Testing.Failing;

/// <summary>How a commit fails.</summary>
internal enum CommitFault
{
    /// <summary>The server takes the transaction back in favour of another one, and says so.</summary>
    Deadlock,

    /// <summary>The connection is lost before the server heard of the commit.</summary>
    LostBefore,

    /// <summary>The connection is lost after the commit, before the server's answer.</summary>
    LostAfter,
}

/// <summary>What goes wrong on the connections of one <see cref="FaultyDialect"/>.</summary>
internal sealed class Faults
{
    private int statements;
    private (int First, int Last) broken;

    /// <summary>How many statements were broken off since it was last said which.</summary>
    public int BrokenOff { get; private set; }

    /// <summary>Says of each commit how it fails; null: it does not.</summary>
    public Func<CommitFault?> OnCommit { get; set; } = () => null;

    /// <summary>Hears of each statement before it is sent.</summary>
    public Action<string> OnStatement { get; set; } = _ => { };

    /// <summary>The statement of this number from now on is broken off, and as many after it as there are to be.</summary>
    /// <param name="number">1: the next one.</param>
    public void BreakOff(int number, int howMany = 1) =>
        (broken, BrokenOff) = ((statements + number, statements + number + howMany - 1), 0);

    /// <summary>Nothing is broken off any more.</summary>
    public void Heal() => broken = default;

    public void Tried(string sql)
    {
        OnStatement(sql);
        if (++statements >= broken.First && statements <= broken.Last)
        {
            BrokenOff++;
            throw new Fault(isDeadlock: false);
        }
    }
}

/// <summary>An error as a server reports it that goes down or prefers another transaction.</summary>
internal sealed class Fault(bool isDeadlock)
    : DbException(isDeadlock ? "The transaction was chosen as the victim of a deadlock." : "The connection was lost.")
{
    public bool IsDeadlock => isDeadlock;
}
