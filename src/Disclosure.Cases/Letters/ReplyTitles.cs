using Disclosure.Cases.ReplyTemplates;

namespace Disclosure.Cases.Letters;

/// <summary>What a letter is called where its own wording is not at hand.</summary>
public static class ReplyTitles
{
    /// <summary>The title of a letter: its template's, as it is worded now, or that of letters with several outcomes.</summary>
    /// <param name="templates">The catalogue.</param>
    /// <param name="template">The template's code, which stands for itself where the catalogue does not have it.</param>
    /// <param name="sections">How many outcomes it gives.</param>
    public static string TitleOf(this IReplyTemplates templates, string template, int sections)
    {
        ArgumentNullException.ThrowIfNull(templates);
        return sections > 1 ? Letter.TitleOfSeveral : templates.Find(template)?.Title ?? template;
    }
}
