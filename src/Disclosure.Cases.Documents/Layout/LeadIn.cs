using Disclosure.Cases.Documents.Model;

namespace Disclosure.Cases.Documents.Layout;

/// <summary>A paragraph that leads in what follows (……如下：) is never left alone at the foot of a page.</summary>
internal static class LeadIn
{
    /// <summary>Whether <paramref name="paragraph"/> leads in <paramref name="following"/>.</summary>
    /// <remarks>Two in a row do not: a text of nothing but such lines would otherwise be one piece that no page can hold.</remarks>
    public static bool Is(Paragraph paragraph, Block? following) =>
        following is not null && EndsWithColon(paragraph) && !(following is Paragraph next && EndsWithColon(next));

    private static bool EndsWithColon(Paragraph paragraph) => paragraph.Runs is [.., var last] && last.Text.EndsWith('：');
}
