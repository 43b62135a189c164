using Disclosure.Cases.Calendars;
using Disclosure.Cases.Deadlines;
using Disclosure.Cases.ReplyTemplates;
using MediatR;

namespace Disclosure.Cases.Scheduling;

/// <summary>A recurring job as data: what is stored anywhere is its name, never a type.</summary>
/// <param name="Name">The name, e.g. <c>deadlines.sweep</c>.</param>
/// <param name="Every">How often it runs at least; jobs are idempotent sweeps, so an extra run does no harm.</param>
/// <param name="Command">What it sends: one command.</param>
public sealed record RecurringJob(string Name, TimeSpan Every, Func<IMediator, CancellationToken, Task> Command)
{
    /// <summary>The jobs of every host that runs jobs.</summary>
    public static IReadOnlyList<RecurringJob> All { get; } =
    [
        new("deadlines.sweep", TimeSpan.FromMinutes(15), async (mediator, cancellation) => await mediator.Send(new SweepDeadlines(), cancellation)),
        new("calendars.refresh", TimeSpan.FromMinutes(1), async (mediator, cancellation) => await mediator.Send(new RefreshCalendars(), cancellation)),
        new("templates.refresh", TimeSpan.FromMinutes(1), async (mediator, cancellation) => await mediator.Send(new RefreshTemplates(), cancellation)),
    ];
}
