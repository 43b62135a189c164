using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.LetterComposition;
using Disclosure.Cases.Letters;
using Disclosure.Cases.ReplyTemplates;
using Disclosure.Cases.Reporting;

namespace Disclosure.Cases.Web.Presentation;

/// <summary>What a document is called on a page.</summary>
internal static class DocumentTitles
{
    public static string TitleOf(this IReplyTemplates templates, CaseDocument document) =>
        document.Sections.Count > 1 ? Letter.TitleOfSeveral : templates.Of(document.Principal)?.Title ?? document.Template;

    /// <summary>Number and title of a document that waits for approval.</summary>
    public static string TitleOf(this IReplyTemplates templates, ApprovalRow row) =>
        row.Sections == 1 && templates.Find(row.Template)?.No is { } no
            ? $"{no:00} {templates.TitleOf(row.Template, 1)}"
            : templates.TitleOf(row.Template, row.Sections);
}
