using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.ReplyTemplates;

namespace Disclosure.Cases.ReplyProcess.Propriety;

/// <summary>Which wording a document goes by.</summary>
public static class DocumentWordings
{
    /// <summary>
    /// The wording that <paramref name="document"/> was made from; the one in force where it was never kept (documents from
    /// before wordings were kept). For reading and for titles: a letter is only ever issued from its own wording.
    /// </summary>
    public static ReplyTemplate? Of(this IReplyTemplates templates, CaseDocument document)
    {
        ArgumentNullException.ThrowIfNull(templates);
        ArgumentNullException.ThrowIfNull(document);
        return templates.Find(document.Template, document.TemplateVersion) ?? templates.Find(document.Template);
    }

    /// <summary>Whether another wording has come into force since <paramref name="document"/> was drafted.</summary>
    public static bool IsOutdated(this IReplyTemplates templates, CaseDocument document)
    {
        ArgumentNullException.ThrowIfNull(templates);
        ArgumentNullException.ThrowIfNull(document);
        return templates.Find(document.Template) is { } inForce && inForce.Version != document.TemplateVersion;
    }
}
