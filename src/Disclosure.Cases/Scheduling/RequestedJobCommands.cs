using Disclosure.Cases.Deadlines;
using Disclosure.Cases.Exporting;
using Disclosure.Cases.Importing;
using Disclosure.Cases.Kernel.Jobs;
using Disclosure.Cases.Kernel.Pipeline;
using Disclosure.Cases.Notifications;
using MediatR;

namespace Disclosure.Cases.Scheduling;

/// <summary>The command that carries out each requested job.</summary>
public static class RequestedJobCommands
{
    private delegate Task<IReadOnlyList<Refusal>> Sender(IMediator mediator, Guid subject, bool isAgain, CancellationToken cancellation);

    private static readonly Dictionary<RequestedJob, Sender> Commands = new()
    {
        [RequestedJob.MakeExport] = Sends((id, isAgain) => new MakeExport(id, isAgain)),
        [RequestedJob.SendNotification] = Sends((id, isAgain) => new SendNotification(id, isAgain)),
        [RequestedJob.CarryOutImport] = Sends((id, _) => new CarryOutImport(id)),
        [RequestedJob.SweepDeadlines] = Sends((id, _) => new SweepDeadlines(id, CountsOpenCases: false)),
    };

    /// <summary>Sends a job's command for its subject; yields why it was refused.</summary>
    /// <param name="job">The job.</param>
    /// <param name="mediator">Where to.</param>
    /// <param name="subject">The id of what it is about.</param>
    /// <param name="isAgain">Whether this very job ran before and failed: it is tried again, by its schedule or because
    /// somebody has it run.</param>
    /// <param name="cancellation">Ends it.</param>
    public static Task<IReadOnlyList<Refusal>> Send(
        this RequestedJob job, IMediator mediator, Guid subject, bool isAgain, CancellationToken cancellation) =>
            Commands[job](mediator, subject, isAgain, cancellation);

    private static Sender Sends<T>(Func<Guid, bool, ICommand<T>> command) =>
        async (mediator, subject, isAgain, cancellation) => (await mediator.Send(command(subject, isAgain), cancellation)).Refusals;
}
