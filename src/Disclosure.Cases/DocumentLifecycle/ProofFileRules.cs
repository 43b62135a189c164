using Disclosure.Cases.CaseFiles;
using FluentValidation;

namespace Disclosure.Cases.DocumentLifecycle;

/// <summary>What can be taken as a proof of service.</summary>
internal sealed class ProofFileRules : AbstractValidator<ProofFile>
{
    public ProofFileRules()
    {
        RuleFor(proof => proof.Name).IsLine(200);
        RuleFor(proof => proof.Content).IsAttachable();
    }
}
