using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.ReplyProcess;
using FluentValidation;

namespace Disclosure.Cases.DocumentLifecycle;

/// <summary>Records when a document was delivered; the periods for remedies run from that day.</summary>
/// <param name="DeliveredOn">The day signed for.</param>
/// <param name="Signer">Who signed.</param>
/// <param name="AttemptId">Which letter of several on their way; else it may be left out.</param>
/// <param name="Proof">What proves it, where that is at hand.</param>
public sealed record RecordDelivery(
    Guid CaseId, int Version, Guid DocumentId, DateOnly DeliveredOn, string? Signer = null, Guid? AttemptId = null, ProofFile? Proof = null)
    : CaseCommand<Unit>(CaseId, Version, CaseAction.RecordDelivery);

/// <summary>Records that a letter came back; it is to be served again.</summary>
/// <param name="On">The day it came back.</param>
/// <param name="Reason">The post's reason.</param>
/// <param name="AttemptId">Which letter of several on their way; else it may be left out.</param>
public sealed record RecordReturnedMail(
    Guid CaseId, int Version, Guid DocumentId, DateOnly On, string? Reason = null, Guid? AttemptId = null)
    : CaseCommand<Unit>(CaseId, Version, CaseAction.RecordReturnedMail);

internal sealed class RecordDeliveryRules : AbstractValidator<RecordDelivery>
{
    public RecordDeliveryRules(TimeProvider time)
    {
        RuleFor(command => command.DeliveredOn).HasCome(time);
        RuleFor(command => command.Signer).IsOptionalLine(200);
        RuleFor(command => command.Proof!).SetValidator(new ProofFileRules()).When(command => command.Proof is not null);
    }
}

internal sealed class RecordReturnedMailRules : AbstractValidator<RecordReturnedMail>
{
    public RecordReturnedMailRules(TimeProvider time)
    {
        RuleFor(command => command.On).HasCome(time);
        RuleFor(command => command.Reason).IsOptionalLine(500);
    }
}

internal sealed class RecordDeliveryHandler(CaseCommandExecutor executor, ICaseContents contents)
    : CaseHandler<RecordDelivery, Unit>(executor)
{
    protected override async Task<Result<Unit>> Act(RecordDelivery command, CaseFile file, CancellationToken cancellation)
    {
        var (attempt, refusal) = AttemptUnderWay.Find(file, command.DocumentId, command.AttemptId);
        if (attempt is null)
        {
            return refusal!;
        }

        if (command.DeliveredOn < attempt.ServedOn)
        {
            return await Refused("service.deliveredBeforeServed", nameof(command.DeliveredOn));
        }

        file.Record(new DeliveryRecorded(
            command.DocumentId, attempt.Id, command.DeliveredOn, Texts.KeepOptional(file.Id, command.Signer)));
        await contents.Attach(file, attempt.Id, command.Proof, cancellation);
        return new Unit();
    }
}

internal sealed class RecordReturnedMailHandler(CaseCommandExecutor executor) : CaseHandler<RecordReturnedMail, Unit>(executor)
{
    protected override Task<Result<Unit>> Act(RecordReturnedMail command, CaseFile file, CancellationToken cancellation)
    {
        var (attempt, refusal) = AttemptUnderWay.Find(file, command.DocumentId, command.AttemptId);
        return attempt is null ? Task.FromResult<Result<Unit>>(refusal!)
            : command.On < attempt.ServedOn ? Refused("service.deliveredBeforeServed", nameof(command.On))
            : Recorded(
                file,
                new ServiceReturned(command.DocumentId, attempt.Id, command.On, Texts.KeepOptional(file.Id, command.Reason)));
    }
}

/// <summary>Finds what a delivery or a return is about, and keeps what proves it.</summary>
internal static class AttemptUnderWay
{
    /// <summary>The attempt of a document that is on its way, or why there is none that it could be.</summary>
    public static (ServiceAttempt? Attempt, Refusal? Refusal) Find(CaseFile file, Guid documentId, Guid? attemptId)
    {
        var document = file.FindDocument(documentId);
        var open = document is null or { Status: DocumentStatus.Withdrawn } ? [] : document.OpenAttempts.ToList();
        return attemptId is { } id
            ? open.Find(attempt => attempt.Id == id) is { } found ? (found, null) : (null, new Refusal("document.noDeliveryExpected"))
            : open switch
            {
                [] => (null, new Refusal("document.noDeliveryExpected")),
                [var only] => (only, null),
                _ => (null, new Refusal("service.whichApplicant") { Field = nameof(RecordDelivery.AttemptId) }),
            };
    }

    /// <summary>Puts the file that proves an attempt with the case, where there is one.</summary>
    public static async Task Attach(
        this ICaseContents contents, CaseFile file, Guid attemptId, ProofFile? proof, CancellationToken cancellation)
    {
        if (proof is null)
        {
            return;
        }

        var (id, sha256) = await contents.Keep(file.Id, proof.Name, proof.MediaType, proof.Content, cancellation);
        file.Record(new FileAttached(id, AttachmentKind.ProofOfService, sha256, attemptId));
    }
}
