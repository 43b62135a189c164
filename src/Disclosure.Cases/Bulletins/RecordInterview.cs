using Disclosure.Cases.Kernel.Pipeline;
using FluentValidation;

namespace Disclosure.Cases.Bulletins;

/// <summary>约谈记录: adds an entry to the record of an interview that an issued bulletin proposes.</summary>
/// <param name="Seen">How many entries the person saw; what came meanwhile is looked at first.</param>
/// <param name="On">As in <see cref="InterviewEntry"/>; of an interview that is not held today, whatever is given.</param>
/// <param name="Place">Where; needed in an invitation.</param>
/// <param name="Whom">Who is invited; needed in an invitation.</param>
/// <param name="Text">Needed in minutes, in measures and as a reason.</param>
public sealed record RecordInterview(
    Guid BulletinId, Guid AgencyId, int Seen, InterviewStep Step, DateOnly On, string? Place, string? Whom, string? Text)
    : ICommand<Unit>
{
    /// <inheritdoc/>
    public Role AllowedTo => Role.Manager;
}

internal sealed class RecordInterviewRules : AbstractValidator<RecordInterview>
{
    private const int Longest = 20_000;
    private const int LongestLine = 200;

    // What is recorded cannot be changed: a year typed wrongly would never come.
    private const int LongestDays = 365;

    public RecordInterviewRules(TimeProvider time)
    {
        RuleFor(command => command.Step).IsInEnum().Refuse("choice.unknown");
        When(command => command.Step == InterviewStep.Invited, () =>
        {
            RuleFor(command => command.Place).IsLine(LongestLine);
            RuleFor(command => command.Whom).IsLine(LongestLine);
            RuleFor(command => command.Text).IsOptionalText(Longest);
        });
        When(command => command.Step is InterviewStep.Held or InterviewStep.Measures or InterviewStep.NotHeld, () =>
            RuleFor(command => command.Text).IsText(Longest));
        When(command => command.Step is InterviewStep.Held or InterviewStep.Completed, () =>
            RuleFor(command => command.On).HasCome(time));
        When(command => command.Step is InterviewStep.Completed, () => RuleFor(command => command.Text).IsOptionalText(Longest));
        When(command => command.Step is InterviewStep.Invited or InterviewStep.Measures, () =>
            RuleFor(command => command.On).Must(day => day <= time.Today().AddDays(LongestDays)).Refuse("bulletin.dayTooFar"));
    }
}

internal sealed class RecordInterviewHandler(IBulletins bulletins, CurrentActor actor, TimeProvider time, IIds ids)
    : ICommandHandler<RecordInterview, Unit>
{
    public async Task<Result<Unit>> Handle(RecordInterview request, CancellationToken cancellationToken)
    {
        if (await bulletins.Find(request.BulletinId, cancellationToken) is not { } bulletin
            || bulletin.Figures.Proposed().All(agency => agency.Agency.AgencyId != request.AgencyId))
        {
            return new Refusal("bulletin.notProposed");
        }

        var interview = new Interview(
        [
            .. (await bulletins.Interviews(request.BulletinId, cancellationToken)).Where(entry => entry.AgencyId == request.AgencyId),
        ]);
        if (interview.Entries.Count != request.Seen)
        {
            return new Refusal("bulletin.recordedMeanwhile");
        }

        if (!interview.Next.Contains(request.Step))
        {
            return new Refusal("bulletin.notNow", request.Step);
        }

        var on = request.Step == InterviewStep.NotHeld ? time.Today() : request.On;
        var earliest = interview.EarliestOn(request.Step, bulletin.IssuedOn);
        if (on < earliest)
        {
            return new Refusal("bulletin.dayTooEarly", earliest) { Field = nameof(request.On) };
        }

        var isInvitation = request.Step == InterviewStep.Invited;
        var entry = new InterviewEntry(
            ids.Next(), request.BulletinId, request.AgencyId, request.Seen + 1, request.Step, on,
            isInvitation ? request.Place! : "", isInvitation ? request.Whom! : "", request.Text ?? "", time.GetUtcNow(),
            actor.Value.Id, actor.Value.Name);
        return await bulletins.Add(entry, cancellationToken) ? new Unit() : new Refusal("bulletin.recordedMeanwhile");
    }
}
