using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.ReplyProcess;
using FluentValidation;

namespace Disclosure.Cases.Archiving;

/// <summary>归档: closes an answered or withdrawn case after its file was checked (art. 45).</summary>
/// <param name="Checklist">What is in the file; nothing may be missing.</param>
/// <param name="NoProofReason">Why no file of the case proves the service of some documents; needed where there are such.</param>
public sealed record ArchiveCase(Guid CaseId, int Version, ArchiveChecklist Checklist, string? NoProofReason = null)
    : CaseCommand<Unit>(CaseId, Version, CaseAction.Archive);

internal sealed class ArchiveCaseRules : AbstractValidator<ArchiveCase>
{
    public ArchiveCaseRules()
    {
        RuleFor(command => command.Checklist).Must(list => list.IsComplete).Refuse("archive.incomplete");
        RuleFor(command => command.NoProofReason).IsOptionalText(2000);
    }
}

internal sealed class ArchiveCaseHandler(CaseCommandExecutor executor) : CaseHandler<ArchiveCase, Unit>(executor)
{
    protected override Task<Result<Unit>> Act(ArchiveCase command, CaseFile file, CancellationToken cancellation)
    {
        var unproved = file.UnprovedServices;
        return unproved.Count > 0 && string.IsNullOrWhiteSpace(command.NoProofReason)
            ? Refused("archive.noProof", nameof(command.NoProofReason), unproved.Count)
            : Recorded(file, new CaseArchived(
                command.Checklist with { ProofOfService = unproved.Count == 0 },
                unproved.Count == 0 ? null : Texts.KeepOptional(file.Id, command.NoProofReason)));
    }
}

/// <summary>Reopens an answered case: a new decision is owed (art. 47, 51).</summary>
/// <param name="Ground">What reopens it.</param>
/// <param name="On">The day from which the new period runs.</param>
/// <param name="DueOn">The date ordered, if one was.</param>
/// <param name="WorkingDays">The working days ordered, if any; neither: 20.</param>
/// <param name="Reason">The decision, judgment or order, and what it says.</param>
public sealed record ReopenCase(
    Guid CaseId, int Version, ReopeningGround Ground, DateOnly On, DateOnly? DueOn, int? WorkingDays, string Reason)
    : CaseCommand<Unit>(CaseId, Version, CaseAction.Reopen);

internal sealed class ReopenCaseRules : AbstractValidator<ReopenCase>
{
    public ReopenCaseRules(TimeProvider time)
    {
        RuleFor(command => command.Ground).IsInEnum().Refuse("choice.unknown");
        RuleFor(command => command.On).HasCome(time);
        RuleFor(command => command.Reason).IsText(2000);
        RuleFor(command => command.WorkingDays).Must(days => days is null or (>= 1 and <= 250)).Refuse("number.outOfRange", 1, 250);
    }
}

internal sealed class ReopenCaseHandler(CaseCommandExecutor executor) : CaseHandler<ReopenCase, Unit>(executor)
{
    protected override Task<Result<Unit>> Act(ReopenCase command, CaseFile file, CancellationToken cancellation) =>
        Recorded(
            file, new CaseReopened(command.Ground, command.On, command.DueOn, command.WorkingDays, Texts.Keep(file.Id, command.Reason)));
}
