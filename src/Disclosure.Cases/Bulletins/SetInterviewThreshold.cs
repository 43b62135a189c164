using Disclosure.Cases.Kernel.Pipeline;
using FluentValidation;

namespace Disclosure.Cases.Bulletins;

/// <summary>Sets from when on bulletins propose an interview (约谈); what was issued stays as it is.</summary>
/// <param name="RateBelow">As in <see cref="InterviewThreshold"/>.</param>
/// <param name="LateFrom">As in <see cref="InterviewThreshold"/>.</param>
public sealed record SetInterviewThreshold(int RateBelow, int LateFrom) : ICommand<Unit>
{
    /// <inheritdoc/>
    public Role AllowedTo => Role.Manager;
}

internal sealed class SetInterviewThresholdRules : AbstractValidator<SetInterviewThreshold>
{
    public SetInterviewThresholdRules()
    {
        RuleFor(command => command.RateBelow).InclusiveBetween(0, 100).Refuse("number.outOfRange", 0, 100);
        RuleFor(command => command.LateFrom).InclusiveBetween(1, InterviewThreshold.MostLate)
            .Refuse("number.outOfRange", 1, InterviewThreshold.MostLate);
    }
}

internal sealed class SetInterviewThresholdHandler(IBulletins bulletins, CurrentActor actor, TimeProvider time)
    : ICommandHandler<SetInterviewThreshold, Unit>
{
    public async Task<Result<Unit>> Handle(SetInterviewThreshold request, CancellationToken cancellationToken)
    {
        var threshold = new InterviewThreshold(request.RateBelow, request.LateFrom);
        return threshold == await bulletins.Threshold(cancellationToken)
            || await bulletins.SetThreshold(threshold, time.GetUtcNow(), actor.Value, cancellationToken)
            ? new Unit()
            : new Refusal("bulletin.thresholdMeanwhile");
    }
}
