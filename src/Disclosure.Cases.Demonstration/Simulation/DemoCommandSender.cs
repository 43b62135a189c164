using Disclosure.Cases.Agencies;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.Clock;
using Disclosure.Cases.Kernel.Pipeline;
using MediatR;

namespace Disclosure.Cases.Demonstration.Simulation;

/// <summary>Where the people of the demonstration send their commands: the same pipeline that the hosts use.</summary>
internal sealed class DemoCommandSender(
    IMediator mediator, CurrentActor actor, ICaseFiles files, TimeProvider time, CalendarsInForce calendars, CancellationToken cancellation)
{
    public WorkingDayCalendar Calendar => calendars.District;

    public DateOnly Today => time.Today();

    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>How many commands were carried out.</summary>
    public int Commands { get; private set; }

    /// <exception cref="InvalidOperationException">The command was refused: the story is not one that the rules allow.</exception>
    public async Task<T> Send<T>(User user, ICommand<T> command)
    {
        actor.Value = new Actor(user.Id, user.Name, user.Roles, user.AgencyId);
        var result = await mediator.Send(command, cancellation);
        Commands++;
        return result.Succeeded
            ? result.Value
            : throw new InvalidOperationException($"On {Today:yyyy-MM-dd} {user.SignInName}'s {command.GetType().Name} "
                + $"was refused: {string.Join(' ', result.Refusals.Select(refusal => $"{refusal.Say(Texts.English)} [{refusal.Field}]"))} "
                + $"{command}");
    }

    public async Task<CaseFile> Read(Guid caseId) =>
        await files.Find(caseId, cancellation) ?? throw new InvalidOperationException($"The case {caseId} is not there.");
}
