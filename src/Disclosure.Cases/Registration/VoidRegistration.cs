using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.Numbering;
using Disclosure.Cases.ReplyProcess;
using FluentValidation;

namespace Disclosure.Cases.Registration;

/// <summary>
/// Takes back a registration made by mistake: the number is voided, the case counts nowhere. Of a case that is overdue, or in which a
/// letter was served, it is put before a second person.
/// </summary>
/// <param name="Reason">Why.</param>
public sealed record VoidRegistration(Guid CaseId, int Version, string Reason)
    : CaseCommand<Unit>(CaseId, Version, CaseAction.VoidRegistration);

internal sealed class VoidRegistrationRules : AbstractValidator<VoidRegistration>
{
    public VoidRegistrationRules() => RuleFor(command => command.Reason).IsText(500);
}

internal sealed class VoidRegistrationHandler(CaseCommandExecutor executor, Voiding voiding)
    : CaseHandler<VoidRegistration, Unit>(executor)
{
    protected override async Task<Result<Unit>> Act(VoidRegistration command, CaseFile file, CancellationToken cancellation)
    {
        var reason = Texts.Keep(file.Id, command.Reason);
        if (ReasonsToDoubt.OfVoiding(file, Executor.Calendars, Now.Today).Count > 0)
        {
            return SecondPersonRules.Ask(
                file, new SecondPersonAsked(Executor.Ids.Next(), GuardedAct.VoidRegistration, reason, Now.Actor.Id));
        }

        await voiding.Record(file, reason, command.Reason, cancellation);
        return new Unit();
    }
}

/// <summary>What voiding a registration does: its number, and those of letters that are not served, are void.</summary>
public sealed class Voiding(INumberSeries numbers)
{
    /// <summary>Voids the numbers and the case.</summary>
    /// <param name="file">The case.</param>
    /// <param name="reason">Why.</param>
    /// <param name="words">The same in words, for the number ledger.</param>
    /// <param name="cancellation">Breaks off the wait.</param>
    public async Task Record(CaseFile file, TextRef reason, string words, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(file);
        await numbers.Void(file.RegisterNumberId, words, cancellation);
        foreach (var document in file.Documents.Where(document => document is { Status: DocumentStatus.Approved, NumberId: not null }))
        {
            await numbers.Void(document.NumberId!.Value, words, cancellation);
        }

        file.Record(new RegistrationVoided(reason));
    }
}
