namespace Disclosure.Cases.ReplyProcess;

/// <summary>When something is recorded of a dispute.</summary>
internal static class DisputeRules
{
    public static readonly Guard SomeIsRecorded = Guards.Holds(file => file.Disputes.Count > 0, "dispute.none");

    public static readonly Guard SomeAwaitsAnswer = Guards.Holds(file => file.UnansweredDisputes.Any(), "dispute.noneUnanswered");
}
