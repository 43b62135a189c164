using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.Kernel.Pipeline;
using Disclosure.Cases.Numbering;
using Disclosure.Cases.ReplyProcess;
using FluentValidation;
using FluentValidation.Results;

namespace Disclosure.Cases.Registration;

/// <summary>登记: enters an application in the clerk's agency and takes its register number (art. 29, 31, 45).</summary>
/// <param name="Channel">How it came in.</param>
/// <param name="ArrivedOn">The day it arrived, was handed over or signed for.</param>
/// <param name="ConfirmedOn">The day confirmed with the applicant, where the channel needs it and it is known.</param>
/// <param name="Applicants">One or several; the first is the representative one.</param>
/// <param name="Items">What is asked for, one text an item.</param>
/// <param name="OfficerId">The officer in charge; null for the clerk who registers.</param>
/// <param name="FormRequested">Form and way wanted, if stated.</param>
/// <param name="AccessibilityNeed">What helps the applicant to read or hear (art. 43).</param>
/// <param name="TransferredFrom">Which office opened the letter and passed it on.</param>
/// <param name="AgreesToNotices">Whether the first applicant agreed to be told, at the contact given, that the
/// application was received and that the reply is out.</param>
/// <param name="FirstReceivesForAll">Whether several applicants named the first as their recipient; else each of them is served.</param>
/// <param name="DraftId">The clerk's draft that this finishes; it is deleted with the registration.</param>
public sealed record RegisterApplication(
    Channel Channel,
    DateOnly ArrivedOn,
    DateOnly? ConfirmedOn,
    IReadOnlyList<Applicant> Applicants,
    IReadOnlyList<string> Items,
    Guid? OfficerId = null,
    string? FormRequested = null,
    string? AccessibilityNeed = null,
    string? TransferredFrom = null,
    bool AgreesToNotices = false,
    Guid? DraftId = null,
    bool FirstReceivesForAll = false) : ICommand<Registered>
{
    /// <inheritdoc/>
    public Role AllowedTo => Role.Clerk | Role.Portal;
}

/// <summary>The case that a registration made.</summary>
public sealed record Registered(Guid CaseId, string RegisterNumber);

internal sealed class RegisterApplicationRules : AbstractValidator<RegisterApplication>
{
    // Of more than these, what is wrong with each is not looked for: thousands of findings would help nobody.
    private const int MostApplicants = 100;
    private const int MostItems = 50;

    // A letter says all of them in one sentence: （50）…；
    private const int LongestJoint = 5;

    public RegisterApplicationRules(TimeProvider time)
    {
        RuleFor(command => command.Channel).IsInEnum().Refuse("choice.unknown");
        RuleFor(command => command.ArrivedOn).HasCome(time);
        RuleFor(command => command.ConfirmedOn).HasCome(time)
            .Must((command, date) => date is null || date >= command.ArrivedOn).Refuse("receipt.confirmedBeforeArrival")
            .Must((command, date) => date is null || command.Channel.NeedsConfirmation()).Refuse("receipt.needsNoConfirmation");
        RuleFor(command => command.Applicants).NotEmpty().Refuse("applicants.none")
            .Must(applicants => applicants.Count <= MostApplicants).Refuse("applicants.tooMany", MostApplicants);
        RuleForEach(command => command.Applicants).SetValidator(new ApplicantRules())
            .When(command => command.Applicants.Count <= MostApplicants);
        RuleFor(command => command.Applicants).Custom(RefuseTheSameTwice)
            .When(command => command.Applicants.Count <= MostApplicants);
        RuleFor(command => command.Items).NotEmpty().Refuse("items.none")
            .Must(items => items.Count <= MostItems).Refuse("items.tooMany", MostItems)
            .Must(items => items.Count < 2 || items.Sum(item => item.Length + LongestJoint) <= PrintedText.MaxLength)
            .Refuse("items.tooLong", PrintedText.MaxLength);
        RuleForEach(command => command.Items).IsText().When(command => command.Items.Count <= MostItems);
        RuleFor(command => command.FormRequested).IsOptionalLine(500);
        RuleFor(command => command.AccessibilityNeed).IsOptionalLine(500);
        RuleFor(command => command.TransferredFrom).IsOptionalLine(500);
        RuleFor(command => command.AgreesToNotices)
            .Must((command, agrees) => !agrees
                || command.Applicants is [{ Contact: var contact }, ..] && !string.IsNullOrWhiteSpace(contact))
            .Refuse("notices.noContact");
    }

