using System.Security.Cryptography;
using System.Text;
using Disclosure.Cases.Kernel.Pipeline;
using FluentValidation;

namespace Disclosure.Cases.ReplyTemplates;

/// <summary>采用: the office's own wording takes the place of the one in force, for documents drafted from now on.</summary>
/// <param name="Code">The template's code.</param>
/// <param name="Content">The whole file; the kind of its line ends makes no difference.</param>
/// <param name="Note">Why.</param>
/// <param name="BasedOn">The version in force that the administrator saw.</param>
public sealed record AdoptTemplate(string Code, [property: NotPrinted] string Content, string Note, string BasedOn)
    : ICommand<Unit>, IChangesTemplates
{
    /// <summary>The longest file, in UTF-16 units.</summary>
    public const int LongestContent = 200_000;

    /// <summary>The most lines of a file.</summary>
    public const int MostLines = 3_000;

    /// <inheritdoc/>
    public Role AllowedTo => Role.SystemAdministrator;

    /// <summary>
    /// A file as it is kept: line ends as in Unix, no byte-order mark, so that a form and an upload give the same version.
    /// </summary>
    public static string Plain(string content)
    {
        ArgumentNullException.ThrowIfNull(content);
        return content.TrimStart('\uFEFF').ReplaceLineEndings("\n").TrimEnd() + "\n";
    }
}

internal sealed class AdoptTemplateRules : AbstractValidator<AdoptTemplate>
{
    public AdoptTemplateRules()
    {
        RuleFor(command => command.Content)
            .Must(content => content is { Length: <= AdoptTemplate.LongestContent }
                && content.AsSpan().Count('\n') <= AdoptTemplate.MostLines)
            .Refuse("template.tooLong", AdoptTemplate.LongestContent, AdoptTemplate.MostLines);
        RuleFor(command => command.Note).IsText(500);
    }
}

internal sealed class AdoptTemplateHandler(IOwnTemplates templates, ITemplateVersions versions, TemplateAdoptions adoptions)
    : ICommandHandler<AdoptTemplate, Unit>
{
    public async Task<Result<Unit>> Handle(AdoptTemplate request, CancellationToken cancellationToken)
    {
        var content = AdoptTemplate.Plain(request.Content);
        var reading = templates.Judge(request.Code, content);
        if (!reading.IsUsable)
        {
            return Result<Unit>.Refused([.. reading.Findings.Where(finding => finding.IsError).Select(Refused)]);
        }

        var version = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)));
        await versions.Keep(version, request.Code, content, cancellationToken);
        return await adoptions.Add(request.Code, version, request.Note, request.BasedOn, cancellationToken);
    }

    // Said with its line, beside the field that holds the text.
    private static Refusal Refused(TemplateFinding finding) => finding.Line is { } line
        ? new Refusal("lint.atLine", line, finding.What) { Field = nameof(AdoptTemplate.Content) }
        : finding.What with { Field = nameof(AdoptTemplate.Content) };
}
