using Disclosure.Cases.Kernel.Pipeline;

namespace Disclosure.Cases.Agencies;

/// <summary>
/// Puts on record at a start whether the administration is divided (三员分立), where it was not at the last one: whoever may change the
/// settings could join the three roles for an hour.
/// </summary>
public sealed record RecordSeparation : ICommand<Unit>
{
    /// <inheritdoc/>
    public Role AllowedTo => Role.System;
}

internal sealed class RecordSeparationHandler(AdministratorSeparation separation, IAdministrationLog log)
    : ICommandHandler<RecordSeparation, Unit>
{
    public async Task<Result<Unit>> Handle(RecordSeparation request, CancellationToken cancellationToken)
    {
        var set = AdministrationFilter.All with { Act = AdministrativeAct.SeparationSet };
        var wasOn = await log.Find(set, 0, 1, cancellationToken) is [{ Changes: [{ After: { } last }] }] && bool.Parse(last);
        if (wasOn != separation.IsOn)
        {
            await log.Add(
                AdministrativeAct.SeparationSet, null, null, cancellationToken,
                new FieldChange(JournalFields.IsOn, $"{wasOn}", $"{separation.IsOn}"));
        }

        return new Unit();
    }
}
