namespace Disclosure.Cases.CaseFiles;

/// <summary>An inquiry (督办) of the district's supervision and what became of it.</summary>
/// <param name="Id">The inquiry.</param>
/// <param name="Question">What the agency is asked.</param>
/// <param name="OpenedOn">The day it was asked.</param>
/// <param name="RespondBy">The last day for the answer.</param>
/// <param name="AnsweredOn">The day it was answered, also when late; null while the answer is owed.</param>
/// <param name="Answer">The answer.</param>
public sealed record Inquiry(
    Guid Id, TextRef Question, DateOnly OpenedOn, DateOnly RespondBy, DateOnly? AnsweredOn = null, TextRef? Answer = null)
{
    /// <summary>Whether the agency still owes the answer.</summary>
    public bool IsOpen => AnsweredOn is null;
}
