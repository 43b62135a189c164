using Disclosure.Cases.Kernel.Pipeline;
using FluentValidation;

namespace Disclosure.Cases.ReplyTemplates;

/// <summary>恢复采用: an earlier wording comes into force again, for documents drafted from now on.</summary>
/// <param name="Code">The template's code.</param>
/// <param name="Version">The wording; null for the one that comes with the software or lies in the configured folder.</param>
/// <param name="Note">Why.</param>
/// <param name="BasedOn">The version in force that the administrator saw.</param>
public sealed record GoBackToTemplate(string Code, string? Version, string Note, string BasedOn) : ICommand<Unit>, IChangesTemplates
{
    /// <inheritdoc/>
    public Role AllowedTo => Role.SystemAdministrator;
}

internal sealed class GoBackToTemplateRules : AbstractValidator<GoBackToTemplate>
{
    public GoBackToTemplateRules() => RuleFor(command => command.Note).IsText(500);
}

internal sealed class GoBackToTemplateHandler(IOwnTemplates templates, ITemplateVersions versions, TemplateAdoptions adoptions)
    : ICommandHandler<GoBackToTemplate, Unit>
{
    public async Task<Result<Unit>> Handle(GoBackToTemplate request, CancellationToken cancellationToken)
    {
        // What was once in order may not be any more: the rules that a wording has to meet change with the software.
        if (request.Version is { } version)
        {
            if (await versions.Content(version, cancellationToken) is not { } content
                || templates.Judge(request.Code, content) is not { } reading
                || reading.Template is null)
            {
                return new Refusal("template.unknownVersion") { Field = nameof(request.Version) };
            }

            if (reading.Findings.FirstOrDefault(finding => finding.IsError) is { } fault)
            {
                return new Refusal("template.versionNotUsable", fault.What) { Field = nameof(request.Version) };
            }
        }

        return await adoptions.Add(request.Code, request.Version, request.Note, request.BasedOn, cancellationToken);
    }
}
