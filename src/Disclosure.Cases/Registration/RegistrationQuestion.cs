using Disclosure.Cases.CaseFiles;

namespace Disclosure.Cases.Registration;

/// <summary>What is asked at registration only where the channel or the applicant makes it needed; all else always is.</summary>
public enum RegistrationQuestion
{
    /// <summary>提交之日, which is the day of receipt (art. 31(1)).</summary>
    DayOfSubmission,

    /// <summary>签收之日, which is the day of receipt (art. 31(2)).</summary>
    DayOfSignature,

    /// <summary>到达之日: the day from which the confirmation is owed (art. 31(2), (3)).</summary>
    DayOfArrival,

    /// <summary>与申请人确认之日, which is the day of receipt (art. 31(2), (3)).</summary>
    DayOfConfirmation,

    /// <summary>转办单位: another office opened it and passed it on.</summary>
    TransferringOffice,

    /// <summary>The number of a person's proof of identity (art. 29).</summary>
    IdentityCardNumber,

    /// <summary>统一社会信用代码: an organisation's proof of identity (art. 29).</summary>
    CreditCode,

    /// <summary>代理人: who acts for a person.</summary>
    PersonsRepresentative,

    /// <summary>法定代表人或者代理人: who acts for an organisation.</summary>
    OrganisationsRepresentative,
}

/// <summary>What is asked of whom. Pages show it and read no more than it.</summary>
public static class RegistrationQuestions
{
    /// <summary>What is asked of an application that came in this way. What is handed over or said was passed on by nobody.</summary>
    public static IReadOnlyList<RegistrationQuestion> Of(Channel channel) => channel switch
    {
        Channel.InPerson or Channel.Oral => [RegistrationQuestion.DayOfSubmission],
        Channel.SignedPost => [RegistrationQuestion.DayOfSignature, RegistrationQuestion.TransferringOffice],
        Channel.OrdinaryPost or Channel.Internet or Channel.Fax or Channel.Email =>
            [RegistrationQuestion.DayOfArrival, RegistrationQuestion.DayOfConfirmation, RegistrationQuestion.TransferringOffice],
    };

    /// <summary>What is asked of such an applicant.</summary>
    public static IReadOnlyList<RegistrationQuestion> Of(ApplicantKind kind) => kind switch
    {
        ApplicantKind.NaturalPerson => [RegistrationQuestion.IdentityCardNumber, RegistrationQuestion.PersonsRepresentative],
        ApplicantKind.CommercialEnterprise or ApplicantKind.ResearchInstitution or ApplicantKind.PublicWelfareOrganisation
            or ApplicantKind.LegalServiceOrganisation or ApplicantKind.Other =>
                [RegistrationQuestion.CreditCode, RegistrationQuestion.OrganisationsRepresentative],
    };
}
