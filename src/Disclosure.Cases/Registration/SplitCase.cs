using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.Numbering;
using Disclosure.Cases.ReplyProcess;
using FluentValidation;

namespace Disclosure.Cases.Registration;

/// <summary>一事一申请: puts items into cases of their own, each with its number, the same day of receipt and a link.</summary>
/// <param name="Items">The items that leave; at least one stays.</param>
public sealed record SplitCase(Guid CaseId, int Version, IReadOnlyList<Guid> Items)
    : CaseCommand<IReadOnlyList<Registered>>(CaseId, Version, CaseAction.Split);

internal sealed class SplitCaseRules : AbstractValidator<SplitCase>
{
    public SplitCaseRules() => RuleFor(command => command.Items).NotEmpty().Refuse("items.none");
}

internal sealed class SplitCaseHandler(CaseCommandExecutor executor, ReplyNumbers numbers, IApplicants applicants)
    : CaseHandler<SplitCase, IReadOnlyList<Registered>>(executor)
{
    protected override async Task<Result<IReadOnlyList<Registered>>> Act(SplitCase command, CaseFile file, CancellationToken cancellation)
    {
        var leaving = file.Items.Where(item => command.Items.Contains(item.Id)).ToList();
        if (leaving.Count != command.Items.Distinct().Count() || leaving.Count >= file.Items.Count)
        {
            return new Refusal("items.splitNeedsSome") { Field = nameof(command.Items) };
        }

        var people = await applicants.OfCase(file.Id, cancellation);
        var made = new List<Registered>();
        foreach (var item in leaving)
        {
            made.Add(await Register(file, item, people, cancellation));
        }

        file.Record(new CaseSplit([.. leaving.Select(item => item.Id)], [.. made.Select(registered => registered.CaseId)]));
        return made;
    }

    private async Task<Registered> Register(CaseFile from, CaseItem item, IReadOnlyList<Applicant> people, CancellationToken cancellation)
    {
        var caseId = Executor.Ids.Next();
        var number = await numbers.Take(from.AgencyId, SeriesKind.Register, Now.Today, caseId, cancellation);
        var references = people
            .Select(applicant => new ApplicantRef(Executor.Ids.Next(), applicant.Kind, Texts.Keep(caseId, applicant.Write()))).ToList();
        var file = CaseFile.New(caseId);
        file.Record(new ApplicationRegistered(
            from.AgencyId,
            number.Id,
            number.Text,
            from.Channel,
            from.ArrivedOn,
            from.ConfirmedOn,
            from.ReceivedOn,
            references,
            [new ItemRef(Executor.Ids.Next(), Texts.Keep(caseId, await Texts.Read(item.Description, cancellation)))],
            from.OfficerId,
            await Copy(from.FormRequested, caseId, cancellation),
            await Copy(from.AccessibilityNeed, caseId, cancellation),
            await Copy(from.TransferredFrom, caseId, cancellation),
            from.Id,
            from.AgreesToNotices,
            from.ServedOnEach));
        await Executor.Save(file, cancellation);
        await applicants.Set(caseId, [.. references.Zip(people, (reference, applicant) => (reference.Id, applicant))], cancellation);
        return new Registered(caseId, number.Text);
    }

    private async Task<TextRef?> Copy(TextRef? text, Guid caseId, CancellationToken cancellation) =>
        text is null ? null : Texts.Keep(caseId, await Texts.Read(text, cancellation));
}