    private static void RefuseTheSameTwice(IReadOnlyList<Applicant> applicants, ValidationContext<RegisterApplication> context)
    {
        for (var index = 1; index < applicants.Count; index++)
        {
            if (applicants.Take(index).Any(other => SameApplicant.Are(other, applicants[index])))
            {
                context.AddFailure(new ValidationFailure(FormattableString.Invariant($"Applicants[{index}].Name"), null)
                {
                    CustomState = new Refusal("applicants.twice", applicants[index].Name),
                });
            }
        }
    }
}

internal sealed class RegisterApplicationHandler(
    CaseCommandExecutor executor, ReplyNumbers numbers, IApplicants applicants,
    IRegistrationDrafts drafts, Agencies.IUsers users, Agencies.IAgencies agencies)
    : ICommandHandler<RegisterApplication, Registered>
{
    public async Task<Result<Registered>> Handle(RegisterApplication request, CancellationToken cancellationToken)
    {
        var (actor, today, _) = executor.Now;
        var officerId = request.OfficerId ?? actor.Id;
        if (await users.Find(officerId, cancellationToken) is not { IsActive: true } officer
            || officer.AgencyId != actor.AgencyId
            || !officer.Roles.HasFlag(Role.Clerk))
        {
            return new Refusal("officer.notAClerk") { Field = nameof(request.OfficerId) };
        }

        if ((await agencies.Successions(cancellationToken))
            .FirstOrDefault(each => each.AgencyId == actor.AgencyId && each.From <= today) is { } ended)
        {
            return new Refusal("agency.succeeded", (await agencies.On(ended.SuccessorId, today, cancellationToken)).Name, ended.From);
        }

        var caseId = executor.Ids.Next();
        var number = await numbers.Take(actor.AgencyId, SeriesKind.Register, today, caseId, cancellationToken);
        var recorded = request.Applicants.Select(applicant => applicant.Recorded()).ToList();
        var people = recorded.Select(applicant => new ApplicantRef(
            executor.Ids.Next(), applicant.Kind, executor.Texts.Keep(caseId, applicant.Write()))).ToList();
        var file = CaseFile.New(caseId);
        file.Record(new ApplicationRegistered(
            actor.AgencyId,
            number.Id,
            number.Text,
            request.Channel,
            request.ArrivedOn,
            request.ConfirmedOn,
            Receipt.ReceivedOn(request.Channel, request.ArrivedOn, request.ConfirmedOn),
            people,
            [.. request.Items.Select(item => new ItemRef(executor.Ids.Next(), executor.Texts.Keep(caseId, item.Trim())))],
            officerId,
            executor.Texts.KeepOptional(caseId, request.FormRequested),
            executor.Texts.KeepOptional(caseId, request.AccessibilityNeed),
            executor.Texts.KeepOptional(caseId, request.TransferredFrom),
            null,
            request.AgreesToNotices,
            people.Count > 1 && !request.FirstReceivesForAll));
        await executor.Save(file, cancellationToken);
        await applicants.Set(
            caseId, [.. people.Zip(recorded, (reference, applicant) => (reference.Id, applicant))], cancellationToken);
        if (request.DraftId is { } draftId)
        {
            await drafts.Delete(draftId, actor.Id, cancellationToken);
        }

        return new Registered(caseId, number.Text);
    }
}
