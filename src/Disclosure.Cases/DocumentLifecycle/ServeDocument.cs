using System.Text.RegularExpressions;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.LegalChecks;
using Disclosure.Cases.ReplyProcess;
using Disclosure.Cases.ReplyTemplates;
using FluentValidation;

namespace Disclosure.Cases.DocumentLifecycle;

/// <summary>送达: records an attempt at service; its effect on the case is the template's.</summary>
/// <param name="Way">The way.</param>
/// <param name="ServedOn">Handed over: the day signed for; by post: the day of posting; electronic: the day of sending.</param>
/// <param name="DeliveredOn">The day of delivery, where known at once.</param>
/// <param name="Particulars">
/// By post the address and the number, electronic the address, which is the one that the applicant agreed to; an address that is left
/// out is the one that the applicant gave. Through an agency: which. Where the applicant did not give the address: how it is known.
/// </param>
/// <param name="ApplicantId">Of several applicants who are served each: which of them; else it may be left out.</param>
/// <param name="Details">What else there is to say.</param>
/// <param name="Proof">What proves it, where that is at hand.</param>
/// <param name="Nonetheless">
/// Whether it had gone out though it no longer fitted: the case moved on between signature and service
/// (<see cref="LegalCheck.BeforeService"/>). It is recorded as it was, and gives a reason to doubt.
/// </param>
public sealed record ServeDocument(
    Guid CaseId,
    int Version,
    Guid DocumentId,
    ServiceWay Way,
    DateOnly ServedOn,
    DateOnly? DeliveredOn = null,
    ServiceParticulars? Particulars = null,
    Guid? ApplicantId = null,
    string? Details = null,
    ProofFile? Proof = null,
    bool Nonetheless = false) : CaseCommand<Unit>(CaseId, Version, CaseAction.Serve);

internal sealed partial class ServeDocumentRules : AbstractValidator<ServeDocument>
{
    public ServeDocumentRules(TimeProvider time)
    {
        RuleFor(command => command.Way).IsInEnum().Refuse("choice.unknown");
        RuleFor(command => command.ServedOn).HasCome(time);
        RuleFor(command => command.DeliveredOn).HasCome(time)
            .Must((command, date) => date is null || date >= command.ServedOn).Refuse("service.deliveredBeforeServed");
        RuleFor(command => command.Details).IsOptionalLine(1000);
        RuleFor(command => Of(command).Address).IsOptionalLine(500)
            .OverridePropertyName("Particulars.Address");
        RuleFor(command => Of(command).ElectronicAddress).IsOptionalLine(200)
            .OverridePropertyName("Particulars.ElectronicAddress");
        RuleFor(command => Of(command).MailNumber).IsOptionalLine(50)
            .Must((command, number) => IsGiven(number) || command.Way != ServiceWay.Post).Refuse("service.mailNumberNeeded")
            .Must((command, number) =>
                !IsGiven(number) || command.Way != ServiceWay.Post || MailNumber().IsMatch(ServiceAddress.Closed(number!)))
            .Refuse("service.mailNumber")
            .OverridePropertyName("Particulars.MailNumber");
        RuleFor(command => Of(command).Through).IsOptionalLine(200)
            .Must((command, agency) => IsGiven(agency) || command.Way != ServiceWay.ThroughAgency).Refuse("service.throughNeeded")
            .OverridePropertyName("Particulars.Through");
        RuleFor(command => Of(command).Signer).IsOptionalLine(200).OverridePropertyName("Particulars.Signer");
        RuleFor(command => Of(command).Basis).IsOptionalLine(500).OverridePropertyName("Particulars.Basis");
        RuleFor(command => Of(command).MailNumberNote).IsOptionalLine(500).OverridePropertyName("Particulars.MailNumberNote");
        RuleFor(command => command.Proof!).SetValidator(new ProofFileRules()).When(command => command.Proof is not null);
    }

    private static ServiceParticulars Of(ServeDocument command) => command.Particulars ?? new ServiceParticulars();

    private static bool IsGiven(string? text) => !string.IsNullOrWhiteSpace(text);

    // 邮政: thirteen characters, digits alone, or after two letters, or between two and the country's two. A courier's are others.
    [GeneratedRegex(@"\A([A-Z]{2}([0-9]{11}|[0-9]{9}[A-Z]{2})|[0-9]{13})\z", RegexOptions.ExplicitCapture)]
    private static partial Regex MailNumber();
}

