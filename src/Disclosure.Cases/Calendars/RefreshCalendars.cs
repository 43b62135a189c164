using Disclosure.Cases.Clock;
using Disclosure.Cases.Kernel.Pipeline;
using MediatR;

namespace Disclosure.Cases.Calendars;

/// <summary>Takes over what another server recorded in the calendar's journal.</summary>
public sealed record RefreshCalendars : ICommand<Kernel.Unit>
{
    /// <inheritdoc/>
    public Role AllowedTo => Role.System;
}

// The behaviour does it, as it does before every command.
internal sealed class RefreshCalendarsHandler : ICommandHandler<RefreshCalendars, Kernel.Unit>
{
    public Task<Result<Kernel.Unit>> Handle(RefreshCalendars request, CancellationToken cancellationToken) =>
        Task.FromResult<Result<Kernel.Unit>>(new Kernel.Unit());
}

/// <summary>
/// Every command goes by the calendars that are in force when it begins. One that changed them is known to this process
/// once it is committed, to the others by <see cref="RefreshCalendars"/> or their next command.
/// </summary>
public sealed class CalendarBehaviour<TCommand, T>(CalendarsInForce calendars, ICalendarChanges changes) : IPipelineBehavior<TCommand, T>
    where TCommand : notnull
    where T : IResult<T>
{
    /// <inheritdoc/>
    public async Task<T> Handle(TCommand request, CancellationToken cancellationToken, RequestHandlerDelegate<T> next)
    {
        await calendars.Refresh(changes, cancellationToken);
        var result = await next();
        if (request is IChangesCalendar)
        {
            await calendars.Refresh(changes, cancellationToken);
        }

        return result;
    }
}
