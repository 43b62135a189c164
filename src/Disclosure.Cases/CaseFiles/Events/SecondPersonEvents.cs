namespace Disclosure.Cases.CaseFiles.Events;

/// <summary>What one person asked for and only another one can put in force: the one list of what waits for a second person.</summary>
public interface ISecondPersonRequest
{
    /// <summary>The request.</summary>
    Guid RequestId { get; }

    /// <summary>Who asked; anybody else with the right to approve decides.</summary>
    Guid RequesterId { get; }

    /// <summary>Why.</summary>
    TextRef Reason { get; }
}

/// <summary>What needs a second person where there is a reason to doubt it (<see cref="ReasonsToDoubt"/>).</summary>
[StoredName("GuardedAct")]
public enum GuardedAct
{
    /// <summary>作废登记, of a case that is overdue or in which a letter was served.</summary>
    [StoredName("VoidRegistration")]
    VoidRegistration,

    /// <summary>登记撤回, with a day in the past.</summary>
    [StoredName("WithdrawApplication")]
    WithdrawApplication,

    /// <summary>撤销文书, of a letter that is signed already.</summary>
    [StoredName("WithdrawDocument")]
    WithdrawDocument,
}

/// <summary>Somebody asks a second person to confirm what gives a reason to doubt; nothing is done until then.</summary>
/// <param name="Act">What is to be done.</param>
/// <param name="Reason">Why.</param>
/// <param name="RequesterId">Who asks.</param>
/// <param name="On">Of a withdrawal: the day on which it was received.</param>
/// <param name="DocumentId">Of a letter: which one.</param>
[StoredName("SecondPersonAsked")]
public sealed record SecondPersonAsked(
    [StoredName("RequestId")] Guid RequestId,
    [StoredName("Act")] GuardedAct Act,
    [StoredName("Reason")] TextRef Reason,
    [StoredName("RequesterId")] Guid RequesterId,
    [StoredName("On")] DateOnly? On = null,
    [StoredName("DocumentId")] Guid? DocumentId = null) : CaseEvent, ISecondPersonRequest;

/// <summary>A second person confirmed; what was asked for follows in the same transaction.</summary>
[StoredName("SecondPersonAgreed")]
public sealed record SecondPersonAgreed(
    [StoredName("RequestId")] Guid RequestId,
    [StoredName("ConfirmerId")] Guid ConfirmerId) : CaseEvent;

/// <summary>A second person did not confirm; the case stays as it is.</summary>
[StoredName("SecondPersonRefused")]
public sealed record SecondPersonRefused(
    [StoredName("RequestId")] Guid RequestId,
    [StoredName("Reason")] TextRef Reason) : CaseEvent;
