using Disclosure.Cases.Agencies;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.ReplyProcess.Disclosure;
using FluentValidation;

namespace Disclosure.Cases.ReplyProcess.Colleagues;

/// <summary>请同事办理: asks a colleague of the same agency for something, by name and until a day.</summary>
/// <param name="Task">For what.</param>
/// <param name="ColleagueId">Who is asked: a clerk or reviewer of the agency.</param>
/// <param name="Items">The items that it concerns; empty for all.</param>
/// <param name="RespondBy">The last day: today at the earliest.</param>
/// <param name="Remark">What the asker adds.</param>
public sealed record AskColleague(
    Guid CaseId, int Version, ColleagueTask Task, Guid ColleagueId, IReadOnlyList<Guid>? Items, DateOnly RespondBy, string? Remark = null)
    : CaseCommand<Guid>(CaseId, Version, CaseAction.AskColleague)
{
    /// <summary>How many working days a colleague is given where nothing else is asked for.</summary>
    public const int UsualDays = 2;

    /// <summary>
    /// Why somebody cannot be asked for an item: has no role for it, drafted what discloses it (art. 17), or is asked already. Null where
    /// nothing speaks against it.
    /// </summary>
    /// <param name="task">For what.</param>
    /// <param name="file">The case.</param>
    /// <param name="item">The item.</param>
    /// <param name="colleague">Who would be asked.</param>
    public static Refusal? WhyNot(ColleagueTask task, CaseFile file, Guid item, User colleague)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(colleague);
        return !colleague.IsActive || (colleague.Roles & (Role.Clerk | Role.Reviewer)) == Role.None ? new Refusal("asking.notAColleague")
            : task == ColleagueTask.DisclosureReview && ReviewersAndDrafters.IsDrafterOf(file, [item], colleague.Id)
                ? new Refusal("asking.drafter", colleague.Name)
            : file.OpenAskings.Any(asking =>
                (asking.Task, asking.ColleagueId) == (task, colleague.Id) && asking.Items.Contains(item))
                ? new Refusal("asking.pending", colleague.Name)
            : null;
    }
}

/// <summary>不再请同事办理: a colleague is not asked any more.</summary>
/// <param name="AskingId">The asking.</param>
/// <param name="Reason">Why, if a reason is given.</param>
public sealed record WithdrawAsking(Guid CaseId, int Version, Guid AskingId, string? Reason = null)
    : CaseCommand<Unit>(CaseId, Version, CaseAction.WithdrawAsking);

internal sealed class AskColleagueRules : AbstractValidator<AskColleague>
{
    // What is recorded cannot be changed: a year typed wrongly would leave a task without a day that ever comes.
    private const int LongestDays = 365;

    public AskColleagueRules(TimeProvider time)
    {
        RuleFor(command => command.Task).IsInEnum().Refuse("choice.unknown");
        RuleFor(command => command.RespondBy)
            .Must(day => day >= time.Today()).WithState(_ => new Refusal("asking.respondByPast", time.Today()))
            .Must(day => day <= time.Today().AddDays(LongestDays)).Refuse("asking.respondByTooFar");
        RuleFor(command => command.Remark).IsOptionalText(2000);
    }
}

internal sealed class WithdrawAskingRules : AbstractValidator<WithdrawAsking>
{
    public WithdrawAskingRules() => RuleFor(command => command.Reason).IsOptionalText(2000);
}

internal sealed class AskColleagueHandler(CaseCommandExecutor executor, IUsers users) : CaseHandler<AskColleague, Guid>(executor)
{
    protected override async Task<Result<Guid>> Act(AskColleague command, CaseFile file, CancellationToken cancellation)
    {
        var items = command.Items is { Count: > 0 } chosen ? chosen : [.. file.Items.Select(item => item.Id)];
        if (items.Any(id => file.Items.All(item => item.Id != id)))
        {
            return new Refusal("items.unknown") { Field = nameof(command.Items) };
        }

        var colleague = (await users.OfAgency(file.AgencyId, cancellation)).FirstOrDefault(user => user.Id == command.ColleagueId);
        if (colleague is null)
        {
            return new Refusal("asking.notAColleague") { Field = nameof(command.ColleagueId) };
        }

        if (colleague.Id == Now.Actor.Id)
        {
            return new Refusal("asking.yourself") { Field = nameof(command.ColleagueId) };
        }

        // What the colleague would be refused is said before he or she is asked.
        if (items.Select(item => AskColleague.WhyNot(command.Task, file, item, colleague)).FirstOrDefault(why => why is not null)
            is { } refusal)
        {
            return refusal with { Field = nameof(command.ColleagueId) };
        }

        var id = Executor.Ids.Next();
        file.Record(new ColleagueAsked(
            id, command.Task, colleague.Id, Now.Actor.Id, items, Now.Today, command.RespondBy,
            Texts.KeepOptional(file.Id, command.Remark)));
        return id;
    }
}

internal sealed class WithdrawAskingHandler(CaseCommandExecutor executor) : CaseHandler<WithdrawAsking, Unit>(executor)
{
    protected override Task<Result<Unit>> Act(WithdrawAsking command, CaseFile file, CancellationToken cancellation) =>
        file.OpenAskings.Any(asking => asking.Id == command.AskingId)
            ? Recorded(file, new AskingWithdrawn(command.AskingId, Texts.KeepOptional(file.Id, command.Reason)))
            : Refused("process.nobodyAsked", nameof(command.AskingId));
}
