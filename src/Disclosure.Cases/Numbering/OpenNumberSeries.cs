using Disclosure.Cases.Agencies;
using Disclosure.Cases.Kernel.Pipeline;
using FluentValidation;

namespace Disclosure.Cases.Numbering;

/// <summary>Sets a series' opening number once, when an office adopts the software during a year.</summary>
/// <param name="AgencyId">The agency.</param>
/// <param name="Series">The series.</param>
/// <param name="Year">The year, four digits.</param>
/// <param name="FirstOrdinal">The number that is given next, from 1.</param>
public sealed record OpenNumberSeries(Guid AgencyId, SeriesKind Series, int Year, int FirstOrdinal) : ICommand<Unit>
{
    /// <inheritdoc/>
    public Role AllowedTo => Role.SystemAdministrator;
}

internal sealed class OpenNumberSeriesRules : AbstractValidator<OpenNumberSeries>
{
    public OpenNumberSeriesRules()
    {
        RuleFor(command => command.FirstOrdinal).InclusiveBetween(1, 999_999).Refuse("number.outOfRange", 1, 999_999);
        RuleFor(command => command.Year).InclusiveBetween(2008, 9999).Refuse("number.outOfRange", 2008, 9999);
    }
}

internal sealed class OpenNumberSeriesHandler(INumberSeries numbers, IAdministrationLog log) : ICommandHandler<OpenNumberSeries, Unit>
{
    public async Task<Result<Unit>> Handle(OpenNumberSeries request, CancellationToken cancellationToken)
    {
        if (!await numbers.Open(new NumberSeries(request.AgencyId, request.Series, request.Year), request.FirstOrdinal, cancellationToken))
        {
            return new Refusal("number.seriesHasBegun", request.Series, request.Year);
        }

        await log.Add(AdministrativeAct.SeriesOpened, request.AgencyId, null, cancellationToken, new FieldChange(
            $"{StoredNames.Of(request.Series)} {request.Year}", null, $"{request.FirstOrdinal}"));
        return new Unit();
    }
}