internal sealed class ServeDocumentHandler(
    CaseCommandExecutor executor, IApplicants applicants, ICaseContents contents, LegalCheck check,
    SentMails mails)
    : CaseHandler<ServeDocument, Unit>(executor)
{
    protected override async Task<Result<Unit>> Act(ServeDocument command, CaseFile file, CancellationToken cancellation)
    {
        // Whoever asks again after a consultation came back writes a new letter.
        if (file.FindDocument(command.DocumentId) is not { IsToBeServed: true } document)
        {
            return await Refused("document.notApproved");
        }

        var recipient = document.Recipients is [var only] ? only : command.ApplicantId;
        if ((WhyNotNow(command, file, document) ?? WhyNotOn(recipient, command, document)) is { } whyNot)
        {
            return whyNot;
        }

        var moment = Now with { Today = command.ServedOn, Calendar = Executor.Calendars.Of(file.AgencyId) };
        var findings = await check.BeforeService(file, document, moment, cancellation);
        if (findings.Where(LegalCheck.Forbids).ToList() is { Count: > 0 } forbidding)
        {
            return Result<Unit>.Refused([.. forbidding.Select(finding => finding with { Field = nameof(command.ServedOn) })]);
        }

        var misfits = document.Attempts.Count > 0 ? [] : findings;
        if (misfits.Count > 0 && !command.Nonetheless)
        {
            return Result<Unit>.Refused(
            [
                new Refusal("service.noLongerFits") { Field = nameof(command.Nonetheless) },
                .. misfits.Select(finding => finding with { Field = null }),
            ]);
        }

        var person = (await applicants.Of(file, cancellation)).FirstOrDefault(each => each.Id == recipient).Applicant;
        var particulars = ServiceAddress.Filled(command.Way, command.Particulars ?? new ServiceParticulars(), person);
        if (ServiceAddress.Judge(command.Way, particulars, person) is { } refusal)
        {
            return refusal;
        }

        if (await mails.Doubt(file, document, recipient, command.ServedOn, particulars, cancellation) is { } doubt)
        {
            return doubt;
        }

        var served = new DocumentServed(
            document.Id,
            Executor.Ids.Next(),
            command.Way,
            command.ServedOn,
            command.DeliveredOn ?? (command.Way == ServiceWay.HandedOver ? command.ServedOn : null),
            ServiceAddress.WasGiven(particulars, person),
            Texts.KeepOptional(file.Id, command.Details),
            Executor.Calendars.Edition,
            recipient,
            particulars.SaysAnything() ? Texts.Keep(file.Id, particulars.Write()) : null);
        var doubts = ReasonsToDoubt.OfService(file, Executor.Calendars, served, Now.Today, misfits.Count > 0);
        var wasSound = Executor.Judge(file) is null;
        var completes = document is { IsHalfServed: true, IsRevocable: true };
        file.Record(served);
        if (completes && wasSound && Executor.Judge(file) is { } tooLate)
        {
            return Result<Unit>.Refused([tooLate, new Refusal("service.halfServed")]);
        }

        if (doubts.Count > 0)
        {
            file.Record(new ServiceDoubted(document.Id, served.AttemptId, doubts));
        }

        await contents.Attach(file, served.AttemptId, command.Proof, cancellation);
        return new Unit();
    }

    private static Refusal? WhyNotNow(ServeDocument command, CaseFile file, CaseDocument document)
    {
        // The case may have moved on since the approval: what would lead where the process does not go is not served.
        if (document.Effect != ServiceEffect.Nothing
            && !document.IsOut
            && document.DecisiveAttempt is null
            && !StepTransitions.IsStillFitting(file, document))
        {
            return new Refusal("document.notFitting", file.Stage);
        }

        // Nobody takes over what was decided on somebody who was no more.
        if (file.Successions.FirstOrDefault(succession => succession.Sequence > document.ApprovedSequence
            && succession.On < document.DecidedOn) is { } ended)
        {
            return new Refusal("service.decidedAfterEnd", ended.On);
        }

        // A correction or a payment after the signature starts the period anew: its extension needs a consent of its own (art. 33).
        if (document.Effect == ServiceEffect.Extends && document.Attempts.Count == 0 && file.ExtensionConsentedOn is null)
        {
            return new Refusal("check.consentMissing");
        }

        return command.ServedOn < document.DecidedOn
            ? new Refusal("service.beforeIssue", document.DecidedOn) { Field = nameof(command.ServedOn) }
            : null;
    }

    private static Refusal? WhyNotOn(Guid? recipient, ServeDocument command, CaseDocument document)
    {
        if (command.ApplicantId is null && document.Recipients.Count > 1)
        {
            return new Refusal("service.whichApplicant") { Field = nameof(command.ApplicantId) };
        }

        if (!document.RecipientsToServe.Contains(recipient))
        {
            return new Refusal("service.notARecipient") { Field = nameof(command.ApplicantId) };
        }

        // What was handed over before the letter came back has to be shown: else a day in the past would count that nobody can check.
        return document.LastOn(recipient) is { ReturnedOn: { } returnedOn } && command.ServedOn < returnedOn && command.Proof is null
            ? new Refusal("service.beforeReturn", returnedOn) { Field = nameof(command.ServedOn) }
            : null;
    }
}
