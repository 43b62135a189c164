using System.Globalization;
using Disclosure.Cases.Agencies;
using Disclosure.Cases.Kernel.Pipeline;
using Disclosure.Cases.Looks;
using FluentValidation;

namespace Disclosure.Cases.Retention;

/// <summary>What somebody asked to have deleted of the record of looks.</summary>
/// <param name="Before">What is older than this day.</param>
/// <param name="By">Who asked.</param>
/// <param name="Name">The name of that day.</param>
/// <param name="Lines">How many lines there are.</param>
public sealed record LookErasureRequest(DateOnly Before, Guid By, string Name, int Lines);

/// <summary>
/// What of the record of looks was kept long enough. Who asked and who confirmed stands in the journal of the administration, which
/// is sealed; a request is open while there is still something of what it names, nobody declined it, and the period was not made longer.
/// </summary>
public sealed class LookErasures(ILooks looks, IAdministrationLog log, RetentionPeriods periods, TimeProvider time)
{
    /// <summary>How many lines are older than they need be, and the day before which they are.</summary>
    public async Task<(DateOnly Before, int Lines)> Due(CancellationToken cancellation)
    {
        var day = periods.LooksKeptFrom(time.Today());
        return (day, await Older(day, cancellation));
    }

    /// <summary>What waits for a second person; null: nothing.</summary>
    public async Task<LookErasureRequest?> Requested(CancellationToken cancellation)
    {
        var asked = AdministrationFilter.All with { Act = AdministrativeAct.LookErasureRequested };
        if (await log.Find(asked, 0, 1, cancellation) is not [{ Changes: [{ After: { } written }] } entry])
        {
            return null;
        }

        var declined = await log.Find(asked with { Act = AdministrativeAct.LookErasureDeclined }, 0, 1, cancellation);
        var day = DateOnly.ParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        if (day > periods.LooksKeptFrom(time.Today()) || (declined is [var last] && last.RecordedAt >= entry.RecordedAt))
        {
            return null;
        }

        return await Older(day, cancellation) is > 0 and var lines
            ? new LookErasureRequest(day, entry.RecordedBy, entry.By?.Text ?? "", lines)
            : null;
    }

    private Task<int> Older(DateOnly day, CancellationToken cancellation) =>
        looks.Count(new LookFilter(DateTimeOffset.MinValue, ChinaTime.At(day)), cancellation);
}

/// <summary>提出清除查阅记录: an administrator asks a second person to confirm that what was kept long enough be deleted.</summary>
public sealed record RequestLookErasure : ICommand<Unit>
{
    /// <inheritdoc/>
    public Role AllowedTo => Role.SystemAdministrator;
}

internal sealed class RequestLookErasureHandler(LookErasures erasures, IAdministrationLog log) : ICommandHandler<RequestLookErasure, Unit>
{
    public async Task<Result<Unit>> Handle(RequestLookErasure request, CancellationToken cancellationToken)
    {
        if (await erasures.Requested(cancellationToken) is not null)
        {
            return new Refusal("retention.looksRequestedAlready");
        }

        var (before, lines) = await erasures.Due(cancellationToken);
        if (lines == 0)
        {
            return new Refusal("retention.noLooksDue");
        }

        await log.Add(
            AdministrativeAct.LookErasureRequested, null, null, cancellationToken,
            new FieldChange(JournalFields.Before, null, $"{before:yyyy-MM-dd}"));
        return new Unit();
    }
}

/// <summary>确认清除查阅记录: somebody else than who asked confirms it; the lines are deleted with their seals, which is on record.</summary>
/// <param name="Before">The day that the user saw.</param>
public sealed record EraseLooks(DateOnly Before) : ICommand<int>
{
    /// <inheritdoc/>
    public Role AllowedTo => Role.SecurityAdministrator | Role.Manager;
}

internal sealed class EraseLooksHandler(
    LookErasures erasures, ILooks looks, IAdministrationLog log, CurrentActor actor)
    : ICommandHandler<EraseLooks, int>
{
    // Each is one transaction that others wait for; while something is left the request stays open.
    private const int MostLines = 5_000;

    public async Task<Result<int>> Handle(EraseLooks request, CancellationToken cancellationToken)
    {
        if (await erasures.Requested(cancellationToken) is not { } asked || asked.Before != request.Before)
        {
            return new Refusal("retention.notRequested");
        }

        if (asked.By == actor.Value.Id)
        {
            return new Refusal("retention.ownLooksRequest");
        }

        var lines = await looks.DeleteBefore(ChinaTime.At(asked.Before), MostLines, cancellationToken);
        await log.Add(
            AdministrativeAct.LooksErased, null, null, cancellationToken,
            new FieldChange(JournalFields.Before, null, $"{asked.Before:yyyy-MM-dd}"),
            new FieldChange(JournalFields.Lines, null, lines.ToString(CultureInfo.InvariantCulture)));
        return lines;
    }
}

/// <summary>不予清除查阅记录: who was asked to confirm it does not, or who asked takes it back; it can be asked for again.</summary>
/// <param name="Reason">Why; it stands in the journal of the administration.</param>
public sealed record DeclineLookErasure(string Reason) : ICommand<Unit>
{
    /// <inheritdoc/>
    public Role AllowedTo => Role.SystemAdministrator | Role.SecurityAdministrator | Role.Manager;
}

internal sealed class DeclineLookErasureRules : AbstractValidator<DeclineLookErasure>
{
    public DeclineLookErasureRules() => RuleFor(command => command.Reason).IsText(500);
}

internal sealed class DeclineLookErasureHandler(LookErasures erasures, IAdministrationLog log) : ICommandHandler<DeclineLookErasure, Unit>
{
    public async Task<Result<Unit>> Handle(DeclineLookErasure request, CancellationToken cancellationToken)
    {
        if (await erasures.Requested(cancellationToken) is not { } asked)
        {
            return new Refusal("retention.notRequested");
        }

        await log.Add(
            AdministrativeAct.LookErasureDeclined, null, null, cancellationToken,
            new FieldChange(JournalFields.Before, null, $"{asked.Before:yyyy-MM-dd}"),
            new FieldChange(JournalFields.Reason, null, request.Reason.Trim()));
        return new Unit();
    }
}
