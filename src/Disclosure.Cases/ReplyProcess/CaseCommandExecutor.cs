using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.Clock;
using Disclosure.Cases.Kernel.Pipeline;

namespace Disclosure.Cases.ReplyProcess;

/// <summary>Where a case is worked on: found, judged by the process and the clock, and stored.</summary>
public sealed class CaseCommandExecutor(
    ICaseFiles files, ICaseTexts texts, IEnumerable<ICaseEventListener> listeners,
    CurrentActor actor, TimeProvider time, CalendarsInForce calendars, IIds ids)
{
    /// <summary>The texts that events refer to.</summary>
    public ICaseTexts Texts => texts;

    /// <summary>Where ids come from.</summary>
    public IIds Ids => ids;

    /// <summary>The calendars in force.</summary>
    public CalendarSnapshot Calendars => calendars.Snapshot;

    /// <summary>Who acts, and when; by the calendar of the actor's agency, which is the case's in all but supervision.</summary>
    public Moment Now => new(actor.Value, time.Today(), calendars.Of(actor.Value.AgencyId));

    internal async Task<Result<T>> Work<T>(CaseCommand<T> command, Func<CaseFile, Task<Result<T>>> act, CancellationToken cancellation)
    {
        if (await files.Find(command.CaseId, cancellation) is not { } file || !Now.Actor.Sees(file.AgencyId))
        {
            return new Refusal("case.notFound");
        }

        if (file.AgencyId != Now.Actor.AgencyId && !Now.Actor.Is(Role.System) && !StepTransitions.IsSupervision(command.Action))
        {
            return new Refusal("case.otherAgency");
        }

        if (file.Version != command.Version)
        {
            return new Refusal("case.conflict");
        }

        var moment = Now with { Calendar = calendars.Of(file.AgencyId) };
        var (row, refusal) = StepTransitions.Find(file, command.Action, command.StepAnswer, moment);
        if (row is null)
        {
            return refusal!;
        }

        var wasSound = Judge(file) is null;
        var result = await act(file);
        if (!result.Succeeded)
        {
            return result;
        }

        // What is recorded now must be lawful now; what was recorded before stays, whatever it looks like today. A corrected date, a
        // letter that came back or reached nobody change what was recorded before.
        if (wasSound && command.Action is not (CaseAction.DecideDateCorrection or CaseAction.RecordReturnedMail
                or CaseAction.ChangeApplicant or CaseAction.SucceedApplicant)
            && Judge(file) is { } unlawful)
        {
            return unlawful;
        }

        if (!StepTransitions.Reaches(row, file))
        {
            throw new InvalidOperationException($"{command.Action} led from {row.From} to {file.Stage}, which the process does not know.");
        }

        await Save(file, cancellation);
        return result;
    }

    /// <summary>Stores what happened, and tells whoever listens.</summary>
    internal async Task Save(CaseFile file, CancellationToken cancellation)
    {
        var events = file.Pending.ToList();
        await files.Save(file, cancellation);
        foreach (var listener in listeners)
        {
            await listener.Recorded(file, events, cancellation);
        }
    }

    /// <summary>The first rule of the clock that the case breaks, or null.</summary>
    internal Refusal? Judge(CaseFile file) =>
        file.Timeline is { } timeline ? StatutoryClock.Judge(timeline, calendars.Of(file.AgencyId)) : null;
}

/// <summary>Is told of what was recorded on a case, in the same transaction.</summary>
public interface ICaseEventListener
{
    /// <summary>Events were recorded.</summary>
    /// <param name="file">The case, with them.</param>
    /// <param name="events">The events, in their order.</param>
    Task Recorded(CaseFile file, IReadOnlyList<CaseEvent> events, CancellationToken cancellation);
}

/// <summary>Carries out one kind of <see cref="CaseCommand{T}"/>.</summary>
/// <typeparam name="TCommand">The command.</typeparam>
/// <typeparam name="T">What it yields.</typeparam>
internal abstract class CaseHandler<TCommand, T>(CaseCommandExecutor executor) : ICommandHandler<TCommand, T>
    where TCommand : CaseCommand<T>
{
    protected CaseCommandExecutor Executor => executor;

    protected ICaseTexts Texts => executor.Texts;

    protected Moment Now => executor.Now;

    public Task<Result<T>> Handle(TCommand request, CancellationToken cancellationToken) =>
        executor.Work(request, file => Act(request, file, cancellationToken), cancellationToken);

    /// <summary>Records what the command does to the case, or says why not.</summary>
    protected abstract Task<Result<T>> Act(TCommand command, CaseFile file, CancellationToken cancellation);

    /// <summary>One fact, and nothing to tell.</summary>
    protected static Task<Result<Unit>> Recorded(CaseFile file, CaseEvent caseEvent)
    {
        file.Record(caseEvent);
        return Task.FromResult<Result<Unit>>(new Unit());
    }

    /// <summary>A refusal of an own rule.</summary>
    protected static Task<Result<T>> Refused(string code, string? field = null, params object?[] arguments) =>
        Task.FromResult<Result<T>>(new Refusal(code, arguments) { Field = field });
}
