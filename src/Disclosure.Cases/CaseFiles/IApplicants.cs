namespace Disclosure.Cases.CaseFiles;

/// <summary>The applicants of all cases: personal data, kept outside the events.</summary>
public interface IApplicants
{
    /// <summary>Keeps the applicants of a case, in their order, instead of those that it had.</summary>
    Task Set(Guid caseId, IReadOnlyList<(Guid Id, Applicant Applicant)> applicants, CancellationToken cancellation);

    /// <summary>The applicants of a case, in their order.</summary>
    Task<IReadOnlyList<Applicant>> OfCase(Guid caseId, CancellationToken cancellation);

    /// <summary>The applicants of a case with their ids, in their order.</summary>
    async Task<IReadOnlyList<(Guid Id, Applicant Applicant)>> Of(CaseFile file, CancellationToken cancellation) =>
        [.. file.Applicants.Zip(await OfCase(file.Id, cancellation), (reference, applicant) => (reference.Id, applicant))];

    /// <summary>
    /// The other cases of the same applicant (<see cref="Applicant.SameApplicantKey"/>) at an agency, latest first;
    /// registrations made by mistake are left out.
    /// </summary>
    Task<IReadOnlyList<EarlierApplication>> Earlier(Guid caseId, CancellationToken cancellation);

    /// <summary>
    /// The names of everybody who applied to the case's agency in other cases, each once: what a letter of this case must
    /// not call its applicant.
    /// </summary>
    Task<IReadOnlyList<string>> NamesInOtherCases(Guid caseId, CancellationToken cancellation);

    /// <summary>The cases of whoever has an identity number or a contact, with the applicants of each who have it.</summary>
    Task<IReadOnlyList<(Guid CaseId, IReadOnlyList<Guid> Applicants)>> Having(string numberOrContact, CancellationToken cancellation);

    /// <summary>The applications that the case's first applicant sent to the agency in the calendar month of receipt.</summary>
    Task<ApplicationsInMonth> ApplicationsInMonth(Guid caseId, CancellationToken cancellation);
}

/// <summary>
/// The same applicant's applications to an agency in the calendar month of a case; registrations made by mistake do not count.
/// </summary>
/// <param name="Count">How many there are, the case's own included; one whose receipt is not confirmed counts by its arrival.</param>
/// <param name="Place">
/// Which of them the case's is, by the day of receipt and then the register number, from 1; null until its receipt is confirmed.
/// </param>
public sealed record ApplicationsInMonth(int Count, int? Place);

/// <summary>An earlier application of the same applicant.</summary>
/// <param name="CaseId">Its case.</param>
/// <param name="RegisterNumber">Its register number.</param>
/// <param name="ReceivedOn">Its day of receipt, if confirmed.</param>
/// <param name="ReplyNumbers">The numbers of the decisions in force on it.</param>
public sealed record EarlierApplication(Guid CaseId, string RegisterNumber, DateOnly? ReceivedOn, IReadOnlyList<string> ReplyNumbers);
