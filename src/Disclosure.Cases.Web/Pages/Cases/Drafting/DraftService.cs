using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.DocumentLifecycle;
using Disclosure.Cases.LegalChecks;
using Disclosure.Cases.Web.Acting;

namespace Disclosure.Cases.Web.Pages.Cases.Drafting;

/// <summary>What is done with a draft once it is kept.</summary>
internal enum DraftStep
{
    /// <summary>Nothing more.</summary>
    Save,

    /// <summary>The legal check.</summary>
    Check,

    /// <summary>It is submitted.</summary>
    Submit,

    /// <summary>It goes on with the wording in force.</summary>
    Rebase,
}

/// <summary>What became of a draft.</summary>
/// <param name="Id">The draft; null where there is none yet.</param>
/// <param name="IsKept">Whether the letter was kept before it was checked or submitted; what stands against that is then no
/// reason why it was not kept.</param>
/// <param name="Refusals">Why it was not kept, or what stands against the next step.</param>
internal sealed record DraftResult(Guid? Id, bool IsKept, IReadOnlyList<Refusal> Refusals);

/// <summary>Keeps a draft as it is filled in and takes the step that was asked for.</summary>
internal sealed class DraftService(Commands commands, ICaseFiles files, LegalCheck check)
{
    /// <summary>Keeps the letter, as a new draft where there is none, and takes the step.</summary>
    /// <param name="view">The case as it was read.</param>
    /// <param name="draft">The draft that is filled in, or null.</param>
    /// <param name="letter">What is filled in.</param>
    /// <param name="version">The version of the case that the person saw.</param>
    /// <param name="step">What is done then.</param>
    public async Task<DraftResult> Keep(
        CaseView view, CaseDocument? draft, LetterForm letter, int version, DraftStep step, CancellationToken cancellation)
    {
        if (letter.Unkeepable(view.Templates) is { Count: > 0 } unkeepable)
        {
            return new(draft?.Id, IsKept: false, unkeepable);
        }

        var kept = await Keep(view.File.Id, draft, letter, version);
        if (!kept.Succeeded)
        {
            return new(draft?.Id, IsKept: false, kept.Refusals);
        }

        var file = (await files.Find(view.File.Id, cancellation))!;
        return new(kept.Value, IsKept: step is DraftStep.Check or DraftStep.Submit, step switch
        {
            DraftStep.Save => [],
            DraftStep.Check => await check.Findings(file, file.Document(kept.Value), view.Moment, cancellation),
            DraftStep.Submit => (await commands.Send(new SubmitDocument(file.Id, file.Version, kept.Value))).Refusals,
            DraftStep.Rebase => (await commands.Send(new RebaseDocument(file.Id, file.Version, kept.Value))).Refusals,
        });
    }

    private async Task<Result<Guid>> Keep(Guid caseId, CaseDocument? draft, LetterForm letter, int version)
    {
        if (draft is null)
        {
            var sections = letter.Sections.Select(section => section.ToDraft());
            return await commands.Send(new DraftDocument(caseId, version, [.. sections], letter.PrincipalIndex));
        }

        // What was finished in Word has its facts locked: there is nothing to keep.
        if (draft.Finished is not null)
        {
            return draft.Id;
        }

        var facts = letter.Sections.Select(section => section.Facts.DeepClone().AsObject());
        var revised = await commands.Send(new ReviseDocument(caseId, version, draft.Id, [.. facts], letter.PrincipalIndex));
        return revised.Succeeded ? draft.Id : Result<Guid>.Refused(revised.Refusals);
    }
}
