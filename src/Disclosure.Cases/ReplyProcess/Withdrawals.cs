using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;

namespace Disclosure.Cases.ReplyProcess;

/// <summary>What a withdrawal in writing does to a case.</summary>
public sealed class Withdrawals(UnservedReplies unserved)
{
    /// <summary>Withdraws what was meant to answer the application, and ends the reply period.</summary>
    /// <param name="file">The case.</param>
    /// <param name="on">The day on which the withdrawal was received.</param>
    /// <param name="reason">What was written, or null.</param>
    /// <param name="calendarEdition">The edition of the calendar in force.</param>
    /// <param name="cancellation">Breaks off the wait.</param>
    public async Task Record(CaseFile file, DateOnly on, TextRef? reason, int calendarEdition, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(file);
        await unserved.Withdraw(file, Kernel.Texts.Say(Kernel.Texts.Chinese, "unserved.WithdrawApplication"), cancellation);
        file.Record(new ApplicationWithdrawn(on, reason, calendarEdition));
    }
}
