namespace Disclosure.Cases.ReplyTemplates;

/// <summary>What an administrator does with the catalogue besides reading it; implemented by what reads template files.</summary>
public interface IOwnTemplates
{
    /// <summary>
    /// The wording that holds where the office adopted none: of the configured folder, else of the software; null for an unknown code.
    /// </summary>
    ReplyTemplate? Base(string code);

    /// <summary>Whether the base wording comes from the configured folder.</summary>
    bool IsFromFolder(string code);

    /// <summary>Judges a wording that is to take the place of another one: all findings at once.</summary>
    /// <param name="code">The template that it is for.</param>
    /// <param name="content">The whole file.</param>
    TemplateReading Judge(string code, string content);

    /// <summary>
    /// Keeps what wordings the process brings along, and takes over what was adopted meanwhile, here or on another server.
    /// </summary>
    Task Refresh(ITemplateVersions versions, CancellationToken cancellation);
}

/// <summary>What became of reading a wording.</summary>
/// <param name="Template">The wording; null when it cannot be read.</param>
/// <param name="Findings">What is wrong with it, in the order of its lines.</param>
public sealed record TemplateReading(ReplyTemplate? Template, IReadOnlyList<TemplateFinding> Findings)
{
    /// <summary>Whether it can be used: read, and without an error.</summary>
    public bool IsUsable => Template is not null && !Findings.Any(finding => finding.IsError);
}
