namespace Disclosure.Cases.CaseFiles;

/// <summary>The applicants of all cases: personal data, kept outside the events.</summary>
public interface IApplicants
{
    /// <summary>Keeps the applicants of a case, in their order.</summary>
    Task Add(Guid caseId, IReadOnlyList<(Guid Id, Applicant Applicant)> applicants, CancellationToken cancellation);

    /// <summary>The applicants of a case, in their order.</summary>
    Task<IReadOnlyList<Applicant>> OfCase(Guid caseId, CancellationToken cancellation);

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

    /// <summary>
    /// How many applications the case's first applicant sent to the agency in the calendar month of receipt, this one included.
    /// </summary>
    Task<int> ApplicationsThisMonth(Guid caseId, CancellationToken cancellation);
}

/// <summary>An earlier application of the same applicant.</summary>
/// <param name="CaseId">Its case.</param>
/// <param name="RegisterNumber">Its register number.</param>
/// <param name="ReceivedOn">Its day of receipt, if confirmed.</param>
/// <param name="ReplyNumbers">The numbers of the decisions in force on it.</param>
public sealed record EarlierApplication(Guid CaseId, string RegisterNumber, DateOnly? ReceivedOn, IReadOnlyList<string> ReplyNumbers);
