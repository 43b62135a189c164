using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.Clock;
using FluentValidation;

namespace Disclosure.Cases.ReplyProcess;

/// <summary>
/// The applicant withdrew in writing. With a day in the past, or of an overdue case, it is put before a second person, since a late
/// case becomes a withdrawn one by it.
/// </summary>
/// <param name="On">The day it was received.</param>
/// <param name="Reason">What was written, if a reason was given; with a day in the past: why it is recorded only now.</param>
public sealed record WithdrawApplication(Guid CaseId, int Version, DateOnly On, string? Reason)
    : CaseCommand<Unit>(CaseId, Version, CaseAction.Withdraw);

internal sealed class WithdrawApplicationRules : AbstractValidator<WithdrawApplication>
{
    public WithdrawApplicationRules(TimeProvider time)
    {
        RuleFor(command => command.On).HasCome(time);
        RuleFor(command => command.Reason).IsOptionalText(2000);
    }
}

internal sealed class WithdrawApplicationHandler(CaseCommandExecutor executor, Withdrawals withdrawals)
    : CaseHandler<WithdrawApplication, Unit>(executor)
{
    protected override async Task<Result<Unit>> Act(WithdrawApplication command, CaseFile file, CancellationToken cancellation)
    {
        if (file.ReceivedOn is null && command.On < file.ArrivedOn)
        {
            return new Refusal("date.beforeCase", file.ArrivedOn) { Field = nameof(command.On) };
        }

        var isDoubted = ReasonsToDoubt.OfWithdrawal(file, Executor.Calendars, command.On, Now.Today).Count > 0;
        if (isDoubted && string.IsNullOrWhiteSpace(command.Reason))
        {
            return new Refusal("withdrawal.reasonNeeded") { Field = nameof(command.Reason) };
        }

        var reason = Texts.KeepOptional(file.Id, command.Reason);
        if (isDoubted)
        {
            return Unlawful(file, command.On) is { } refusal
                ? refusal with { Field = nameof(command.On) }
                : SecondPersonRules.Ask(file, new SecondPersonAsked(
                    Executor.Ids.Next(), GuardedAct.WithdrawApplication, reason!, Now.Actor.Id, command.On));
        }

        await withdrawals.Record(file, command.On, reason, Executor.Calendars.Edition, cancellation);
        return new Unit();
    }

    // What the clock will refuse when it is confirmed is refused when it is asked for.
    private Refusal? Unlawful(CaseFile file, DateOnly on)
    {
        if (file.Timeline is not { } timeline || StatutoryClock.Judge(timeline, Now.Calendar) is not null)
        {
            return null;
        }

        var withdrawn = timeline with
        {
            Events =
            [
                .. timeline.Events.TakeWhile(each => each.On <= on), new Withdrawn(on), .. timeline.Events.SkipWhile(each => each.On <= on),
            ],
        };
        return StatutoryClock.Judge(withdrawn, Now.Calendar);
    }
}
