using Disclosure.Cases.Deadlines;
using Disclosure.Cases.Exporting;
using Disclosure.Cases.Kernel;
using Disclosure.Cases.Kernel.Jobs;
using Disclosure.Cases.Kernel.Pipeline;
using Disclosure.Cases.Notifications;
using MediatR;

namespace Disclosure.Cases.Scheduling;

/// <summary>The command that carries out each requested job.</summary>
public static class RequestedJobCommands
{
    private static readonly Dictionary<RequestedJob, Func<IMediator, Guid, CancellationToken, Task<IReadOnlyList<Refusal>>>> Commands = new()
    {
        [RequestedJob.MakeExport] = Sends(id => new MakeExport(id)),
        [RequestedJob.SendNotification] = Sends(id => new SendNotification(id)),
        [RequestedJob.SweepDeadlines] = Sends(id => new SweepDeadlines(id, CountsOpenCases: false)),
    };

    /// <summary>Sends a job's command for its subject; yields why it was refused.</summary>
    public static Task<IReadOnlyList<Refusal>> Send(this RequestedJob job, IMediator mediator, Guid subject, CancellationToken cancellation) =>
        Commands[job](mediator, subject, cancellation);

    private static Func<IMediator, Guid, CancellationToken, Task<IReadOnlyList<Refusal>>> Sends<T>(Func<Guid, ICommand<T>> command) =>
        async (mediator, subject, cancellation) => (await mediator.Send(command(subject), cancellation)).Refusals;
}
