using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.ReplyProcess;
using Disclosure.Cases.ReplyProcess.Disclosure;
using Disclosure.Cases.ReplyTemplates;
using FluentValidation;

namespace Disclosure.Cases.DocumentLifecycle;

/// <summary>送达: records an attempt at service; its effect on the case is the template's.</summary>
/// <param name="Way">The way.</param>
/// <param name="ServedOn">Handed over: the day signed for; by post: the day of posting; electronic: the day of sending.</param>
/// <param name="DeliveredOn">The day of delivery, where known at once.</param>
/// <param name="ToAddressGiven">By post: whether it goes to the address that the addressee gave.</param>
/// <param name="Details">Address, mail number, signer.</param>
public sealed record ServeDocument(
    Guid CaseId,
    int Version,
    Guid DocumentId,
    ServiceWay Way,
    DateOnly ServedOn,
    DateOnly? DeliveredOn = null,
    bool ToAddressGiven = true,
    string? Details = null) : CaseCommand<Unit>(CaseId, Version, CaseAction.Serve);

/// <summary>Records when a document was delivered; the periods for remedies run from that day.</summary>
/// <param name="DeliveredOn">The day signed for.</param>
/// <param name="Signer">Who signed.</param>
public sealed record RecordDelivery(Guid CaseId, int Version, Guid DocumentId, DateOnly DeliveredOn, string? Signer = null)
    : CaseCommand<Unit>(CaseId, Version, CaseAction.RecordDelivery);

/// <summary>Records that a letter came back; it is to be served again.</summary>
/// <param name="On">The day it came back.</param>
/// <param name="Reason">The post's reason.</param>
public sealed record RecordReturnedMail(Guid CaseId, int Version, Guid DocumentId, DateOnly On, string? Reason = null)
    : CaseCommand<Unit>(CaseId, Version, CaseAction.RecordReturnedMail);

internal sealed class ServeDocumentRules : AbstractValidator<ServeDocument>
{
    public ServeDocumentRules(TimeProvider time)
    {
        RuleFor(command => command.Way).IsInEnum().Refuse("choice.unknown");
        RuleFor(command => command.ServedOn).HasCome(time);
        RuleFor(command => command.DeliveredOn).HasCome(time)
            .Must((command, date) => date is null || date >= command.ServedOn).Refuse("service.deliveredBeforeServed");
        RuleFor(command => command.Details).IsOptionalLine(1000);
    }
}

internal sealed class RecordDeliveryRules : AbstractValidator<RecordDelivery>
{
    public RecordDeliveryRules(TimeProvider time)
    {
        RuleFor(command => command.DeliveredOn).HasCome(time);
        RuleFor(command => command.Signer).IsOptionalLine(200);
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

internal sealed class ServeDocumentHandler(CaseCommandExecutor executor, ObjectionInterval interval)
    : CaseHandler<ServeDocument, Unit>(executor)
{
    protected override Task<Result<Unit>> Act(ServeDocument command, CaseFile file, CancellationToken cancellation)
    {
        var document = file.FindDocument(command.DocumentId);

        // A consultation that came back is over (art. 33 ¶3); whoever asks again writes a new letter.
        var waits = document is { Status: DocumentStatus.Approved }
            or { Status: DocumentStatus.Served, ReturnedOn: not null, Effect: not ServiceEffect.Consults };
        if (!waits)
        {
            return Refused("document.notApproved");
        }

        // The case may have moved on since the approval: what would lead where the process does not go is not served.
        if (document!.Effect != ServiceEffect.Nothing
            && document.DecisiveAttempt is null
            && !StepTransitions.IsStillFitting(file, document))
        {
            return Refused("document.notFitting", null, file.Stage);
        }

        if (command.ServedOn < document.DecidedOn)
        {
            return Refused("service.beforeIssue", nameof(command.ServedOn), document.DecidedOn);
        }

        // Art. 32: first the third party learns that it will be given, and has some days left.
        if (document.Sections.Any(section => section is { Template: TemplateCodes.Disclosed, Variant: VariantCodes.OverObjection }))
        {
            var notice = file.Documents.LastOrDefault(other => other is
            {
                Template: TemplateCodes.ThirdPartyDisclosureNotice, Status: DocumentStatus.Served, DeliveredOn: not null,
            });
            if (notice?.DeliveredOn is not { } deliveredOn)
            {
                return Refused("service.thirdPartyNotTold");
            }

            var first = interval.FirstDay(deliveredOn, Executor.Calendars.Of(file.AgencyId));
            if (command.ServedOn < first)
            {
                return Refused("service.tooSoonForThirdParty", nameof(command.ServedOn), interval.WorkingDays, first);
            }
        }

        return Recorded(file, new DocumentServed(
            document.Id,
            Executor.Ids.Next(),
            command.Way,
            command.ServedOn,
            command.DeliveredOn ?? (command.Way == ServiceWay.HandedOver ? command.ServedOn : null),
            command.ToAddressGiven,
            Texts.KeepOptional(file.Id, command.Details),
            Executor.Calendars.Edition));
    }
}

internal sealed class RecordDeliveryHandler(CaseCommandExecutor executor) : CaseHandler<RecordDelivery, Unit>(executor)
{
    protected override Task<Result<Unit>> Act(RecordDelivery command, CaseFile file, CancellationToken cancellation)
    {
        if (file.FindDocument(command.DocumentId) is not { Status: DocumentStatus.Served, ReturnedOn: null, DeliveredOn: null } document)
        {
            return Refused("document.noDeliveryExpected");
        }

        var attempt = document.Attempts[^1];
        return command.DeliveredOn < attempt.ServedOn
            ? Refused("service.deliveredBeforeServed", nameof(command.DeliveredOn))
            : Recorded(
                file, new DeliveryRecorded(document.Id, attempt.Id, command.DeliveredOn, Texts.KeepOptional(file.Id, command.Signer)));
    }
}

internal sealed class RecordReturnedMailHandler(CaseCommandExecutor executor) : CaseHandler<RecordReturnedMail, Unit>(executor)
{
    protected override Task<Result<Unit>> Act(RecordReturnedMail command, CaseFile file, CancellationToken cancellation)
    {
        if (file.FindDocument(command.DocumentId) is not { Status: DocumentStatus.Served, ReturnedOn: null, DeliveredOn: null } document)
        {
            return Refused("document.noDeliveryExpected");
        }

        var attempt = document.Attempts[^1];
        return command.On < attempt.ServedOn
            ? Refused("service.deliveredBeforeServed", nameof(command.On))
            : Recorded(file, new ServiceReturned(document.Id, attempt.Id, command.On, Texts.KeepOptional(file.Id, command.Reason)));
    }
}
