using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;

namespace Disclosure.Cases.ReplyProcess;

/// <summary>The one rule of what needs a second person: corrected dates, and acts that give a reason to doubt.</summary>
internal static class SecondPersonRules
{
    /// <summary>Why somebody cannot decide on a request: there is none, or it is the own one.</summary>
    /// <param name="request">The request; null where there is none that still waits.</param>
    /// <param name="actor">Who decides.</param>
    /// <param name="none">The refusal where there is none.</param>
    /// <param name="own">The refusal where it is the own one.</param>
    public static Refusal? WhyNot(ISecondPersonRequest? request, Actor actor, string none, string own) =>
        request is null ? new Refusal(none)
        : request.RequesterId == actor.Id ? new Refusal(own)
        : null;

    /// <summary>Puts an act before a second person; refused where the same waits already.</summary>
    public static Result<Unit> Ask(CaseFile file, SecondPersonAsked asked)
    {
        if (file.GuardedActsAsked.Any(each => (each.Act, each.DocumentId) == (asked.Act, asked.DocumentId)))
        {
            return new Refusal("secondPerson.pending", asked.Act) { Field = nameof(asked.Reason) };
        }

        file.Record(asked);
        return new Unit();
    }
}
