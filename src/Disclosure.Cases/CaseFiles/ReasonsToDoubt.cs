using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.Clock;
using Disclosure.Cases.ReplyTemplates;

namespace Disclosure.Cases.CaseFiles;

/// <summary>Why a reader may doubt that all went right: it needs a second person, and stands in the managers' figures.</summary>
[StoredName("ReasonToDoubt")]
public enum ReasonToDoubt
{
    /// <summary>逾期后作废: the number was voided when the reply was overdue.</summary>
    [StoredName("VoidedWhenOverdue")]
    VoidedWhenOverdue,

    /// <summary>送达后作废: the number was voided when a letter had been served.</summary>
    [StoredName("VoidedAfterService")]
    VoidedAfterService,

    /// <summary>补登撤回: the withdrawal was recorded with a day in the past.</summary>
    [StoredName("WithdrawnWithPastDate")]
    WithdrawnWithPastDate,

    /// <summary>逾期后撤回: the withdrawal was recorded when the reply was overdue.</summary>
    [StoredName("WithdrawnWhenOverdue")]
    WithdrawnWhenOverdue,

    /// <summary>签发后撤销: a letter was withdrawn that was signed already.</summary>
    [StoredName("RevokedAfterSignature")]
    RevokedAfterSignature,

    /// <summary>补登送达: the reply was overdue when service in time was recorded, and no file proves the day.</summary>
    [StoredName("ServedWithPastDate")]
    ServedWithPastDate,

    /// <summary>送达不符: a letter was served that did not fit the case any more.</summary>
    [StoredName("ServedNonetheless")]
    ServedNonetheless,
}

/// <summary>Which acts give a reason to doubt. One rule for the second person who is needed, and for the figures of the managers.</summary>
public static class ReasonsToDoubt
{
    /// <summary>Whether the reply is owed and its last day has passed.</summary>
    /// <param name="file">The case before the act.</param>
    /// <param name="calendars">The calendars in force.</param>
    /// <param name="on">The day of the act.</param>
    public static bool IsOverdueOn(this CaseFile file, CalendarSnapshot calendars, DateOnly on)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.IsOpen && CaseReckoning.Of(file, calendars)?.ReplyDueOn < on;
    }

    /// <summary>Of voiding the registration.</summary>
    /// <param name="file">The case before the act.</param>
    /// <param name="calendars">The calendars in force.</param>
    /// <param name="on">The day of the act.</param>
    public static IReadOnlyList<ReasonToDoubt> OfVoiding(CaseFile file, CalendarSnapshot calendars, DateOnly on)
    {
        ArgumentNullException.ThrowIfNull(file);
        var reasons = new List<ReasonToDoubt>();
        if (file.IsOverdueOn(calendars, on) || IsUnconfirmedFor(file, calendars, on))
        {
            reasons.Add(ReasonToDoubt.VoidedWhenOverdue);
        }

        // A receipt or a proof of service is no letter: nobody signs it.
        if (file.Documents.Any(document => document.NeedsApproval && document.Attempts.Count > 0))
        {
            reasons.Add(ReasonToDoubt.VoidedAfterService);
        }

        if (file.Documents.Any(document => OfRevoking(document).Count > 0))
        {
            reasons.Add(ReasonToDoubt.RevokedAfterSignature);
        }

        return reasons;
    }

    // No period runs before the receipt is confirmed (art. 31); confirmed late, the reply may be overdue already.
    private static bool IsUnconfirmedFor(CaseFile file, CalendarSnapshot calendars, DateOnly on) =>
        file.IsOpen && file.ReceivedOn is null
        && LateConfirmation.Of(file, on, calendars.Of(file.AgencyId)) is { DueOnFromArrival: { } dueOn } && dueOn < on;

    /// <summary>Of recording a withdrawal.</summary>
    /// <param name="file">The case before the act.</param>
    /// <param name="calendars">The calendars in force.</param>
    /// <param name="withdrawnOn">The day on which it is said to have been received.</param>
    /// <param name="on">The day of recording.</param>
    public static IReadOnlyList<ReasonToDoubt> OfWithdrawal(
        CaseFile file, CalendarSnapshot calendars, DateOnly withdrawnOn, DateOnly on)
    {
        var reasons = new List<ReasonToDoubt>();
        if (withdrawnOn < on)
        {
            reasons.Add(ReasonToDoubt.WithdrawnWithPastDate);
        }

        if (file.IsOverdueOn(calendars, on))
        {
            reasons.Add(ReasonToDoubt.WithdrawnWhenOverdue);
        }

        return reasons;
    }

    /// <summary>Of recording a service.</summary>
    /// <param name="file">The case before the act.</param>
    /// <param name="calendars">The calendars in force.</param>
    /// <param name="served">What is recorded.</param>
    /// <param name="on">The day of recording.</param>
    /// <param name="isMisfit">Whether the letter did not fit the case any more.</param>
    public static IReadOnlyList<ReasonToDoubt> OfService(
        CaseFile file, CalendarSnapshot calendars, DocumentServed served, DateOnly on, bool isMisfit)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(served);
        var reasons = new List<ReasonToDoubt>();
        if (file.Document(served.DocumentId).Effect != ServiceEffect.Nothing && file.IsOverdueOn(calendars, on)
            && !file.IsOverdueOn(calendars, served.ServedOn))
        {
            reasons.Add(ReasonToDoubt.ServedWithPastDate);
        }

        if (isMisfit)
        {
            reasons.Add(ReasonToDoubt.ServedNonetheless);
        }

        return reasons;
    }

    /// <summary>Of withdrawing a letter before service.</summary>
    /// <param name="document">The letter before the act.</param>
    public static IReadOnlyList<ReasonToDoubt> OfRevoking(CaseDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return document is { Status: DocumentStatus.Approved, NeedsApproval: true } ? [ReasonToDoubt.RevokedAfterSignature] : [];
    }
}
