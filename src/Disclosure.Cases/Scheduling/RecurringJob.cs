using Disclosure.Cases.Calendars;
using Disclosure.Cases.Deadlines;
using Disclosure.Cases.Exporting;
using Disclosure.Cases.Importing;
using Disclosure.Cases.Kernel.Jobs;
using Disclosure.Cases.Kernel.Pipeline;
using Disclosure.Cases.Maintenance;
using Disclosure.Cases.Notifications;
using Disclosure.Cases.Numbering;
using Disclosure.Cases.Registration;
using Disclosure.Cases.ReplyTemplates;
using Disclosure.Cases.Reporting;
using Disclosure.Cases.Retention;
using Disclosure.Cases.SignIns;
using MediatR;

namespace Disclosure.Cases.Scheduling;

/// <summary>For whom a job runs.</summary>
public enum JobScope
{
    /// <summary>In each process anew: it brings up to date what a process keeps in memory.</summary>
    EveryHost,

    /// <summary>Once for the district, on whichever server.</summary>
    District,

    /// <summary>Once for each agency, on whichever servers.</summary>
    EachAgency,
}

/// <summary>A recurring job as data: what is stored anywhere is its name, never a type.</summary>
/// <param name="Name">The name, e.g. <c>deadlines.sweep</c>; its purpose stands under <c>job.deadlines.sweep</c> in the texts.</param>
/// <param name="Schedule">When it runs, in China Standard Time: a cron expression of five fields (minute, hour, day of the
/// month, month, day of the week). Jobs are idempotent, so an extra run does no harm.</param>
/// <param name="Scope">For whom it runs.</param>
/// <param name="Send">Sends its one command, for the agency named where it runs for each; yields why it was refused.</param>
public sealed record RecurringJob(
    string Name, string Schedule, JobScope Scope, Func<IMediator, Guid?, CancellationToken, Task<IReadOnlyList<Refusal>>> Send)
{
    /// <summary>Whether it runs at each start as well, due or not: it finds what a killed server had in its memory alone.</summary>
    public bool RunsAtStart { get; init; }

    private const string EveryMinute = "* * * * *";

    /// <summary>
    /// The jobs of every host that runs jobs. What a command asks for starts at once (<see cref="RequestedJob"/>);
    /// <c>deadlines.sweep</c>, <c>notifications.deliver</c>, <c>exports.make</c> and <c>imports.carry-out</c> find what that missed.
    /// </summary>
    public static IReadOnlyList<RecurringJob> All { get; } =
    [
        EachAgency("deadlines.sweep", "*/15 * * * *", agencyId => new SweepDeadlines(agencyId)) with { RunsAtStart = true },
        District("notifications.late-list", "0 7 * * *", () => new ListTheLate()),
        District("notifications.deliver", EveryMinute, () => new DeliverNotifications()) with { RunsAtStart = true },
        District("exports.make", "*/5 * * * *", () => new MakeExports()) with { RunsAtStart = true },
        District("imports.carry-out", "*/5 * * * *", () => new CarryOutImports()) with { RunsAtStart = true },
        District("drafts.delete", "30 1 * * *", () => new DeleteOldDrafts()),
        District("sessions.delete", "40 1 * * *", () => new DeleteOldSignIns()),
        District("retention.propose", "50 1 * * *", () => new ProposeErasures()),
        District("audit.verify", "0 2 * * *", () => new VerifyRecords()),
        District("audit.anchor", "*/10 * * * *", () => new AnchorRecords()),
        District("reports.snapshot", "15 0 * * *", () => new TakeSnapshots()),
        EachAgency("numbers.roll-over", "5 0 1 1 *", agencyId => new RollOverNumbers(agencyId)),
        EveryHost("clock.refresh", EveryMinute, () => new RefreshClock()),
        EveryHost("calendars.refresh", EveryMinute, () => new RefreshCalendars()),
        EveryHost("templates.refresh", EveryMinute, () => new RefreshTemplates()),
    ];

    /// <summary>Copies the records every day at a time; a job of the offices that set a folder for it.</summary>
    public static RecurringJob BackUp(TimeOnly at) => District("records.backup", $"{at.Minute} {at.Hour} * * *", () => new BackUpRecords());

    /// <summary>The code of the text that says what the job is for.</summary>
    public string Purpose => $"job.{Name}";

    /// <summary>A job that each process does for itself.</summary>
    public static RecurringJob EveryHost<T>(string name, string schedule, Func<ICommand<T>> command) =>
        new(name, schedule, JobScope.EveryHost, async (mediator, _, cancellation) =>
            (await mediator.Send(command(), cancellation)).Refusals);

    /// <summary>A job that is done once for the district.</summary>
    public static RecurringJob District<T>(string name, string schedule, Func<ICommand<T>> command) =>
        EveryHost(name, schedule, command) with { Scope = JobScope.District };

    /// <summary>A job that is done once for each agency.</summary>
    public static RecurringJob EachAgency<T>(string name, string schedule, Func<Guid, ICommand<T>> command) =>
        new(name, schedule, JobScope.EachAgency, async (mediator, agencyId, cancellation) =>
            (await mediator.Send(
                command(agencyId ?? throw new ArgumentNullException(nameof(agencyId), $"{name} runs for one agency at a time.")),
                cancellation)).Refusals);
}
