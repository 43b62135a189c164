using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.Registration;
using Disclosure.Cases.ReplyProcess;
using FluentValidation;

namespace Disclosure.Cases.Parties;

/// <summary>
/// An applicant died, or an organisation ended: the case goes on with who succeeds it, or with the other applicants, as it does where
/// one of several wants no more. The only applicant without a successor ends the case by withdrawal or closing.
/// </summary>
/// <param name="ApplicantId">Whose place it was.</param>
/// <param name="On">The day of death or end; of one who left, of the writing.</param>
/// <param name="Successor">Who goes on; null where the other applicants do.</param>
/// <param name="Reason">What shows the end and the succession.</param>
/// <param name="Left">Whether one of several applicants withdrew alone; then nobody succeeds.</param>
public sealed record SucceedApplicant(
    Guid CaseId, int Version, Guid ApplicantId, DateOnly On, Applicant? Successor, string Reason, bool Left = false)
    : CaseCommand<Unit>(CaseId, Version, CaseAction.SucceedApplicant);

internal sealed class SucceedApplicantRules : AbstractValidator<SucceedApplicant>
{
    public SucceedApplicantRules(TimeProvider time)
    {
        RuleFor(command => command.On).HasCome(time);
        RuleFor(command => command.Successor!).SetValidator(new ApplicantRules()).When(command => command.Successor is not null);
        RuleFor(command => command.Left).Must((command, left) => !left || command.Successor is null).Refuse("parties.leftAndSucceeded");
        RuleFor(command => command.Reason).IsText(2000);
    }
}

internal sealed class SucceedApplicantHandler(CaseCommandExecutor executor, IApplicants applicants)
    : CaseHandler<SucceedApplicant, Unit>(executor)
{
    protected override async Task<Result<Unit>> Act(SucceedApplicant command, CaseFile file, CancellationToken cancellation)
    {
        if (file.Applicants.All(reference => reference.Id != command.ApplicantId))
        {
            return await Refused("applicants.unknown", nameof(command.ApplicantId));
        }

        var successor = command.Successor?.Recorded();
        if (successor is null && file.Applicants.Count == 1)
        {
            return command.Left
                ? await Refused("parties.onlyApplicantLeft", nameof(command.Left))
                : await Refused("parties.successorNeeded", $"{nameof(command.Successor)}.{nameof(Applicant.Name)}");
        }

        // As with naming the first: a notice that somebody else had in time does not come into force by it when the reply is overdue.
        if (successor is null && RecipientsRules.WouldComplete(file, Executor.Calendars, Now.Today))
        {
            return await Refused("service.halfServed", nameof(command.ApplicantId));
        }

        var people = await applicants.Of(file, cancellation);
        if (successor is not null
            && people.Any(person => person.Id != command.ApplicantId && SameApplicant.Are(person.Applicant, successor)))
        {
            return await Refused("applicants.twice", $"{nameof(command.Successor)}.{nameof(Applicant.Name)}", successor.Name);
        }

        var reference = successor is null
            ? null
            : new ApplicantRef(Executor.Ids.Next(), successor.Kind, Texts.Keep(file.Id, successor.Write()));
        file.Record(new ApplicantSucceeded(
            command.ApplicantId, command.On, reference, Texts.Keep(file.Id, command.Reason), Now.Actor.Id, command.Left));
        await applicants.Set(
            file.Id,
            [.. people
                .Where(person => person.Id != command.ApplicantId || reference is not null)
                .Select(person => person.Id == command.ApplicantId ? (reference!.Id, successor!) : person)],
            cancellation);
        return new Unit();
    }
}
