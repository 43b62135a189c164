using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.DocumentLifecycle;
using Disclosure.Cases.Registration;
using Disclosure.Cases.ReplyProcess;
using FluentValidation;

namespace Disclosure.Cases.Parties;

/// <summary>
/// Puts right what is on record of an applicant, or records what has changed: name, number, contact, addresses, a representative
/// appointed or withdrawn. Letters that are issued stay as they are.
/// </summary>
/// <param name="ApplicantId">Which applicant.</param>
/// <param name="Applicant">The applicant as it is.</param>
/// <param name="Reason">What was wrong or has changed, and how that is known.</param>
/// <param name="AddressWasWrong">
/// Whether the address so far was none that the applicant ever gave, but wrongly recorded: what came back from there is not served.
/// </param>
public sealed record ChangeApplicant(
    Guid CaseId, int Version, Guid ApplicantId, Applicant Applicant, string Reason, bool AddressWasWrong = false)
    : CaseCommand<Unit>(CaseId, Version, CaseAction.ChangeApplicant);

internal sealed class ChangeApplicantRules : AbstractValidator<ChangeApplicant>
{
    public ChangeApplicantRules()
    {
        RuleFor(command => command.Applicant).SetValidator(new ApplicantRules());
        RuleFor(command => command.Reason).IsText(2000);
    }
}

internal sealed class ChangeApplicantHandler(CaseCommandExecutor executor, IApplicants applicants)
    : CaseHandler<ChangeApplicant, Unit>(executor)
{
    protected override async Task<Result<Unit>> Act(ChangeApplicant command, CaseFile file, CancellationToken cancellation)
    {
        if (file.Applicants.FirstOrDefault(reference => reference.Id == command.ApplicantId) is not { } before)
        {
            return await Refused("applicants.unknown", nameof(command.ApplicantId));
        }

        var people = await applicants.Of(file, cancellation);
        var applicant = command.Applicant.Recorded();
        var recorded = people.Single(person => person.Id == before.Id).Applicant;
        if (recorded == applicant)
        {
            return await Refused("parties.unchanged", nameof(command.Applicant));
        }

        if (people.Any(person => person.Id != before.Id && SameApplicant.Are(person.Applicant, applicant)))
        {
            return await Refused("applicants.twice", $"{nameof(command.Applicant)}.{nameof(Applicant.Name)}", applicant.Name);
        }

        if (command.AddressWasWrong && ServiceAddress.IsSame(recorded.Address, applicant.Address))
        {
            return await Refused("parties.addressUnchanged", nameof(command.AddressWasWrong));
        }

        file.Record(new ApplicantChanged(
            before with { Kind = applicant.Kind, Data = Texts.Keep(file.Id, applicant.Write()) },
            Texts.Keep(file.Id, command.Reason),
            Now.Actor.Id,
            command.AddressWasWrong ? await Misdirected(file, before.Id, recorded.Address, cancellation) : null));
        await applicants.Set(
            file.Id, [.. people.Select(person => person.Id == before.Id ? (person.Id, applicant) : person)], cancellation);
        return new Unit();
    }

    // What was posted before addresses were kept went to the one on record.
    private async Task<IReadOnlyList<Guid>?> Misdirected(
        CaseFile file, Guid applicantId, string? wrong, CancellationToken cancellation)
    {
        var posted = new List<Guid>();
        foreach (var attempt in file.Documents.Where(document => document.Recipients.Contains(applicantId))
            .SelectMany(document => document.Attempts).Where(attempt => attempt.CountsThoughReturned && attempt.IsOn(applicantId)))
        {
            var went = attempt.Particulars is { } text ? ServiceParticulars.Read(await Texts.Read(text, cancellation)).Address : wrong;
            if (ServiceAddress.IsSame(wrong, went))
            {
                posted.Add(attempt.Id);
            }
        }

        return posted.Count > 0 ? posted : null;
    }
}
