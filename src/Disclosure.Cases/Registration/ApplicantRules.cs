using Disclosure.Cases.CaseFiles;
using FluentValidation;

namespace Disclosure.Cases.Registration;

/// <summary>What can be recorded of an applicant (art. 29 ¶2(1)).</summary>
internal sealed class ApplicantRules : AbstractValidator<Applicant>
{
    public ApplicantRules()
    {
        RuleFor(applicant => applicant.Kind).IsInEnum().Refuse("choice.unknown");
        RuleFor(applicant => applicant.Name).IsLine(200);
        RuleFor(applicant => applicant.Document).IsInEnum().Refuse("choice.unknown");
        RuleFor(applicant => applicant.IdentityNumber).IsOptionalLine(50)
            .Must((applicant, _) => applicant.NumberConfirmed || applicant.Doubt() is null)
            .WithState((applicant, _) => applicant.Doubt());
        RuleFor(applicant => applicant.Contact).IsOptionalLine(200);
        RuleFor(applicant => applicant.Address).IsOptionalLine(500);
        RuleFor(applicant => applicant.ElectronicAddress).IsOptionalLine(200);
        RuleFor(applicant => applicant.Representative!.Name).IsLine(200).When(applicant => applicant.Representative is not null);
        RuleFor(applicant => applicant.Representative!.Authority).IsLine(500).When(applicant => applicant.Representative is not null);
    }
}
