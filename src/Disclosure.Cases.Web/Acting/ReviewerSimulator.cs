using Disclosure.Cases.Agencies;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.DocumentLifecycle;
using Disclosure.Cases.ReplyProcess.Disclosure;
using Disclosure.Cases.Web.Pages;

namespace Disclosure.Cases.Web.Acting;

/// <summary>
/// Does in an exercise what the law gives to somebody else than the drafter: the disclosure review and the approval. It acts
/// as the reviewers of the trainee's own agency, by the same commands as they do.
/// </summary>
internal sealed class ReviewerSimulator(Commands commands, ICaseFiles files, IUsers users, PracticeGuides guides, CurrentActor actor)
{
    private const string Conclusion = "教员审查：依照规定办理，同意承办人的意见。";

    /// <summary>Takes the turn, if it is the simulator's.</summary>
    /// <returns>Why not; empty when it was taken. Null when there is no such exercise, or it is the trainee's turn.</returns>
    public async Task<IReadOnlyList<Refusal>?> TakeTurn(Guid caseId, CancellationToken cancellation)
    {
        IReadOnlyList<Refusal>? refusals = null;
        foreach (var colleague in (await users.OfAgency(actor.Value.AgencyId, cancellation))
            .Where(user => user is { IsActive: true } && user.Roles.HasFlag(Role.Reviewer) && user.Id != actor.Value.Id))
        {
            if (await files.Find(caseId, cancellation) is not { } file
                || await guides.To(file, cancellation) is not { Progress.Next: { ByTutor: true } turn })
            {
                break;
            }

            var reviewer = new Actor(colleague.Id, colleague.Name, Role.Reviewer, colleague.AgencyId);
            var submitted = file.Documents.LastOrDefault(document => document.Status == DocumentStatus.Submitted);
            refusals = turn.Code == "review"
                ? (await commands.Send(new ReviewDisclosure(caseId, file.Version, null, Conclusion), reviewer)).Refusals
                : submitted is not null
                ? (await commands.Send(new ApproveDocument(caseId, file.Version, submitted.Id), reviewer)).Refusals
                : null;
        }

        return refusals;
    }
}
