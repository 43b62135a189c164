using Disclosure.Cases.Kernel.Pipeline;

namespace Disclosure.Cases.Numbering;

/// <summary>
/// Opens the year's four series of an agency where they are not there yet, so that the new year stands in the ledger from
/// its first day. A series that is there keeps its opening number and whatever was given from it.
/// </summary>
/// <param name="AgencyId">The agency.</param>
public sealed record RollOverNumbers(Guid AgencyId) : ICommand<Unit>
{
    /// <inheritdoc/>
    public Role AllowedTo => Role.System;
}

internal sealed class RollOverNumbersHandler(INumberSeries numbers, TimeProvider time) : ICommandHandler<RollOverNumbers, Unit>
{
    public async Task<Result<Unit>> Handle(RollOverNumbers request, CancellationToken cancellationToken)
    {
        foreach (var series in Enum.GetValues<SeriesKind>())
        {
            await numbers.Begin(new NumberSeries(request.AgencyId, series, time.Today().Year), cancellationToken);
        }

        return new Unit();
    }
}
