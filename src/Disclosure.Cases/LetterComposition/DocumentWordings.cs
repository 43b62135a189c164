using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.ReplyTemplates;

namespace Disclosure.Cases.LetterComposition;

/// <summary>Which wording a document goes by.</summary>
public static class DocumentWordings
{
    /// <summary>
    /// The wording that a section of a document was made from; the one in force where it was never kept (documents from
    /// before wordings were kept). For reading and for titles: a letter is only ever issued from its own wording.
    /// </summary>
    public static ReplyTemplate? Of(this IReplyTemplates templates, DocumentSection section)
    {
        ArgumentNullException.ThrowIfNull(templates);
        ArgumentNullException.ThrowIfNull(section);
        return templates.Find(section.Template, section.TemplateVersion) ?? templates.Find(section.Template);
    }

    /// <summary>Whether another wording of any of its sections has come into force since <paramref name="document"/> was drafted.</summary>
    public static bool IsOutdated(this IReplyTemplates templates, CaseDocument document)
    {
        ArgumentNullException.ThrowIfNull(templates);
        ArgumentNullException.ThrowIfNull(document);
        return document.Sections.Any(section => templates.Find(section.Template) is { } inForce
            && inForce.Version != section.TemplateVersion);
    }
}
