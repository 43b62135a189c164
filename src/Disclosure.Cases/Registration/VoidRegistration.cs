using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.Numbering;
using Disclosure.Cases.ReplyProcess;
using FluentValidation;

namespace Disclosure.Cases.Registration;

/// <summary>Takes back a registration made by mistake: the number is voided, the case counts nowhere.</summary>
/// <param name="Reason">Why.</param>
public sealed record VoidRegistration(Guid CaseId, int Version, string Reason)
    : CaseCommand<Unit>(CaseId, Version, CaseAction.VoidRegistration);

internal sealed class VoidRegistrationRules : AbstractValidator<VoidRegistration>
{
    public VoidRegistrationRules() => RuleFor(command => command.Reason).IsText(500);
}

internal sealed class VoidRegistrationHandler(CaseCommandExecutor executor, INumberSeries numbers)
    : CaseHandler<VoidRegistration, Unit>(executor)
{
    protected override async Task<Result<Unit>> Act(VoidRegistration command, CaseFile file, CancellationToken cancellation)
    {
        await numbers.Void(file.RegisterNumberId, command.Reason, cancellation);
        foreach (var document in file.Documents.Where(document => document is { Status: DocumentStatus.Approved, NumberId: not null }))
        {
            await numbers.Void(document.NumberId!.Value, command.Reason, cancellation);
        }

        return await Recorded(file, new RegistrationVoided(Texts.Keep(file.Id, command.Reason)));
    }
}
